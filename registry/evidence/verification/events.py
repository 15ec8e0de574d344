# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Events against their leaves: the log read from the database, in order, each leaf hashed anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from registry.evidence.canonical import digest
from registry.evidence.door import LONGEST_SUBJECT, personal_name
from registry.evidence.erasure import ERASED, erasure_of
from registry.evidence.leaf import Explained, parse_manifest
from registry.evidence.merkle import leaf_hash
from registry.evidence.records import EventRow, HeadRow, table_of
from registry.evidence.verification.model import Damage, DamageKind, Told, Watch
from registry.evidence.verification.reading import sound_batches

_FARTHEST = 1_000_000
"""Positions that may be missing in a row: one event far behind the rest is no hole but a forged position."""


def read_events(session: Session, told: Told, watch: Watch) -> Iterator[Damage]:
    """Read the events from `told.start` on into `told`; yields what is wrong with them."""
    table = table_of(EventRow)
    query = select(table).where(table.c.position >= told.start).order_by(table.c.position)
    latest = None
    for batch in sound_batches(session, table, query):
        if isinstance(batch, Damage):
            yield batch
            continue
        for row in batch:
            if row.position != told.size:
                yield _gap(told.size, row.position)
                if not 0 < row.position - told.size < _FARTHEST:
                    continue
                # the tree is lost; what follows is still read at its own place
                told.hashes.extend([b""] * (row.position - told.size))
            yield from _read(row, told)
            latest = row.recorded_at if latest is None else max(latest, row.recorded_at)
        watch("events", len(batch))
    yield from _head(session, told, latest)


def extent(session: Session) -> int:
    """Return how many events the database holds, by the last one's position."""
    last = session.scalar(select(func.max(EventRow.position)))
    return 0 if last is None else last + 1


def _gap(expected: int, found: int) -> Damage:
    missing = f"{expected}" if found == expected + 1 else f"{expected} to {found - 1}"
    return Damage(DamageKind.REMOVED, "evidence_events", missing, "the log goes on behind it")


def _read(row: Row[Any], told: Told) -> Iterator[Damage]:
    place = str(row.position)
    if not isinstance(row.leaf, bytes) or not isinstance(row.rows, bytes):
        # SQLite keeps whatever it is given, whatever the column's type
        told.hashes.append(b"")
        yield Damage(DamageKind.ALTERED, "evidence_events", place, "its leaf or its list of rows is no bytes")
        return
    hashed = leaf_hash(row.leaf)
    told.hashes.append(hashed)
    if hashed != row.leaf_hash:
        yield Damage(
            DamageKind.ALTERED, "evidence_events", place, "its leaf does not have the hash beside it"
        )
    try:
        leaf = json.loads(row.leaf)
        yield from _columns(row, leaf)
        _tell(row.position, leaf, parse_manifest(row.rows), told)
    except (ValueError, TypeError, KeyError, AttributeError):
        yield Damage(
            DamageKind.ALTERED, "evidence_events", place, "its leaf or its list of rows cannot be read"
        )


def _columns(row: Row[Any], leaf: dict[str, Any]) -> Iterator[Damage]:
    said = {
        "position": leaf["position"],
        "kind": leaf["kind"],
        "subject": leaf["subject"][:LONGEST_SUBJECT],
        "recorded_at": leaf["at"],
        "rows": leaf.get("rows", ""),
    }
    found = {
        "position": row.position,
        "kind": row.kind,
        "subject": row.subject,
        "recorded_at": row.recorded_at.isoformat(timespec="microseconds"),
        "rows": digest(row.rows) if row.rows else "",
    }
    for column, value in said.items():
        if found[column] != value:
            text = f"its column {column} is not what its leaf says"
            yield Damage(DamageKind.ALTERED, "evidence_events", str(row.position), text)


def _tell(position: int, leaf: dict[str, Any], explained: list[Explained], told: Told) -> None:
    if leaf.get("behind"):
        told.notes.append(f"event {position} was recorded while the clock stood {leaf['behind']} s back")
    for name, commitment in leaf.get("personal", {}).items():
        told.personal[position, name] = commitment
    for row in explained:
        _tell_row(position, row, told)
    facts = leaf["facts"]
    for name, value in (facts.get("derived") or {}).items():
        parts = value if isinstance(value, dict) else {leaf["subject"]: value}
        told.derived.setdefault(name, {}).update(parts)
    if leaf["kind"] == ERASED:
        told.notes.append(f"erased: {leaf['subject']}: {facts.get('reason', '')} (event {position})")
        tell_erased(facts, told)


def tell_erased(facts: dict[str, Any], told: Told) -> None:
    """Take in what a tombstone says."""
    erased = erasure_of(facts)
    told.erased.update(erased.personal)
    if erased.blob is not None:
        told.erased_blobs.add(erased.blob)


def _tell_row(position: int, row: Explained, told: Told) -> None:
    rows = told.rows.setdefault(row.table, {})
    before = rows.get(row.key)
    rows[row.key] = (bytes.fromhex(row.digest), position)
    place = (row.table, row.key)
    if before is not None and place in told.commitments:
        columns = told.commitments.pop(place)
        told.superseded.update((before[1], personal_name(row.table, row.key, one)) for one in columns)
    if row.personal:
        told.commitments[place] = dict(row.personal)
        for column, commitment in row.personal.items():
            name = personal_name(row.table, row.key, column)
            told.personal[position, name] = commitment
            told.in_rows.add((position, name))


def _head(session: Session, told: Told, latest: Any) -> Iterator[Damage]:
    table = table_of(HeadRow)
    heads: list[Row[Any]] = []
    for batch in sound_batches(session, table, select(table)):
        if isinstance(batch, Damage):
            yield batch
        else:
            heads.extend(batch)
    if len(heads) > 1 or (told.size and [head.id for head in heads] != [1]):
        text = f"it has {len(heads)} rows, not the one numbered 1"
        yield Damage(DamageKind.ALTERED, "evidence_head", "1", text)
    for head in heads:
        yield from _end(head, told, latest)


def _end(head: Row[Any], told: Told, latest: Any) -> Iterator[Damage]:
    if not isinstance(head.size, int):
        yield Damage(DamageKind.ALTERED, "evidence_head", str(head.id), "its size is no number")
    elif head.size != told.size:
        text = f"it says {head.size} events and the log holds {told.size}"
        kind = DamageKind.TRUNCATED if head.size > told.size else DamageKind.ALTERED
        yield Damage(kind, "evidence_head", str(head.id), text)
    if told.start == 0 and latest is not None and head.latest != latest:
        text = "its time is not that of the latest event"
        yield Damage(DamageKind.ALTERED, "evidence_head", str(head.id), text)
