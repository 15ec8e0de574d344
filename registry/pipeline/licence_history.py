# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The licence history of a main line: each of its commits looked at once, each licence-bearing blob read once ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from harvesters.errors import HarvestError
from harvesters.git import history, trees
from harvesters.git.model import Change, Mirror, Oid
from harvesters.git.task import CommandError
from registry.licences import service as licences
from registry.licences.conclusions import conclude
from registry.licences.detection import detect
from registry.licences.history import Changed, Point, bears, changed, said_by
from registry.licences.model import Detection, Source
from registry.licences.name_classes import name_class
from registry.licences.scopes import Surroundings
from registry.provenance.places import in_place

LARGEST = 2 * 1024 * 1024  # bytes; a licence file has at most 100 kB
MOST_POINTS = 2000
_Chain = list[tuple[Oid, Oid | None]]


def read_history(session: Session, mirror: Mirror, tip: Oid) -> tuple[Point, ...]:
    """Return the points of a main line, the oldest first; () where git cannot read it to the end.

    A merge counts with all that it brought on its day: the history of a project that was merged in stays its
    own. What lies in folders for others' components is left out.
    """
    try:
        chain = history.main_line(mirror, tip)
        wanted = _Bearing()
        blobs = {(one.new, one.path) for _, changes in history.steps(mirror, chain) for one in changes
                 if one.new and wanted.holds(one.path)}  # fmt: skip
        found = _detections(session, mirror, blobs)
        return tuple(_points(mirror, chain, found, wanted))
    except (CommandError, HarvestError):
        return ()


class _Bearing:
    """Which paths the history looks at; asked of each path once."""

    def __init__(self) -> None:
        self._known: dict[bytes, bool] = {}

    def holds(self, path: bytes) -> bool:
        """Whether the path bears a licence by its name and lies in no folder for others' components."""
        if path not in self._known:
            self._known[path] = bears(path) and not in_place(path.rpartition(b"/")[0])
        return self._known[path]


_Found = Mapping[licences.Key, Detection]


def _detections(session: Session, mirror: Mirror, wanted: Iterable[tuple[Oid, bytes]]) -> _Found:
    """Return what each blob says under each class of name; those never read before are read and kept."""
    keys = {(str(oid), name_class(path)[:100]): path for oid, path in wanted}
    found = licences.detections_of(session, keys)
    missing: dict[Oid, list[licences.Key]] = {}
    for key in keys.keys() - found.keys():
        missing.setdefault(Oid(key[0]), []).append(key)
    new = {
        key: detect(keys[key], data)
        for oid, data in trees.blobs(mirror, sorted(missing), largest=LARGEST)
        if data is not None
        for key in missing[oid]
    }
    licences.keep_detections(session, new)
    return found | new


@dataclass
class _State:
    """The tree as it stands: every path, and what each licence-bearing one says."""

    paths: set[bytes] = field(default_factory=set)
    found: dict[bytes, Detection] = field(default_factory=dict)

    def sources(self) -> list[Source]:
        """Everything that is said."""
        return [one for found in self.found.values() for one in found.sources]


def _points(mirror: Mirror, chain: _Chain, found: _Found, wanted: _Bearing) -> Iterator[Point]:
    parents = dict(chain)
    state, last, place = _State(), None, 0
    for commit, changes in history.steps(mirror, chain):
        ours = [one for one in changes if wanted.holds(one.path)]
        before = {one.path: said_by(state.found[one.path]) for one in ours if one.path in state.found}
        _apply(state, changes, ours, found)
        after = {one.path: said_by(state.found[one.path]) for one in ours if one.path in state.found}
        told = changed(before, after)
        if not told or place >= MOST_POINTS:
            continue
        point = _point(state, place, commit, told)
        turned = last is None or (point.concluded, point.documentation, point.reason) != last
        last = (point.concluded, point.documentation, point.reason)
        paths = {one.path for one in told} | {one.was for one in told}
        writers = _writers(mirror, commit, parents[commit], [one for one in ours if one.path in paths])
        yield replace(point, commits=writers, turned=turned)
        place += 1


def _apply(state: _State, changes: Iterable[Change], ours: Iterable[Change], found: _Found) -> None:
    for one in changes:
        (state.paths.discard if one.new is None else state.paths.add)(one.path)
    for one in ours:
        state.found.pop(one.path, None)
        if one.new is not None:
            key = (str(one.new), name_class(one.path)[:100])
            state.found[one.path] = licences.moved(found.get(key, Detection()), one.path)


def _point(state: _State, place: int, commit: Oid, told: tuple[Changed, ...]) -> Point:
    concluded = conclude(state.sources(), Surroundings(paths=frozenset(state.paths)))
    return Point(
        place=place,
        commit=commit,
        commits=(),
        concluded=concluded.concluded,
        documentation=concluded.documentation,
        light=concluded.light,
        reason=concluded.reason,
        changes=told,
    )


def _writers(mirror: Mirror, commit: Oid, parent: Oid | None, ours: Iterable[Change]) -> tuple[str, ...]:
    """The commits of a merge that wrote what it brought; the commit itself where it wrote it, or none is found."""
    brought = {(one.path, one.new) for one in ours}
    if parent is None:
        return (commit,)
    try:
        side = [oid for oid, changes in history.changes(mirror, commit, without=parent)
                if any((one.path, one.new) in brought for one in changes)]  # fmt: skip
    except (CommandError, HarvestError):
        side = []
    return tuple(side[:10]) or (commit,)
