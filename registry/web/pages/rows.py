# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A row: one repository among others, with its four facts apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime

from registry.custody.model import Harvest, Repository
from registry.governance.model import Product
from registry.licences.model import Conclusion
from registry.pipeline.owned import InShort
from registry.provenance.snapshot import Snapshot
from registry.web import addresses
from registry.web.charts import Bar
from registry.web.language import gettext, language
from registry.web.masking import shown
from registry.web.pages.facts import custody_sign, licence_sign, provenance_bar
from registry.web.pages.title_behind import title_in_short
from registry.web.signs import Colour, Fact, Sign, fact_name
from registry.web.tables import Table


@dataclass(frozen=True)
class Known:
    """What the stages know of everything, read once for the page."""

    repositories: Sequence[Repository]
    snapshots: Mapping[int, Snapshot]
    conclusions: Mapping[int, Conclusion]
    products: Sequence[Product]
    last_harvest: Harvest | None
    commits: int
    today: date
    titles: Mapping[int, InShort] = field(default_factory=dict)
    titles_missing: Set[int] = frozenset()  # not found since something changed: each repository's page tells


@dataclass(frozen=True)
class Row:
    """A repository of the overview."""

    id: int
    name: str
    href: str
    owner: str
    products: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    custody: Sign
    bar: Bar | None
    lines: int | None
    title: Sign
    licence: Sign
    licence_reason: str
    seen: datetime | None


def all_rows(known: Known) -> list[Row]:
    """Return every repository as a row, by name."""
    of_product: dict[str, list[tuple[str, str]]] = {}
    for product in known.products:
        for part in product.parts:
            of_product.setdefault(part.full_name.lower(), []).append(
                (product_name(product), addresses.product(product.slug))
            )
    return [
        _row(
            one,
            known,
            tuple(of_product.get(one.full_name.lower(), ())),
            title_missing() if one.id in known.titles_missing else title_in_short(known.titles.get(one.id)),
        )
        for one in known.repositories
    ]


def title_missing() -> Sign:
    """Return the title's sign where it was not found since something that it rests on changed."""
    sentence = gettext(
        "Papers are registered, but what they show has not been worked out since something changed. "
        "The repository's own page works it out at once."
    )
    return Sign(Fact.TITLE, Colour.GREY, gettext("Not worked out yet"), sentence)


def columns() -> tuple[str, ...]:
    """Return the heads of the columns that follow the name: the four facts in their order, and the last look."""
    facts = tuple(fact_name(fact) for fact in Fact)
    return (*facts, gettext("Last seen"))


def rows_table(name: str, rows: Sequence[Row]) -> Table:
    """Return rows of repositories as a list to take along."""
    columns = (
        "id", "repository", "products", "custody", "custody_light", "lines", "lines_written_individually",
        "lines_in_bulk", "lines_not_attributable", "title", "licence", "licence_light", "last_seen", "page",
    )  # fmt: skip
    return Table(name, columns, [_cells(row) for row in rows])


def product_name(product: Product) -> str:
    """Return the product's name in the page's language."""
    return product.name_da if language() == "da" else product.name_en


def _row(repository: Repository, known: Known, products: tuple[tuple[str, str], ...], title: Sign) -> Row:
    snapshot, conclusion = known.snapshots.get(repository.id), known.conclusions.get(repository.id)
    full_name = shown(repository.full_name)
    return Row(
        id=repository.id,
        name=full_name,
        href=addresses.repository(repository.id, repository.full_name),
        owner=shown(repository.owner),
        products=products,
        notes=_notes(repository),
        custody=custody_sign(repository),
        bar=provenance_bar(snapshot),
        lines=snapshot.totals.lines if snapshot else None,
        title=title,
        licence=licence_sign(conclusion),
        licence_reason=conclusion.reason.value if conclusion else "",
        seen=repository.last_seen,
    )


def _notes(repository: Repository) -> tuple[str, ...]:
    notes = []
    if repository.state and repository.state.facts.archived:
        notes.append(gettext("archived"))
    if repository.state and repository.state.facts.fork:
        notes.append(gettext("copy (fork)"))
    if repository.wiki_of is not None:
        notes.append(gettext("wiki"))
    return tuple(notes)


def _cells(row: Row) -> tuple[str | int | datetime | None, ...]:
    grades = [part.amount for part in row.bar.parts] if row.bar else [None, None, None]
    return (
        row.id, row.name, ", ".join(name for name, _ in row.products), row.custody.word, row.custody.colour,
        row.lines, *grades, row.title.word, row.licence.word, row.licence.colour, row.seen, row.href,
    )  # fmt: skip
