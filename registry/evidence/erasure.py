# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Erasing: a value, or bytes, are gone for good, and the log says that they were there and why they went.

The log holds commitments only, so its proofs still hold. What was erased is also written down apart, because
a backup from before still has it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select, tuple_, update
from sqlalchemy.orm import Session

from registry.database import Base, Sessions
from registry.evidence import disk
from registry.evidence.blobs import blob_path
from registry.evidence.canonical import canonical
from registry.evidence.door import personal_name, record
from registry.evidence.model import Digest, Event, JsonValue, Position
from registry.evidence.places import Places
from registry.evidence.records import EventRow, PersonalRow, table_of
from registry.evidence.rowform import RowForm, row_form

ERASED = "evidence.erased"
"""The kind of the tombstone: the event that says what was erased, and why."""


@dataclass(frozen=True)
class Erasure:
    """What is to be erased: salts (position, name), columns (table, key, columns), the bytes of a blob."""

    reason: str
    personal: Sequence[tuple[int, str]] = ()
    columns: Sequence[tuple[str, tuple[JsonValue, ...], tuple[str, ...]]] = ()
    blob: Digest | None = None

    def facts(self) -> dict[str, JsonValue]:
        """Return it as the facts of a tombstone."""
        written: dict[str, JsonValue] = {"reason": self.reason}
        if self.personal:
            written["personal"] = [[position, name] for position, name in self.personal]
        if self.columns:
            written["columns"] = [[table, list(key), list(names)] for table, key, names in self.columns]
        return written | {"blob": self.blob} if self.blob else written


def erasure_of(facts: dict[str, Any]) -> Erasure:
    """Return the erasure that a tombstone's facts tell of."""
    return Erasure(
        reason=str(facts.get("reason", "")),
        personal=[(one[0], one[1]) for one in facts.get("personal", [])],
        columns=[(one[0], tuple(one[1]), tuple(one[2])) for one in facts.get("columns", [])],
        blob=Digest(facts["blob"]) if "blob" in facts else None,
    )


def of_value(position: int, name: str, reason: str) -> Erasure:
    """Return the erasure of one personal value of an event."""
    return Erasure(reason, [(position, name)])


def of_row(session: Session, table: Table, key: tuple[JsonValue, ...], reason: str) -> Erasure:
    """Return the erasure of all personal columns of a row, with every salt that the log ever used for them."""
    form: RowForm = row_form(table)
    columns = tuple(form.columns[place] for place in form.personal)
    names = [personal_name(table.name, key, column) for column in columns]
    found = session.execute(
        select(PersonalRow.position, PersonalRow.name).where(
            PersonalRow.name.in_(names), PersonalRow.salt.is_not(None)
        )
    )
    return Erasure(reason, [(one.position, one.name) for one in found], [(table.name, key, columns)])


@dataclass(frozen=True)
class Shelf:
    """Where erasing happens: the sessions, the tables by name, the folder of the blobs, the places of the log."""

    sessions: Sessions
    tables: Sequence[Table]
    blobs: Path
    places: Places


def erase(shelf: Shelf, erasure: Erasure, now: datetime, rows: Sequence[Base] = ()) -> Position:
    """Erase and record the tombstone in one transaction; then the bytes, and the note apart.

    `rows` follow from it and are added with it. Returns the tombstone's place in the log.
    """
    with shelf.sessions.begin() as session:
        position = record(session, Event(ERASED, _subject(erasure), erasure.facts()), now, rows)
        _forget(session, shelf.tables, erasure)
    _finish(shelf, [erasure])
    return position


def replay(shelf: Shelf) -> int:
    """Erase again whatever a tombstone, here or apart, says was erased; returns how many there were.

    For a register that was restored, or whose run died between the transaction and the disk.
    """
    with shelf.sessions.begin() as session:
        leaves = session.scalars(select(EventRow.leaf).where(EventRow.kind == ERASED)).all()
        told = [json.loads(leaf)["facts"] for leaf in leaves]
        erasures = [erasure_of(facts) for facts in (*told, *erased_apart(shelf.places))]
        for erasure in erasures:
            _forget(session, shelf.tables, erasure)
    _finish(shelf, erasures)
    return len({canonical(erasure.facts()) for erasure in erasures})


def erased_apart(places: Places) -> list[dict[str, Any]]:
    """Return the facts of the tombstones that are kept apart."""
    try:
        lines = places.erasures.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []
    return [json.loads(line) for line in lines if line]


def _forget(session: Session, tables: Iterable[Table], erasure: Erasure) -> None:
    personal = table_of(PersonalRow)
    if erasure.personal:
        same = tuple_(personal.c.position, personal.c.name).in_(list(erasure.personal))
        session.execute(update(personal).where(same).values(salt=None, value=None))
    by_name = {table.name: table for table in tables}
    for name, key, columns in erasure.columns:
        table = by_name[name]
        primary = zip(table.primary_key.columns, key, strict=True)
        gone = {column: row_form(table).blank(column, key) for column in columns}
        session.execute(update(table).where(*(column == value for column, value in primary)).values(gone))


def _finish(shelf: Shelf, erasures: Sequence[Erasure]) -> None:
    known = {canonical(facts) for facts in erased_apart(shelf.places)}
    lines = sorted(known | {canonical(erasure.facts()) for erasure in erasures})
    if len(lines) > len(known):
        disk.write_durably(shelf.places.erasures, b"".join(line + b"\n" for line in lines))
    for erasure in erasures:
        if erasure.blob is not None:
            disk.remove_durably(blob_path(shelf.blobs, erasure.blob))


def _subject(erasure: Erasure) -> str:
    if erasure.blob is not None:
        return f"blob/{erasure.blob}"
    if erasure.columns:
        table, key, _ = erasure.columns[0]
        return f"{table}/{'/'.join(map(str, key))}"
    return f"event/{erasure.personal[0][0]}"
