# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The door: every event of the register enters the log here, in the transaction of the rows it explains."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from sqlalchemy import UpdateBase, bindparam, case, func, insert, inspect, select, update
from sqlalchemy.orm import Session

from registry.database import Base, Recorded, chunks
from registry.errors import RefusedError
from registry.evidence.canonical import canonical
from registry.evidence.commitment import SALT, Salts, commit
from registry.evidence.leaf import Explained, Stamp, leaf_of, manifest_of, sound
from registry.evidence.merkle import leaf_hash
from registry.evidence.model import Event, Position
from registry.evidence.records import EventRow, HeadRow, PersonalRow, table_of
from registry.evidence.rowform import RowForm, row_form

SIGNED = "evidence.signed"
"""In `session.info`: the size of the last signed checkpoint; a database with fewer events is read only."""

REFUSAL = "evidence.refusal"
"""In `session.info`: why nothing may be written in this session, where that is so."""

LONGEST_SUBJECT = 300


@dataclass(frozen=True)
class Entry:
    """One event on its way in: the rows that it adds or changes, and those of facts that it closes."""

    event: Event
    rows: Sequence[Base] = ()
    closes: Sequence[Base] = ()


def record(
    session: Session,
    event: Event,
    now: datetime,
    rows: Sequence[Base] = (),
    *,
    closes: Sequence[Base] = (),
    salts: Salts = secrets.token_bytes,
) -> Position:
    """Append `event` to the log, with the `rows` it explains, in the caller's transaction.

    Every row that the event adds or changes goes here, so that `verify` can tell an explained row from an
    altered one. `closes` are rows of facts (`Recorded`) that hold no longer.
    """
    return record_many(session, [Entry(event, rows, closes)], now, salts)[0]


def record_many(
    session: Session, entries: Sequence[Entry], now: datetime, salts: Salts = secrets.token_bytes
) -> list[Position]:
    """Append many events at once, in order; returns their positions."""
    if not entries:
        return []
    first, behind = _claim(session, len(entries), now)
    for position, entry in enumerate(entries, first):
        _place(entry, position)
        session.add_all(entry.rows)
        session.add_all(entry.closes)
    again = _known_before(entries)
    session.flush()
    events: list[dict[str, Any]] = []
    personal: list[dict[str, Any]] = []
    for position, entry in enumerate(entries, first):
        stamp = Stamp(Position(position), now.astimezone(UTC), behind)
        events.append(_event(entry, stamp, salts, personal))
    session.execute(insert(table_of(EventRow)), events)
    if personal:
        session.execute(insert(table_of(PersonalRow)), personal)
    if again:
        _forget_older(session, again, personal)
    return [Position(first + number) for number in range(len(entries))]


def lock(session: Session) -> None:
    """Wait until no other writer is at the log, and keep others out until this transaction ends.

    Call it before reading what a decision rests on, when two runs at once must not decide alike.
    """
    head = table_of(HeadRow)
    if session.execute(update(head).values(size=head.c.size)).rowcount == 0:  # type: ignore[attr-defined]
        _begin(session)


def personal_name(table: str, key: Iterable[Any], column: str) -> str:
    """Return the name under which the salt of a row's personal column is kept."""
    return f"{table} {canonical(list(key)).decode()} {column}"


def explain(row: Base) -> Explained:
    """Return the table, the key and the digest of a row without personal columns, as the log would."""
    form, read = _reader(type(row))
    values = form.values(read(row))
    return Explained(form.table, tuple(form.key_of(values)), form.digest(values, {}))


def _claim(session: Session, count: int, now: datetime) -> tuple[int, int]:
    """Take the next `count` positions; the head's row is locked from here to the transaction's end."""
    if REFUSAL in session.info:
        raise RefusedError(session.info[REFUSAL])
    moment = now.astimezone(UTC)
    found = session.execute(_next(), {"count": count, "moment": moment}).one_or_none()
    if found is None:
        _begin(session)
        return _claim(session, count, now)
    first = found.size - count
    if first < session.info.get(SIGNED, 0):
        msg = (
            f"the database holds {first} events and a checkpoint was signed over {session.info[SIGNED]}: "
            "it is an old copy and is not written to; restore the newest backup"
        )
        raise RefusedError(msg)
    return first, max(0, int((found.latest - moment).total_seconds()))


@lru_cache(maxsize=1)
def _next() -> UpdateBase:
    head = table_of(HeadRow)
    moment = bindparam("moment", type_=head.c.latest.type)
    later = case((head.c.latest < moment, moment), else_=head.c.latest)
    statement = update(head).values(
        size=head.c.size + bindparam("count", type_=head.c.size.type), latest=later
    )
    return statement.returning(head.c.size, head.c.latest)


def _begin(session: Session) -> None:
    """Write the head's one row; whoever comes second finds it there."""
    last = session.execute(select(func.max(EventRow.position), func.max(EventRow.recorded_at))).one()
    size = 0 if last[0] is None else last[0] + 1
    values = {"id": 1, "size": size, "latest": last[1] or datetime(1970, 1, 1, tzinfo=UTC)}
    dialect = session.get_bind().dialect.name
    if dialect == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as insert_or  # noqa: PLC0415
    else:
        from sqlalchemy.dialects.sqlite import insert as insert_or  # type: ignore[assignment] # noqa: PLC0415
    session.execute(insert_or(table_of(HeadRow)).values(values).on_conflict_do_nothing())


def _place(entry: Entry, position: int) -> None:
    for row in entry.rows:
        if isinstance(row, Recorded) and row.recorded is None:
            row.recorded = position
    for row in entry.closes:
        if not isinstance(row, Recorded) or row.closed is not None:
            msg = f"the row {row!r} cannot be closed: it is none of facts, or closed already"
            raise RefusedError(msg)
        row.closed = position


def _known_before(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the tables with personal columns of which rows are logged again."""
    rows = [row for entry in entries for row in (*entry.rows, *entry.closes)]
    forms = [(_reader(type(row))[0], row) for row in rows]
    return frozenset(form.table for form, row in forms if form.personal and inspect(row).persistent)


def _forget_older(session: Session, tables: frozenset[str], personal: list[dict[str, Any]]) -> None:
    """Erase the salts of what such rows said before: the value is gone, so nobody could check it."""
    table = table_of(PersonalRow)
    rows = [one for one in personal if one["value"] is None and one["name"].partition(" ")[0] in tables]
    fresh = {one["name"]: one["position"] for one in rows}
    for chunk in chunks(sorted(fresh)):
        query = select(table.c.name, table.c.position).where(
            table.c.name.in_(chunk), table.c.salt.is_not(None)
        )
        for name, position in session.execute(query).all():
            if position < fresh[name]:
                same = (table.c.name == name) & (table.c.position == position)
                session.execute(update(table).where(same).values(salt=None, value=None))


def _event(entry: Entry, stamp: Stamp, salts: Salts, personal: list[dict[str, Any]]) -> dict[str, Any]:
    event = entry.event
    commitments: dict[str, str] = {}
    for name, value in event.personal.items():
        salt = salts(SALT)
        commitments[name] = commit(salt, sound(value))
        personal.append(
            {"position": stamp.position, "name": sound(name), "salt": salt, "value": sound(value)}
        )
    explained = [_explain(row, stamp, salts, personal) for row in (*entry.rows, *entry.closes)]
    manifest = manifest_of(explained)
    leaf = leaf_of(event, stamp, commitments, manifest)
    return {
        "position": stamp.position,
        "kind": event.kind,
        "subject": sound(event.subject)[:LONGEST_SUBJECT],
        "recorded_at": stamp.at,
        "leaf": leaf,
        "leaf_hash": leaf_hash(leaf),
        "rows": manifest,
    }


def _explain(row: Base, stamp: Stamp, salts: Salts, personal: list[dict[str, Any]]) -> Explained:
    form, read = _reader(type(row))
    values = form.values(read(row))
    key = form.key_of(values)
    fresh = {form.columns[place]: salts(SALT) for place in form.personal if values[place] is not None}
    for column, salt in fresh.items():
        name = personal_name(form.table, key, column)
        personal.append({"position": stamp.position, "name": name, "salt": salt, "value": None})
    commitments = form.commitments(values, fresh)
    return Explained(form.table, tuple(key), form.digest(values, commitments), commitments)


@lru_cache(maxsize=500)
def _reader(kind: type[Base]) -> tuple[RowForm, Any]:
    mapper = inspect(kind)
    table = table_of(kind)
    names = [mapper.get_property_by_column(column).key for column in table.columns]
    read = attrgetter(*names)
    return row_form(table), read if len(names) > 1 else lambda row: (read(row),)
