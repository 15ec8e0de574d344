# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A circle: the parties among whom a title that begins with some of them can pass.

What stands outside its circle cannot change an answer. So a work is told apart only by the papers and the days
of its own circle, and a changed paper is asked about only where its giver is in the circle.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable
from datetime import date, timedelta
from typing import Any

from registry.agreements.model import Agreement
from registry.ownership.book import Book
from registry.ownership.boundaries import in_order, next_day, of_paper, of_succession
from registry.ownership.reach import givers_named


class Circle:
    """The parties, the scopes (as a mask of the book's) and the days that can matter; and what was decided in it."""

    def __init__(self, parties: frozenset[str], scopes: int, boundaries: tuple[date, ...]) -> None:
        self.parties = parties
        self.scopes = scopes
        self.boundaries = boundaries
        self.decided: dict[Hashable, Any] = {}

    def stretch(self, day: date) -> tuple[int, date]:
        """Return the number of the stretch between two boundaries in which `day` lies, and its last day."""
        number = bisect_right(self.boundaries, day)
        return number, self.boundaries[number] - timedelta(1) if number < len(self.boundaries) else date.max


class Circles:
    """The circles of a book, each made once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._circles: dict[frozenset[str], Circle] = {}
        self._made: dict[frozenset[str], Circle] = {}
        self._always = _scopes_always(book)

    def around(self, seeds: frozenset[str]) -> Circle:
        """Return the circle of these parties; equal circles are one object."""
        found = self._circles.get(seeds)
        if found is None:
            parties = self.reach(seeds)
            found = self._made.get(parties)
            if found is None:
                found = self._made[parties] = self._circle(parties)
            self._circles[seeds] = found
        return found

    def reach(self, seeds: Iterable[str]) -> frozenset[str]:
        """Return the parties that a title can reach from these."""
        return self._book.reach.of(frozenset(seeds))

    @property
    def givers(self) -> Iterable[str]:
        """Whoever a title can leave, by a paper or by succession."""
        return self._book.reach.givers

    def keep(self, before: Circles, givers: frozenset[str]) -> None:
        """Take over the circles of a book that differs only in papers by `givers`, where none of them stands."""
        self._made |= {name: one for name, one in before._made.items() if givers.isdisjoint(name)}
        self._circles |= {name: one for name, one in before._circles.items() if one.parties in self._made}

    def _circle(self, parties: frozenset[str]) -> Circle:
        papers = [one for one in self._book.papers if is_given_in(one, parties)]
        scopes = self._always
        for paper in papers:
            scopes |= self._book.bit(paper.covers)
        return Circle(parties, scopes, _boundaries(self._book, parties, papers))


def is_given_in(paper: Agreement, parties: frozenset[str]) -> bool:
    """Tell whether somebody of these parties can give by the paper."""
    return not parties.isdisjoint(givers_named(paper))


def _scopes_always(book: Book) -> int:
    """Return the scopes of what is read whoever gave it: claims, lists, waivers, and what passed by law."""
    facts = book.facts
    covers = [one.covers for one in facts.claims]
    covers += [one.covers for one in book.waivers]
    covers += [said.covers for _, said in book.lists]
    covers += [one.covers for one in facts.successions if one.covers is not None]
    mask = 0
    for one in covers:
        mask |= book.bit(one)
    return mask


def _boundaries(book: Book, parties: frozenset[str], papers: list[Agreement]) -> tuple[date, ...]:
    """Return the days on which, for works of the circle, an answer can change."""
    facts, days = book.facts, set[date | None]()
    names = {paper.id for paper in papers}
    for paper in papers:
        days.update(of_paper(paper))
    for claim in facts.claims:
        days |= {claim.day, next_day(claim.day)} if claim.owner in parties else set()
    for declaration in facts.declarations:
        if not isinstance(declaration.about, str) or declaration.about in names:
            days |= {declaration.signed, next_day(declaration.signed)}
    for succession in facts.successions:
        days.update(of_succession(succession) if succession.giver in parties else ())
    known = (facts.parties[name] for name in parties if name in facts.parties)
    for party in known:
        days |= {party.founded, next_day(party.ended)}
    return in_order(days)
