# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Between two moments: lines gained and lost by contributor and by mail domain, files that came, went and changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from registry.custody.model import Repository
from registry.pipeline.between import Between, FileBetween, Lines, What, largest, sum_of
from registry.web import addresses
from registry.web.language import gettext, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages import words
from registry.web.pages.dates import Dates, KnownView, known_view
from registry.web.pages.frame import Frame
from registry.web.pages.moments import (
    PastView,
    change_name,
    moment_day,
    moments_frame,
    writer_domain,
    writer_name,
)
from registry.web.pages.people import domain_name, domain_note
from registry.web.pages.time_then import Chosen
from registry.web.pages.time_title import StateBetween

_A_PAGE = 100


@dataclass(frozen=True)
class MovedRow:
    """A contributor, a mail domain or a file with its lines; each figure has the address of what it counts."""

    name: str
    href: str
    note: str
    lines: Lines
    before_href: str = ""
    after_href: str = ""
    list_href: str = ""


@dataclass(frozen=True)
class WhatRow:
    """How many files came, went or changed."""

    name: str
    count: int
    href: str


@dataclass(frozen=True)
class BetweenPage:
    """Two moments side by side. `chosen` says in words whose files are listed."""

    frame: Frame
    base: str
    here: str
    whole: str
    known: KnownView
    dates: PastView
    since: str
    until: str
    domains: tuple[MovedRow, ...]
    people: tuple[MovedRow, ...]
    whats: tuple[WhatRow, ...]
    chosen: str
    titles: tuple[StateBetween, ...]
    count: str
    files: tuple[MovedRow, ...]
    more: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class _Addresses:
    """The page itself, and the page of each moment; a file stands below `root`."""

    root: str
    here: str
    before: str
    after: str
    since: str
    until: str


def between_page(
    repository: Repository,
    found: Between,
    asked: tuple[Chosen, str],
    options: tuple[str, ...],
    told: tuple[tuple[StateBetween, ...], Dates],
) -> BetweenPage:
    """Return the page of two moments; `asked` narrows the files by whose they are and what became of them."""
    (chosen, what), (titles, dates) = asked, told
    places = _addresses(repository, found, dates)
    files = [one for one in found.files if what in {"", one.what} and _of(found, one, chosen)]
    first = (chosen.page - 1) * _A_PAGE
    title = gettext("Provenance between two moments")
    return BetweenPage(
        frame=moments_frame(repository, dates, title, _answer(found)),
        base=f"{places.root}/time",
        here=places.here,
        whole=dates.keep(f"{places.root}/time"),
        known=known_view(dates),
        dates=PastView(_said(found), ""),
        since=found.since.moment.asked,
        until=found.until.moment.asked,
        domains=tuple(_domains(found, places)),
        people=tuple(_people(found, places)),
        whats=tuple(_whats(found, places)),
        titles=titles,
        chosen=_chosen(found, chosen, what),
        count=ngettext("%(count)s file", "%(count)s files", len(files)),
        files=tuple(_file(one, places) for one in files[first : first + _A_PAGE]),
        more=_more(places, chosen, what) if len(files) > first + _A_PAGE else "",
        options=options,
    )


def _addresses(repository: Repository, found: Between, dates: Dates) -> _Addresses:
    root = addresses.repository(repository.id, repository.full_name)
    since, until = (quote(one.moment.asked, safe="") for one in (found.since, found.until))
    time = dates.asking(f"{root}/time")
    return _Addresses(
        root, f"{time}from={since}&to={until}", f"{time}at={since}", f"{time}at={until}", since, until
    )


def _people(found: Between, places: _Addresses) -> Iterable[MovedRow]:
    for identity, lines in largest(found.lines):
        who = found.author(identity)
        href = addresses.contributor(identity) if who else ""
        row = MovedRow(writer_name(who), href, writer_domain(who), lines)
        yield _linked(row, places, f"&contributor={identity}" if who else "")


def _domains(found: Between, places: _Addresses) -> Iterable[MovedRow]:
    sums: defaultdict[str, list[Lines]] = defaultdict(list)
    for identity, lines in found.lines.items():
        who = found.author(identity)
        if who is not None:
            sums[who.domain].append(lines)
    summed = {name: sum_of(each) for name, each in sums.items()}
    for name, lines in sorted(summed.items(), key=lambda one: (-one[1].gained - one[1].lost, one[0])):
        href = addresses.domain(name) if name else ""
        row = MovedRow(domain_name(name), href, domain_note(name), lines)
        yield _linked(row, places, f"&domain={quote(name, safe='')}")


def _linked(row: MovedRow, places: _Addresses, who: str) -> MovedRow:
    return replace(
        row,
        before_href=f"{places.before}{who}#files",
        after_href=f"{places.after}{who}#files",
        list_href=f"{places.here}{who}#files",
    )


def _file(one: FileBetween, places: _Addresses) -> MovedRow:
    file = f"{places.root}/file/{addresses.path(one.path)}?at="
    last = places.since if one.what is What.WENT else places.until
    return MovedRow(
        name=shown_path(one.path),
        href=file + last,
        note=f"{what_word(one.what)} · {words.work_type(one.work_type)}",
        lines=sum_of(one.lines.values()),
        before_href=file + places.since,
        after_href=file + places.until,
        list_href=file + last,
    )


def what_word(what: What) -> str:
    """Return what became of a file, in words."""
    names = {
        What.CAME: gettext("Came"),
        What.WENT: gettext("Went"),
        What.CHANGED: gettext("Changed lines"),
    }
    return names[what]


def _whats(found: Between, places: _Addresses) -> Iterable[WhatRow]:
    for what in What:
        count = sum(one.what is what for one in found.files)
        yield WhatRow(what_word(what), count, f"{places.here}&what={what}#files")


def _of(found: Between, one: FileBetween, chosen: Chosen) -> bool:
    """Tell whether lines of whom was asked for came to a file or went from it."""
    if chosen.contributor is None and not chosen.domain:
        return True
    return any(
        lines.gained or lines.lost
        for identity, lines in one.lines.items()
        if chosen.contributor in {None, identity}
        and (not chosen.domain or getattr(found.author(identity), "domain", "") == chosen.domain)
    )


def _chosen(found: Between, chosen: Chosen, what: str) -> str:
    named = [what_word(What(what))] if what else []
    if chosen.contributor is not None:
        named.append(writer_name(found.author(chosen.contributor)))
    if chosen.domain:
        named.append(shown(chosen.domain, 120))
    return ", ".join(named)


def _more(places: _Addresses, chosen: Chosen, what: str) -> str:
    asked = {
        "contributor": chosen.contributor,
        "domain": chosen.domain,
        "what": what,
        "page": chosen.page + 1,
    }
    return f"{places.here}&{urlencode({name: value for name, value in asked.items() if value})}#files"


def _said(found: Between) -> str:
    return gettext(
        "You look at the past: the main line at the change %(first)s and at the change %(second)s.",
        first=change_name(found.since),
        second=change_name(found.until),
    )


def _answer(found: Between) -> str:
    total = sum_of(found.lines.values())
    return gettext(
        "From %(since)s to %(until)s %(gained)s came to the main line and %(lost)s went: from %(before)s to "
        "%(after)s.",
        since=moment_day(found.since),
        until=moment_day(found.until),
        gained=ngettext("%(count)s line", "%(count)s lines", total.gained),
        lost=ngettext("%(count)s line", "%(count)s lines", total.lost),
        before=ngettext("%(count)s line", "%(count)s lines", total.before),
        after=ngettext("%(count)s line", "%(count)s lines", total.after),
    )
