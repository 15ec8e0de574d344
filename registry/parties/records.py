# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The tables of parties: who there is, who succeeded whom, who worked where, whose address is whose.

Private to this stage. Rows are added and closed, never changed. `fact_*` are the valid days; what is about a
person stands in columns that the log can forget.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from registry.database import PERSONAL, Base, Id, Recorded
from registry.parties.stating import Stated


class StatementRow(Recorded, Base):
    """A set of facts as it was stated once: its name, when, about which party it asks, and its file."""

    __tablename__ = "parties_statements"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    set_name: Mapped[str] = mapped_column(String(100), index=True)
    at: Mapped[datetime]
    asked: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(Text)
    observation_id: Mapped[int]


class PartyRow(Stated, Base):
    """A party; `ended` is its last day."""

    __tablename__ = "parties_parties"

    party: Mapped[str] = mapped_column(String(200), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str | None] = mapped_column(Text, info=PERSONAL)
    founded: Mapped[date | None]
    ended: Mapped[date | None]


class SuccessionRow(Stated, Base):
    """One party's place taken by another."""

    __tablename__ = "parties_successions"

    kind: Mapped[str] = mapped_column(String(20))
    giver: Mapped[str] = mapped_column(String(200))
    takers: Mapped[list[Any]]
    day: Mapped[date]
    covers: Mapped[Mapping[str, Any] | None]  # None: said to cover no scope of its own


class EngagementRow(Stated, Base):
    """A person's place at a party in a period."""

    __tablename__ = "parties_engagements"

    person: Mapped[str | None] = mapped_column(String(200), info=PERSONAL)
    party: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    start: Mapped[date]
    until: Mapped[date | None]
    basis: Mapped[str] = mapped_column(String(20))
    duties: Mapped[bool]
    covers: Mapped[Mapping[str, Any]]


class IdentityRow(Stated, Base):
    """An address, a name with an address, or an account, and whose it is."""

    __tablename__ = "parties_identities"

    person: Mapped[str | None] = mapped_column(String(200), info=PERSONAL)
    basis: Mapped[str] = mapped_column(String(20))
    email: Mapped[str | None] = mapped_column(String(320), info=PERSONAL)
    name: Mapped[str | None] = mapped_column(Text, info=PERSONAL)
    github_id: Mapped[str | None] = mapped_column(String(50), info=PERSONAL)


class DomainRow(Stated, Base):
    """A mail domain of a party."""

    __tablename__ = "parties_domains"

    domain: Mapped[str] = mapped_column(String(255))
    party: Mapped[str] = mapped_column(String(200))
    start: Mapped[date | None]
    until: Mapped[date | None]
