# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An override: what a person decided of files of one repository, with who, why and when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.errors import BadInputError
from registry.evidence.model import Event
from registry.evidence.service import record
from registry.provenance.model import Origin, Override, WorkType
from registry.provenance.records import OverrideRow
from registry.text import storable


def decide(session: Session, repository: int, decision: Override, now: datetime) -> None:
    """Record a decision; an earlier one about the same glob is closed. It acts at the next reading.

    Raises BadInputError where it does not say about which files, who decided, or why.
    """
    _check(decision)
    query = select(OverrideRow).where(
        OverrideRow.repository_id == repository,
        OverrideRow.glob == decision.glob,
        OverrideRow.until.is_(None),
    )
    closed = list(session.scalars(query))
    for row in closed:
        row.until = now
    new = OverrideRow(
        repository_id=repository,
        glob=decision.glob,
        work_type=decision.work_type,
        origin=decision.origin,
        said_by=decision.by,
        reason=decision.reason,
        since=now,
    )
    event = Event("provenance.decided", f"repository/{repository}", {"glob": decision.glob})
    record(session, event, now, [*closed, new])


def _check(decision: Override) -> None:
    for what, said, longest in (
        ("the glob", decision.glob, 1000),
        ("who decides", decision.by, 300),
        ("the reason", decision.reason, 5000),
    ):
        if not said.strip() or storable(said, longest) != said:
            msg = f"{what} is missing, longer than {longest} characters, or no text; nothing was recorded"
            raise BadInputError(msg)


def overrides(session: Session, repository: int) -> tuple[Override, ...]:
    """Return the decisions that hold for a repository, in the order in which they were made."""
    query = select(OverrideRow).where(OverrideRow.repository_id == repository, OverrideRow.until.is_(None))
    return tuple(_override(row) for row in session.scalars(query.order_by(OverrideRow.id)))


def _override(row: OverrideRow) -> Override:
    return Override(
        glob=row.glob,
        work_type=WorkType(row.work_type) if row.work_type else None,
        origin=Origin(row.origin) if row.origin else None,
        by=row.said_by,
        reason=row.reason,
        day=row.since.date(),
    )
