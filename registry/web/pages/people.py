# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The people: who wrote a repository, by identity and by mail domain. A domain is presumed, never an employer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from registry.provenance.domains import PRIVATE_MAIL
from registry.provenance.snapshot import Author, Share
from registry.web import addresses
from registry.web.language import gettext, number_range, percent_range
from registry.web.masking import shown
from registry.web.tables import Table


@dataclass(frozen=True)
class PersonRow:
    """One identity's share of a repository."""

    name: str
    href: str
    domain: str
    domain_href: str
    lines: int
    lines_said: str
    share: float
    share_said: str
    files: int
    documents: int
    commits: int
    co_authored: int
    first: date | None
    last: date | None


@dataclass(frozen=True)
class DomainRow:
    """What the identities of one mail domain wrote of a repository."""

    name: str
    href: str
    note: str
    people: int
    lines: int
    lines_said: str
    share: float
    share_said: str
    commits: int
    first: date | None
    last: date | None


@dataclass
class _Sum:
    people: int = 0
    lines: int = 0
    by_method: dict[str, int] = field(default_factory=dict)  # more or fewer lines than the main method gives
    commits: int = 0
    days: list[date] = field(default_factory=list)


def person_name(author: Author) -> str:
    """Return an identity's name as seen; one without a name is said to have none."""
    return shown(author.name, 120).strip() or gettext("(no name)")


def domain_name(domain: str) -> str:
    """Return a mail domain for reading."""
    return shown(domain, 120) or gettext("(no domain)")


def domain_note(domain: str) -> str:
    """Return what must be known of a mail domain before anything is read into it."""
    if domain.endswith("noreply.github.com"):
        return gettext("GitHub's own: hides the address, says nothing of an employer")
    if domain in PRIVATE_MAIL:
        return gettext("private mail: says nothing of an employer")
    return ""


def person_rows(shares: Sequence[Share]) -> tuple[PersonRow, ...]:
    """Return the identities, most lines first."""
    total = sum(share.total for share in shares) or 1
    return tuple(_person(share, total) for share in shares)


def by_domain(shares: Iterable[Share]) -> tuple[DomainRow, ...]:
    """Return the mail domains, most lines first."""
    sums: dict[str, _Sum] = {}
    for share in shares:
        one = sums.setdefault(share.author.domain, _Sum())
        one.people += 1
        one.lines += share.total
        for method, lines in share.by_other_method.items():
            one.by_method[method] = one.by_method.get(method, 0) + lines - share.total
        one.commits += share.commits
        one.days += [day for day in (share.first_day, share.last_day) if day]
    total = sum(one.lines for one in sums.values()) or 1
    rows = [_domain(name, one, total) for name, one in sums.items()]
    return tuple(sorted(rows, key=lambda row: (-row.lines, -row.commits, row.name)))


def people_table(shares: Sequence[Share]) -> Table:
    """Return the identities as a list to take along; no addresses."""
    columns = (
        "contributor", "name", "mail_domain", "lines", "fewest_lines", "most_lines", "share_of_lines", "files", "documents", "commits",
        "co_authored", "first_day", "last_day",
    )  # fmt: skip
    rows = [
        (
            share.author.id, row.name, row.domain, row.lines, *share.span, round(row.share, 6), row.files, row.documents,
            row.commits, row.co_authored, _iso(row.first), _iso(row.last),
        )
        for share, row in zip(shares, person_rows(shares), strict=True)
    ]  # fmt: skip
    return Table("contributors", columns, rows)


def _person(share: Share, total: int) -> PersonRow:
    fewest, most = share.span
    return PersonRow(
        name=person_name(share.author),
        href=addresses.contributor(share.author.id),
        domain=domain_name(share.author.domain),
        domain_href=addresses.domain(share.author.domain) if share.author.domain else "",
        lines=share.total,
        lines_said=number_range(fewest, most),
        share=share.total / total,
        share_said=percent_range(fewest / total, most / total),
        files=share.files,
        documents=share.documents,
        commits=share.commits,
        co_authored=share.co_authored,
        first=share.first_day,
        last=share.last_day,
    )


def _domain(name: str, one: _Sum, total: int) -> DomainRow:
    told = (one.lines, *(one.lines + more for more in one.by_method.values()))
    return DomainRow(
        name=domain_name(name),
        href=addresses.domain(name) if name else "",
        note=domain_note(name),
        people=one.people,
        lines=one.lines,
        lines_said=number_range(min(told), max(told)),
        share=one.lines / total,
        share_said=percent_range(min(told) / total, max(told) / total),
        commits=one.commits,
        first=min(one.days, default=None),
        last=max(one.days, default=None),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
