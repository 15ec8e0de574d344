# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An account behind a login: GitHub re-uses logins, so a statement about one binds to the account's number."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from registry.custody.model import Administrators, Keeper, Organisation
from registry.custody.organisations import organisations, state
from registry.custody.records import AdministratorsRow
from registry.evidence.model import Event
from registry.evidence.service import record


def sight_administrators(session: Session, seen: Administrators) -> None:
    """Record what GitHub showed of who administers an organisation."""
    row = AdministratorsRow(
        login=seen.login,
        count=seen.count,
        reason=seen.reason,
        seen_at=seen.seen_at,
        observation_id=seen.observation,
    )
    record(session, Event("custody.administrators", f"organisation/{seen.login}"), seen.seen_at, [row])


def administrators(session: Session, login: str) -> Administrators | None:
    """Return what was seen last of who administers an organisation; None where nobody has asked."""
    query = select(AdministratorsRow).where(func.lower(AdministratorsRow.login) == login.lower())
    row = session.scalar(query.order_by(AdministratorsRow.id.desc()).limit(1))
    if row is None:
        return None
    return Administrators(row.login, row.count, row.reason, row.seen_at, row.observation_id)


def sight_account(session: Session, login: str, github_id: int, now: datetime) -> str:
    """Bind a login to the number that it was seen with; returns a warning where it had another one, else "".

    A stranger may take a login that was given up: what was stated of the old account is not true of the new.
    """
    known = {one.login.lower(): one for one in organisations(session)}
    before = known.get(login.lower())
    if before is None:
        basis = "seen on GitHub; nobody has stated whose it is"
        state(session, Organisation(login, github_id, Keeper.UNSTATED, basis, configured=False), now)
        return ""
    if before.github_id is None:
        state(session, replace(before, github_id=github_id), now)
        return ""
    if before.github_id == github_id:
        return ""
    warning = (
        f"the login {login} belongs to another account than before "
        f"(number {github_id}, was {before.github_id}); state anew whose it is"
    )
    taken = replace(before, github_id=github_id, keeper=Keeper.UNSTATED, basis=warning, configured=False)
    state(session, taken, now)
    return warning
