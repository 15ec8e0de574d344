# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A product: what OS2 offers under a name, its repositories, and the role that answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """The level of a product in OS2's governance model."""

    SANDBOX = "sandbox"
    ONE = "1"
    TWO = "2"
    THREE = "3"
    UNSTATED = "unstated"


@dataclass(frozen=True)
class Part:
    """A repository of a product, by the name it was given: OWNER/NAME, and between which days it belonged."""

    full_name: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Product:
    """A product. The contact is a role at an organisation, never a person."""

    slug: str
    name_da: str
    name_en: str
    level: Level
    parts: tuple[Part, ...]
    contact_role: str = ""
    contact_organisation: str = ""
