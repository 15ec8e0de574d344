# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The table of titles in short; what they are found from is the register itself."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from registry.database import Base, Id


class TitleRow(Base):
    """Whose a repository is, in short, as it was found on a day; it holds for one snapshot and the facts of `bearing`."""

    __tablename__ = "ownership_titles"

    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), primary_key=True)
    snapshot_id: Mapped[int] = mapped_column(Id)
    found: Mapped[date] = mapped_column(Date)
    until: Mapped[date] = mapped_column(Date)
    bearing: Mapped[bytes] = mapped_column(
        LargeBinary
    )  # SHA-256 of what can bear on it, as `bearing.py` writes it
    content: Mapped[bytes] = mapped_column(LargeBinary)  # as `in_short.pack` writes it
