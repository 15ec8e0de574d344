# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A product: its four facts, added up over its repositories, each repository still apart below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from registry.custody.model import CustodyLight, Repository
from registry.governance.model import Level, Product
from registry.licences.model import Conclusion, Light
from registry.provenance.snapshot import Snapshot
from registry.web import addresses
from registry.web.charts import Bar
from registry.web.language import gettext, number
from registry.web.pages.facts import abc_bar, licence_sign, provenance_bar
from registry.web.pages.rows import Known, product_name, title_missing
from registry.web.pages.title_behind import title_together
from registry.web.signs import Colour, Fact, Sign

_CUSTODY_ORDER = (CustodyLight.RED, CustodyLight.YELLOW, CustodyLight.GREY, CustodyLight.GREEN)
_LICENCE_ORDER = (Light.RED, Light.YELLOW, Light.GREY, Light.GREEN)


@dataclass(frozen=True)
class ProductRow:
    """A product of the overview."""

    slug: str
    name: str
    href: str
    level: str
    harvested: bool
    repositories: str
    custody: Sign
    bar: Bar | None
    title: Sign
    licence: Sign


def product_rows(known: Known) -> tuple[ProductRow, ...]:
    """Return the products as rows, by name."""
    rows = (_row(product, parts_today(product, known), known) for product in known.products)
    return tuple(sorted(rows, key=lambda row: row.name.lower()))


def parts_today(product: Product, known: Known) -> list[Repository]:
    """Return the repositories that are a product's today; one that it has left counts for it no more."""
    names = {
        part.full_name.lower() for part in product.parts if part.until is None or part.until >= known.today
    }
    return [one for one in known.repositories if one.full_name.lower() in names]


def level_name(level: Level) -> str:
    """Return a level of OS2's governance model in words."""
    if level is Level.SANDBOX:
        return gettext("Sandbox")
    if level is Level.UNSTATED:
        return gettext("Not stated")
    return gettext("Level %(level)s", level=level.value)


def product_custody(parts: Sequence[Repository]) -> Sign:
    """Return how many of a product's repositories are with OS2; the worst light counts."""
    if not parts:
        return Sign(
            Fact.CUSTODY,
            Colour.GREY,
            gettext("Not observed"),
            gettext("None of its repositories has been harvested."),
        )
    lights = {part.light for part in parts}
    worst = next(light for light in _CUSTODY_ORDER if light in lights)
    if lights == {CustodyLight.GREY}:
        return Sign(
            Fact.CUSTODY,
            Colour.GREY,
            gettext("Not observed"),
            gettext("GitHub was not asked about its repositories."),
        )
    with_os2 = sum(part.light is CustodyLight.GREEN for part in parts)
    word = gettext("%(some)s of %(all)s with OS2", some=number(with_os2), all=number(len(parts)))
    gone = sum(part.light is CustodyLight.RED for part in parts)
    if gone:
        word = gettext("%(word)s, %(gone)s no longer visible", word=word, gone=number(gone))
    sentence = gettext("So many of its repositories lie in an organisation that is stated to be OS2's.")
    return Sign(Fact.CUSTODY, Colour(worst.value), word, sentence)


def product_licence(found: Sequence[Conclusion]) -> Sign:
    """Return the licence of all of a product's repositories, or that they differ; the worst light counts."""
    if not found:
        return licence_sign(None)
    lights = {one.light for one in found}
    worst = next(light for light in _LICENCE_ORDER if light in lights)
    names = {one.concluded for one in found}
    if len(names) == 1:
        word = licence_sign(next(one for one in found if one.light is worst)).word
        return Sign(
            Fact.LICENCE, Colour(worst.value), word, gettext("The page of each repository shows the places.")
        )
    known = sorted(name for name in names if name)
    if None not in names:
        sentence = gettext("Its repositories stand under different licences; see each of them.")
        return Sign(Fact.LICENCE, Colour(worst.value), ", ".join(known), sentence)
    sentence = gettext("Some of its repositories stand under no licence that is known; see each of them.")
    return Sign(Fact.LICENCE, Colour(worst.value), gettext("Differs"), sentence)


def product_title(parts: Sequence[Repository], known: Known) -> Sign:
    """Return the title of a product's repositories, those never read left out."""
    if any(part.id in known.titles_missing for part in parts):
        return title_missing()
    return title_together([known.titles.get(part.id) for part in parts if part.id in known.snapshots])


def product_bar(parts: Sequence[Repository], snapshots: Mapping[int, Snapshot]) -> Bar | None:
    """Return the lines of all of a product's repositories by how they were written."""
    bars = [found for part in parts if (found := provenance_bar(snapshots.get(part.id)))]
    if not bars:
        return None
    grades = [sum(one.parts[grade].amount for one in bars) for grade in range(3)]
    return abc_bar(*grades)


def _row(product: Product, parts: Sequence[Repository], known: Known) -> ProductRow:
    found = [known.conclusions[part.id] for part in parts if part.id in known.conclusions]
    some, every = number(len(parts)), number(len(product.parts))
    return ProductRow(
        slug=product.slug,
        name=product_name(product),
        href=addresses.product(product.slug),
        level=level_name(product.level),
        harvested=bool(parts),
        repositories=gettext("%(some)s of %(all)s in use and harvested", some=some, all=every),
        custody=product_custody(parts),
        bar=product_bar(parts, known.snapshots),
        title=product_title(parts, known),
        licence=product_licence(found),
    )
