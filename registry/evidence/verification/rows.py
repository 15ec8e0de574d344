# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rows against leaves: every row of every logged table is the one that the latest event about it explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Select, Table, select, tuple_
from sqlalchemy.orm import Session

from registry.evidence.commitment import commit
from registry.evidence.door import personal_name
from registry.evidence.model import JsonValue
from registry.evidence.rowform import RowForm, row_form
from registry.evidence.verification.model import Damage, DamageKind, Key, Told, Watch
from registry.evidence.verification.reading import sound_batches

_CHUNK = 400


def check_rows(session: Session, table: Table, told: Told, watch: Watch) -> Iterator[Damage]:
    """Hold a table's rows, all of them, against what the log tells of them."""
    yield from _compare(session, table, [select(table)], told, watch)


def check_some(session: Session, table: Table, told: Told, watch: Watch) -> Iterator[Damage]:
    """Hold only those rows of a table that `told` names against it."""
    keys = list(told.rows.get(table.name, ()))
    parts = (keys[at : at + _CHUNK] for at in range(0, len(keys), _CHUNK))
    primary = list(table.primary_key.columns)
    queries = (select(table).where(tuple_(*primary).in_(part)) for part in parts)
    yield from _compare(session, table, queries, told, watch)


def _compare(
    session: Session, table: Table, queries: Iterable[Select[Any]], told: Told, watch: Watch
) -> Iterator[Damage]:
    form, expected = row_form(table), told.rows.pop(table.name, {})
    for query in queries:
        for batch in sound_batches(session, table, query):
            if isinstance(batch, Damage):
                yield batch
                continue
            for row in batch:
                yield from _row(form, row, expected, told)
            told.looked += len(batch)
            watch("rows", len(batch))
    for key, (_, position) in expected.items():
        yield Damage(
            DamageKind.REMOVED, table.name, written(key), f"event {position} explains it and it is gone"
        )


def _row(
    form: RowForm, row: Sequence[Any], expected: dict[Key, tuple[bytes, int]], told: Told
) -> Iterator[Damage]:
    try:
        values = form.values(row)
    except (ValueError, TypeError) as error:
        key = tuple(row[place] for place in form.key)
        expected.pop(key, None)
        text = f"a column of it cannot be read: {type(error).__name__}"
        yield Damage(DamageKind.ALTERED, form.table, written(key), text)
        return
    yield from _values(form, values, expected, told)


def _values(
    form: RowForm, values: list[JsonValue], expected: dict[Key, tuple[bytes, int]], told: Told
) -> Iterator[Damage]:
    key = tuple(form.key_of(values))
    told_of = expected.pop(key, None)
    if told_of is None:
        yield Damage(DamageKind.INSERTED, form.table, written(key), "no event explains it")
        return
    wanted, position = told_of
    commitments = told.commitments.get((form.table, key), {})
    for column, commitment in commitments.items():
        value = values[form.columns.index(column)]
        salt = told.salts.get((position, personal_name(form.table, key, column)))
        if not _kept(salt, value, commitment, form.blank(column, key)):
            text = f"its column {column} is not what event {position} committed to"
            yield Damage(DamageKind.ALTERED, form.table, written(key), text)
    if form.digest(values, commitments) != wanted.hex():
        text = f"it is not the row that event {position} explains"
        yield Damage(DamageKind.ALTERED, form.table, written(key), text)


def _kept(salt: bytes | None, value: JsonValue, commitment: str, blank: str | None) -> bool:
    # an erased value: whether its salt was rightly erased is looked at where the salts stand
    if salt is None:
        return value in ("", blank)
    return commit(salt, value) == commitment


def written(key: Key) -> str:
    """Return a key for reading."""
    return ", ".join(map(str, key))
