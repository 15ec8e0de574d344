# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The tables of governance. Private to this stage; rows are added and closed, never changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from registry.database import Base, Id


class ProductRow(Base):
    """A product as it was stated; a later statement closes the row."""

    __tablename__ = "governance_products"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    slug: Mapped[str] = mapped_column(String(100), index=True)
    name_da: Mapped[str] = mapped_column(String(200))
    name_en: Mapped[str] = mapped_column(String(200))
    level: Mapped[str] = mapped_column(String(20))
    parts: Mapped[list[Any]]  # [OWNER/NAME, first day or null, last day or null]
    contact_role: Mapped[str] = mapped_column(String(200))
    contact_organisation: Mapped[str] = mapped_column(String(200))
    since: Mapped[datetime]
    until: Mapped[datetime | None]
