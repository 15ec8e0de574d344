# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An invented stage with a column of every type that the register uses, apart from the register's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine, Float, MetaData, String, Table, select
from sqlalchemy.orm import Mapped, Session, mapped_column

import registry.evidence.records as _own
from registry.database import PERSONAL, Base, Id, Recorded
from registry.evidence.canonical import digest
from registry.evidence.verification.model import Derived

NOW = datetime(2026, 11, 2, 9, 30, 0, 250, tzinfo=UTC)


class InventedBase(Base):
    """Keeps the invented tables out of the register's own metadata."""

    __abstract__ = True
    metadata = MetaData()


class FactRow(Recorded, InventedBase):
    """A fact of every type."""

    __tablename__ = "invented_facts"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    number: Mapped[int | None] = mapped_column(Id)
    share: Mapped[float | None] = mapped_column(Float)
    flag: Mapped[bool]
    day: Mapped[date | None]
    at: Mapped[datetime]
    raw: Mapped[bytes | None]
    more: Mapped[Mapping[str, Any]]


class PersonRow(InventedBase):
    """A row with two personal columns."""

    __tablename__ = "invented_persons"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(100), info=PERSONAL)
    email: Mapped[str | None] = mapped_column(String(100), info=PERSONAL)
    role: Mapped[str] = mapped_column(String(100))


class CopyRow(InventedBase):
    """A row of a derived table."""

    __tablename__ = "invented_copies"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    text: Mapped[str] = mapped_column(String(100))


def copies_digest(session: Session) -> list[tuple[str, str]]:
    """Return the one subject of the derived table, and its digest."""
    rows = session.execute(select(CopyRow.id, CopyRow.text).order_by(CopyRow.id)).all()
    return [("copies", digest(repr(list(rows)).encode()))] if rows else []


COPIES = Derived("copies", frozenset({"invented_copies"}), copies_digest)


def fact(name: str = "Eksempelby") -> FactRow:
    """Return a new fact."""
    return FactRow(
        name=name,
        number=2**60,
        share=0.1,
        flag=True,
        day=date(2026, 11, 1),
        at=NOW,
        raw=b"\0\xff",
        more={"æ": [1, 2.5, None, "\udc80"], "ok": True},
    )


def tables() -> list[Table]:
    """Return the tables of evidence and of the invented stage."""
    own = [table for table in Base.metadata.sorted_tables if table.name.startswith("evidence_")]
    assert own, _own.__name__
    return [*own, *InventedBase.metadata.sorted_tables]


def create(engine: Engine) -> None:
    """Create those tables."""
    for metadata in (Base.metadata, InventedBase.metadata):
        metadata.create_all(engine, tables=[table for table in tables() if table.metadata is metadata])
