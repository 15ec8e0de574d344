# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Points: the licence history of a repository as the database holds it; it can be computed again from the mirror."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.licences.history import Changed, Point, Said, Statement
from registry.licences.model import Kind, Light, Note, Reason
from registry.licences.records import PointRow
from registry.licences.storing import path_from_text, path_to_text
from registry.text import storable


def keep_points(session: Session, repository: int, points: Sequence[Point]) -> None:
    """Keep a repository's history in place of what was kept of it before."""
    session.execute(delete(PointRow).where(PointRow.repository_id == repository))
    rows = [_row(repository, one) for one in points]
    for chunk in chunks(rows):
        session.execute(insert(PointRow), chunk)


def points(session: Session, repository: int) -> tuple[Point, ...]:
    """Return a repository's licence history, the oldest first; () where none was read."""
    query = select(PointRow).where(PointRow.repository_id == repository).order_by(PointRow.place)
    return tuple(map(_point, session.scalars(query)))


def _row(repository: int, one: Point) -> dict[str, Any]:
    return {
        "repository_id": repository,
        "place": one.place,
        "oid": bytes.fromhex(one.commit),
        "commits": list(one.commits),
        "concluded": one.concluded,
        "light": one.light,
        "reason": one.reason,
        "documentation": one.documentation,
        "found": {"turned": one.turned, "changes": [_change(each) for each in one.changes]},
    }


def _point(row: PointRow) -> Point:
    return Point(
        place=row.place,
        commit=row.oid.hex(),
        commits=tuple(row.commits),
        concluded=row.concluded,
        documentation=row.documentation,
        light=Light(row.light),
        reason=Reason(row.reason),
        changes=tuple(_changed(each) for each in row.found["changes"]),
        turned=row.found["turned"],
    )


def _change(one: Changed) -> dict[str, Any]:
    return {
        "path": path_to_text(one.path),
        "was": None if one.was is None else path_to_text(one.was),
        "before": _said(one.before),
        "after": _said(one.after),
    }


def _changed(stored: Mapping[str, Any]) -> Changed:
    was = stored["was"]
    return Changed(
        path_from_text(stored["path"]),
        _statements(stored["before"]),
        _statements(stored["after"]),
        None if was is None else path_from_text(was),
    )


def _said(said: Said | None) -> list[list[Any]] | None:
    return None if said is None else [_statement(one) for one in said]


def _statement(one: Statement) -> list[Any]:
    covers = [storable(glob, 1000) for glob in one.covers]
    return [one.kind, one.expression, list(one.notes), covers, one.documentation]


def _statements(stored: Iterable[Sequence[Any]] | None) -> Said | None:
    if stored is None:
        return None
    return tuple(
        Statement(Kind(kind), expression, tuple(map(Note, notes)), tuple(covers), documentation)
        for kind, expression, notes, covers, documentation in stored
    )
