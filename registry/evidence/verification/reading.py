# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading a table whose rows may be damaged: in batches, and row by row where a batch cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Row, Select, Table, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from registry.evidence.verification.model import Damage, DamageKind, Key

_BATCH = 2_000
UNREADABLE = (ValueError, TypeError, DBAPIError)
"""What reading a value that is none of its column's type may raise."""

Batch = Sequence[Row[Any]]


def batches(session: Session, query: Select[Any]) -> Iterator[Batch]:
    """Yield the rows of a query, some thousands at a time."""
    with session.execute(query, execution_options={"yield_per": _BATCH}) as result:
        yield from result.partitions()


def sound_batches(session: Session, table: Table, query: Select[Any]) -> Iterator[Batch | Damage]:
    """Yield the rows of a table that can be read, and what is wrong with those that cannot.

    `query` selects the table's rows. One may hold text where a date should stand, or bytes that are no JSON.
    """
    done: set[Key] = set()
    places = [list(table.columns).index(column) for column in table.primary_key.columns]
    try:
        for batch in batches(session, query):
            yield batch
            done.update(tuple(row[place] for place in places) for row in batch)
    except UNREADABLE:
        yield from _one_by_one(session, table, query, done)


def _one_by_one(
    session: Session, table: Table, query: Select[Any], done: set[Key]
) -> Iterator[Batch | Damage]:
    primary = list(table.primary_key.columns)
    keys = session.execute(query.with_only_columns(*primary)).all()
    for key in keys:
        if tuple(key) in done:
            continue
        same = [column == value for column, value in zip(primary, key, strict=True)]
        try:
            yield session.execute(select(table).where(*same)).all()
        except UNREADABLE as error:
            text = f"a column of it cannot be read: {type(error).__name__}"
            yield Damage(DamageKind.ALTERED, table.name, ", ".join(map(str, key)), text)
