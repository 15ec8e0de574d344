# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Provenance through time: whose lines stood on the main line, month by month since its beginning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from registry.custody.model import Repository
from registry.pipeline.grown import Dated, Grown
from registry.provenance.growth import first_day
from registry.provenance.runs import NOBODY
from registry.provenance.snapshot import Snapshot
from registry.web import addresses
from registry.web.areas import Area, Layer, Time, area
from registry.web.language import day, gettext, percent
from registry.web.masking import shown
from registry.web.pages.facts import own_lines
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.moments import writer_domain, writer_name
from registry.web.pages.origins import steps_to
from registry.web.pages.people import domain_name, domain_note
from registry.web.tables import Cell, Table

_APART = 5
_MOST_AUTHORS = 20
_MOST_RELEASES = 100


@dataclass(frozen=True)
class Figure:
    """An amount and the address of the lines that it counts."""

    lines: int
    href: str


@dataclass(frozen=True)
class Column:
    """What a column counts: a mail domain, or the others together."""

    name: str
    href: str
    note: str
    tone: str


@dataclass(frozen=True)
class YearRow:
    """The lines at the end of one year, by the columns, with the number of its releases."""

    name: str
    total: Figure
    figures: tuple[Figure, ...]
    releases: int


@dataclass(frozen=True)
class AuthorRow:
    """One contributor's lines at the end of each year, newest first as the years stand."""

    name: str
    href: str
    domain: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class ReleaseRow:
    """A release (tag) and what stood then."""

    name: str
    day: str
    href: str


@dataclass(frozen=True)
class TimePage:
    """The chart, the years by mail domain, the years by contributor, the releases."""

    frame: Frame
    base: str
    chart: Area
    columns: tuple[Column, ...]
    years: tuple[YearRow, ...]
    authors: tuple[AuthorRow, ...]
    more_authors: int
    releases: tuple[ReleaseRow, ...]
    more_releases: int
    options: tuple[str, ...]


@dataclass(frozen=True)
class _Course:
    """The growth by mail domain: those apart that once had the most lines, then the others under None."""

    grown: Grown
    base: str
    read: str
    apart: tuple[str, ...]
    amounts: dict[str | None, list[int]]
    years: tuple[tuple[str, int, str], ...]  # its name, the place of its last month, the moment it stands for


def time_page(repository: Repository, snapshot: Snapshot, found: Grown) -> TimePage:
    """Return the page of a main line that was followed and has lines."""
    base = addresses.repository(repository.id, repository.full_name) + "/time"
    course = _course(found, snapshot, base)
    title = gettext("Provenance through time")
    ranked = _ranked(found)
    return TimePage(
        frame=Frame(title, _answer(snapshot, course), way(steps_to(repository), Crumb(title)), lists=True),
        base=base,
        chart=_chart(course, snapshot),
        columns=tuple(_columns(course)),
        years=tuple(_year_row(course, one) for one in course.years[::-1]),
        authors=tuple(_author_row(course, one) for one in ranked[:_MOST_AUTHORS]),
        more_authors=max(0, len(ranked) - _MOST_AUTHORS),
        releases=tuple(_release(one, base) for one in found.releases[::-1][:_MOST_RELEASES]),
        more_releases=max(0, len(found.releases) - _MOST_RELEASES),
        options=release_names(found.releases),
    )


def release_names(releases: Sequence[Dated]) -> tuple[str, ...]:
    """Return the names that a moment can be asked for by, newest first."""
    return tuple(one.name for one in releases[::-1] if _plain(one.name))


def _plain(name: str) -> bool:
    """Tell whether a release can be asked for by its name: git allows bytes that are no text, and addresses in it."""
    return shown(name, 200) == name


def months_table(found: Grown) -> Table:
    """Return the lines at the end of each month by contributor as a list to take along."""
    columns = ("month", "contributor", "name", "mail_domain", "lines")
    rows: list[tuple[Cell, ...]] = []
    for at, month in enumerate(found.months):
        for identity in _ranked(found):
            lines = found.lines[identity][at]
            if lines:
                who = found.authors.get(identity)
                number = None if identity == NOBODY else identity
                rows.append(
                    (f"{first_day(month):%Y-%m}", number, writer_name(who), writer_domain(who), lines)
                )
    return Table("months", columns, rows)


def releases_table(found: Grown) -> Table:
    """Return the releases as a list to take along."""
    rows = [(shown(one.name), one.day.isoformat() if one.day else None) for one in found.releases]
    return Table("releases", ("release", "day"), rows)


def _course(found: Grown, snapshot: Snapshot, base: str) -> _Course:
    amounts: dict[str | None, list[int]] = {}
    for identity, lines in found.lines.items():
        who = found.authors.get(identity)
        _add(amounts.setdefault(who.domain if who else None, [0] * len(found.months)), lines)
    ranked = sorted((one for one in amounts if one is not None), key=lambda one: (-max(amounts[one]), one))
    apart = tuple(ranked[:_APART])
    others = [0] * len(found.months)
    for name in (None, *ranked[_APART:]):
        _add(others, amounts.get(name, ()))
    read = snapshot.read_at.date().isoformat()
    kept: dict[str | None, list[int]] = {one: amounts[one] for one in apart}
    return _Course(found, base, read, apart, {**kept, None: others}, tuple(_years(found, read)))


def _add(sums: list[int], more: Iterable[int]) -> None:
    for at, lines in enumerate(more):
        sums[at] += lines


def _years(found: Grown, read: str) -> Iterable[tuple[str, int, str]]:
    """Yield each year in which something changed; the last one ends with the reading."""
    last: dict[int, int] = {month // 12: at for at, month in enumerate(found.months)}
    for year, at in last.items():
        then = f"{year:04}-12-31"
        yield str(year), at, min(then, read)


def _ranked(found: Grown) -> list[int]:
    """Return the identities, those that once had the most lines first."""
    return sorted(found.lines, key=lambda one: (-max(found.lines[one]), one))


def _columns(course: _Course) -> Iterable[Column]:
    for place, name in enumerate(course.apart, start=1):
        href = addresses.domain(name) if name else ""
        yield Column(domain_name(name), href, domain_note(name), f"tone-{place}")
    if any(course.amounts[None]):
        yield Column(gettext("Others"), "", "", "tone-6")


def _year_row(course: _Course, year: tuple[str, int, str]) -> YearRow:
    name, at, then = year
    moment = f"{course.base}?at={then}"
    figures = [Figure(course.amounts[one][at], f"{moment}&domain={quote(one)}") for one in course.apart]
    if any(course.amounts[None]):
        figures.append(Figure(course.amounts[None][at], moment))
    own = [one for one in course.grown.releases if one.month // 12 == int(name)]
    total = sum(one[at] for one in course.amounts.values())
    return YearRow(name, Figure(total, moment), tuple(figures), len(own))


def _author_row(course: _Course, identity: int) -> AuthorRow:
    who, lines = course.grown.authors.get(identity), course.grown.lines[identity]
    return AuthorRow(
        name=writer_name(who),
        href=addresses.contributor(who.id) if who else "",
        domain=domain_name(who.domain) if who else "",
        figures=tuple(
            Figure(lines[at], f"{course.base}?at={then}&contributor={identity}")
            for _, at, then in course.years[::-1]
        ),
    )


def _release(one: Dated, base: str) -> ReleaseRow:
    asked = quote(one.name, safe="") if _plain(one.name) else one.commit
    return ReleaseRow(shown(one.name, 80), day(one.day), f"{base}?at={asked}")


def _chart(course: _Course, snapshot: Snapshot) -> Area:
    columns = list(_columns(course))
    names: tuple[str | None, ...] = (*course.apart, None)
    layers = [
        Layer(column.name, column.tone, course.amounts[name], column.href)
        for column, name in zip(columns, names, strict=False)
    ]
    releases = [one.month for one in course.grown.releases]
    last = max(course.grown.months[-1], snapshot.read_at.year * 12 + snapshot.read_at.month - 1)
    return area(
        gettext("Lines by the mail domain of those who wrote them, month by month"),
        _described(course, columns),
        layers,
        Time(course.grown.months, releases, last),
    )


def _described(course: _Course, columns: Sequence[Column]) -> str:
    total = sum(one[-1] for one in course.amounts.values()) or 1
    names: tuple[str | None, ...] = (*course.apart, None)
    parts = [
        f"{column.name} {percent(course.amounts[name][-1] / total)}"
        for column, name in zip(columns, names, strict=False)
    ]
    return gettext(
        "From %(first)s to %(last)s; at the end: %(parts)s. The table below has every year.",
        first=day(first_day(course.grown.months[0])),
        last=day(first_day(course.grown.months[-1])),
        parts=", ".join(parts),
    )


def _answer(snapshot: Snapshot, course: _Course) -> str:
    said = gettext(
        "%(lines)s stand on the main line, as of %(day)s, read at the change %(commit)s.",
        lines=own_lines(sum(one[-1] for one in course.amounts.values())),
        day=day(snapshot.read_at),
        commit=snapshot.commit[:10],
    )
    if not course.apart:
        return said
    (first, at, _), (now, last, _) = course.years[0], course.years[-1]
    share, domain = _most(course, last)
    said += " " + gettext(
        "The largest part, %(share)s, is by addresses at %(domain)s.", share=share, domain=domain
    )
    if first == now:
        return said
    share, domain = _most(course, at)
    return f"{said} " + gettext(
        "At the end of %(year)s, the first year, it was %(share)s by addresses at %(domain)s.",
        year=first,
        share=share,
        domain=domain,
    )


def _most(course: _Course, at: int) -> tuple[str, str]:
    """Return the share of the mail domain that most lines were from, and its name."""
    total = sum(one[at] for one in course.amounts.values()) or 1
    name = max(course.apart, key=lambda one: course.amounts[one][at])
    return percent(course.amounts[name][at] / total), domain_name(name)
