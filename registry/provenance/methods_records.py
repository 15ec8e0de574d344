# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The tables of what other methods say otherwise; the repository's present itself is in `records`."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from registry.database import Base, Id


class DifferenceRow(Base):
    """Lines of a repository's present of which another method names another commit; no runs: it could not look."""

    __tablename__ = "provenance_differences"
    __table_args__ = (Index("ix_provenance_differences_path", "repository_id", "path_key"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"))
    path: Mapped[bytes]
    path_key: Mapped[bytes]
    method: Mapped[str] = mapped_column(String(10))
    runs: Mapped[bytes]  # a commit of -1 is the one that the file's own row names


class OtherShareRow(Base):
    """How many lines of a repository's present another method gives an identity, where that is another number."""

    __tablename__ = "provenance_other_shares"

    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), primary_key=True)
    identity_id: Mapped[int] = mapped_column(
        ForeignKey("provenance_identities.id"), primary_key=True, index=True
    )
    method: Mapped[str] = mapped_column(String(10), primary_key=True)
    lines: Mapped[int] = mapped_column(Id)
