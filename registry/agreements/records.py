# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The tables of agreements: papers, declarations, claims, and the documents that are held of them.

Private to this stage. Rows are added and closed, never changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from registry.database import PERSONAL, Base, Id, Recorded
from registry.parties.stating import Stated


class AgreementRow(Stated, Base):
    """A paper between parties; `document` is what the file says, which is not what is held."""

    __tablename__ = "agreements_agreements"

    paper: Mapped[str] = mapped_column(String(200), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    assignors: Mapped[list[Any]]
    employees: Mapped[bool]
    assignee: Mapped[str | None] = mapped_column(String(200))
    signed: Mapped[date]
    effective: Mapped[date | None]
    terminated: Mapped[date | None]
    covers: Mapped[Mapping[str, Any] | None] = mapped_column(info=PERSONAL)  # may name authors
    rights: Mapped[Mapping[str, Any]]
    form: Mapped[str] = mapped_column(String(20))
    authority: Mapped[str] = mapped_column(String(20))
    document: Mapped[str] = mapped_column(String(20))
    open_source: Mapped[bool]
    decision: Mapped[bool]
    more: Mapped[Mapping[str, Any]]  # what the file says beside, kept as written: licence, decision, uses


class DeclarationRow(Stated, Base):
    """Evidence in writing; `about` may name people."""

    __tablename__ = "agreements_declarations"

    paper: Mapped[str] = mapped_column(String(200), index=True)
    by: Mapped[str] = mapped_column(String(200))
    declares: Mapped[str] = mapped_column(String(20))
    about: Mapped[Mapping[str, Any] | None] = mapped_column(info=PERSONAL)
    signed: Mapped[date]
    form: Mapped[str] = mapped_column(String(20))
    authority: Mapped[str] = mapped_column(String(20))
    document: Mapped[str] = mapped_column(String(20))


class ClaimRow(Stated, Base):
    """A dated statement that somebody owns something."""

    __tablename__ = "agreements_claims"

    by: Mapped[str] = mapped_column(String(200))
    owner: Mapped[str] = mapped_column(String(200))
    day: Mapped[date]
    source: Mapped[str] = mapped_column(Text)
    covers: Mapped[Mapping[str, Any]]
    withdrawn: Mapped[date | None]


class DocumentRow(Recorded, Base):
    """The document of a paper, held as evidence; another one for the same paper closes it."""

    __tablename__ = "agreements_documents"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    paper: Mapped[str] = mapped_column(String(200), index=True)
    digest: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(Text)
    size: Mapped[int] = mapped_column(Id)
    observation_id: Mapped[int]
