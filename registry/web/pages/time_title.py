# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Title through time: the lines of each month by state, by the papers as they stand today and as they stood then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from registry.ownership.answers import State
from registry.ownership.shares import Share
from registry.pipeline.titled import ByState, Titled, month_end
from registry.provenance.growth import first_day
from registry.provenance.snapshot import Snapshot
from registry.web.areas import Area, Layer, Time, area
from registry.web.language import day, gettext
from registry.web.pages.dates import Dates
from registry.web.pages.title import documented
from registry.web.pages.title_words import ORDER, state_word, tone
from registry.web.tables import Cell, Table


@dataclass(frozen=True)
class Figure:
    """Lines, and the address of the page that shows them."""

    lines: int
    href: str


@dataclass(frozen=True)
class YearRow:
    """The lines at the end of one year by the states of the columns, and the documented share."""

    name: str
    href: str
    figures: tuple[Figure, ...]
    documented: str


@dataclass(frozen=True)
class Reading:
    """The months by the papers of one time: a chart with its table."""

    id: str
    title: str
    said: str
    chart: Area
    rows: tuple[YearRow, ...]


@dataclass(frozen=True)
class TitleCourse:
    """Both readings, or in `missing` why there are none. `columns` are the states."""

    missing: str = ""
    columns: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    methods: str = ""


def title_course(
    found: Titled | None, about: tuple[Snapshot, Dates], base: str, *, assessed: bool
) -> TitleCourse:
    """Return the title of each month; `base` is the address of the repository, and links keep the days asked about."""
    snapshot, dates = about
    if found is None or not assessed or not found.months:
        said = gettext(
            "The title is not assessed: no paper is registered that could concern this repository. "
            "This says nothing for or against anybody's right."
        )
        return TitleCourse(said)
    columns = [one for one in ORDER if any(month.get(one) for month in (*found.today, *found.then))]
    return TitleCourse(
        columns=tuple(map(state_word, columns)),
        readings=(
            _reading("title-today", found, found.today, columns, (base, snapshot, dates)),
            _reading("title-then", found, found.then, columns, (base, snapshot, dates)),
        ),
        methods=_methods(snapshot),
    )


@dataclass(frozen=True)
class StateBetween:
    """The lines of a state at two moments: by today's papers, and by those that had effect at each of them."""

    name: str
    today: tuple[Figure, Figure]
    then: tuple[Figure, Figure]


def states_between(
    today: tuple[ByState, ByState], then: tuple[ByState, ByState], hrefs: Sequence[str]
) -> tuple[StateBetween, ...]:
    """Return the states that lines have at either moment; `hrefs` lead to what stood, and to the title of each day."""

    def figures(both: tuple[ByState, ByState], state: State, links: Sequence[str]) -> tuple[Figure, Figure]:
        before, after = both
        return Figure(before.get(state, 0), links[0]), Figure(after.get(state, 0), links[1])

    return tuple(
        StateBetween(state_word(one), figures(today, one, hrefs[:2]), figures(then, one, hrefs[2:]))
        for one in ORDER
        if any(each.get(one) for each in (*today, *then))
    )


def title_months_table(found: Titled | None) -> Table:
    """Return the lines of each month by state as a list to take along."""
    columns = ("month", "papers_of", *(str(one) for one in ORDER))
    rows: list[tuple[Cell, ...]] = []
    if found is not None:
        for name, told in (("today", found.today), ("then", found.then)):
            rows += [
                (f"{first_day(month):%Y-%m}", name, *(by_state.get(one, 0) for one in ORDER))
                for month, by_state in zip(found.months, told, strict=True)
            ]
    return Table("title-months", columns, rows)


def _reading(
    name: str,
    found: Titled,
    told: Sequence[ByState],
    columns: Sequence[State],
    about: tuple[str, Snapshot, Dates],
) -> Reading:
    base, snapshot, dates = about
    today = name == "title-today"
    title = (
        gettext("By the papers as they stand today") if today else gettext("By the papers as they stood then")
    )
    years = {month // 12: at for at, month in enumerate(found.months)}
    read = snapshot.read_at.date()
    rows = [
        _row(
            year,
            told[at],
            columns,
            dates.keep(_href(base, min(month_end(year * 12 + 11), read), today=today)),
        )
        for year, at in years.items()
    ]
    layers = [
        Layer(state_word(one), tone(one), [by_state.get(one, 0) for by_state in told]) for one in columns
    ]
    last = max(found.months[-1], read.year * 12 + read.month - 1)
    chart = area(title, _described(found, told), layers, Time(found.months, (), last))
    return Reading(name, title, _said(told, today=today), chart, tuple(rows[::-1]))


def _href(base: str, then: date, *, today: bool) -> str:
    return f"{base}/time?at={then}" if today else f"{base}/title?as_of={then}"


def _row(year: int, by_state: ByState, columns: Sequence[State], href: str) -> YearRow:
    figures = tuple(Figure(by_state.get(one, 0), href) for one in columns)
    return YearRow(str(year), href, figures, documented(Share(by_state).documented))


def _said(told: Sequence[ByState], *, today: bool) -> str:
    first, last = (documented(Share(one).documented) for one in (told[0], told[-1]))
    if today:
        return gettext(
            "Of the lines that stood at the end of the first month %(first)s are documented as the association's "
            "today, of those that stand now %(last)s.",
            first=first,
            last=last,
        )
    return gettext(
        "At the end of the first month %(first)s of the lines were documented as the association's, now %(last)s "
        "are: by the papers that had effect by then, whenever they were recorded.",
        first=first,
        last=last,
    )


def _described(found: Titled, told: Sequence[ByState]) -> str:
    parts = ", ".join(f"{state_word(one)} {told[-1][one]}" for one in ORDER if told[-1].get(one))
    return gettext(
        "From %(first)s to %(last)s; at the end: %(parts)s. The table below has every year.",
        first=day(first_day(found.months[0])),
        last=day(first_day(found.months[-1])),
        parts=parts,
    )


def _methods(snapshot: Snapshot) -> str:
    if not any(snapshot.totals.by_other_method.values()):
        return ""
    return gettext(
        "Where another method names somebody else for a line, the page of the title counts the worse answer; here "
        "the change that last wrote the line counts alone, so the share there may be lower."
    )
