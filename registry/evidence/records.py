# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The tables of evidence: events, personal values, the log's head, observations. Private to this stage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Table, Text
from sqlalchemy.orm import Mapped, mapped_column

from registry.database import Base, Id, Recorded
from registry.evidence.guards import put_up


def table_of(kind: type[Base]) -> Table:
    """Return the table of a kind of row."""
    table = kind.__table__
    assert isinstance(table, Table)
    return table


class EventRow(Base):
    """One leaf of the log: `leaf` is the canonical JSON whose RFC 6962 leaf hash stands beside it.

    `rows` is the list of the rows that the event explains; the leaf holds its digest.
    """

    __tablename__ = "evidence_events"

    position: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(60), index=True)
    subject: Mapped[str] = mapped_column(String(300), index=True)
    recorded_at: Mapped[datetime]
    leaf: Mapped[bytes]
    leaf_hash: Mapped[bytes]
    rows: Mapped[bytes]


class HeadRow(Base):
    """The log's end: its one row is what two writers wait for each other at."""

    __tablename__ = "evidence_head"

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    size: Mapped[int] = mapped_column(Id)
    latest: Mapped[datetime]


class PersonalRow(Base):
    """The salt of a commitment, and the value where no other row holds it; both are None once erased.

    `name` is the event's own name of the value, or `table [key] column` for a column of a row.
    """

    __tablename__ = "evidence_personal"

    position: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(400), primary_key=True, index=True)
    salt: Mapped[bytes | None]
    value: Mapped[str | None] = mapped_column(Text)


class ObservationRow(Recorded, Base):
    """One thing that was seen; the bytes are a blob."""

    __tablename__ = "evidence_observations"
    __table_args__ = (Index("ix_evidence_observations_kind_key", "kind", "key"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    kind: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(500))
    source: Mapped[str] = mapped_column(String(2000))
    seen_at: Mapped[datetime]
    status: Mapped[int | None]
    headers: Mapped[Mapping[str, Any]]
    digest: Mapped[str] = mapped_column(String(64), index=True)
    size: Mapped[int]
    tool: Mapped[str] = mapped_column(String(100))
    previous: Mapped[int | None]


put_up(Base.metadata)
