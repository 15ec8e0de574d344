# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A contributor and a mail domain: what they wrote, repository by repository. Addresses are never shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from registry.custody.model import Repository
from registry.provenance.snapshot import Author, Share
from registry.web import addresses
from registry.web.language import gettext, ngettext
from registry.web.masking import shown
from registry.web.pages import words
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.people import PersonRow, domain_name, domain_note, person_name, person_rows
from registry.web.tables import Table


@dataclass(frozen=True)
class Work:
    """What was written of one repository."""

    repository: str
    href: str
    lines: int
    types: str
    documents: int
    commits: int
    co_authored: int
    first: date | None
    last: date | None
    log: str


@dataclass(frozen=True)
class ContributorPage:
    """One identity."""

    frame: Frame
    names: tuple[str, ...]
    domain: str
    domain_href: str
    note: str
    works: tuple[Work, ...]


@dataclass(frozen=True)
class DomainPage:
    """One mail domain: presumed from the address, nothing more."""

    frame: Frame
    note: str
    people: tuple[PersonRow, ...]
    works: tuple[Work, ...]


def contributor_page(
    author: Author, names: Sequence[str], shares: Sequence[Share], repositories: Mapping[int, Repository]
) -> ContributorPage:
    """Return the page of a contributor; only what was written in repositories that are shown."""
    own = [share for share in shares if share.repository in repositories]
    name = person_name(author)
    return ContributorPage(
        frame=Frame(name, _answer(name, own), way(Crumb(gettext("Contributor")), Crumb(name)), lists=True),
        names=tuple(dict.fromkeys(shown(one, 120) for one in names if one.strip())),
        domain=domain_name(author.domain),
        domain_href=addresses.domain(author.domain) if author.domain else "",
        note=domain_note(author.domain),
        works=tuple(_work(share, repositories[share.repository]) for share in own),
    )


def domain_page(domain: str, shares: Sequence[Share], repositories: Mapping[int, Repository]) -> DomainPage:
    """Return the page of a mail domain."""
    own = [share for share in shares if share.repository in repositories]
    name = domain_name(domain)
    people = {share.author.id for share in own}
    answer = gettext(
        "%(people)s with an address at %(domain)s wrote %(lines)s in %(repositories)s. That they "
        "worked for whoever has the domain "
        "is presumed from the address, nothing more.",
        people=ngettext("%(count)s contributor", "%(count)s contributors", len(people)),
        domain=name,
        lines=ngettext("%(count)s line", "%(count)s lines", sum(share.total for share in own)),
        repositories=ngettext(
            "%(count)s repository", "%(count)s repositories", len({share.repository for share in own})
        ),
    )
    return DomainPage(
        frame=Frame(name, answer, way(Crumb(gettext("Mail domain")), Crumb(name)), lists=True),
        note=domain_note(domain),
        people=person_rows(_by_person(own)),
        works=tuple(_work(share, repositories[share.repository]) for share in _by_repository(own)),
    )


def works_table(works: Sequence[Work], name: str) -> Table:
    """Return the works as a list to take along."""
    columns = ("repository", "lines", "documents", "commits", "co_authored", "first_day", "last_day", "page")
    rows = [
        (
            one.repository, one.lines, one.documents, one.commits, one.co_authored,
            one.first.isoformat() if one.first else None, one.last.isoformat() if one.last else None, one.href,
        )
        for one in works
    ]  # fmt: skip
    return Table(name, columns, rows)


def _answer(name: str, shares: Sequence[Share]) -> str:
    days = [one for share in shares for one in (share.first_day, share.last_day) if one]
    if not shares:
        return gettext("Nothing by this contributor stands in a repository that is shown.")
    return gettext(
        "%(name)s wrote %(lines)s that stand today, in %(changes)s to %(repositories)s, %(period)s.",
        name=name,
        lines=ngettext("%(count)s line", "%(count)s lines", sum(share.total for share in shares)),
        changes=ngettext("%(count)s change", "%(count)s changes", sum(share.commits for share in shares)),
        repositories=ngettext("%(count)s repository", "%(count)s repositories", len(shares)),
        period=words.period(min(days, default=None), max(days, default=None)),
    )


def _work(share: Share, repository: Repository) -> Work:
    types = sorted(share.lines.items(), key=lambda pair: (-pair[1], pair[0]))
    return Work(
        repository=shown(repository.full_name),
        href=addresses.repository(repository.id, repository.full_name),
        lines=share.total,
        types=", ".join(words.work_type(key) for key, _ in types[:3]),
        documents=share.documents,
        commits=share.commits,
        co_authored=share.co_authored,
        first=share.first_day,
        last=share.last_day,
        log=addresses.log_about(f"repository/{repository.id}"),
    )


def _by_person(shares: Sequence[Share]) -> list[Share]:
    sums: dict[int, Share] = {}
    for share in shares:
        sums[share.author.id] = _together(sums.get(share.author.id), share)
    return sorted(sums.values(), key=lambda one: (-one.total, -one.commits))


def _by_repository(shares: Sequence[Share]) -> list[Share]:
    sums: dict[int, Share] = {}
    for share in shares:
        sums[share.repository] = _together(sums.get(share.repository), share)
    return sorted(sums.values(), key=lambda one: (-one.total, -one.commits))


def _together(one: Share | None, other: Share) -> Share:
    if one is None:
        return other
    lines = {key: one.lines.get(key, 0) + other.lines.get(key, 0) for key in {*one.lines, *other.lines}}
    days = [day for share in (one, other) for day in (share.first_day, share.last_day) if day]
    methods = {*one.by_other_method, *other.by_other_method}
    return Share(
        author=one.author,
        repository=one.repository,
        lines=lines,
        files=one.files + other.files,
        documents=one.documents + other.documents,
        commits=one.commits + other.commits,
        co_authored=one.co_authored + other.co_authored,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        by_other_method={
            method: sum(share.by_other_method.get(method, share.total) for share in (one, other))
            for method in methods
        },
    )
