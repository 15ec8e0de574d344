# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The overview: every product and every repository with the four facts apart, and what they add up to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from registry.custody.model import Harvest, Repository
from registry.governance.model import Product
from registry.licences.model import Conclusion, Reason
from registry.provenance.snapshot import Snapshot
from registry.web import addresses
from registry.web.charts import Bar
from registry.web.language import day, gettext, language, ngettext
from registry.web.masking import shown
from registry.web.pages.facts import custody_sign, licence_sign, provenance_bar
from registry.web.pages.filters import Filters, Option, Wanted, options
from registry.web.pages.frame import Frame
from registry.web.pages.products import ProductRow, product_rows
from registry.web.signs import Sign, title_sign
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


@dataclass(frozen=True)
class Figure:
    """A total, and the address of what it counts."""

    amount: int
    label: str
    href: str


@dataclass(frozen=True)
class Row:
    """A repository of the overview."""

    id: int
    name: str
    href: str
    owner: str
    owner_href: str
    products: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    custody: Sign
    bar: Bar | None
    lines: int | None
    title: Sign
    licence: Sign
    licence_reason: str
    seen: datetime | None


@dataclass(frozen=True)
class OverviewPage:
    """The start page."""

    frame: Frame
    figures: tuple[Figure, ...]
    products: tuple[ProductRow, ...]
    rows: tuple[Row, ...]
    filters: Filters
    matching: str
    empty: str
    columns: tuple[str, ...]


def overview_page(known: Known, wanted: Wanted) -> OverviewPage:
    """Return the start page, its repositories narrowed and ordered as wanted."""
    rows = all_rows(known)
    chosen = _ordered([row for row in rows if _matches(row, wanted)], wanted.sort)
    return OverviewPage(
        frame=Frame(title=gettext("Who controls, wrote, owns and licenses OS2's code?"), answer=_answer(known), lists=True),
        figures=_figures(known),
        products=product_rows(known.products, known.repositories, known.snapshots, known.conclusions),
        rows=tuple(chosen),
        filters=_filters(rows, wanted),
        matching=gettext("%(shown)s of %(all)s repositories", shown=len(chosen), all=len(rows)),
        empty=_empty(known),
        columns=_columns(),
    )


def overview_table(known: Known, wanted: Wanted) -> Table:
    """Return the repositories as a list to take along."""
    chosen = _ordered([row for row in all_rows(known) if _matches(row, wanted)], wanted.sort)
    return rows_table("repositories", chosen)


def rows_table(name: str, rows: Sequence[Row]) -> Table:
    """Return rows of repositories as a list to take along."""
    columns = (
        "id", "repository", "products", "custody", "custody_light", "lines", "lines_written_individually",
        "lines_in_bulk", "lines_not_attributable", "title", "licence", "licence_light", "last_seen", "page",
    )  # fmt: skip
    return Table(name, columns, [_cells(row) for row in rows])


def all_rows(known: Known) -> list[Row]:
    """Return every repository as a row, by name."""
    of_product: dict[str, list[tuple[str, str]]] = {}
    for product in known.products:
        for part in product.parts:
            of_product.setdefault(part.full_name.lower(), []).append((product_name(product), addresses.product(product.slug)))
    title = title_sign()
    return [_row(one, known, tuple(of_product.get(one.full_name.lower(), ())), title) for one in known.repositories]


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
        owner_href=addresses.organisation(repository.owner),
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
    facts = repository.state.facts if repository.state else None
    notes = (
        (gettext("archived"), bool(facts and facts.archived)),
        (gettext("copy (fork)"), bool(facts and facts.fork)),
        (gettext("wiki"), repository.wiki_of is not None),
    )
    return tuple(text for text, holds in notes if holds)


def _matches(row: Row, wanted: Wanted) -> bool:
    if wanted.words and wanted.words not in f"{row.name} {' '.join(name for name, _ in row.products)}".lower():
        return False
    if wanted.organisation and row.owner.lower() != wanted.organisation.lower():
        return False
    if wanted.custody and row.custody.colour != wanted.custody:
        return False
    return wanted.licence in {"", row.licence.colour.value, row.licence_reason}


def _ordered(rows: list[Row], sort: str) -> list[Row]:
    orders: dict[str, Callable[[Row], tuple[float, str]]] = {
        "name": lambda row: (0, row.name.lower()),
        "lines": lambda row: (-(row.lines or 0), row.name.lower()),
        "seen": lambda row: (-(row.seen.timestamp() if row.seen else 0), row.name.lower()),
    }
    return sorted(rows, key=orders[sort])


def _answer(known: Known) -> str:
    if not known.repositories:
        return gettext("The register is new: nothing has been harvested yet.")
    seen = known.last_harvest.started_at if known.last_harvest else None
    return gettext(
        "As of %(day)s the register follows %(repositories)s and %(products)s. Who controls them, who wrote them and "
        "under which licence they stand is shown with evidence; the title is not assessed for any of them yet.",
        day=day(seen) or gettext("an unknown day"),
        repositories=ngettext("%(count)s repository", "%(count)s repositories", len(known.repositories)),
        products=ngettext("%(count)s product", "%(count)s products", len(known.products)),
    )


def _empty(known: Known) -> str:
    if not known.repositories:
        return gettext("Nothing has been harvested yet. Run “os2-registry harvest --configured”, or “make run” for a demonstration.")
    return gettext("No repository matches. Take away a filter, or search for another word.")


def _figures(known: Known) -> tuple[Figure, ...]:
    here = addresses.page("")
    conclusions = known.conclusions.values()
    return (
        Figure(len(known.repositories), gettext("repositories"), f"{here}#repositories"),
        Figure(sum(s.totals.lines for s in known.snapshots.values()), gettext("lines in them, third parties' left out"), f"{here}?sort=lines#repositories"),
        Figure(known.commits, gettext("changes (commits), each counted once"), addresses.page("harvests")),
        Figure(sum(c.reason is Reason.CONTRADICT for c in conclusions), gettext("repositories with contradictory licences"), f"{here}?licence=contradict#repositories"),
        Figure(sum(c.reason is Reason.NONE for c in conclusions), gettext("repositories without a licence"), f"{here}?licence=none#repositories"),
        Figure(sum(r.light.value == "red" for r in known.repositories), gettext("repositories no longer visible"), f"{here}?custody=red#repositories"),
    )


def _filters(rows: Sequence[Row], wanted: Wanted) -> Filters:
    owners = sorted({row.owner for row in rows}, key=str.lower)
    return Filters(
        words=wanted.words,
        organisations=options([("", gettext("All"))] + [(owner, owner) for owner in owners], wanted.organisation),
        custody=_lights(
            {
                "green": gettext("With OS2"),
                "yellow": gettext("With others, or not stated whose"),
                "red": gettext("No longer visible"),
                "grey": gettext("Not observed"),
            },
            wanted.custody,
        ),
        licence=_lights(
            {
                "green": gettext("Agree, within OS2's policy"),
                "yellow": gettext("Agree, outside OS2's policy"),
                "red": gettext("Contradictory, unclear or none"),
                "contradict": gettext("Contradictory"),
                "none": gettext("No licence found"),
                "grey": gettext("Not looked at"),
            },
            wanted.licence,
        ),
        sort=options(
            [("name", gettext("Name")), ("lines", gettext("Most lines")), ("seen", gettext("Last seen"))], wanted.sort
        ),
    )


def _lights(words: Mapping[str, str], chosen: str) -> tuple[Option, ...]:
    return options([("", gettext("All")), *words.items()], chosen)


def _columns() -> tuple[str, ...]:
    return (gettext("Custody"), gettext("Provenance"), gettext("Title"), gettext("Licence"), gettext("Last seen"))


def _cells(row: Row) -> tuple[str | int | datetime | None, ...]:
    grades = [part.amount for part in row.bar.parts] if row.bar else [None, None, None]
    return (
        row.id, row.name, ", ".join(name for name, _ in row.products), row.custody.word, row.custody.colour,
        row.lines, *grades, row.title.word, row.licence.word, row.licence.colour, row.seen, row.href,
    )  # fmt: skip
