# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Otherwise: a main line read by the other methods, too, as far as they say otherwise than the main one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from harvesters.git.model import Mirror, Oid
from registry.provenance import service as provenance
from registry.provenance.intake.attribution import Described, attribute
from registry.provenance.intake.tracing import Plan, Progress
from registry.provenance.methods import Difference, differing, overlaid
from registry.provenance.snapshot import METHODS, File, Method, Snapshot


@dataclass(frozen=True)
class Line:
    """A main line as it is looked at: its commit, what stands in it, and the numbers of its commits.

    `listed` are the commits that the register looks through, `own` those that a list in the repository names.
    """

    mirror: Mirror
    commit: Oid
    described: Sequence[Described]
    numbers: Mapping[Oid, int]
    listed: frozenset[Oid] = frozenset()
    own: frozenset[Oid] = frozenset()

    def through(self, method: Method) -> frozenset[Oid]:
        """Return what a method looks through. Where moves are followed everywhere nothing is left to look for."""
        if method in {Method.WITHOUT_LIST, Method.MOVED_AND_COPIED}:
            return frozenset()
        return self.listed | self.own if method is Method.OWN_REVISIONS else self.listed


@dataclass(frozen=True)
class Before:
    """What was read earlier, in the same way, of the same history: the snapshot and its files by path."""

    snapshot: Snapshot | None = None
    files: Mapping[bytes, File] | None = None


@dataclass(frozen=True)
class Asked:
    """The main method, those to look by, too, and the seconds that a file may take."""

    main: Method
    methods: Sequence[Method]
    seconds: float


def said_otherwise(
    session: Session, line: Line, files: Sequence[File], asked: Asked, before: Before, progress: Progress
) -> dict[Method, list[Difference]]:
    """Return by method what it says otherwise than `files`; a method that was looked by is in it in any case."""
    found = {}
    for method in (*asked.methods, *_by_lists(line, asked.main)):
        plan = _plan(session, line, method, asked, before)
        other = attribute(line.mirror, line.commit, line.described, line.numbers, plan, progress)
        found[method] = list(_differences(method, files, {file.path: file for file in other}))
    return found


def _differences(method: Method, files: Sequence[File], other: Mapping[bytes, File]) -> Iterator[Difference]:
    for file in files:
        if file.skip is not None:
            continue
        theirs = other[file.path]
        if theirs.skip is not None:
            yield Difference(file.path, method, ())
        elif pairs := differing(file.pairs, theirs.pairs):
            yield Difference(file.path, method, pairs)


def _by_lists(line: Line, main: Method) -> Iterator[Method]:
    """Yield the methods that follow from what is listed; where moves are followed everywhere there are none."""
    if main is Method.MOVED_AND_COPIED:
        return
    if line.listed:
        yield Method.WITHOUT_LIST
    if line.own - line.listed:
        yield Method.OWN_REVISIONS


def _plan(session: Session, line: Line, method: Method, asked: Asked, before: Before) -> Plan:
    """What the method said before is of use where it was looked by before, and looks nothing through."""
    snapshot, through = before.snapshot, line.through(method)
    if method not in METHODS:
        return Plan(asked.main, asked.seconds, through=through, blame=False)
    if snapshot is None or before.files is None or method not in snapshot.totals.by_other_method or through:
        return Plan(method, asked.seconds, through=through)
    said = {
        one.path: one.pairs
        for one in provenance.differences(session, snapshot.repository)
        if one.method is method
    }
    known = {
        path: replace(file, pairs=overlaid(file.pairs, said.get(path, ())))
        for path, file in before.files.items()
        if said.get(path) != ()
    }
    return Plan(method, asked.seconds, known, Oid(snapshot.commit))
