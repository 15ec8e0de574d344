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
from registry.provenance.snapshot import Snapshot
from registry.web import addresses
from registry.web.areas import Area, Layer, Time, area
from registry.web.language import day, gettext, percent
from registry.web.masking import shown
from registry.web.pages.dates import Dates, KnownView, known_view
from registry.web.pages.facts import own_lines
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.moments import writer_name
from registry.web.pages.origins import steps_to
from registry.web.pages.people import domain_name, domain_note
from registry.web.pages.time_course import Course, find_course, ranked
from registry.web.pages.time_title import TitleCourse

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
    asking: str
    known: KnownView
    chart: Area
    columns: tuple[Column, ...]
    years: tuple[YearRow, ...]
    authors: tuple[AuthorRow, ...]
    more_authors: int
    releases: tuple[ReleaseRow, ...]
    more_releases: int
    options: tuple[str, ...]
    title: TitleCourse


def time_page(
    repository: Repository, snapshot: Snapshot, found: Grown, title_told: TitleCourse, dates: Dates
) -> TimePage:
    """Return the page of a main line that was followed and has lines; every link keeps by when it was known."""
    base = addresses.repository(repository.id, repository.full_name) + "/time"
    asking = dates.asking(base)
    course = find_course(found, snapshot, asking)
    title = gettext("Provenance through time")
    by_rank = ranked(found)
    return TimePage(
        frame=Frame(title, _answer(snapshot, course), way(steps_to(repository), Crumb(title)), lists=True),
        base=base,
        asking=asking,
        known=known_view(dates),
        chart=_chart(course, snapshot),
        columns=tuple(_columns(course)),
        years=tuple(_year_row(course, one) for one in course.years[::-1]),
        authors=tuple(_author_row(course, one) for one in by_rank[:_MOST_AUTHORS]),
        more_authors=max(0, len(by_rank) - _MOST_AUTHORS),
        releases=tuple(_release(one, asking) for one in found.releases[::-1][:_MOST_RELEASES]),
        more_releases=max(0, len(found.releases) - _MOST_RELEASES),
        options=release_names(found.releases),
        title=title_told,
    )


def release_names(releases: Sequence[Dated]) -> tuple[str, ...]:
    """Return the names that a moment can be asked for by, newest first."""
    return tuple(one.name for one in releases[::-1] if _plain(one.name))


def _plain(name: str) -> bool:
    """Tell whether a release can be asked for by its name: git allows bytes that are no text, and addresses in it."""
    return shown(name, 200) == name


def _columns(course: Course) -> Iterable[Column]:
    for place, name in enumerate(course.apart, start=1):
        href = addresses.domain(name) if name else ""
        yield Column(domain_name(name), href, domain_note(name), f"tone-{place}")
    if any(course.amounts[None]):
        yield Column(gettext("Others"), "", "", "tone-6")


def _year_row(course: Course, year: tuple[str, int, str]) -> YearRow:
    name, at, then = year
    moment = f"{course.asking}at={then}"
    figures = [Figure(course.amounts[one][at], f"{moment}&domain={quote(one)}") for one in course.apart]
    if any(course.amounts[None]):
        figures.append(Figure(course.amounts[None][at], moment))
    own = [one for one in course.grown.releases if one.month // 12 == int(name)]
    total = sum(one[at] for one in course.amounts.values())
    return YearRow(name, Figure(total, moment), tuple(figures), len(own))


def _author_row(course: Course, identity: int) -> AuthorRow:
    who, lines = course.grown.authors.get(identity), course.grown.lines[identity]
    return AuthorRow(
        name=writer_name(who),
        href=addresses.contributor(who.id) if who else "",
        domain=domain_name(who.domain) if who else "",
        figures=tuple(
            Figure(lines[at], f"{course.asking}at={then}&contributor={identity}")
            for _, at, then in course.years[::-1]
        ),
    )


def _release(one: Dated, asking: str) -> ReleaseRow:
    asked = quote(one.name, safe="") if _plain(one.name) else one.commit
    return ReleaseRow(shown(one.name, 80), day(one.day), f"{asking}at={asked}")


def _chart(course: Course, snapshot: Snapshot) -> Area:
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


def _described(course: Course, columns: Sequence[Column]) -> str:
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


def _answer(snapshot: Snapshot, course: Course) -> str:
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


def _most(course: Course, at: int) -> tuple[str, str]:
    """Return the share of the mail domain that most lines were from, and its name."""
    total = sum(one[at] for one in course.amounts.values()) or 1
    name = max(course.apart, key=lambda one: course.amounts[one][at])
    return percent(course.amounts[name][at] / total), domain_name(name)
