# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The tables of licence facts. Private to this stage; all can be computed again from the mirrors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from registry.database import PERSONAL, Base, Id


class DetectionRow(Base):
    """What one blob says of licences, read as one kind of file name: once per version of the detector."""

    __tablename__ = "licences_detections"
    __table_args__ = (UniqueConstraint("blob", "named", "detector"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    blob: Mapped[bytes]
    named: Mapped[str] = mapped_column(String(100))
    detector: Mapped[str] = mapped_column(String(20))
    found: Mapped[Mapping[str, Any]]


class ConclusionRow(Base):
    """What the sources of one tree amount to; a later one closes the row."""

    __tablename__ = "licences_conclusions"
    __table_args__ = (Index("ix_licences_conclusions_now", "repository_id", "until"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"))
    oid: Mapped[bytes]
    concluded: Mapped[str | None] = mapped_column(Text)
    light: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(String(40))
    found: Mapped[Mapping[str, Any]]
    since: Mapped[datetime]
    until: Mapped[datetime | None]


class ListingRow(Base):
    """What one blob, read as one kind of manifest or lock file, names: once per version of the lister."""

    __tablename__ = "licences_listings"
    __table_args__ = (UniqueConstraint("blob", "kind", "lister"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    blob: Mapped[bytes]
    kind: Mapped[str] = mapped_column(String(100))
    lister: Mapped[str] = mapped_column(String(20))
    found: Mapped[Mapping[str, Any]]


class PointRow(Base):
    """A commit of the main line at which what the tree says of its licence changed; `place` counts from 0.

    `commits` are the ids of those that made the change, where a merge only brought it.
    """

    __tablename__ = "licences_history"
    __table_args__ = (UniqueConstraint("repository_id", "place"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"))
    place: Mapped[int]
    oid: Mapped[bytes]
    commits: Mapped[list[Any]]
    concluded: Mapped[str | None] = mapped_column(Text)
    light: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(String(40))
    documentation: Mapped[str | None] = mapped_column(Text)
    found: Mapped[Mapping[str, Any]]


class DecisionRow(Base):
    """What a person decided of a repository's licence, with who, why and when; closed, never changed."""

    __tablename__ = "licences_decisions"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    part: Mapped[str] = mapped_column(String(20))
    expression: Mapped[str] = mapped_column(Text)
    first: Mapped[date]
    last: Mapped[date | None]
    said_by: Mapped[str] = mapped_column(String(300), info=PERSONAL)
    reason: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime]
    until: Mapped[datetime | None]
