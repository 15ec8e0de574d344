# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A ruling: what a person decided of one commit (a delivery, or written by its author), with who, why and when."""

from __future__ import annotations

import re
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.errors import BadInputError
from registry.evidence.model import Event
from registry.evidence.service import record
from registry.provenance.bulk import Kind, Ruling
from registry.provenance.findings import RulingRow
from registry.provenance.numbers import oids_of
from registry.provenance.records import SnapshotRow
from registry.provenance.runs import unpack_numbers
from registry.text import storable

_COMMIT = re.compile(r"[0-9a-f]{7,40}")


def rule(session: Session, repository: int, ruling: Ruling, now: datetime) -> str:
    """Record a ruling; an earlier one about the same commit is closed. It acts at the next reading.

    The commit may be shortened to seven digits. Returns its whole id. Raises BadInputError where the
    repository has no such commit, or it is not said who decided and why.
    """
    check_said(("who decides", ruling.by, 300), ("the reason", ruling.reason, 5000))
    if storable(ruling.deliverer, 300) != ruling.deliverer:
        msg = "the deliverer is longer than 300 characters, or no text; nothing was recorded"
        raise BadInputError(msg)
    commit = whole_commit(session, repository, ruling.commit)
    query = select(RulingRow).where(
        RulingRow.repository_id == repository,
        RulingRow.oid == bytes.fromhex(commit),
        RulingRow.until.is_(None),
    )
    closed = list(session.scalars(query))
    for row in closed:
        row.until = now
    new = RulingRow(
        repository_id=repository,
        oid=bytes.fromhex(commit),
        kind=ruling.kind,
        deliverer=ruling.deliverer,
        said_by=ruling.by,
        reason=ruling.reason,
        since=now,
    )
    facts = {"commit": commit, "kind": str(ruling.kind)}
    record(session, Event("provenance.ruled", f"repository/{repository}", facts), now, [*closed, new])
    return commit


def rulings(session: Session, repository: int) -> tuple[Ruling, ...]:
    """Return the rulings that hold for a repository, in the order in which they were made."""
    query = select(RulingRow).where(RulingRow.repository_id == repository, RulingRow.until.is_(None))
    return tuple(
        Ruling(row.oid.hex(), Kind(row.kind), row.deliverer, row.said_by, row.reason, row.since.date())
        for row in session.scalars(query.order_by(RulingRow.id))
    )


def check_said(*said: tuple[str, str, int]) -> None:
    """Raise BadInputError where one of (what it is, text, its longest) is missing, too long or no text."""
    for what, text, longest in said:
        if not text.strip() or storable(text, longest) != text:
            msg = f"{what} is missing, longer than {longest} characters, or no text; nothing was recorded"
            raise BadInputError(msg)


def whole_commit(session: Session, repository: int, commit: str) -> str:
    """Return the whole id of a commit that a repository's present leads to; raises BadInputError."""
    wanted = commit.lower()
    if not _COMMIT.fullmatch(wanted):
        msg = f"{commit[:60]} is no commit id: give at least 7 of its hexadecimal digits"
        raise BadInputError(msg)
    history = select(SnapshotRow.history).where(SnapshotRow.repository_id == repository)
    packed = session.scalar(history.order_by(SnapshotRow.id.desc()).limit(1))
    found = [
        oid for oid in oids_of(session, unpack_numbers(packed or b"")).values() if oid.startswith(wanted)
    ]
    if len(found) != 1:
        several = "several commits begin so" if found else "there is no such commit"
        msg = f"{several} in what was read of the repository last: {commit}; nothing was recorded"
        raise BadInputError(msg)
    return found[0]
