# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Determined: the engine's answer for every group of a repository's present, found once and remembered.

What is remembered can be computed again from the register: it is kept in memory, by what it depends on.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import count
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from registry.errors import NotFoundError
from registry.evidence import service as evidence
from registry.ownership.answers import Determination
from registry.ownership.decider import Decider
from registry.ownership.facts import Contribution, Facts
from registry.ownership.opening import open_book
from registry.parties import service as parties
from registry.pipeline.facts import NOTHING_STATED, facts_known
from registry.pipeline.grouping import Groups, group, scopes_about, telling
from registry.pipeline.grouping import Key as GroupKey
from registry.pipeline.pieces import Pieces, cut
from registry.pipeline.trees import Tree, tree_now, tree_of_day
from registry.pipeline.written import read_written
from registry.provenance import service as provenance

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Key:
    """All that an answer depends on: the database, what was read of a repository, what was known, and the day."""

    place: Memory
    repository: int
    snapshot: int
    commit: str
    position: int
    as_of: date


@dataclass(frozen=True)
class Asked:
    """A question about a repository: its key, the tree whose lines are asked about, and the facts as known."""

    key: Key
    tree: Tree
    facts: Facts


@dataclass(frozen=True)
class Determined:
    """The facts as known, the groups, and what decides them; nothing does where no party is asked about.

    `key` is all that it was found from. Answers are found when they are asked for.
    """

    key: Key
    facts: Facts
    groups: Groups
    decider: Decider | None

    def answer(self, group: GroupKey) -> Determination | None:
        """Return the answer for a group; None where it was written after the day asked about."""
        if self.decider is None or self.groups.day(group) > self.key.as_of:
            return None
        return self.decider.answer(self.groups.contribution(group))

    def alone(self, one: Contribution) -> Determination | None:
        """Return the answer for lines as they are told here; None where they were written after the day asked about."""
        return None if self.decider is None or one.day > self.key.as_of else self.decider.answer(one)

    @cached_property
    def answers(self) -> Mapping[GroupKey, Determination]:
        """The answer for each group that was written by the day asked about."""
        told = ((one, self.answer(one)) for one in self.groups.sums)
        return {one: answer for one, answer in told if answer is not None}

    @cached_property
    def pieces(self) -> Pieces:
        """The answers for all lines that were written by the day asked about, in as few pieces as can be."""
        return {} if self.decider is None else cut(self.groups, self.decider)


class Remembered(Generic[_Value]):
    """The values found last, at most `most`, by what they depend on; for several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, _Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, find: Callable[[], _Value]) -> _Value:
        """Return the value of `key`, found now where it is not remembered."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        value = find()
        with self._lock:
            self._values[key] = value
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value


_LOCK = Lock()
_PLACES: WeakKeyDictionary[Engine, int] = WeakKeyDictionary()
_NUMBERS = count()
_FACTS: Remembered[Facts] = Remembered(16)
_DECIDERS: Remembered[Decider] = Remembered(16)
_GROUPS: Remembered[Groups] = Remembered(64)
_DETERMINED: Remembered[Determined] = Remembered(64)


def determine_repository(
    session: Session, repository: int, as_of: date, known: date | None = None, *, of_day: bool = False
) -> Determined:
    """Return the answers for a repository's present, or with `of_day` for its content on the day asked about.

    Raises NotFoundError for one that was never read.
    """
    return determine(session, ask(session, repository, as_of, known, of_day=of_day))


def ask(
    session: Session, repository: int, as_of: date, known: date | None = None, *, of_day: bool = False
) -> Asked:
    """Return the question that `determine_repository` answers; raises what it raises."""
    snapshot = provenance.snapshot(session, repository)
    if snapshot is None:
        msg = f"repository {repository} was never read; harvest it first"
        raise NotFoundError(msg)
    place = memory(session)
    position = parties.position_on(session, known or date.max)
    facts = _facts_at(session, place, position)
    tree = tree_of_day(session, snapshot, as_of) if of_day else tree_now(snapshot)
    return Asked(Key(place, repository, snapshot.id, tree.snapshot.commit, position, as_of), tree, facts)


def determine(session: Session, asked: Asked) -> Determined:
    """Return what answers a question."""
    return _DETERMINED.get(asked.key, lambda: _determine(session, asked))


Memory = tuple[int, int]
"""Whose answers are remembered: the database, and its last erasure; what was erased is no longer remembered."""


def memory(session: Session) -> Memory:
    """Return a number for the database that no other one of this process ever has, and where it erased last."""
    with _LOCK:
        number = _PLACES.setdefault(session.get_bind().engine, next(_NUMBERS))
    return number, evidence.last_erasure(session)


def facts_on(session: Session, position: int) -> Facts:
    """Return the facts as they were known at a position of the log; nothing where nothing was stated yet."""
    return _facts_at(session, memory(session), position)


def _facts_at(session: Session, place: Memory, position: int) -> Facts:
    return _FACTS.get((place, position), lambda: _facts(session, position))


def _facts(session: Session, position: int) -> Facts:
    try:
        return facts_known(session, position)
    except NotFoundError:
        return NOTHING_STATED


def _determine(session: Session, asked: Asked) -> Determined:
    key, facts = asked.key, asked.facts
    about = scopes_about(key.repository, facts)
    revisions = tuple(sorted({one.revision for one in about if one.revision}))
    apart = telling(key.repository, facts)
    source = (key.place, key.repository, key.snapshot, key.commit, revisions, apart)
    groups = _GROUPS.get(source, lambda: group(read_written(session, asked.tree, revisions), apart))
    # what was not yet recorded is not among the facts: the engine need not look at that day
    facts = replace(facts, asks=replace(facts.asks, as_of=key.as_of, known=date.max))
    if not facts.asks.party:
        return Determined(key, facts, groups, None)
    decider = _DECIDERS.get((key.place, key.position, key.as_of), lambda: Decider(open_book(facts)))
    return Determined(key, facts, groups, decider)
