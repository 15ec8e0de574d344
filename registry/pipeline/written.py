# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What was written: a repository's present as the ownership rules see it, whatever papers there are.

Each commit becomes a writer (whose hand, on which day); each file is told by how many lines each writer wrote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from registry.pipeline.hands import FAR, Apart, Hand, hand_of
from registry.pipeline.reach import reached
from registry.pipeline.trees import Tree
from registry.provenance.model import Origin, WorkType
from registry.provenance.numbers import numbers_of
from registry.provenance.rollup import RollUp
from registry.provenance.runs import NOBODY
from registry.provenance.signatures import Signer, signers_of
from registry.provenance.snapshot import Skip, Snapshot

_WITHOUT_LINES = frozenset({Skip.BINARY, Skip.LFS_POINTER, Skip.TOO_LARGE})
_NOBODY_S = frozenset({Skip.THIRD_PARTY, Skip.GENERATED})
_UNREAD = frozenset({Skip.UNREADABLE, Skip.TOO_LARGE})


class Writer(NamedTuple):
    """A hand (its number in `Written.hands`) on a day; `otherwise` are writers that other methods name (rule 2)."""

    hand: int
    day: date
    otherwise: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file: how many lines each writer (its number in `Written.writers`) wrote; 0 of a file without lines."""

    path: str
    work_type: WorkType
    origin: Origin
    lines: Mapping[int, int]


@dataclass(frozen=True)
class Person:
    """Who signs with an address, as far as it may be shown: the register's number and a name."""

    identity: int
    name: str


@dataclass(frozen=True)
class Written:
    """A repository's present: its hands, its writers, its files, the writer of each commit, and what tells nothing.

    `together` has the writer of lines for which the methods name several commits, the main one first.
    """

    repository: int
    tree: Tree
    hands: tuple[Hand, ...]
    writers: tuple[Writer, ...]
    files: tuple[WrittenFile, ...]
    by_commit: Mapping[int, int]
    together: Mapping[tuple[int, ...], int]
    left_out: Mapping[Skip, int]
    people: Mapping[str, Person] = field(default_factory=dict)

    def writer(self, named: tuple[int, ...]) -> int:
        """Return the number of the writer of lines for which these commits are named, the main one first."""
        return self.together[named] if len(named) > 1 else self.by_commit.get(named[0], 0)

    @property
    def snapshot(self) -> Snapshot:
        """What is known of the content as a whole."""
        return self.tree.snapshot


def read_written(session: Session, tree: Tree, revisions: Collection[str] = ()) -> Written:
    """Return what was written in a tree; of `revisions` (SWHIDs), which lines reach back to them."""
    told, snapshot = tree.rolled_up(session), tree.snapshot
    signers = signers_of(session, {name for names in told.hands for name in names})
    signed = [[signers[name] for name in names] for names in told.hands]
    numbers = numbers_of(session, [one.commit for one in snapshot.bulk])
    apart = Apart(
        bulk={numbers[one.commit]: one for one in snapshot.bulk if one.commit in numbers},
        reach={one: reached(session, snapshot.repository, one, told.commits) for one in revisions},
    )
    # nobody says when it was written: no earlier than the first day of what is left of the repository's history
    first = min(map(_day, told.written, told.committed), default=snapshot.read_at.toordinal())
    writers: _Writers = {(0, first, ()): 0}
    hands, by_commit = _by_commit(told, signed, apart, writers)
    several = _several(told, by_commit, writers)
    files, left_out = _files(told, [*by_commit, *several, 0])
    return Written(
        repository=snapshot.repository,
        tree=tree,
        hands=hands,
        writers=tuple(Writer(hand, date.fromordinal(day), others) for hand, day, others in writers),
        files=files,
        by_commit={NOBODY: 0} | dict(zip(told.commits, by_commit, strict=True)),
        together=dict(zip(_named(told), several, strict=True)),
        left_out=left_out,
        people=_people(signed),
    )


_Writers = dict[tuple[int, int, tuple[int, ...]], int]
"""The number of each writer by its hand, its day as an ordinal, and the writers that other methods name."""


def _by_commit(
    told: RollUp, signed: Sequence[Sequence[Signer]], apart: Apart, writers: _Writers
) -> tuple[tuple[Hand, ...], list[int]]:
    """Return the hands, and the writer's number of each commit; writers that are met first are added."""
    hands = {Hand(()): 0}
    known: dict[object, int] = {}
    numbers = []
    for number, names, written, committed in zip(
        told.commits, told.hand, told.written, told.committed, strict=True
    ):
        far = not (written and committed) or abs(committed - written) > FAR
        told_apart = apart.of(number)
        sort = (names, far, told_apart)
        if sort not in known:
            known[sort] = hands.setdefault(hand_of(signed[names], told_apart, far=far), len(hands))
        numbers.append(writers.setdefault((known[sort], _day(written, committed), ()), len(writers)))
    return tuple(hands), numbers


def _several(told: RollUp, by_commit: Sequence[int], writers: _Writers) -> list[int]:
    """Return the writer's number of lines for which the methods name several commits, in the order of the roll-up."""
    single = [*by_commit, 0]
    known = list(writers)
    numbers = []
    for places in told.several:
        main, *others = dict.fromkeys(single[place] for place in places)
        hand, day, _ = known[main]
        numbers.append(writers.setdefault((hand, day, tuple(others)), len(writers)))
    return numbers


def _named(told: RollUp) -> list[tuple[int, ...]]:
    commits = [*told.commits, NOBODY]
    return [tuple(commits[place] for place in places) for places in told.several]


def _day(written: int, committed: int) -> int:
    return written or committed or date.min.toordinal()


def _files(told: RollUp, writers: Sequence[int]) -> tuple[tuple[WrittenFile, ...], Mapping[Skip, int]]:
    """Return the files, and how many tell nothing, by the reason why.

    `writers` are the numbers of those of single commits, behind them of several, the last one nobody's.
    """
    kinds = [
        (WorkType(kind), Origin(origin), Skip(skip) if skip else None) for kind, origin, skip in told.kinds
    ]
    files, left_out = [], Counter[Skip]()
    for path, sort, count, wrote in zip(told.paths, told.kind, told.lines, told.wrote, strict=True):
        kind, origin, skip = kinds[sort]
        lines = _lines(skip, count, wrote, writers)
        if lines is not None:
            files.append(WrittenFile(path, kind, origin, lines))
        elif skip is not None:
            left_out[skip] += 1
    return tuple(files), dict(left_out)


def _lines(
    skip: Skip | None, count: int, wrote: Sequence[int], writers: Sequence[int]
) -> Mapping[int, int] | None:
    """Return the lines by writer; 0 lines of nobody where nothing attributes them; None for what tells nothing."""
    if skip in _NOBODY_S or (skip in _UNREAD and count):
        return {0: count}
    if skip is not None and skip not in _WITHOUT_LINES:
        return None
    found: dict[int, int] = {}
    turns = iter(wrote)
    for place, lines in zip(turns, turns, strict=True):
        number = writers[place]
        found[number] = found.get(number, 0) + lines
    return found if skip is None else found or {0: 0}


def _people(signed: Iterable[Iterable[Signer]]) -> dict[str, Person]:
    found: dict[str, Person] = {}
    for signers in signed:
        for signer in signers:
            found.setdefault(signer.email, Person(signer.identity, signer.name))
    return found
