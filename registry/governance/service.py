# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The one door of governance: products, stated and read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from importlib.resources import files

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.errors import NotFoundError
from registry.evidence.model import Event
from registry.evidence.service import record
from registry.governance.model import Level, Part, Product
from registry.governance.reading import check, read_products
from registry.governance.records import ProductRow

__all__ = ["product", "products", "read_products", "seeded", "state", "with_part", "withdraw", "without_part"]


def seeded() -> tuple[Product, ...]:
    """Return the products that every new register starts with."""
    return read_products(files("registry.governance").joinpath("products.yaml").read_bytes())


def products(session: Session) -> tuple[Product, ...]:
    """Return every product as it is stated now, by its Danish name."""
    rows = session.scalars(select(ProductRow).where(ProductRow.until.is_(None)))
    return tuple(sorted(map(_product, rows), key=lambda one: (one.name_da.lower(), one.slug)))


def product(session: Session, slug: str) -> Product:
    """Return one product; raises NotFoundError."""
    row = _open_row(session, slug)
    if row is None:
        msg = f"there is no product {slug!r} in this register"
        raise NotFoundError(msg)
    return _product(row)


def state(session: Session, stated: Product, now: datetime) -> bool:
    """Record a statement about a product; the earlier one is closed. Returns False when it is the same."""
    check(stated)
    last = _open_row(session, stated.slug)
    if last and _product(last) == stated:
        return False
    row = ProductRow(
        slug=stated.slug,
        name_da=stated.name_da,
        name_en=stated.name_en,
        level=stated.level,
        parts=[[part.full_name, _text(part.since), _text(part.until)] for part in stated.parts],
        contact_role=stated.contact_role,
        contact_organisation=stated.contact_organisation,
        since=now,
    )
    rows = [row]
    if last:
        last.until = now
        rows.insert(0, last)
    record(session, Event("governance.product", f"product/{stated.slug}"), now, rows)
    return True


def withdraw(session: Session, slug: str, now: datetime) -> None:
    """Record that a product is no longer listed; raises NotFoundError."""
    product(session, slug)
    row = _open_row(session, slug)
    assert row is not None
    row.until = now
    record(session, Event("governance.product_withdrawn", f"product/{slug}"), now, [row])


def with_part(stated: Product, full_name: str, since: date | None) -> Product:
    """Return the product with a repository more."""
    kept = tuple(part for part in stated.parts if part.full_name.lower() != full_name.lower())
    return check(replace(stated, parts=(*kept, Part(full_name, since))))


def without_part(stated: Product, full_name: str, until: date) -> Product:
    """Return the product with the last day of one of its repositories; raises NotFoundError."""
    if full_name.lower() not in {part.full_name.lower() for part in stated.parts}:
        msg = f"product {stated.slug} has no repository {full_name}"
        raise NotFoundError(msg)
    return check(
        replace(
            stated,
            parts=tuple(
                replace(part, until=until) if part.full_name.lower() == full_name.lower() else part
                for part in stated.parts
            ),
        )
    )


def _open_row(session: Session, slug: str) -> ProductRow | None:
    return session.scalar(select(ProductRow).where(ProductRow.slug == slug, ProductRow.until.is_(None)))


def _product(row: ProductRow) -> Product:
    return Product(
        slug=row.slug,
        name_da=row.name_da,
        name_en=row.name_en,
        level=Level(row.level),
        parts=tuple(Part(name, _day(since), _day(until)) for name, since, until in row.parts),
        contact_role=row.contact_role,
        contact_organisation=row.contact_organisation,
    )


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
