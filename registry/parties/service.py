# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The one door of parties: who there is and who worked where, as stated by sets of facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from registry.parties.forms import DOMAINS, ENGAGEMENTS, IDENTITIES, PARTIES, SUCCESSIONS
from registry.parties.model import Domain, Engagement, Identity, Party, Succession
from registry.parties.records import StatementRow
from registry.parties.stating import Binder, Change, Told, change, stated, told


@dataclass(frozen=True)
class People:
    """What sets of facts say of parties, each with its place."""

    parties: tuple[Told[Party], ...] = ()
    successions: tuple[Told[Succession], ...] = ()
    engagements: tuple[Told[Engagement], ...] = ()
    identities: tuple[Told[Identity], ...] = ()
    domains: tuple[Told[Domain], ...] = ()


@dataclass(frozen=True)
class Statement:
    """A set of facts as it was stated last: the party it asks about, its title and its file's observation."""

    set_name: str
    at: datetime
    asked: str
    title: str
    observation: int
    position: int


def people(
    session: Session, at: int | None = None, set_name: str | None = None, *, bound: bool = True
) -> People:
    """Return what was stated at a position of the log (None: now), by one set or by all."""

    def of(form: object) -> tuple[Told, ...]:  # type: ignore[type-arg]
        return tuple(told(stated(session, form, at, set_name), form, bound=bound))  # type: ignore[arg-type]

    return People(of(PARTIES), of(SUCCESSIONS), of(ENGAGEMENTS), of(IDENTITIES), of(DOMAINS))


def changes(session: Session, set_name: str, wanted: People, bind: Binder) -> Change:
    """Return what must be added and closed for the set to say exactly what is wanted."""
    return (
        change(session, PARTIES, set_name, wanted.parties, bind)
        + change(session, SUCCESSIONS, set_name, wanted.successions, bind)
        + change(session, ENGAGEMENTS, set_name, wanted.engagements, bind)
        + change(session, IDENTITIES, set_name, wanted.identities, bind)
        + change(session, DOMAINS, set_name, wanted.domains, bind)
    )


def statements(session: Session, at: int | None = None) -> tuple[Statement, ...]:
    """Return the sets that had been stated at a position of the log, by name."""
    query = select(StatementRow).order_by(StatementRow.set_name)
    if at is None:
        query = query.where(StatementRow.closed.is_(None))
    else:
        still = StatementRow.closed.is_(None) | (StatementRow.closed > at)
        query = query.where(StatementRow.recorded <= at, still)
    rows = session.scalars(query)
    return tuple(
        Statement(row.set_name, row.at, row.asked, row.title, row.observation_id, row.recorded)
        for row in rows
    )


def restated(session: Session, new: Statement) -> Change:
    """Return the row of a set's statement, and the closing of the one before it."""
    query = select(StatementRow).where(StatementRow.set_name == new.set_name, StatementRow.closed.is_(None))
    row = StatementRow(
        set_name=new.set_name,
        at=new.at,
        asked=new.asked,
        title=new.title,
        observation_id=new.observation,
    )
    return Change((row,), tuple(session.scalars(query)))


def position_on(session: Session, known: date) -> int:
    """Return the position of the last statement made by the end of a day (UTC); -1 where there was none."""
    end = datetime.combine(known, time(), UTC) + timedelta(days=1) if known < date.max else None
    query = select(func.max(StatementRow.recorded))
    if end is not None:
        query = query.where(StatementRow.at < end)
    found = session.scalar(query)
    return -1 if found is None else found
