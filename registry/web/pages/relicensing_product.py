# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Relicensing of a product: each of its repositories, and whose consent all of them take together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from registry.custody.model import Repository
from registry.governance.model import Product
from registry.pipeline.relicensing import Asked, Outcome, Relicensing
from registry.web import addresses
from registry.web.language import gettext
from registry.web.masking import shown
from registry.web.pages.dates import Dates
from registry.web.pages.filters import Option
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.relicensing import answer, target_address, target_options
from registry.web.pages.relicensing_rows import query
from registry.web.pages.relicensing_words import COLOURS, ICONS, outcome_word
from registry.web.pages.rows import product_name
from registry.web.tables import Cell, Table


@dataclass(frozen=True)
class PartRow:
    """A repository of the product: how many files come to which outcome; none where it was never read."""

    name: str
    href: str
    outcomes: tuple[tuple[str, str, str, int], ...]


@dataclass(frozen=True)
class ProductRelicensingPage:
    """The repositories of a product, and whose consent they take together."""

    frame: Frame
    dates: Dates
    targets: tuple[Option, ...]
    target: str
    target_href: str
    rows: tuple[PartRow, ...]
    parties: tuple[Asked, ...]


def product_relicensing_page(
    product: Product, parts: Sequence[tuple[Repository, Relicensing | None]], target: str, dates: Dates
) -> ProductRelicensingPage:
    """Return the page of a product; `target` is "" until a licence is chosen."""
    name = product_name(product)
    found = [one for _, one in parts if one is not None]
    lead = answer(found, dates) if found else gettext("Choose the licence to go to.")
    title = (
        gettext("%(name)s under %(licence)s", name=name, licence=target)
        if target
        else gettext("May %(name)s change its licence?", name=name)
    )
    steps = way(Crumb(name, addresses.product(product.slug)), Crumb(gettext("Another licence")))
    return ProductRelicensingPage(
        frame=Frame(title, lead, steps, lists=bool(target)),
        dates=dates,
        targets=target_options(target),
        target=target,
        target_href=target_address(target),
        rows=tuple(_row(repository, one, target, dates) for repository, one in parts) if target else (),
        parties=together(found),
    )


def together(found: Sequence[Relicensing]) -> tuple[Asked, ...]:
    """Return whose consent several repositories take, of the most lines first."""
    names = {one.id: one.name for part in found for one in part.parties}
    files, lines = Counter[str](), Counter[str]()
    for part in found:
        files.update({one.id: one.files for one in part.parties})
        lines.update({one.id: one.lines for one in part.parties})
    order = sorted(names, key=lambda party: (-lines[party], -files[party], party))
    return tuple(Asked(party, shown(names[party], 120), files[party], lines[party]) for party in order)


def product_relicensing_table(parts: Sequence[tuple[Repository, Relicensing | None]]) -> Table:
    """Return how many files of each repository come to which outcome as a list to take along."""
    columns = ("repository", *(one.value for one in Outcome))
    rows: list[tuple[Cell, ...]] = []
    for repository, found in parts:
        counted = found.counted() if found else {}
        rows.append((shown(repository.full_name), *(counted.get(one, (0, 0))[0] for one in Outcome)))
    return Table("relicence", columns, rows)


def _row(repository: Repository, found: Relicensing | None, target: str, dates: Dates) -> PartRow:
    base = addresses.repository(repository.id, repository.full_name)
    href = dates.keep(f"{base}/relicence?{query(target)}") if found else base
    counted = found.counted() if found else {}
    return PartRow(
        shown(repository.full_name),
        href,
        tuple(
            (outcome_word(one), COLOURS[one], ICONS[COLOURS[one]], files)
            for one, (files, _) in counted.items()
        ),
    )
