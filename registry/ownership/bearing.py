# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Bearing: the facts that can bear on the works of one repository. What is left out changes no state and no holder.

An answer holds as long as none of these facts changes, whatever else is recorded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from registry.agreements.model import Agreement, AgreementKind, Contributors, Declaration, IdentityDeclared
from registry.ownership.facts import Author, Facts
from registry.ownership.reach import Reach, givers_named
from registry.parties.model import Engagement
from registry.parties.scope import Covers


@dataclass(frozen=True)
class Works:
    """A repository's works, as far as facts are picked by them: where they stand, and who signed them.

    `others` are parties that are named beside the authors: whoever delivered, or made.
    """

    repository: str
    authors: frozenset[Author]
    others: frozenset[str] = frozenset()


class Bearing:
    """Picks the facts that bear on works; made once for the same facts."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._papers = _by_repository(facts.agreements)
        told = [one.about for one in facts.declarations]
        declared = [one for one in told if isinstance(one, IdentityDeclared)]
        engaged = [*facts.engagements, *(one for one in told if isinstance(one, Engagement))]
        self._people_at = _by("email", [*facts.identities, *declared])
        self._people_of = _by("github_id", facts.identities)
        self._engagements = _by("person", engaged)
        self._domains = _by("domain", facts.domains)

    def on(self, works: Works) -> Facts:
        """Return the facts that bear on these works; the question stays as it is asked."""
        facts, here = self._facts, works.repository
        emails = frozenset(one.email for one in works.authors)
        accounts = frozenset(one.github_id for one in works.authors) - {""}
        domains = {_domain(one) for one in emails}
        papers = [*self._papers.get(None, ()), *self._papers.get(here, ())]
        reached = Reach(papers, facts.successions).of(self._seeds(works, papers))
        agreements = tuple(one for one in papers if _bears(one, reached))
        return replace(
            facts,
            parties={name: one for name, one in facts.parties.items() if name in reached},
            successions=tuple(one for one in facts.successions if one.giver in reached),
            engagements=tuple(one for one in facts.engagements if one.person in reached),
            identities=tuple(
                one for one in facts.identities if one.email in emails or one.github_id in accounts
            ),
            domains=tuple(one for one in facts.domains if one.domain in domains),
            agreements=agreements,
            declarations=self._declarations(here, reached, emails, {one.id for one in agreements}),
            claims=tuple(one for one in facts.claims if _is_about(one.covers, here)),
        )

    def _seeds(self, works: Works, papers: Iterable[Agreement]) -> frozenset[str]:
        """Return the parties from whom a title in these works can begin, and those who can say something of it."""
        facts, people = self._facts, self._people(works.authors)
        seeds = {facts.asks.party, *works.others, *people}
        for paper in papers:
            if paper.employees or paper.kind is AgreementKind.WAIVER:
                seeds |= givers_named(paper)
        for claim in facts.claims:
            seeds |= {claim.by, claim.owner} if _is_about(claim.covers, works.repository) else set()
        for declaration in facts.declarations:
            about = declaration.about
            if isinstance(about, Contributors) and _is_about(about.covers, works.repository):
                seeds |= {declaration.by, about.maker or "", *about.people}
        for name in tuple(seeds):
            seeds |= {one.party for one in self._engagements.get(name, ())}
        for author in works.authors:
            seeds |= {one.party for one in self._domains.get(_domain(author.email), ())}
        return frozenset(seeds)

    def _people(self, authors: Iterable[Author]) -> Iterator[str]:
        """Yield who may be behind these authors: an address that no fact ties to a person stands for one itself."""
        for author in authors:
            yield author.person or author.email or f"github:{author.github_id}"
            yield from (one.person for one in self._people_at.get(author.email, ()) if author.email)
            yield from (one.person for one in self._people_of.get(author.github_id, ()) if author.github_id)

    def _declarations(
        self, here: str, reached: frozenset[str], emails: frozenset[str], named: set[str]
    ) -> tuple[Declaration, ...]:
        """Return what is declared of the works, and of papers and declarations that are `named` themselves."""
        found: list[Declaration] = []
        waiting = list(self._facts.declarations)
        while True:
            some = [one for one in waiting if _is_declared_of(one, here, reached, emails, named)]
            if not some:
                return tuple(found)
            found += some
            named |= {one.id for one in some}
            waiting = [one for one in waiting if one.id not in named]


def _is_declared_of(
    one: Declaration, here: str, reached: frozenset[str], emails: frozenset[str], named: set[str]
) -> bool:
    if isinstance(one.about, Contributors):
        return _is_about(one.about.covers, here)
    if isinstance(one.about, Engagement):
        return one.about.person in reached
    return one.about.email in emails if isinstance(one.about, IdentityDeclared) else one.about in named


def _bears(paper: Agreement, reached: frozenset[str]) -> bool:
    named = paper.covers.repositories is not None
    return named or paper.kind is AgreementKind.WAIVER or not reached.isdisjoint(givers_named(paper))


def _is_about(covers: Covers, here: str) -> bool:
    return covers.repositories is None or here in covers.repositories


def _by_repository(papers: Iterable[Agreement]) -> dict[str | None, list[Agreement]]:
    """Return the papers by the repositories that they name; None has those that limit themselves to none."""
    found: defaultdict[str | None, list[Agreement]] = defaultdict(list)
    for paper in papers:
        for name in (None,) if paper.covers.repositories is None else paper.covers.repositories:
            found[name].append(paper)
    return dict(found)


def _by(field: str, facts: Iterable[Any]) -> dict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for one in facts:
        found[getattr(one, field)].append(one)
    return dict(found)


def _domain(email: str) -> str:
    return email.rpartition("@")[2]
