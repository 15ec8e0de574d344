# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The book: the facts as known on the day asked about, in an order that is quickly read."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from registry.agreements.model import (
    BINDING,
    LICENCES,
    MOVING,
    Agreement,
    AgreementKind,
    Contributors,
    Declaration,
    Declares,
)
from registry.ownership.facts import Author, Contribution, Facts, known_on
from registry.ownership.standing import Standing
from registry.ownership.testimony import Testimony
from registry.parties.model import Domain, Engagement, Identity
from registry.parties.scope import Covers, Place, place_fits
from registry.provenance.model import Origin, WorkType

if TYPE_CHECKING:
    from registry.ownership.course import Paper


@dataclass(frozen=True)
class Matter:
    """What is decided upon: everything of a contribution that can change the answer, and nothing else.

    `scope` has bit *n* set when the place of the work is within the book's *n*-th scope: works of one author,
    day and kind in the same scopes have the same answer, and it is found once.
    """

    work_type: WorkType
    scope: int
    day: date
    authors: tuple[Author, ...]
    origin: Origin = Origin.ORIGINAL
    bulk: bool = False
    delivered_by: str | None = None
    maker: str | None = None
    published: date | None = None
    renewed: date | None = None
    ai_assisted: bool = False
    author_doubtful: bool = False


@dataclass
class Book:
    """The indexed facts, and the question."""

    facts: Facts
    asked: str
    as_of: date
    standing: Standing
    testimony: Testimony
    engagements: dict[str, list[Engagement]]
    identities: dict[str, list[Identity]]
    domains: dict[str, list[Domain]]
    agreements: tuple[Agreement, ...]
    lists: tuple[tuple[Declaration, Contributors], ...]
    boundaries: tuple[date, ...]
    prepared: dict[tuple[str, tuple[str, ...]], Paper] = field(default_factory=dict)
    _scopes: list[Covers] = field(default_factory=list)
    _numbers: dict[Covers, int] = field(default_factory=dict)
    _by_object: dict[int, int] = field(default_factory=dict)
    _masks: dict[Place, int] = field(default_factory=dict)
    _given: dict[str, tuple[Agreement, ...]] = field(default_factory=dict)
    _about: dict[int, tuple[Agreement, ...]] = field(default_factory=dict)

    @cached_property
    def papers(self) -> tuple[Agreement, ...]:
        """Return the papers that give title or a right of use, as signed."""
        return tuple(one for one in self.agreements if _is_read(one))

    @cached_property
    def binding(self) -> tuple[Agreement, ...]:
        """Return the papers that can bind an employer beforehand (rule 5)."""
        return tuple(one for one in self.agreements if one.kind in BINDING and one.moves_title)

    @cached_property
    def waivers(self) -> tuple[Agreement, ...]:
        """Return the papers by which somebody gives up what it claims."""
        return tuple(one for one in self.agreements if one.kind is AgreementKind.WAIVER)

    def given_by(self, party: str) -> tuple[Agreement, ...]:
        """Return the papers whose giver, read as its successor on the day asked about, is the party."""
        found = self._given.get(party)
        if found is None:
            read_as = self.standing.read_as
            found = self._given[party] = tuple(
                one
                for one in self.papers
                if any(party in read_as(giver, self.as_of) for giver in one.assignors)
            )
        return found

    def papers_about(self, matter: Matter) -> tuple[Agreement, ...]:
        """Return the papers whose scope the place of the matter is in; found once for each set of scopes."""
        found = self._about.get(matter.scope)
        if found is None:
            fitting = (one for one in self.papers if self.fits(one.covers, matter))
            found = self._about[matter.scope] = tuple(fitting)
        return found

    def fits(self, covers: Covers, matter: Matter) -> bool:
        """Tell whether the place of the matter is within a scope of these facts."""
        return bool(matter.scope >> self._by_object[id(covers)] & 1)

    def matter(self, one: Contribution) -> Matter:
        """Return what is to be decided upon for a contribution."""
        mask = self._masks.get(one.place)
        if mask is None:
            fitting = (place_fits(covers, one.place) for covers in self._scopes)
            mask = self._masks[one.place] = sum(1 << number for number, fits in enumerate(fitting) if fits)
        return Matter(
            one.work_type,
            mask,
            one.day,
            one.authors,
            one.origin,
            one.bulk,
            one.delivered_by,
            one.maker,
            one.published,
            one.renewed,
            one.ai_assisted,
            one.author_doubtful,
        )

    def stretch(self, day: date) -> date:
        """Return the first day of the stretch around `day` in which no answer changes but for its own day."""
        before = bisect_right(self.boundaries, day)
        return self.boundaries[before - 1] if before else date.min

    def know(self, covers: Covers) -> None:
        """Give a scope its number; equal scopes have one."""
        number = self._numbers.setdefault(covers, len(self._scopes))
        if number == len(self._scopes):
            self._scopes.append(covers)
        self._by_object[id(covers)] = number


def open_book(facts: Facts) -> Book:
    """Index the facts that were known on the day of the question, whose days must both be filled in."""
    asks = facts.asks
    assert asks.as_of is not None and asks.known is not None, "call Asks.on(today) first"
    known = known_on(facts, asks.known)
    standing = Standing(known.parties, known.successions)
    testimony = Testimony(standing, known.declarations)
    engagements = sorted([*known.engagements, *testimony.engagements()], key=_engagement_order)
    domains = sorted(known.domains, key=lambda one: (one.domain, one.party, str(one.start)))
    book = Book(
        facts=known,
        asked=standing.read_as(asks.party, asks.as_of)[0],
        as_of=asks.as_of,
        standing=standing,
        testimony=testimony,
        engagements=_grouped(engagements, "person"),
        identities=_identities([*known.identities, *testimony.identities(engagements)]),
        domains=_grouped(domains, "domain"),
        agreements=tuple(sorted(known.agreements, key=lambda one: (one.signed, one.id))),
        lists=_lists(testimony),
        boundaries=_boundaries(known, engagements),
    )
    _know_scopes(book, engagements)
    return book


def _know_scopes(book: Book, engagements: list[Engagement]) -> None:
    for paper in book.facts.agreements:
        book.know(paper.covers)
    for engagement in engagements:
        book.know(engagement.covers)
    for claim in book.facts.claims:
        book.know(claim.covers)
    for _, contributors in book.lists:
        book.know(contributors.covers)
    for succession in book.facts.successions:
        if succession.covers is not None:
            book.know(succession.covers)


def _is_read(paper: Agreement) -> bool:
    return paper.kind in LICENCES or (paper.kind in MOVING and paper.rights.assigns)


def _lists(testimony: Testimony) -> tuple[tuple[Declaration, Contributors], ...]:
    found = ((one, one.about) for one in testimony.of(Declares.CONTRIBUTORS))
    return tuple((one, said) for one, said in found if isinstance(said, Contributors))


def _grouped(facts: list, by: str) -> dict[str, list]:  # type: ignore[type-arg]
    groups = defaultdict(list)
    for one in facts:
        groups[getattr(one, by)].append(one)
    return dict(groups)


def _identities(found: list[Identity]) -> dict[str, list[Identity]]:
    groups: dict[str, list[Identity]] = defaultdict(list)
    for one in found:
        groups[one.email or f"github:{one.github_id}"].append(one)
    return dict(groups)


def _engagement_order(one: Engagement) -> tuple[str, str, str, date, str, bool, str]:
    return (one.person, one.party, one.kind, one.start, str(one.until), one.duties, repr(one.covers))


def _boundaries(facts: Facts, engagements: list[Engagement]) -> tuple[date, ...]:
    """Return the days on which an answer can change: one day of each stretch stands for it."""
    days: set[date | None] = set()
    for engagement in engagements:
        days |= {engagement.start, _next(engagement.until)}
        days |= {engagement.covers.created_from, _next(engagement.covers.created_until)}
    for domain in facts.domains:
        days |= {domain.start, _next(domain.until)}
    for paper in facts.agreements:
        days |= {
            paper.signed,
            paper.begins,
            _next(paper.signed),
            _next(paper.begins),
            _next(paper.terminated),
        }
        days |= {paper.covers.created_from, _next(paper.covers.created_until)}
    for claim in facts.claims:
        days |= {claim.day, _next(claim.day)}
    for declaration in facts.declarations:
        days |= {declaration.signed, _next(declaration.signed)}
    for party in facts.parties.values():
        days |= {party.founded, _next(party.ended)}
    days |= {succession.day for succession in facts.successions}
    return tuple(sorted(day for day in days if day is not None))


def _next(day: date | None) -> date | None:
    return None if day is None or day == date.max else date.fromordinal(day.toordinal() + 1)
