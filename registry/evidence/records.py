# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The tables of evidence: events and observations. Private to this stage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from registry.database import Base, Id


class EventRow(Base):
    """One leaf of the log: `leaf` is the canonical JSON whose RFC 6962 leaf hash stands beside it."""

    __tablename__ = "evidence_events"

    position: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(60), index=True)
    subject: Mapped[str] = mapped_column(String(300), index=True)
    recorded_at: Mapped[datetime]
    leaf: Mapped[bytes]
    leaf_hash: Mapped[bytes]


class ObservationRow(Base):
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
    position: Mapped[int] = mapped_column(ForeignKey("evidence_events.position"))
