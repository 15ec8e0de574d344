# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The past of a repository: people with lines, mail domains and files as they stood at one moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from registry.custody.model import Repository
from registry.pipeline.stood import FileThen, Stood, Then
from registry.provenance.runs import NOBODY
from registry.web import addresses
from registry.web.charts import Bar, Part, bar
from registry.web.language import gettext, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages import words
from registry.web.pages.dates import Dates, KnownView, known_view
from registry.web.pages.facts import own_lines
from registry.web.pages.frame import Frame
from registry.web.pages.moments import (
    PastView,
    asked_day,
    moment_day,
    moments_frame,
    past_view,
    writer_domain,
    writer_name,
)
from registry.web.pages.people import domain_name, domain_note

_A_PAGE = 100


@dataclass(frozen=True)
class Chosen:
    """Whose files are asked for: one contributor's, one mail domain's, or all; and which page of them."""

    contributor: int | None = None
    domain: str = ""
    page: int = 1


@dataclass(frozen=True)
class WriterRow:
    """A contributor, or a mail domain, and its lines then; `list_href` leads to the files that hold them."""

    name: str
    href: str
    domain: str
    domain_href: str
    note: str
    people: int
    lines: int
    share: float
    list_href: str


@dataclass(frozen=True)
class FileRow:
    """A file then: its lines, those of whom was asked for, and who had most of them."""

    path: str
    href: str
    work_type: str
    lines: int
    asked: int
    most: str


@dataclass(frozen=True)
class ThenPage:
    """One moment. `chosen` says in words whose files are listed; `more` leads to the next page of them."""

    frame: Frame
    base: str
    here: str
    whole: str
    known: KnownView
    dates: PastView
    title_href: str
    bar: Bar
    people: tuple[WriterRow, ...]
    domains: tuple[WriterRow, ...]
    chosen: str
    files: tuple[FileRow, ...]
    count: str
    more: str
    options: tuple[str, ...]


def then_page(
    repository: Repository, then: Then, chosen: Chosen, options: tuple[str, ...], days: Dates
) -> ThenPage:
    """Return the page of a moment; every link keeps by when what it tells was known."""
    root = addresses.repository(repository.id, repository.full_name)
    dates = past_view(then)
    whole = days.keep(f"{root}/time")
    here = dates.keep(whole)
    domains = _domain_rows(then.stood, here)
    files = _asked(then.stood, chosen)
    first = (chosen.page - 1) * _A_PAGE
    title = gettext("Provenance on %(day)s", day=moment_day(then))
    asked = asked_day(then)
    return ThenPage(
        frame=moments_frame(repository, days, title, _answer(then)),
        base=f"{root}/time",
        here=here,
        whole=whole,
        known=known_view(days),
        dates=dates,
        title_href=days.keep(f"{root}/title?as_of={asked}") if asked else "",
        bar=_bar(domains),
        people=_people_rows(then.stood, here),
        domains=domains,
        chosen=_chosen(then.stood, chosen),
        files=_files(files[first : first + _A_PAGE], then.stood, root, dates),
        count=ngettext("%(count)s file", "%(count)s files", len(files)),
        more=_page_link(here, chosen) if len(files) > first + _A_PAGE else "",
        options=options,
    )


def _people_rows(stood: Stood, here: str) -> tuple[WriterRow, ...]:
    lines = stood.by_identity(stood.by_commit())
    total = lines.total() or 1
    return tuple(_person(stood, one, (count, total), here) for one, count in lines.most_common())


def _person(stood: Stood, identity: int, counted: tuple[int, int], here: str) -> WriterRow:
    who = stood.authors.get(identity)
    return WriterRow(
        name=writer_name(who),
        href=addresses.contributor(identity) if who else "",
        domain=writer_domain(who),
        domain_href=addresses.domain(who.domain) if who and who.domain else "",
        note="",
        people=1,
        lines=counted[0],
        share=counted[0] / counted[1],
        list_href=f"{here}&contributor={identity}#files" if who else f"{here}#files",
    )


def _domain_rows(stood: Stood, here: str) -> tuple[WriterRow, ...]:
    lines: Counter[str] = Counter()
    people: Counter[str] = Counter()
    counted = stood.by_identity(stood.by_commit())
    for identity, count in counted.items():
        who = stood.authors.get(identity)
        if who is not None:
            lines[who.domain] += count
            people[who.domain] += 1
    total = counted.total() or 1
    return tuple(
        WriterRow(
            name=domain_name(one),
            href=addresses.domain(one) if one else "",
            domain="",
            domain_href="",
            note=domain_note(one),
            people=people[one],
            lines=count,
            share=count / total,
            list_href=f"{here}&domain={quote(one, safe='')}#files",
        )
        for one, count in lines.most_common()
    )


def _bar(domains: Iterable[WriterRow]) -> Bar:
    rows = list(domains)
    parts = [Part(one.name, one.lines, f"tone-{at}", one.list_href) for at, one in enumerate(rows[:5], 1)]
    rest = sum(one.lines for one in rows[5:])
    if rest:
        parts.append(Part(gettext("Others"), rest, "tone-6"))
    return bar(gettext("Lines by the mail domain of those who wrote them"), parts)


def _asked(stood: Stood, chosen: Chosen) -> list[tuple[FileThen, int]]:
    """Return the files that hold lines of whom was asked for, with how many, the most first."""
    found = [(one, _of(stood, one.commits, chosen)) for one in stood.files.values()]
    return sorted((one for one in found if one[1]), key=lambda one: (-one[1], one[0].path))


def _of(stood: Stood, commits: Mapping[int, int], chosen: Chosen) -> int:
    return sum(
        lines
        for identity, lines in stood.by_identity(commits).items()
        if chosen.contributor in {None, identity} and chosen.domain in {"", _domain(stood, identity)}
    )


def _domain(stood: Stood, identity: int) -> str:
    who = stood.authors.get(identity)
    return who.domain if who else ""


def _chosen(stood: Stood, chosen: Chosen) -> str:
    if chosen.contributor is not None:
        return writer_name(stood.authors.get(chosen.contributor))
    return shown(chosen.domain, 120)


def _files(
    asked: Iterable[tuple[FileThen, int]], stood: Stood, root: str, dates: PastView
) -> tuple[FileRow, ...]:
    return tuple(
        _file(one, lines, stood, dates.keep(f"{root}/file/{addresses.path(one.path)}"))
        for one, lines in asked
    )


def _file(one: FileThen, asked: int, stood: Stood, href: str) -> FileRow:
    most = stood.by_identity(one.commits).most_common(1)[0][0]
    return FileRow(
        path=shown_path(one.path),
        href=href,
        work_type=words.work_type(one.work_type),
        lines=one.lines,
        asked=asked,
        most=writer_name(stood.authors.get(most)),
    )


def _page_link(here: str, chosen: Chosen) -> str:
    who = f"&contributor={chosen.contributor}" if chosen.contributor is not None else ""
    whose = f"&domain={quote(chosen.domain, safe='')}" if chosen.domain else ""
    return f"{here}{who}{whose}&page={chosen.page + 1}#files"


def _answer(then: Then) -> str:
    lines = then.stood.by_identity(then.stood.by_commit())
    return gettext(
        "On %(day)s %(lines)s in %(files)s stood on the main line, by %(people)s.",
        day=moment_day(then),
        lines=own_lines(lines.total()),
        files=ngettext("%(count)s file", "%(count)s files", len(then.stood.files)),
        people=ngettext("%(count)s contributor", "%(count)s contributors", len(lines.keys() - {NOBODY})),
    )
