# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Backward: from the lines of one commit to the commits that wrote them, all files in one walk of the history."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from harvesters.errors import UnreadableError
from harvesters.git import trees
from harvesters.git.lineage.blobs import Blobs
from harvesters.git.lineage.descent import Descent, Origin
from harvesters.git.lineage.hunks import Differ
from harvesters.git.lineage.model import Known, Step, Stretch
from harvesters.git.lineage.moves import Moves
from harvesters.git.lineage.splitting import split
from harvesters.git.lineage.steps import steps
from harvesters.git.lineage.texts import Texts
from harvesters.git.lineage.through import Through
from harvesters.git.model import Mirror, Oid, Run

_OFTEN = 256  # steps between two looks at the clock

Pending = dict[bytes, list[Stretch]]
"""The lines that are looked for in one commit, by the path they stand at there."""

Found = tuple[int, int, bytes]
"""First target, number of lines, and the commit that wrote them; none where that cannot be told."""


@dataclass(frozen=True)
class Lineage:
    """Who wrote each line, by path. A run of commit `NOBODY` is one whose origin cannot be read."""

    runs: Mapping[bytes, tuple[Run, ...]]
    unread: frozenset[bytes]  # ids of blobs that were needed and are absent, unreadable or too large
    not_followed: frozenset[bytes] = frozenset()  # paths with lines that were too much to look for elsewhere


@dataclass(frozen=True)
class Look:
    """How to look: without regard to white space, with what is known, for so long; `tell` is told lines found.

    `follow_moves` looks for lines in other places and files, too, as `-M -C` do. Commits to be looked `through`
    keep only those lines that cannot be found before them.
    """

    ignore_space: bool = False
    follow_moves: bool = False
    through: frozenset[Oid] = frozenset()
    known: Known | None = None
    seconds: float = 3600
    tell: Callable[[int], None] = lambda _: None


def trace(mirror: Mirror, commit: Oid, files: Mapping[bytes, int], look: Look | None = None) -> Lineage:
    """Return who wrote each line of these files of a commit; `files` gives the number of lines by path.

    Raises UnreadableError where the history cannot be walked, or not within the time that is given.
    """
    starts = dict(zip(files, accumulate((0, *files.values())), strict=False))
    walk = _Walk(look or Look(), Blobs(mirror))
    if walk.look.follow_moves:
        oids = {one.path: one.oid.encode() for one in trees.entries(mirror, commit)}
        walk.follow({start: oids[path] for path, start in starts.items()})
    tip = commit.encode()
    walk.pending[tip] = {path: [(0, count, starts[path])] for path, count in files.items() if count}
    walk.go(mirror, [tip], [one.encode() for one in walk.known_commits])
    walk.go(mirror, list(walk.pending), [])
    runs = _by_file(walk.found, files, starts)
    return Lineage(runs, frozenset(walk.blobs.absent), walk.not_followed(starts))


@dataclass
class _Walk:
    """A walk under way: where lines are still looked for, and whose are found."""

    look: Look
    blobs: Blobs
    pending: defaultdict[bytes, Pending] = field(default_factory=lambda: defaultdict(dict))
    found: list[Found] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.differ = Differ(ignore_space=self.look.ignore_space)
        self.deadline = time.monotonic() + self.look.seconds
        self.moves: Moves | None = None
        self.through = Through(self.look.through, self.blobs, self.differ, self._in_time)

    def follow(self, files: Mapping[int, bytes]) -> None:
        """Look for moved and copied lines, too; `files` gives the blob of each file by its first target."""
        self.moves = Moves(self.blobs, self.differ, Texts(self.blobs, files), self._in_time)

    def not_followed(self, starts: Mapping[bytes, int]) -> frozenset[bytes]:
        """Return the paths with lines that were too much to look for in other places."""
        targets = self.moves.not_followed if self.moves else ()
        paths, firsts = list(starts), list(starts.values())
        return frozenset(paths[bisect_right(firsts, target) - 1] for target in targets)

    @property
    def known_commits(self) -> Sequence[Oid]:
        """The commits below which nothing needs to be walked."""
        return self.look.known.commits if self.look.known else ()

    def go(self, mirror: Mirror, tips: Sequence[bytes], without: Sequence[bytes]) -> None:
        """Walk from the tips down to `without`; what is pending there is looked up where it is known."""
        descent = Descent(self.blobs)
        for number, step in enumerate(steps(mirror, tips, without) if tips else ()):
            if not self.pending:
                return
            if work := self.pending.pop(step.commit, None):
                self._take(step, work, descent)
            if number % _OFTEN == 0:
                self._pause()
        for commit in without:
            if work := self._looked_up(commit, self.pending.pop(commit, {})):
                self.pending[commit] = work

    def _pause(self) -> None:
        self.look.tell(sum(count for _, count, _ in self.found))
        self._in_time()

    def _in_time(self) -> None:
        if time.monotonic() > self.deadline:
            raise UnreadableError("The history is too long to be walked in the time that was given.")

    def _take(self, step: Step, work: Pending, descent: Descent) -> None:
        if not step.parents:
            self._wrote(step.commit, work.values())
            return
        first = step.changes[0]
        few, many = (first, work) if len(first) < len(work) else (work, first)
        changed = [(path, work.pop(path)) for path in [one for one in few if one in many]]
        self._hand_all(step.parents[0], work)
        descent.begin(step)
        if self.moves is not None:
            self.moves.begin(step)
        for path, stretches in changed:
            self._descend(step, path, stretches, descent)

    def _descend(self, step: Step, path: bytes, stretches: list[Stretch], descent: Descent) -> None:
        """Hand a changed path's lines to the parents that have them; the rest the commit wrote."""
        new, origins = descent.origins(path)
        after = None
        for origin in origins:
            if origin.blob == new:
                self._hand(origin.parent, origin.path, stretches)
                return
            before, after = self.blobs.get(origin.blob), after or self.blobs.get(new)
            if before is None or after is None:
                self.found += [(target, count, b"") for _, count, target in stretches]
                return
            stretches, handed = split(stretches, self.differ.hunks(before, after))
            if handed:
                self._hand(origin.parent, origin.path, handed)
            if not stretches:
                return
        self._wrote(step.commit, [self._elsewhere(step, new, stretches, origins)])

    def _elsewhere(
        self, step: Step, new: bytes, stretches: list[Stretch], origins: Sequence[Origin]
    ) -> list[Stretch]:
        """Hand on what stands elsewhere in a parent, where that is asked for; returns what does not."""
        if self.moves is not None:
            kept, handed = self.moves.look(stretches, origins)
        elif step.commit in self.through:
            kept, handed = self.through.look(step, new, stretches, origins)
        else:
            return stretches
        for parent, path, stretch in handed:
            self._hand(parent, path, [stretch])
        return kept

    def _hand_all(self, parent: bytes, work: Pending) -> None:
        held = self.pending.get(parent)
        if held is None:
            self.pending[parent] = work
            return
        for path, stretches in work.items():
            self._hand(parent, path, stretches)

    def _hand(self, parent: bytes, path: bytes, stretches: list[Stretch]) -> None:
        held = self.pending[parent].setdefault(path, stretches)
        if held is not stretches:
            self.pending[parent][path] = held + stretches

    def _wrote(self, commit: bytes, all_stretches: Iterable[list[Stretch]]) -> None:
        self.found += [
            (target, count, commit) for stretches in all_stretches for _, count, target in stretches
        ]

    def _looked_up(self, commit: bytes, work: Pending) -> Pending:
        """Resolve what is known of a commit; returns what is not."""
        assert self.look.known is not None
        left = {}
        for path, stretches in work.items():
            runs = self.look.known.runs(commit, path)
            if runs is None or (self.moves is not None and not _whole(stretches, runs)):
                left[path] = stretches
            else:
                self.found += _read_off(stretches, runs)
        return left


def _whole(stretches: Sequence[Stretch], runs: Sequence[Run]) -> bool:
    """Tell whether the whole file is looked for in one: where moves are followed, a part can come to another answer."""
    lines = runs[-1].first + runs[-1].count - 1 if runs else 0
    return len(stretches) == 1 and stretches[0][:2] == (0, lines)


def _read_off(stretches: Iterable[Stretch], runs: Sequence[Run]) -> Iterator[Found]:
    """Yield whose the lines are by the runs of the version that they stand in."""
    starts = [run.first - 1 for run in runs]
    for first, count, target in stretches:
        line, end = first, first + count
        place = bisect_right(starts, line) - 1
        while line < end:
            run = runs[place]
            upto = min(end, run.first - 1 + run.count)
            yield target + line - first, upto - line, run.commit.encode()
            line, place = upto, place + 1


def _by_file(
    found: list[Found], files: Mapping[bytes, int], starts: Mapping[bytes, int]
) -> dict[bytes, tuple[Run, ...]]:
    """Sort what was found into files; neighbouring lines of one commit are one run."""
    found.sort()
    named = {one: Oid(one.decode()) for one in {commit for _, _, commit in found}}
    runs: dict[bytes, tuple[Run, ...]] = {}
    place = 0
    for path, lines in files.items():
        start, stop = starts[path], starts[path] + lines
        joined: list[list[Any]] = []
        while place < len(found) and found[place][0] < stop:
            target, count, commit = found[place]
            if joined and joined[-1][2] == commit:
                joined[-1][1] += count
            else:
                joined.append([target - start + 1, count, commit])
            place += 1
        runs[path] = tuple(Run(first, count, named[commit]) for first, count, commit in joined)
    return runs
