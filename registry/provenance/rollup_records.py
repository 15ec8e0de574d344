# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The table of roll-ups; what they are made from is in `records`."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from registry.database import Base, Id


class RollUpRow(Base):
    """What the files of a repository's present add up to, in one piece; it holds for one snapshot alone."""

    __tablename__ = "provenance_rollups"

    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), primary_key=True)
    snapshot_id: Mapped[int] = mapped_column(Id)
    content: Mapped[bytes]  # as `rollup.pack_rollup` writes it
