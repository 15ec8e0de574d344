# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A product's page: the answer for all of its repositories, and each of them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from registry.custody.model import Repository
from registry.governance.model import Product
from registry.web import addresses
from registry.web.charts import Bar
from registry.web.language import day, gettext, ngettext, number
from registry.web.masking import shown
from registry.web.pages.facts import in_sentence
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.products import (
    level_name,
    parts_today,
    product_bar,
    product_custody,
    product_licence,
    product_title,
)
from registry.web.pages.rows import Known, Row, all_rows, columns, product_name
from registry.web.pages.title_behind import title_said
from registry.web.signs import Colour, Fact, Sign


@dataclass(frozen=True)
class Part:
    """A repository of the product; `row` is None where it was never harvested."""

    name: str
    since: date | None
    until: date | None
    row: Row | None


@dataclass(frozen=True)
class ProductPage:
    """Everything on the page of a product."""

    frame: Frame
    custody: Sign
    provenance: Sign
    bar: Bar | None
    title: Sign
    licence: Sign
    parts: tuple[Part, ...]
    columns: tuple[str, ...]
    details: tuple[tuple[str, str], ...]
    terms: str
    relicence: str
    plan: str


def product_page(product: Product, known: Known) -> ProductPage:
    """Return the page of a product."""
    here = parts_today(product, known)
    custody = product_custody(here)
    licence = product_licence([known.conclusions[one.id] for one in here if one.id in known.conclusions])
    lines = sum(known.snapshots[one.id].totals.lines for one in here if one.id in known.snapshots)
    name, title = product_name(product), product_title(here, known)
    return ProductPage(
        frame=_frame(product, _answer(name, here, lines, (custody, licence, title))),
        custody=custody,
        provenance=_provenance(lines, bool(here)),
        bar=product_bar(here, known.snapshots),
        title=title,
        licence=licence,
        parts=_parts(product, known),
        columns=columns(),
        details=_details(product),
        terms=f"{addresses.product(product.slug)}/terms",
        relicence=f"{addresses.product(product.slug)}/relicence",
        plan=f"{addresses.product(product.slug)}/plan" if here else "",
    )


def _frame(product: Product, answer: str) -> Frame:
    name = product_name(product)
    return Frame(
        name,
        answer,
        way(Crumb(name)),
        lists=True,
        log=addresses.log_about(f"product/{product.slug}"),
        machine=addresses.api(f"products/{product.slug}"),
    )


def _parts(product: Product, known: Known) -> tuple[Part, ...]:
    rows = {row.name.lower(): row for row in all_rows(known)}
    return tuple(
        Part(shown(one.full_name), one.since, one.until, rows.get(shown(one.full_name).lower()))
        for one in product.parts
    )


def _answer(name: str, parts: Sequence[Repository], lines: int, signs: Sequence[Sign]) -> str:
    if not parts:
        return gettext("None of the repositories of %(product)s has been harvested yet.", product=name)
    seen = max((one.last_seen for one in parts if one.last_seen), default=None)
    return gettext(
        "As of %(day)s: %(lines)s in %(repositories)s. Custody: %(custody)s. Licence: %(licence)s. %(title)s",
        day=day(seen),
        lines=ngettext("%(count)s line", "%(count)s lines", lines),
        repositories=ngettext("%(count)s repository", "%(count)s repositories", len(parts)),
        custody=in_sentence(signs[0]),
        licence=in_sentence(signs[1]),
        title=title_said(signs[2]),
    )


def _provenance(lines: int, harvested: bool) -> Sign:
    if not harvested:
        return Sign(
            Fact.PROVENANCE,
            Colour.GREY,
            gettext("Not read"),
            gettext("None of its repositories has been harvested."),
        )
    sentence = gettext(
        "Lines of its own in all of its repositories. Copies of one another count twice; see each repository."
    )
    return Sign(Fact.PROVENANCE, Colour.NONE, ngettext("%(count)s line", "%(count)s lines", lines), sentence)


def _details(product: Product) -> tuple[tuple[str, str], ...]:
    rows = (
        (gettext("Level in OS2's governance model"), level_name(product.level)),
        (gettext("Contact"), ", ".join(filter(None, (product.contact_role, product.contact_organisation)))),
        (gettext("Repositories"), number(len(product.parts))),
    )
    return tuple((name, shown(value)) for name, value in rows if value)
