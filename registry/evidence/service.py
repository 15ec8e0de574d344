# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The one door of evidence: keep what was seen, record what happened, read it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from registry.errors import NotFoundError
from registry.evidence import blobs
from registry.evidence.canonical import digest as digest_of
from registry.evidence.door import Entry, lock, record, record_many
from registry.evidence.erasure import ERASED, erase
from registry.evidence.leaf import parse_manifest
from registry.evidence.model import Digest, Event, Logged, Observation, Position
from registry.evidence.proving import Proof, Signed, consistency, proof, signed, tile_at
from registry.evidence.records import EventRow, ObservationRow
from registry.evidence.scrub import scrub
from registry.evidence.signing import checkpoint, guarded
from registry.evidence.verification.run import verify

__all__ = [
    "TOOL",
    "Entry",
    "Proof",
    "Seen",
    "Signed",
    "body",
    "checkpoint",
    "consistency",
    "erase",
    "event",
    "events_of",
    "guarded",
    "last_erasure",
    "latest",
    "lock",
    "observation",
    "observe",
    "proof",
    "record",
    "record_many",
    "scrub",
    "signed",
    "size",
    "tile_at",
    "verify",
]

TOOL = f"os2-ownership-registry {version('os2-ownership-registry')}"


@dataclass(frozen=True)
class Seen:
    """What is to be kept as an observation; `body` is the exact bytes."""

    kind: str
    key: str
    source: str
    seen_at: datetime
    body: bytes
    status: int | None = None
    headers: Mapping[str, str] | None = None


def observe(session: Session, folder: Path, seen: Seen, now: datetime | None = None) -> Observation:
    """Keep the bytes of `seen` as a blob and record that they were seen; `now` where it was not just now."""
    name = blobs.keep(folder, seen.body)
    row = _row(seen, name, _last(session, seen))
    event = Event(
        kind="evidence.observed",
        subject=f"{seen.kind}/{seen.key}",
        facts={"digest": name, "source": seen.source, "status": seen.status, "previous": row.previous},
    )
    record(session, event, now or seen.seen_at, [row])
    return _observation(row)


def observation(session: Session, number: int) -> Observation:
    """Return one observation; raises NotFoundError."""
    row = session.get(ObservationRow, number)
    if row is None:
        msg = f"there is no observation {number} in this register"
        raise NotFoundError(msg)
    return _observation(row)


def seen_before(session: Session, source: str, body: bytes) -> tuple[Observation, ...]:
    """Return the observations of exactly these bytes at an address, oldest first."""
    rows = session.scalars(
        select(ObservationRow)
        .where(ObservationRow.digest == digest_of(body), ObservationRow.source == source)
        .order_by(ObservationRow.id)
    )
    return tuple(map(_observation, rows))


def event(session: Session, position: int) -> Logged:
    """Return one event of the log; raises NotFoundError."""
    row = session.get(EventRow, position)
    if row is None:
        msg = f"there is no event {position} in this register"
        raise NotFoundError(msg)
    return _logged(row)


def events_of(session: Session, subject: str) -> tuple[Logged, ...]:
    """Return the events about one subject, oldest first."""
    rows = session.scalars(select(EventRow).where(EventRow.subject == subject).order_by(EventRow.position))
    return tuple(map(_logged, rows))


def latest(session: Session, most: int, before: int | None = None) -> tuple[Logged, ...]:
    """Return the latest events, newest first; `before` leaves out what stands at that position or later."""
    query = select(EventRow).order_by(EventRow.position.desc()).limit(most)
    rows = session.scalars(query if before is None else query.where(EventRow.position < before))
    return tuple(map(_logged, rows))


def last_erasure(session: Session) -> int:
    """Return the position of the last erasure; -1 where nothing was ever erased."""
    found = session.scalar(select(func.max(EventRow.position)).where(EventRow.kind == ERASED))
    return -1 if found is None else found


def size(session: Session) -> int:
    """Return how many events the log holds."""
    last = session.scalar(select(func.max(EventRow.position)))
    return 0 if last is None else last + 1


def body(folder: Path, seen: Observation) -> bytes:
    """Return the exact bytes of an observation, checked against its digest."""
    return blobs.read(folder, seen.digest)


def _last(session: Session, seen: Seen) -> int | None:
    same = (ObservationRow.kind == seen.kind, ObservationRow.key == seen.key)
    return session.scalar(select(func.max(ObservationRow.id)).where(*same))


def _row(seen: Seen, name: Digest, previous: int | None) -> ObservationRow:
    return ObservationRow(
        kind=seen.kind,
        key=seen.key,
        source=seen.source,
        seen_at=seen.seen_at,
        status=seen.status,
        headers=dict(seen.headers or {}),
        digest=name,
        size=len(seen.body),
        tool=TOOL,
        previous=previous,
    )


def _observation(row: ObservationRow) -> Observation:
    return Observation(
        id=row.id,
        kind=row.kind,
        key=row.key,
        source=row.source,
        seen_at=row.seen_at,
        status=row.status,
        headers=dict(row.headers),
        digest=Digest(row.digest),
        size=row.size,
        tool=row.tool,
        previous=row.previous,
        position=Position(row.recorded),
    )


def _logged(row: EventRow) -> Logged:
    return Logged(
        position=Position(row.position),
        kind=row.kind,
        subject=row.subject,
        at=row.recorded_at,
        leaf=row.leaf,
        rows=tuple((one.table, one.key) for one in parse_manifest(row.rows)),
    )
