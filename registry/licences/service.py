# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The one door of licence facts: what each blob says, and what a repository's sources amount to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.evidence.model import Event
from registry.evidence.service import record
from registry.licences.decided import settled
from registry.licences.decisions import Decision, decide, decisions, decisions_of_all, withdraw
from registry.licences.detection import DETECTOR, moved
from registry.licences.listings import keep_listings, known_listings, listed
from registry.licences.model import Conclusion, Detection
from registry.licences.points import keep_points, points
from registry.licences.records import ConclusionRow, DetectionRow
from registry.licences.storing import (
    conclusion_from_json,
    conclusion_to_json,
    detection_from_json,
    detection_to_json,
)

__all__ = [
    "Kept",
    "Key",
    "conclusion",
    "conclusions",
    "decide",
    "decisions",
    "detections_of",
    "keep_conclusion",
    "keep_detections",
    "keep_listings",
    "keep_points",
    "known_detections",
    "known_listings",
    "listed",
    "moved",
    "points",
    "withdraw",
]

Key = tuple[str, str]
"""The id of a blob (40 hex digits) and the class of the name under which it was read."""


@dataclass(frozen=True)
class Kept:
    """A conclusion, the commit whose tree it is about, and since when the register has held it.

    `decided` are what persons decided of the repository; `on` puts their conclusions in.
    """

    conclusion: Conclusion
    commit: str
    since: datetime
    decided: tuple[Decision, ...] = ()

    def on(self, day: date) -> Conclusion:
        """Return the conclusion with what persons concluded, as it holds on a day."""
        return settled(self.conclusion, self.decided, day) if self.decided else self.conclusion


def known_detections(session: Session, places: Mapping[bytes, Key]) -> dict[bytes, Detection]:
    """Return what is known of the blobs at these paths; a path is missing where its blob was never read."""
    stored = {}
    for chunk in chunks(sorted({bytes.fromhex(blob) for blob, _ in places.values()})):
        query = select(DetectionRow).where(DetectionRow.detector == DETECTOR, DetectionRow.blob.in_(chunk))
        for row in session.scalars(query):
            stored[row.blob.hex(), row.named] = row.found
    return {path: detection_from_json(stored[key], path) for path, key in places.items() if key in stored}


def detections_of(session: Session, keys: Iterable[Key]) -> dict[Key, Detection]:
    """Return what is known of blobs under classes of names, as at no path; a key is missing where it never was read."""
    wanted = frozenset(keys)
    found: dict[Key, Detection] = {}
    for chunk in chunks(sorted({bytes.fromhex(blob) for blob, _ in wanted})):
        query = select(DetectionRow).where(DetectionRow.detector == DETECTOR, DetectionRow.blob.in_(chunk))
        for row in session.scalars(query):
            if (key := (row.blob.hex(), row.named)) in wanted:
                found[key] = detection_from_json(row.found, b"")
    return found


def keep_detections(session: Session, new: Mapping[Key, Detection]) -> None:
    """Keep what new blobs say."""
    rows = [
        {
            "blob": bytes.fromhex(blob),
            "named": named,
            "detector": DETECTOR,
            "found": detection_to_json(found),
        }
        for (blob, named), found in new.items()
    ]
    for chunk in chunks(rows):
        session.execute(insert(DetectionRow), chunk)


def keep_conclusion(
    session: Session, repository: int, commit: str, concluded: Conclusion, now: datetime
) -> None:
    """Keep what a tree's sources amount to; the earlier conclusion is closed. The same changes nothing."""
    last = _open_row(session, repository)
    values = {
        "oid": bytes.fromhex(commit),
        "concluded": concluded.concluded,
        "light": concluded.light,
        "reason": concluded.reason,
        "found": conclusion_to_json(concluded),
    }
    if last and all(getattr(last, name) == value for name, value in values.items()):
        return
    rows = [ConclusionRow(repository_id=repository, since=now, **values)]
    if last:
        last.until = now
        rows.insert(0, last)
    event = Event("licences.concluded", f"repository/{repository}", {"commit": commit})
    record(session, event, now, rows)


def conclusion(session: Session, repository: int) -> Kept | None:
    """Return what a repository's sources amount to; None where its tree was never read."""
    row = _open_row(session, repository)
    return None if row is None else _kept(row, decisions(session, repository))


def conclusions(session: Session) -> dict[int, Kept]:
    """Return the conclusion of every repository that was read, without their sources."""
    columns = (
        ConclusionRow.repository_id,
        ConclusionRow.oid,
        ConclusionRow.concluded,
        ConclusionRow.light,
        ConclusionRow.reason,
        ConclusionRow.since,
        ConclusionRow.found["documentation"].as_string().label("documentation"),
    )
    rows = session.execute(select(*columns).where(ConclusionRow.until.is_(None)))
    nothing: dict[str, object] = {"sources": [], "third_party": [], "contradictions": [], "remarks": []}
    decided, found = decisions_of_all(session), {}
    for row in rows:
        told = nothing | {"documentation": row.documentation}
        concluded = conclusion_from_json(row.concluded, row.light, row.reason, told)
        one = Kept(concluded, row.oid.hex(), row.since, decided.get(row.repository_id, ()))
        found[row.repository_id] = one
    return found


def _open_row(session: Session, repository: int) -> ConclusionRow | None:
    query = select(ConclusionRow).where(
        ConclusionRow.repository_id == repository, ConclusionRow.until.is_(None)
    )
    return session.scalar(query)


def _kept(row: ConclusionRow, decided: tuple[Decision, ...]) -> Kept:
    concluded = conclusion_from_json(row.concluded, row.light, row.reason, row.found)
    return Kept(concluded, row.oid.hex(), row.since, decided)
