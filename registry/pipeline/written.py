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

from registry.ownership.facts import Author
from registry.pipeline.machines import MachineKind, account_of, machine
from registry.pipeline.reach import reached
from registry.pipeline.trees import Tree
from registry.provenance.model import Origin, WorkType
from registry.provenance.numbers import numbers_of
from registry.provenance.rollup import RollUp
from registry.provenance.runs import NOBODY
from registry.provenance.signatures import Signer, signers_of
from registry.provenance.snapshot import Skip, Snapshot

FAR = 366
"""An author's date so many days from the committer's makes the author doubtful: it was rewritten or back-dated."""

_WITHOUT_LINES = frozenset({Skip.BINARY, Skip.LFS_POINTER, Skip.TOO_LARGE})
_NOBODY_S = frozenset({Skip.THIRD_PARTY, Skip.GENERATED})
_UNREAD = frozenset({Skip.UNREADABLE, Skip.TOO_LARGE})


@dataclass(frozen=True)
class Hand:
    """What the rules need of a commit but its day. Without authors nobody is identified; `bot`: a machine's own work."""

    authors: tuple[Author, ...]
    bulk: bool = False
    ai_assisted: bool = False
    doubtful: bool = False
    bot: bool = False
    reachable_from: frozenset[str] = frozenset()


class Writer(NamedTuple):
    """A hand (its number in `Written.hands`) on a day."""

    hand: int
    day: date


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
    """A repository's present: its hands, its writers, its files, the writer of each commit, and what tells nothing."""

    repository: int
    tree: Tree
    hands: tuple[Hand, ...]
    writers: tuple[Writer, ...]
    files: tuple[WrittenFile, ...]
    by_commit: Mapping[int, int]
    left_out: Mapping[Skip, int]
    people: Mapping[str, Person] = field(default_factory=dict)

    @property
    def snapshot(self) -> Snapshot:
        """What is known of the content as a whole."""
        return self.tree.snapshot


def read_written(session: Session, tree: Tree, revisions: Collection[str] = ()) -> Written:
    """Return what was written in a tree; of `revisions` (SWHIDs), which lines reach back to them."""
    told, snapshot = tree.rolled_up(session), tree.snapshot
    signers = signers_of(session, {name for names in told.hands for name in names})
    signed = [[signers[name] for name in names] for names in told.hands]
    delivering = [one.commit for one in snapshot.bulk if one.delivers]
    apart = _Apart(
        bulk=frozenset(numbers_of(session, delivering).values()),
        reach={one: reached(session, snapshot.repository, one, told.commits) for one in revisions},
    )
    # nobody says when it was written: no earlier than the first day of what is left of the repository's history
    first = min(map(_day, told.written, told.committed), default=snapshot.read_at.toordinal())
    writers: dict[tuple[int, int], int] = {(0, first): 0}
    hands, by_commit = _by_commit(told, signed, apart, writers)
    files, left_out = _files(told, by_commit)
    return Written(
        repository=snapshot.repository,
        tree=tree,
        hands=hands,
        writers=tuple(Writer(hand, date.fromordinal(day)) for hand, day in writers),
        files=files,
        by_commit={NOBODY: 0} | dict(zip(told.commits, by_commit, strict=True)),
        left_out=left_out,
        people=_people(signed),
    )


@dataclass(frozen=True)
class _Apart:
    """What tells commits of one signature apart: which delivered in bulk, and which a revision reaches."""

    bulk: frozenset[int]
    reach: Mapping[str, frozenset[int]]

    def of(self, number: int) -> tuple[bool, frozenset[str]]:
        inside = frozenset(one for one, history in self.reach.items() if number in history)
        return number in self.bulk, inside


def _by_commit(
    told: RollUp, signed: Sequence[Sequence[Signer]], apart: _Apart, writers: dict[tuple[int, int], int]
) -> tuple[tuple[Hand, ...], list[int]]:
    """Return the hands, and the writer's number of each commit; writers that are met first are added."""
    hands = {Hand(()): 0}
    known: dict[object, int] = {}
    numbers = []
    for number, names, written, committed in zip(
        told.commits, told.hand, told.written, told.committed, strict=True
    ):
        doubtful = not (written and committed) or abs(committed - written) > FAR
        bulk, inside = apart.of(number)
        sort = (names, doubtful, bulk, inside)
        if sort not in known:
            known[sort] = hands.setdefault(_hand(signed[names], bulk, doubtful, inside), len(hands))
        numbers.append(writers.setdefault((known[sort], _day(written, committed)), len(writers)))
    return tuple(hands), numbers


def author_of(signer: Signer) -> Author:
    """Return an author as the facts name them; GitHub's own address names an account by its number."""
    return Author(email=signer.email, name=signer.name, github_id=account_of(signer.email))


def _hand(signed: Sequence[Signer], bulk: bool, doubtful: bool, reachable_from: frozenset[str]) -> Hand:
    signers = list(dict.fromkeys(signed))
    kinds = [found.kind if (found := machine(signer.name, signer.email)) else None for signer in signers]
    humans = [signer for signer, kind in zip(signers, kinds, strict=True) if kind is None]
    return Hand(
        authors=tuple(dict.fromkeys(map(author_of, humans))),
        bulk=bulk,
        ai_assisted=MachineKind.AGENT in kinds and (bool(humans) or MachineKind.ON_BEHALF not in kinds),
        doubtful=doubtful,
        bot=not humans and set(kinds) == {MachineKind.BOT},
        reachable_from=reachable_from,
    )


def _day(written: int, committed: int) -> int:
    return written or committed or date.min.toordinal()


def _files(told: RollUp, by_commit: Sequence[int]) -> tuple[tuple[WrittenFile, ...], Mapping[Skip, int]]:
    """Return the files, and how many tell nothing, by the reason why."""
    # the places of single commits, behind them those of several (the main method's stands first); -1 is nobody's
    single = [*by_commit, 0]
    writers = [*by_commit, *(single[places[0]] for places in told.several), 0]
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
