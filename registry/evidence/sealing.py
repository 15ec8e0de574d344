# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Sealing: the log holds the digests of derived tables, a part at a time, and not their rows.

A derived table can be computed again (provenance, roll-ups, caches). Its parts are the rows of one value of a
column (a repository's), or a stretch of its numbers. A part is sealed anew when it may have changed; one that
changed without being sealed is what verification finds.
"""

from __future__ import annotations

import enum
import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, select
from sqlalchemy.orm import Session

from registry.evidence.canonical import canonical_sound
from registry.evidence.door import Entry, record_many
from registry.evidence.model import Event, JsonValue
from registry.evidence.records import EventRow
from registry.evidence.rowform import row_form
from registry.evidence.verification.model import Derived
from registry.evidence.verification.reading import batches

SEALED = "evidence.sealed"
STRETCH = 4_096
"""Rows of a part of a table that is cut by number."""

_MOST = 500


class Cut(enum.StrEnum):
    """How a table falls into parts. BY_NUMBER is for tables that are only added to, in the order of their ids."""

    BY_VALUE = "value"
    BY_NUMBER = "number"


@dataclass(frozen=True)
class Sealed:
    """A derived table, and the column that its parts are cut by."""

    table: Table
    column: Column[Any]
    cut: Cut

    def derived(self) -> Derived:
        """Return how verification looks at it."""
        return Derived(self.table.name, frozenset({self.table.name}), self.digests)

    def digests(self, session: Session) -> Iterator[tuple[str, str]]:
        """Yield each part's name and digest, as the table is now."""
        yield from part_digests(session, self, [])

    def part_of(self, value: Any) -> str:
        """Return the part that a row with this value in the column belongs to."""
        return str(value // STRETCH if self.cut is Cut.BY_NUMBER else value)


def seal(
    session: Session, tables: Sequence[Sealed], now: datetime, changed: Mapping[str, Collection[str]]
) -> int:
    """Seal what is new, and those parts of each table that `changed` names; returns how many parts.

    Parts cut by number that are full stay as they were sealed.
    """
    entries: list[Entry] = []
    for sealed in tables:
        known = sealed_parts(session, sealed.table.name)
        fresh = _fresh(session, sealed, known, changed.get(sealed.table.name, ()))
        entries += _entries(sealed.table.name, {p: d for p, d in fresh.items() if known.get(p, "") != d})
    record_many(session, entries, now)
    return len(entries)


def sealed_parts(session: Session, table: str) -> dict[str, str]:
    """Return the digest of each part as it was sealed last."""
    query = select(EventRow.leaf).where(EventRow.kind == SEALED, EventRow.subject == table)
    found: dict[str, str] = {}
    for leaf in session.scalars(query.order_by(EventRow.position)):
        found.update(json.loads(leaf)["facts"]["derived"][table])
    return found


def part_digests(
    session: Session, sealed: Sealed, where: Sequence[ColumnElement[bool]]
) -> Iterator[tuple[str, str]]:
    """Yield name and digest of each part that has rows: of its rows' digests, sorted, in one pass."""
    form, place = row_form(sealed.table), list(sealed.table.columns).index(sealed.column)
    query = select(sealed.table).where(*where).order_by(sealed.column)
    rows = (row for batch in batches(session, query) for row in batch)
    for part, group in groupby(rows, key=lambda row: sealed.part_of(row[place])):
        digests = sorted(
            hashlib.sha256(canonical_sound(form.listed(form.values(row)))).digest() for row in group
        )
        yield part, hashlib.sha256(b"".join(digests)).hexdigest()


def _fresh(
    session: Session, sealed: Sealed, known: Mapping[str, str], changed: Collection[str]
) -> dict[str, str]:
    column = sealed.column
    if sealed.cut is Cut.BY_NUMBER:
        first = max(map(int, known), default=0) * STRETCH
        return dict(part_digests(session, sealed, [column >= first]))
    there = map(str, session.scalars(select(column).distinct()))
    wanted = set(changed) | (set(there) - known.keys())
    gone = dict.fromkeys(wanted, "")
    return gone | dict(part_digests(session, sealed, [column.in_([int(part) for part in wanted])]))


def _entries(table: str, parts: Mapping[str, str]) -> Iterator[Entry]:
    names = sorted(parts)
    for at in range(0, len(names), _MOST):
        some: dict[str, JsonValue] = {name: parts[name] for name in names[at : at + _MOST]}
        yield Entry(Event(SEALED, table, {"derived": {table: some}}))
