# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The cards of a product: its repositories, the licence of each, and the answer card of each for one use."""

from __future__ import annotations

from dataclasses import dataclass

from registry.governance.model import Product
from registry.licences.model import Conclusion
from registry.licences.terms.model import Use
from registry.licences.terms.names import use_name
from registry.web import addresses
from registry.web.language import gettext
from registry.web.masking import shown
from registry.web.pages.facts import licence_sign
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.rows import Known, product_name
from registry.web.pages.terms_columns import UseLink, said, use_links
from registry.web.signs import Sign


@dataclass(frozen=True)
class CardRow:
    """A repository of the product; `href` is its card, "" where it was never harvested."""

    name: str
    href: str
    licence: Sign
    documentation: str


@dataclass(frozen=True)
class ProductTermsPage:
    """The repositories of a product, each with its own licence and card."""

    frame: Frame
    rows: tuple[CardRow, ...]
    uses: tuple[UseLink, ...]


def product_terms_page(product: Product, known: Known, use: Use | None) -> ProductTermsPage:
    """Return the page of a product's cards."""
    name = product_name(product)
    base = addresses.product(product.slug)
    title = gettext("What may I do with %(product)s?", product=name)
    steps = way(Crumb(name, base), Crumb(gettext("What may I do with it?")))
    return ProductTermsPage(
        Frame(title, _answer(use), steps, machine=addresses.api(f"products/{product.slug}")),
        _rows(product, known, use),
        use_links(f"{base}/terms", use),
    )


def _answer(use: Use | None) -> str:
    if use is None:
        return gettext("Choose what you want to do. Each repository of the product has a licence of its own.")
    return gettext(
        "You want to do this: %(use)s. Each repository has a licence of its own; open the card of each.",
        use=said(use_name(use)).lower(),
    )


def _rows(product: Product, known: Known, use: Use | None) -> tuple[CardRow, ...]:
    by_name = {one.full_name.lower(): one for one in known.repositories}
    rows = []
    for part in product.parts:
        found = by_name.get(part.full_name.lower())
        concluded = known.conclusions.get(found.id) if found else None
        href = f"{addresses.repository(found.id, found.full_name)}/terms" if found else ""
        query = f"?use={use.value}" if use and href else ""
        rows.append(
            CardRow(shown(part.full_name), href + query, licence_sign(concluded), _documents(concluded))
        )
    return tuple(rows)


def _documents(concluded: Conclusion | None) -> str:
    if concluded is None or concluded.documentation == concluded.concluded:
        return ""
    return concluded.documentation or ""
