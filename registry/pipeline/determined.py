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
from itertools import count
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from registry.errors import NotFoundError
from registry.ownership.answers import Determination
from registry.ownership.decider import Decider
from registry.ownership.facts import Facts
from registry.ownership.opening import open_book
from registry.parties import service as parties
from registry.pipeline.facts import NOTHING_STATED, facts_known
from registry.pipeline.grouping import Groups, group, scopes_about, telling
from registry.pipeline.grouping import Key as GroupKey
from registry.pipeline.trees import Tree, tree_now, tree_of_day
from registry.pipeline.written import read_written
from registry.provenance import service as provenance

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Key:
    """All that an answer depends on: the database, what was read of a repository, what was known, and the day."""

    place: int
    repository: int
    snapshot: int
    commit: str
    position: int
    as_of: date


@dataclass(frozen=True)
class Determined:
    """The facts as known, the groups, and the answer for each group that was written by the day asked about.

    `key` is all that it was found from.
    """

    key: Key
    facts: Facts
    groups: Groups
    answers: Mapping[GroupKey, Determination]


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
_GROUPS: Remembered[Groups] = Remembered(128)
_DETERMINED: Remembered[Determined] = Remembered(128)


def determine_repository(
    session: Session, repository: int, as_of: date, known: date | None = None, *, of_day: bool = False
) -> Determined:
    """Return the answers for a repository's present, or with `of_day` for its content on the day asked about.

    Raises NotFoundError for one that was never read.
    """
    snapshot = provenance.snapshot(session, repository)
    if snapshot is None:
        msg = f"repository {repository} was never read; harvest it first"
        raise NotFoundError(msg)
    place = database_number(session.get_bind().engine)
    position = parties.position_on(session, known or date.max)
    facts = _FACTS.get((place, position), lambda: _facts(session, position))
    tree = tree_of_day(session, snapshot, as_of) if of_day else tree_now(snapshot)
    key = Key(place, repository, snapshot.id, tree.snapshot.commit, position, as_of)
    return _DETERMINED.get(key, lambda: _determine(session, tree, facts, key))


def database_number(engine: Engine) -> int:
    """Return a number for the database that no other one of this process ever has."""
    with _LOCK:
        return _PLACES.setdefault(engine, next(_NUMBERS))


def _facts(session: Session, position: int) -> Facts:
    try:
        return facts_known(session, position)
    except NotFoundError:
        return NOTHING_STATED


def _determine(session: Session, tree: Tree, facts: Facts, key: Key) -> Determined:
    snapshot, repository = tree.snapshot, tree.snapshot.repository
    revisions = tuple(sorted({one.revision for one in scopes_about(repository, facts) if one.revision}))
    source = (key.place, repository, snapshot.id, snapshot.commit, revisions)
    apart = telling(repository, facts)

    def grouped() -> Groups:
        return group(read_written(session, tree, revisions), apart)

    groups = _GROUPS.get((source, apart), grouped)
    # what was not yet recorded is not among the facts: the engine need not look at that day
    facts = replace(facts, asks=replace(facts.asks, as_of=key.as_of, known=date.max))
    if not facts.asks.party:
        return Determined(key, facts, groups, {})
    decider = _DECIDERS.get((key.place, key.position, key.as_of), lambda: Decider(open_book(facts)))
    by_then = {name: one for name, one in groups.contributions.items() if one.day <= key.as_of}
    return Determined(key, facts, groups, {name: decider.answer(one) for name, one in by_then.items()})
