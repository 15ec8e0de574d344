# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Titles: whose each of many repositories is, in short, read from what was found before.

An answer is kept with what it depends on: the snapshot, the print of the facts that bear on it, and the days on which
it holds. Whatever else is recorded leaves it as it is; where one of these is another, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.ownership.facts import Facts
from registry.parties import service as parties
from registry.pipeline.determined import Remembered, facts_on, memory
from registry.pipeline.in_short import Kept, unpack
from registry.pipeline.owned import InShort
from registry.pipeline.prints import Prints
from registry.pipeline.titles_records import TitleRow
from registry.provenance import service as provenance
from registry.provenance.signatures import addresses_of
from registry.provenance.snapshot import Snapshot
from registry.text import visible


@dataclass(frozen=True)
class Titles:
    """The answers that hold, by repository; `missing` are the repositories of which none was found yet.

    Where nothing was ever stated there is neither: no title is assessed.
    """

    found: Mapping[int, InShort]
    missing: frozenset[int]


@dataclass(frozen=True)
class _Read:
    """The answers that hold by the facts as known, and what their holders are called."""

    kept: Mapping[int, Kept]
    names: Mapping[str, str]


_PRINTS: Remembered[Prints] = Remembered(2)
_READ: Remembered[_Read] = Remembered(4)


def titles(session: Session, snapshots: Mapping[int, Snapshot], today: date) -> Titles:
    """Return whose the repositories with these presents are today, as far as it was found."""
    position = parties.position_on(session, date.max)
    if position < 0:
        return Titles({}, frozenset())
    fresh = [one for one in _rows(session, list(snapshots)) if _is_of(one, snapshots, today)]
    key = (memory(session), position, tuple(map(tuple, fresh)))
    read = _READ.get(key, lambda: _read(session, snapshots, [one.repository_id for one in fresh], position))
    found = {number: one.on(today, read.names) for number, one in read.kept.items()}
    return Titles(found, frozenset(snapshots.keys() - found.keys()))


def prints(session: Session) -> Prints:
    """Return what makes the prints of repositories by the facts as they are known now."""
    position = parties.position_on(session, date.max)
    key = (memory(session), position)
    return _PRINTS.get(key, lambda: Prints(facts_on(session, position)))


def holding(
    session: Session, snapshots: Mapping[int, Snapshot], repositories: Sequence[int]
) -> dict[int, Kept]:
    """Return what is kept of these repositories, where nothing that bears on it has changed."""
    columns = (TitleRow.repository_id, TitleRow.bearing, TitleRow.content)
    rows = [
        (number, bearing, unpack(content))
        for chunk in chunks(sorted(repositories))
        for number, bearing, content in session.execute(
            select(*columns).where(TitleRow.repository_id.in_(chunk))
        )
    ]
    emails = addresses_of(session, {one for _, _, kept in rows for one in kept.identities})
    made = prints(session)
    return {
        number: kept
        for number, bearing, kept in rows
        if made.of(snapshots[number], [emails.get(one, "") for one in kept.identities]) == bearing
    }


def _rows(session: Session, repositories: Sequence[int]) -> Iterator[Any]:
    columns = (
        TitleRow.repository_id,
        TitleRow.snapshot_id,
        TitleRow.found,
        TitleRow.until,
        TitleRow.bearing,
    )
    for chunk in chunks(sorted(repositories)):
        yield from session.execute(
            select(*columns).where(TitleRow.repository_id.in_(chunk)).order_by(TitleRow.repository_id)
        )


def _is_of(row: Any, snapshots: Mapping[int, Snapshot], today: date) -> bool:
    return bool(row.snapshot_id == snapshots[row.repository_id].id and row.found <= today <= row.until)


def _read(
    session: Session, snapshots: Mapping[int, Snapshot], repositories: Sequence[int], position: int
) -> _Read:
    found = holding(session, snapshots, repositories)
    ids = {one for kept in found.values() for holders, _, _ in kept.holders for one in holders}
    return _Read(found, _names(session, facts_on(session, position), ids))


def _names(session: Session, facts: Facts, ids: set[str]) -> dict[str, str]:
    """Return what holders are called; whoever is known by an address alone by the name beside it."""
    numbers = {one: int(one.partition(":")[2]) for one in ids if one.partition(":")[2].isdecimal()}
    known = provenance.authors(session, numbers.values())
    people = {one: known[number].name for one, number in numbers.items() if number in known}
    stated = {one: facts.parties[one] for one in ids if one in facts.parties}
    called = people | {one: party.name or party.id for one, party in stated.items()}
    return {one: visible(name) for one, name in called.items()}
