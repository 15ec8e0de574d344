# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The overview: every product and every repository with the four facts apart, and what they add up to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from registry.custody.model import CustodyLight
from registry.licences.model import Reason
from registry.web import addresses
from registry.web.language import day, gettext, ngettext
from registry.web.pages.filters import Filters, Wanted, options
from registry.web.pages.frame import Frame
from registry.web.pages.products import ProductRow, product_rows
from registry.web.pages.rows import Known, Row, all_rows, columns, rows_table
from registry.web.tables import Table


@dataclass(frozen=True)
class Figure:
    """A total, and the address of what it counts."""

    amount: int
    label: str
    href: str


@dataclass(frozen=True)
class OverviewPage:
    """The start page."""

    frame: Frame
    figures: tuple[Figure, ...]
    products: tuple[ProductRow, ...]
    waiting: tuple[ProductRow, ...]
    rows: tuple[Row, ...]
    filters: Filters
    matching: str
    empty: str
    columns: tuple[str, ...]


def overview_page(known: Known, wanted: Wanted) -> OverviewPage:
    """Return the start page, its repositories narrowed and ordered as wanted."""
    rows = all_rows(known)
    chosen = _ordered([row for row in rows if _matches(row, wanted)], wanted.sort)
    products = product_rows(known)
    return OverviewPage(
        frame=Frame(
            title=gettext(
                "Who controls OS2's code, who wrote it, who owns it, and what may others do with it?"
            ),
            answer=_answer(known),
            lists=True,
        ),
        figures=_figures(known),
        products=tuple(one for one in products if one.harvested),
        waiting=tuple(one for one in products if not one.harvested),
        rows=tuple(chosen),
        filters=_filters(rows, wanted),
        matching=gettext("%(shown)s of %(all)s repositories", shown=len(chosen), all=len(rows)),
        empty=_empty(known),
        columns=columns(),
    )


def overview_table(known: Known, wanted: Wanted) -> Table:
    """Return the repositories as a list to take along."""
    chosen = _ordered([row for row in all_rows(known) if _matches(row, wanted)], wanted.sort)
    return rows_table("repositories", chosen)


def _matches(row: Row, wanted: Wanted) -> bool:
    if (
        wanted.words
        and wanted.words not in f"{row.name} {' '.join(name for name, _ in row.products)}".lower()
    ):
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
        "As of %(day)s the register follows %(repositories)s and %(products)s. Who controls them, "
        "who wrote them and "
        "under which licence they stand is shown with evidence; %(title)s",
        day=day(seen) or gettext("an unknown day"),
        repositories=ngettext("%(count)s repository", "%(count)s repositories", len(known.repositories)),
        products=ngettext("%(count)s product", "%(count)s products", len(known.products)),
        title=_title(known),
    )


def _title(known: Known) -> str:
    assessed, missing = sum(one.assessed for one in known.titles.values()), len(known.titles_missing)
    if not assessed:
        return _none_assessed(known)
    said = ngettext(
        "the title is assessed for %(count)s of them.",
        "the title is assessed for %(count)s of them.",
        assessed,
    )
    return f"{said} {_not_found(missing)}" if missing else said


def _none_assessed(known: Known) -> str:
    if not known.titles_missing:
        return gettext("the title is not assessed for any of them yet.")
    return gettext(
        "the title has not been worked out since something changed; each repository's own page does so at once."
    )


def _not_found(missing: int) -> str:
    return ngettext(
        "For %(count)s repository it has not been worked out since something changed; its own page does so at once.",
        "For %(count)s repositories it has not been worked out since something changed; their own pages do so at once.",
        missing,
    )


def _empty(known: Known) -> str:
    if not known.repositories:
        return gettext(
            "Nothing has been harvested yet. Run “os2-registry harvest --configured”, or “make run” "
            "for a demonstration."
        )
    return gettext("No repository matches. Take away a filter, or search for another word.")


def _figures(known: Known) -> tuple[Figure, ...]:
    here = addresses.page("")
    contradictory, missing = (_with_reason(known, one) for one in (Reason.CONTRADICT, Reason.NONE))
    lines = sum(one.totals.lines for one in known.snapshots.values())
    gone = sum(one.light is CustodyLight.RED for one in known.repositories)
    figures = (
        (len(known.repositories), gettext("repositories followed"), f"{here}#repositories"),
        (lines, gettext("lines in them, third parties' left out"), f"{here}?sort=lines#repositories"),
        (known.commits, gettext("changes (commits), each counted once"), addresses.page("harvests")),
        (contradictory, gettext("with contradictory licences"), _narrowed("licence=contradict")),
        (missing, gettext("without a licence"), _narrowed("licence=none")),
        (gone, gettext("no longer visible, or blocked"), _narrowed("custody=red")),
    )
    return tuple(Figure(*figure) for figure in figures)


def _with_reason(known: Known, reason: Reason) -> int:
    shown_here = {one.id for one in known.repositories}
    return sum(one.reason is reason for number, one in known.conclusions.items() if number in shown_here)


def _narrowed(query: str) -> str:
    return f"{addresses.page('')}?{query}#repositories"


def _filters(rows: Sequence[Row], wanted: Wanted) -> Filters:
    owners = sorted({row.owner for row in rows}, key=str.lower)
    sorts = (("name", gettext("Name")), ("lines", gettext("Most lines")), ("seen", gettext("Last seen")))
    everything = ("", gettext("All"))
    return Filters(
        words=wanted.words,
        organisations=options([everything, *((owner, owner) for owner in owners)], wanted.organisation),
        custody=options([everything, *_custody_choices()], wanted.custody),
        licence=options([everything, *_licence_choices()], wanted.licence),
        sort=options(sorts, wanted.sort),
    )


def _custody_choices() -> tuple[tuple[str, str], ...]:
    return (
        ("green", gettext("With OS2")),
        ("yellow", gettext("With others, or not stated whose")),
        ("red", gettext("No longer visible")),
        ("grey", gettext("Not observed")),
    )


def _licence_choices() -> tuple[tuple[str, str], ...]:
    return (
        ("green", gettext("Agree, within OS2's policy")),
        ("yellow", gettext("Agree, outside OS2's policy")),
        ("red", gettext("Contradictory, unclear or none")),
        ("contradict", gettext("Contradictory")),
        ("none", gettext("No licence found")),
        ("grey", gettext("Not looked at")),
    )
