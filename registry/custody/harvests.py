# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A harvest: one run, what it was asked for, and what it found of each repository."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.custody.model import Harvest, Outcome, RepositoryId, Result
from registry.custody.records import HarvestEndRow, HarvestRow, ResultRow
from registry.evidence.model import Event
from registry.evidence.service import record


def begin(session: Session, kind: str, asked: Sequence[str], now: datetime) -> int:
    """Record that a harvest began; returns its number."""
    row = HarvestRow(kind=kind, asked=list(asked), started_at=now)
    session.add(row)
    session.flush()
    record(session, Event("harvest.started", f"harvest/{row.id}", {"asked": list(asked)}), now, [row])
    return row.id


def end(session: Session, harvest: int, calls: int | None, failures: int, now: datetime) -> None:
    """Record that a harvest came to its end."""
    row = HarvestEndRow(harvest_id=harvest, finished_at=now, calls=calls, failures=failures)
    record(session, Event("harvest.ended", f"harvest/{harvest}", {"failures": failures}), now, [row])


def add_result(session: Session, result: Result) -> None:
    """Record what a harvest found of one repository."""
    row = ResultRow(
        harvest_id=result.harvest,
        repository_id=result.repository,
        name=result.name,
        outcome=result.outcome,
        message=result.message,
        problems=list(result.problems),
        at=result.at,
        observation_id=result.observation,
    )
    subject = f"harvest/{result.harvest}"
    record(session, Event("harvest.result", subject, {"outcome": str(result.outcome)}), result.at, [row])


def harvests(session: Session, most: int = 50) -> tuple[Harvest, ...]:
    """Return the latest harvests, latest first."""
    rows = session.execute(
        select(HarvestRow, HarvestEndRow)
        .outerjoin(HarvestEndRow, HarvestEndRow.harvest_id == HarvestRow.id)
        .order_by(HarvestRow.id.desc())
        .limit(most)
    )
    return tuple(_harvest(row, ended) for row, ended in rows)


def results(
    session: Session,
    *,
    harvest: int | None = None,
    repository: RepositoryId | None = None,
    most: int = 50,
) -> tuple[Result, ...]:
    """Return what was found, latest first: by one harvest, or of one repository."""
    query = select(ResultRow).order_by(ResultRow.id.desc()).limit(most)
    if harvest is not None:
        query = query.where(ResultRow.harvest_id == harvest)
    if repository is not None:
        query = query.where(ResultRow.repository_id == repository)
    return tuple(_result(row) for row in session.scalars(query))


def _harvest(row: HarvestRow, ended: HarvestEndRow | None) -> Harvest:
    return Harvest(
        id=row.id,
        kind=row.kind,
        asked=tuple(row.asked),
        started_at=row.started_at,
        finished_at=ended.finished_at if ended else None,
        calls=ended.calls if ended else None,
        failures=ended.failures if ended else 0,
    )


def _result(row: ResultRow) -> Result:
    return Result(
        harvest=row.harvest_id,
        repository=None if row.repository_id is None else RepositoryId(row.repository_id),
        name=row.name,
        outcome=Outcome(row.outcome),
        message=row.message,
        problems=tuple(row.problems),
        at=row.at,
        observation=row.observation_id,
    )
