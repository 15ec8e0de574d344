# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Alike: works that must have the same answer but for the author's name, so that one of them is decided.

Whoever is named by no paper, claim, declaration or succession is told apart only by engagements: two such
employees of one firm, on the same terms, in one stretch of days, are alike. Everybody else stands for oneself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import count

from registry.agreements.model import Contributors, IdentityDeclared
from registry.ownership.answers import Against, Cure, Determination, Link
from registry.ownership.book import Book
from registry.ownership.boundaries import created, in_order, next_day
from registry.ownership.circle import Circle, Circles
from registry.ownership.course import Person
from registry.ownership.facts import Author
from registry.ownership.rules.author import identify
from registry.ownership.rules.engagement import by_domain
from registry.parties.model import Domain, Engagement
from registry.parties.scope import day_fits


@dataclass(frozen=True)
class Profile:
    """What of an author can matter to works of one stretch of days, by whom they are, and their circle.

    Authors with equal `key` are alike; `names` are what stands in an answer in the author's place. `until` is the
    last day until which all of it is sure to hold.
    """

    key: int
    names: tuple[str, ...]
    circle: Circle
    scopes: int
    until: date


@dataclass(frozen=True)
class _Days:
    """An author's profiles: the one at *n* holds from the *n*-th of `cuts` on. `person` is who that is."""

    person: Person
    cuts: tuple[date, ...]
    profiles: list[Profile | None]


class Alike:
    """The profiles of the authors of a book, each found once."""

    def __init__(self, book: Book, circles: Circles, before: Alike | None = None) -> None:
        """Begin anew, or go on from a book that differs in papers alone."""
        self._book = book
        self._circles = circles
        self._days: dict[Author, _Days] = {}
        self._people: dict[Author, Person] = {}
        self._numbers: dict[Hashable, int] = {} if before is None else before._numbers
        self._next: Iterator[int] = count() if before is None else before._next
        self._beside: frozenset[str] = frozenset(_beside(book)) if before is None else before._beside

    def profile(self, author: Author, day: date) -> Profile:
        """Return the author's profile on a day."""
        found = self._days.get(author)
        if found is None:
            found = self._days[author] = self._cut(author)
        number = bisect_right(found.cuts, day)
        profile = found.profiles[number]
        if profile is None:
            profile = found.profiles[number] = self._made(author, found, day, number)
        return profile

    def person(self, author: Author) -> Person:
        """Return who is behind an author field."""
        found = self._people.get(author)
        if found is None:
            found = self._people[author] = identify(self._book, author)
        return found

    def parties(self, person: Person) -> frozenset[str]:
        """Return all with whom a person ever was."""
        return frozenset({*_parties(self._own(person)), *self._by_domain(person)})

    def _cut(self, author: Author) -> _Days:
        person = self.person(author)
        days: set[date | None] = set()
        for one in self._own(person):
            days |= {one.start, next_day(one.until), *created(one.covers)}
        for domain in self._book.domains.get(person.domain, ()):
            days |= {domain.start, next_day(domain.until)}
        cuts = in_order(days)
        return _Days(person, cuts, [None] * (len(cuts) + 1))

    def _made(self, author: Author, days: _Days, day: date, number: int) -> Profile:
        person, until = days.person, _until(days.cuts, number)
        every = self._own(person)
        own = [one for one in every if one.on(day)]
        domains = by_domain(self._book, person, day)
        scopes = 0
        for one in own:
            scopes |= self._book.bit(one.covers)
        if self._is_plain(person, every):
            key: Hashable = (
                person.known,
                person.weak,
                tuple(_shape(one, day) for one in own),
                tuple(_shape(one, day) for one in domains),
            )
            names = (person.id, *(one.id for one in (*own, *domains)))
            circle = self._circles.around(frozenset(_parties([*own, *domains])))
            return Profile(self._number(key), names, circle, scopes, until)
        circle = self._circles.around(self.parties(person) | {person.id})
        return Profile(self._number((author, number)), (), circle, scopes, until)

    def _number(self, key: Hashable) -> int:
        """Return the key's number; several threads may ask, and no two keys ever have one."""
        found = self._numbers.get(key)
        return self._numbers.setdefault(key, next(self._next)) if found is None else found

    def _own(self, person: Person) -> list[Engagement]:
        return self._book.engagements.get(person.id, []) if person.known else []

    def _is_plain(self, person: Person, engagements: list[Engagement]) -> bool:
        return (
            person.id not in self._mentioned
            and self._book.standing.is_person(person.id)
            and self._staffed.isdisjoint(_parties(engagements))
            and self._staffed.isdisjoint(self._by_domain(person))
        )

    def _by_domain(self, person: Person) -> list[str]:
        return _parties(self._book.domains.get(person.domain, []))

    @cached_property
    def _staffed(self) -> frozenset[str]:
        """The parties whose employees give by a paper as employees: it is read by the days of each of them."""
        papers = [one for one in self._book.papers if one.employees]
        return self._circles.reach(one.assignee or "" for one in papers)

    @cached_property
    def _mentioned(self) -> frozenset[str]:
        """Whoever a fact names that is not about this person's own engagement or address."""
        found = set(self._beside)
        for paper in self._book.facts.agreements:
            found |= {*paper.assignors, paper.assignee or "", *(paper.covers.authors or ())}
        return frozenset(found)


def renamed(found: Determination, was: tuple[str, ...], now: tuple[str, ...]) -> Determination:
    """Return an answer with the names of one author put in the place of another's who is alike."""
    if was == now:
        return found
    names = dict(zip(was, now, strict=True))
    return replace(
        found,
        holders=tuple(sorted(names.get(one, one) for one in found.holders)),
        links=tuple(_link(one, names) for one in found.links),
        cures=tuple(sorted(_cure(one, names) for one in found.cures)),
        against=tuple(_against(one, names) for one in found.against),
    )


def _link(one: Link, names: dict[str, str]) -> Link:
    giver, taker, by = (names.get(name, name) for name in (one.giver, one.taker, one.by))
    return Link(giver, taker, one.rule, by, one.grade, one.day, one.weak, one.confirmed_by)


def _cure(one: Cure, names: dict[str, str]) -> Cure:
    return Cure(one.paper, names.get(one.by, one.by), names.get(one.to, one.to), one.agreement)


def _against(one: Against, names: dict[str, str]) -> Against:
    owner, by, now = (names.get(name, name) for name in (one.owner, one.by, one.now))
    return replace(one, owner=owner, by=by, now=now)


def _until(cuts: tuple[date, ...], number: int) -> date:
    return cuts[number] - timedelta(1) if number < len(cuts) else date.max


def _parties(found: Sequence[Engagement | Domain]) -> list[str]:
    return [one.party for one in found]


def _shape(one: Engagement, day: date) -> Hashable:
    return (one.party, one.kind, one.basis, one.duties, one.covers, day_fits(one.covers, day))


def _beside(book: Book) -> set[str]:
    facts = book.facts
    found = {book.asked, facts.asks.party}
    for succession in facts.successions:
        found |= {succession.giver, *succession.takers}
        found |= set(succession.covers.authors or ()) if succession.covers is not None else set()
    for claim in facts.claims:
        found |= {claim.by, claim.owner}
    for declaration in facts.declarations:
        found.add(declaration.by)
        if isinstance(declaration.about, Contributors):
            found |= {*declaration.about.people, declaration.about.maker or ""}
        elif isinstance(declaration.about, IdentityDeclared):
            found.add(declaration.about.person)
    for engagements in book.engagements.values():
        for one in engagements:
            found |= {one.party, *(one.covers.authors or ())}
    found |= {one.party for domains in book.domains.values() for one in domains}
    return found | {
        name for name, party in facts.parties.items() if party.founded is not None or party.ended is not None
    }
