# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading products from a file: YAML in, products out, mistakes named by the product and the field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from registry.errors import BadInputError
from registry.governance.model import Level, Part, Product
from registry.text import storable, visible

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_FULL_NAME = re.compile(r"[^/\s]{1,255}/[^/\s]{1,255}")
_LONGEST = 200
_WORDS = ("name_da", "name_en", "contact_role", "contact_organisation")
_KNOWN = {"slug", "name_da", "name_en", "level", "repositories", "contact_role", "contact_organisation"}


def read_products(data: bytes) -> tuple[Product, ...]:
    """Return the products of a YAML file with the list `products`.

    Raises BadInputError with the product and the field.
    """
    try:
        document = yaml.safe_load(data)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        msg = f"the products file cannot be read: {_why_not(error)}"
        raise BadInputError(msg) from error
    listed = document.get("products") if isinstance(document, dict) else None
    if not isinstance(listed, list):
        msg = "the products file has no list `products`"
        raise BadInputError(msg)
    products = tuple(_product(one, place) for place, one in enumerate(listed, start=1))
    slugs = [product.slug for product in products]
    for slug in slugs:
        if slugs.count(slug) > 1:
            msg = f"product {slug} stands twice in the file"
            raise BadInputError(msg)
    return products


def _why_not(error: yaml.YAMLError | RecursionError | ValueError) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and (mark := error.problem_mark or error.context_mark):
        return f"line {mark.line + 1} is no YAML: {visible(error.problem or '', _LONGEST)}"
    if isinstance(error, yaml.YAMLError):
        return "it is no YAML in UTF-8 without control characters"
    if isinstance(error, RecursionError):
        return "its lists stand too deep in one another"
    return "it holds a day that no calendar has, or a number of thousands of digits"


def check(product: Product) -> Product:
    """Return the product; raises BadInputError where its slug or a repository's name is malformed."""
    if not _SLUG.fullmatch(product.slug):
        msg = f"product {product.slug!r}: a slug is lower-case letters, digits and hyphens"
        raise BadInputError(msg)
    for field in _WORDS:
        said = getattr(product, field)
        if storable(said, _LONGEST) != said or (field.startswith("name") and not said.strip()):
            msg = f"product {product.slug}: {field} is missing, no text, or longer than {_LONGEST} characters"
            raise BadInputError(msg)
    for part in product.parts:
        if not _FULL_NAME.fullmatch(part.full_name) or storable(part.full_name, 511) != part.full_name:
            msg = f"product {product.slug}: {part.full_name!r} is no OWNER/NAME"
            raise BadInputError(msg)
        if part.since and part.until and part.since > part.until:
            msg = f"product {product.slug}: {part.full_name} leaves before it joins"
            raise BadInputError(msg)
    if "@" in product.contact_role + product.contact_organisation:
        msg = f"product {product.slug}: the contact is a role and an organisation, not an address"
        raise BadInputError(msg)
    return product


def _product(one: Any, place: int) -> Product:
    if not isinstance(one, dict) or not isinstance(one.get("slug"), str):
        msg = f"product number {place} has no slug"
        raise BadInputError(msg)
    slug = one["slug"]
    unknown = sorted(repr(name) for name in one if name not in _KNOWN)
    if unknown:
        msg = f"product {slug}: unknown field {unknown[0]}"
        raise BadInputError(msg)
    repositories = one.get("repositories") or []
    if not isinstance(repositories, list):
        msg = f"product {slug}: repositories is a list"
        raise BadInputError(msg)
    said = {field: _text(slug, field, one.get(field)) for field in _WORDS}
    return check(
        Product(
            slug=slug,
            name_da=said["name_da"] or said["name_en"] or slug,
            name_en=said["name_en"] or said["name_da"] or slug,
            level=_level(slug, one.get("level", Level.UNSTATED)),
            parts=tuple(_part(slug, part) for part in repositories),
            contact_role=said["contact_role"],
            contact_organisation=said["contact_organisation"],
        )
    )


def _level(slug: str, value: Any) -> Level:
    try:
        return Level(_text(slug, "level", value))
    except ValueError:
        msg = f"product {slug}: level is one of {', '.join(Level)}"
        raise BadInputError(msg) from None


def _text(slug: str, field: str, value: Any) -> str:
    """Return what a field says; a few aliases in a list can stand for more text than there is memory."""
    if value is None or isinstance(value, str | int | float):
        return "" if value is None else str(value)
    msg = f"product {slug}: {field} is a text"
    raise BadInputError(msg)


def _part(slug: str, one: Any) -> Part:
    if isinstance(one, str):
        return Part(one)
    if isinstance(one, Mapping) and isinstance(one.get("name"), str):
        return Part(one["name"], _day(slug, one.get("from")), _day(slug, one.get("until")))
    msg = f"product {slug}: a repository is OWNER/NAME, or a name with from and until"
    raise BadInputError(msg)


def _day(slug: str, value: Any) -> date | None:
    if value is None or (isinstance(value, date) and type(value) is date):
        return value
    msg = f"product {slug}: {value!r} is no day; write 2026-01-31"
    raise BadInputError(msg)
