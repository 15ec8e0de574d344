# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shapes of products, organisations on GitHub, and parties."""

from __future__ import annotations

from datetime import date, datetime

from registry.api.shapes.shape import Shape
from registry.custody.model import Keeper
from registry.governance.model import Level
from registry.parties.model import PartyKind, SuccessionKind


class Part(Shape):
    """A repository of a product, and between which days. Null: the register does not hold it."""

    name: str
    since: date | None
    until: date | None
    repository: int | None
    address: str | None


class Product(Shape):
    """What OS2 offers under a name. The contact is a role at an organisation, never a person."""

    slug: str
    name_da: str
    name_en: str
    level: Level
    contact_role: str
    contact_organisation: str
    parts: tuple[Part, ...]
    plan_address: str
    address: str
    page: str


class Products(Shape):
    """A part of the products, by slug."""

    items: tuple[Product, ...]
    next: str | None


class Administrators(Shape):
    """How many accounts administer an organisation; null where GitHub did not show them."""

    count: int | None
    seen_at: datetime
    observation: int | None


class Organisation(Shape):
    """An account on GitHub that holds repositories, and whose it is stated to be, on what ground."""

    login: str
    github_id: int | None
    keeper: Keeper
    basis: str
    configured: bool
    repositories_address: str
    address: str
    page: str


class Organisations(Shape):
    """A part of the organisations, by login."""

    items: tuple[Organisation, ...]
    next: str | None


class OrganisationWhole(Organisation):
    """An organisation with what was seen of who administers it; null where nobody has asked."""

    administrators: Administrators | None


class Succession(Shape):
    """How what one party had came to others, and when it took effect."""

    kind: SuccessionKind
    giver: str
    takers: tuple[str, ...]
    day: date


class Party(Shape):
    """A legal person. Natural persons are named with what they wrote or hold, and have no address of their own."""

    id: str
    kind: PartyKind
    name: str
    founded: date | None
    ended: date | None
    successions: tuple[Succession, ...]
    address: str


class Parties(Shape):
    """A part of the legal persons, by id."""

    items: tuple[Party, ...]
    next: str | None
