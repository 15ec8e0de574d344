# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Tracing: the commits that wrote the lines of a tree, by the lineage of all files or, failing that, git blame."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from harvesters.errors import UnreadableError
from harvesters.git import blame
from harvesters.git.lineage.backward import Look, trace
from harvesters.git.model import NOBODY, Mirror, Oid, Problem, Run
from harvesters.git.model import Method as GitMethod
from registry.provenance.runs import Pair
from registry.provenance.snapshot import File, Method

Progress = Callable[[str, int, int], None]
"""Told the stage of the work, how much of it is done, and how much there is."""

BLAME: Mapping[Method, GitMethod] = {
    Method.PLAIN: "plain",
    Method.WHITE_SPACE: "w",
    Method.MOVED_AND_COPIED: "wMC",
}
"""What git blame calls the methods that it knows."""

Traced = dict[bytes, tuple[Run, ...] | Problem]


@dataclass(frozen=True)
class Answered:
    """Who wrote the lines of each path, and the paths of which git blame said so."""

    lines: Traced
    by_blame: frozenset[bytes] = frozenset()


@dataclass(frozen=True)
class Plan:
    """What attribution goes by: how to look, how long a file may take, what is known already, what is looked through.

    `blame` says whether git blame may answer where the whole cannot be walked.
    """

    method: Method
    seconds_a_file: float
    known: Mapping[bytes, File] = field(default_factory=dict)
    known_commit: Oid | None = None
    through: frozenset[Oid] = frozenset()
    blame: bool = True


@dataclass(frozen=True)
class _Snapshot:
    """A snapshot of before, as a lineage asks for it."""

    plan: Plan
    numbers: Mapping[Oid, int]

    @property
    def commits(self) -> Sequence[Oid]:
        """The commit that was read."""
        return (self.plan.known_commit,) if self.plan.known_commit else ()

    @cached_property
    def _oids(self) -> Mapping[int, Oid]:
        return {number: oid for oid, number in self.numbers.items()}

    def runs(self, commit: bytes, path: bytes) -> tuple[Run, ...] | None:
        """Return the runs of a path there."""
        file = self.plan.known.get(path)
        if file is None or file.skip is not None:
            return None
        return runs_of(file.pairs, self._oids)


def runs_of(pairs: Sequence[Pair], oids: Mapping[int, Oid]) -> tuple[Run, ...]:
    """Return packed runs with their places and the ids of their commits."""
    runs, first = [], 1
    for count, number in pairs:
        runs.append(Run(first, count, oids.get(number, NOBODY)))
        first += count
    return tuple(runs)


def traced(
    mirror: Mirror,
    commit: Oid,
    wanted: Mapping[bytes, int],
    numbers: Mapping[Oid, int],
    plan: Plan,
    progress: Progress,
) -> Answered:
    """Return who wrote the lines of the wanted paths, whose numbers of lines are given; a Problem where nobody can tell."""
    if not wanted:
        return Answered({})
    lines = sum(wanted.values())
    look = Look(
        ignore_space=plan.method is not Method.PLAIN,
        follow_moves=plan.method is Method.MOVED_AND_COPIED,
        through=plan.through,
        known=_Snapshot(plan, numbers),
        seconds=plan.seconds_a_file * len(wanted),
        tell=lambda found: progress("lines", found, lines),
    )
    try:
        found = trace(mirror, commit, wanted, look)
    except UnreadableError:
        return Answered(blamed(mirror, commit, list(wanted), plan, progress), frozenset(wanted))
    if not found.not_followed:
        return Answered(dict(found.runs))
    more = blamed(mirror, commit, sorted(found.not_followed), plan, progress)
    return Answered({**found.runs, **more}, found.not_followed)


def blamed(mirror: Mirror, commit: Oid, paths: Sequence[bytes], plan: Plan, progress: Progress) -> Traced:
    """Return what git blame says, one file at a time: where the whole cannot be walked, and as the oracle.

    git blame does not look through commits as is done here (its --ignore-rev guesses by where a line stands): what it
    says is said without that, or, where that is what is asked, not at all.
    """
    if not plan.blame:
        return {}
    blame.prepare(mirror)
    found: Traced = {}
    answers = blame.blame_all(
        mirror, commit, paths, method=BLAME[plan.method], timeout=plan.seconds_a_file, processes=2
    )
    for path, answer in answers:
        found[path] = answer
        progress("blame", len(found), len(paths))
    return found
