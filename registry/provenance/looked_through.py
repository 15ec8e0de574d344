# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Looked through: a commit that a person sets aside, because it gave lines another form and wrote few of them.

What it changed in white space, moved or copied counts for whoever wrote it before; all else stays the commit's.
The list is the register's own: a list inside the repository is a claim by whoever may push (`own_revisions`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.errors import NotFoundError
from registry.evidence.model import Event
from registry.evidence.service import record
from registry.provenance.findings import LookedThroughRow, OwnRevisionsRow
from registry.provenance.own_revisions import OwnRevisions
from registry.provenance.records import LinesRow
from registry.provenance.rulings import check_said, whole_commit


@dataclass(frozen=True)
class LookedThrough:
    """A commit on the register's list: who put it there, when and why."""

    commit: str
    by: str
    reason: str
    day: date


def look_through(session: Session, repository: int, decision: LookedThrough, now: datetime) -> str:
    """Put a commit on the list, anew where it stands there already. It acts at the next reading.

    The commit may be shortened to seven digits. Returns its whole id. Raises BadInputError where the repository
    has no such commit, or it is not said who decided and why.
    """
    return _decide(session, repository, decision, now, listed=True)


def look_through_no_longer(session: Session, repository: int, decision: LookedThrough, now: datetime) -> str:
    """Take a commit off the list; raises NotFoundError where it does not stand there, else as `look_through`."""
    return _decide(session, repository, decision, now, listed=False)


def looked_through(session: Session, repository: int) -> tuple[LookedThrough, ...]:
    """Return the commits of a repository that are looked through, in the order in which that was decided."""
    rows = session.scalars(_standing(repository).order_by(LookedThroughRow.id))
    return tuple(
        LookedThrough(row.oid.hex(), row.said_by, row.reason, row.since.date()) for row in rows if row.listed
    )


def own_revisions(session: Session, repository: int) -> OwnRevisions | None:
    """Return what a repository's own list said when it was read last; None where it has none."""
    row = session.get(OwnRevisionsRow, repository)
    if row is None:
        return None
    return OwnRevisions.from_json(row.blob.hex(), row.revisions, row.further, row.problem)


def lines_standing(session: Session, repository: int, commits: Collection[int]) -> dict[int, int]:
    """Return how many lines of a repository's present each of these commits has, by the main method."""
    found: dict[int, int] = {}
    for chunk in chunks(sorted(commits)):
        query = select(LinesRow.commit_id, func.sum(LinesRow.lines)).where(
            LinesRow.repository_id == repository, LinesRow.commit_id.in_(chunk)
        )
        found.update(
            (commit, int(lines)) for commit, lines in session.execute(query.group_by(LinesRow.commit_id))
        )
    return found


def _decide(
    session: Session, repository: int, decision: LookedThrough, now: datetime, *, listed: bool
) -> str:
    check_said(("who decides", decision.by, 300), ("the reason", decision.reason, 5000))
    commit = whole_commit(session, repository, decision.commit)
    closed = list(session.scalars(_standing(repository).where(LookedThroughRow.oid == bytes.fromhex(commit))))
    if not listed and not any(row.listed for row in closed):
        msg = f"{commit} is not on the list of this repository; nothing was recorded"
        raise NotFoundError(msg)
    for row in closed:
        row.until = now
    new = LookedThroughRow(
        repository_id=repository,
        oid=bytes.fromhex(commit),
        listed=listed,
        said_by=decision.by,
        reason=decision.reason,
        since=now,
    )
    event = Event(
        "provenance.looked_through", f"repository/{repository}", {"commit": commit, "listed": listed}
    )
    record(session, event, now, [*closed, new])
    return commit


def _standing(repository: int) -> Select[LookedThroughRow]:
    return select(LookedThroughRow).where(
        LookedThroughRow.repository_id == repository, LookedThroughRow.until.is_(None)
    )
