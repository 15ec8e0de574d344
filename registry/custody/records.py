# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The tables of custody. Private to this stage; rows are added and closed, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from registry.database import Base, Id


class OrganisationRow(Base):
    """An account on GitHub; a new statement about it closes the old row."""

    __tablename__ = "custody_organisations"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    login: Mapped[str] = mapped_column(String(100), index=True)
    github_id: Mapped[int | None] = mapped_column(Id)
    keeper: Mapped[str] = mapped_column(String(20))
    basis: Mapped[str] = mapped_column(Text)
    configured: Mapped[bool]
    since: Mapped[datetime]
    until: Mapped[datetime | None]


class AdministratorsRow(Base):
    """How many accounts administered an organisation when a member's token showed them; never who."""

    __tablename__ = "custody_administrators"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    login: Mapped[str] = mapped_column(String(100), index=True)
    count: Mapped[int | None]  # None: asked, and not shown
    reason: Mapped[str] = mapped_column(Text)
    seen_at: Mapped[datetime]
    observation_id: Mapped[int | None]


class RepositoryRow(Base):
    """A repository, from first sight; its id is never used again."""

    __tablename__ = "custody_repositories"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    github_id: Mapped[int | None] = mapped_column(Id, unique=True)
    label: Mapped[str | None] = mapped_column(String(500), unique=True)
    wiki_of: Mapped[int | None] = mapped_column(ForeignKey("custody_repositories.id"))
    first_seen: Mapped[datetime]


class HoldingRow(Base):
    """A dated name and controller."""

    __tablename__ = "custody_holdings"
    __table_args__ = (Index("ix_custody_holdings_owner_name", "owner", "name"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), index=True)
    owner: Mapped[str] = mapped_column(String(255))
    name: Mapped[str] = mapped_column(String(255))
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    observation_id: Mapped[int | None]


class StateRow(Base):
    """What was seen of a repository; a new row only when something differs from the one before."""

    __tablename__ = "custody_states"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), index=True)
    visibility: Mapped[str] = mapped_column(String(20))
    private: Mapped[bool]
    facts: Mapped[Mapping[str, Any]]
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    observation_id: Mapped[int | None]


class HarvestRow(Base):
    """One run of the harvester."""

    __tablename__ = "custody_harvests"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    asked: Mapped[list[Any]]
    started_at: Mapped[datetime]


class HarvestEndRow(Base):
    """The end of a harvest; a run without one died or is still at it."""

    __tablename__ = "custody_harvest_ends"

    harvest_id: Mapped[int] = mapped_column(ForeignKey("custody_harvests.id"), primary_key=True)
    finished_at: Mapped[datetime]
    calls: Mapped[int | None]
    failures: Mapped[int]


class ResultRow(Base):
    """What one harvest found of one repository."""

    __tablename__ = "custody_results"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    harvest_id: Mapped[int] = mapped_column(ForeignKey("custody_harvests.id"), index=True)
    repository_id: Mapped[int | None] = mapped_column(ForeignKey("custody_repositories.id"), index=True)
    name: Mapped[str] = mapped_column(String(600))
    outcome: Mapped[str] = mapped_column(String(20))
    message: Mapped[str] = mapped_column(Text)
    problems: Mapped[list[Any]]
    at: Mapped[datetime]
    observation_id: Mapped[int | None]
