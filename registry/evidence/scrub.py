# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Scrubbing: walking all blobs, a part at a time, so that bytes that went bad are known before they are needed.

Bad bytes are kept aside; a blob that is missing is recorded, once, and so is its return.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.evidence import disk
from registry.evidence.blobs import blob_path, put_aside
from registry.evidence.door import record
from registry.evidence.erasure import ERASED, Shelf, replay
from registry.evidence.model import Digest, Event
from registry.evidence.records import EventRow
from registry.evidence.verification.blobs import check_blob, named_blobs
from registry.evidence.verification.model import Damage, DamageKind, Watch, quiet

LOST = "evidence.blob_lost"
BACK = "evidence.blob_back"
_DAY = 86_400


@dataclass(frozen=True)
class Scrubbed:
    """What one walk found: how many blobs it read, what was wrong, how many unfinished files it removed."""

    looked: int
    damage: tuple[Damage, ...]
    leftovers: int


def scrub(shelf: Shelf, now: datetime, part: int = 0, parts: int = 1, watch: Watch = quiet) -> Scrubbed:
    """Read the blobs of part `part` of `parts` (by the first byte of the digest), and finish what died."""
    replay(shelf)
    with shelf.sessions() as session:
        erased = set(session.scalars(select(EventRow.subject).where(EventRow.kind == ERASED)))
        names = [
            (name, size)
            for name, size in named_blobs(session)
            if int(name[:2], 16) % parts == part and f"blob/{name}" not in erased
        ]
    found = []
    for name, size in names:
        damage = check_blob(shelf.blobs, name, size)
        _note(shelf, name, damage, now)
        found += [damage] if damage else []
        watch("blobs", 1)
    return Scrubbed(len(names), tuple(found), _sweep(shelf.blobs))


def _note(shelf: Shelf, name: Digest, damage: Damage | None, now: datetime) -> None:
    with shelf.sessions.begin() as session:
        known = _known_lost(session, name)
        if damage is None and known:
            record(session, Event(BACK, f"blob/{name}"), now)
        elif damage is not None and not known:
            record(session, Event(LOST, f"blob/{name}", {"why": damage.what}), now)
    if damage is not None and damage.kind is DamageKind.ALTERED and blob_path(shelf.blobs, name).exists():
        put_aside(shelf.blobs, name)


def _known_lost(session: Session, name: Digest) -> bool:
    query = select(EventRow.kind).where(EventRow.subject == f"blob/{name}", EventRow.kind.in_((LOST, BACK)))
    return session.scalar(query.order_by(EventRow.position.desc()).limit(1)) == LOST


def _sweep(folder: Path) -> int:
    """Remove files that a run left unfinished, but not those of a run that is still at it."""
    old = [
        path
        for path in folder.glob(f"[0-9a-f][0-9a-f]/{disk.TEMPORARY}*")
        if path.stat().st_mtime < time.time() - _DAY
    ]
    for path in old:
        disk.remove_durably(path)
    return len(old)
