# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The book: the facts as known on the day asked about, in an order that is quickly read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from registry.agreements.model import (
    BINDING,
    LICENCES,
    MOVING,
    Agreement,
    AgreementKind,
    Contributors,
    Declaration,
)
from registry.ownership.boundaries import boundaries
from registry.ownership.course import Paper
from registry.ownership.facts import Contribution, Facts
from registry.ownership.matter import Matter
from registry.ownership.reach import Reach
from registry.ownership.standing import Standing
from registry.ownership.testimony import Testimony
from registry.parties.model import Domain, Engagement, Identity
from registry.parties.scope import Covers, Place, place_fits


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
    prepared: dict[tuple[str, tuple[str, ...]], Paper] = field(default_factory=dict)
    _scopes: list[Covers] = field(default_factory=list)
    _numbers: dict[Covers, int] = field(default_factory=dict)
    _by_object: dict[int, int] = field(default_factory=dict)
    _masks: dict[Place, int] = field(default_factory=dict)
    _near: dict[str | None, list[int]] = field(default_factory=dict)
    _given: dict[str, tuple[Agreement, ...]] = field(default_factory=dict)
    _about: dict[tuple[int, frozenset[str]], tuple[Agreement, ...]] = field(default_factory=dict)

    @cached_property
    def boundaries(self) -> tuple[date, ...]:
        """Return the days on which any answer can change: one day of each stretch stands for it."""
        return boundaries(self.facts, [one for found in self.engagements.values() for one in found])

    @cached_property
    def papers(self) -> tuple[Agreement, ...]:
        """Return the papers that give title or a right of use, as signed."""
        return tuple(one for one in self.agreements if _is_read(one))

    @cached_property
    def reach(self) -> Reach:
        """Return to whom a title can pass by these papers and successions."""
        return Reach(self.papers, self.facts.successions)

    @cached_property
    def employees(self) -> frozenset[str]:
        """Return the parties to which employees give by a paper as employees: any of their people may give."""
        return frozenset(one.assignee or "" for one in self.papers if one.employees)

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

    def papers_about(self, matter: Matter, held: frozenset[str]) -> tuple[Agreement, ...]:
        """Return the papers whose scope the place of the matter is in, by whoever a title can reach from `held`.

        What nobody of these gave finds nothing to move, and confirms nothing. Found once for each set of scopes.
        """
        reached = self.reach.of(held | self.employees)
        found = self._about.get((matter.scope, reached))
        if found is None:
            near = self.reach.given_by(reached)
            found = tuple([one for one in near if self.fits(one.covers, matter)])
            self._about[matter.scope, reached] = found
        return found

    def fits(self, covers: Covers, matter: Matter) -> bool:
        """Tell whether the place of the matter is within a scope of these facts."""
        return bool(matter.scope >> self._by_object[id(covers)] & 1)

    def bit(self, covers: Covers) -> int:
        """Return the mask in which only the bit of a scope of these facts is set."""
        return 1 << self._by_object[id(covers)]

    def mask(self, place: Place) -> int:
        """Return the scopes of these facts that a place is within."""
        mask = self._masks.get(place)
        if mask is None:
            near = self._near.get(None, []) + self._near.get(place.repository, [])
            mask = self._masks[place] = sum(1 << one for one in near if place_fits(self._scopes[one], place))
        return mask

    def matter(self, one: Contribution) -> Matter:
        """Return what is to be decided upon for a contribution."""
        return Matter(
            one.work_type,
            self.mask(one.place),
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
            for name in (None,) if covers.repositories is None else covers.repositories:
                self._near.setdefault(name, []).append(number)
        self._by_object[id(covers)] = number

    def widen(self, first: int) -> None:
        """Let the masks found so far know the scopes from number `first` on."""
        for number, covers in enumerate(self._scopes[first:], first):
            for place in self._masks:
                if place_fits(covers, place):
                    self._masks[place] |= 1 << number


def _is_read(paper: Agreement) -> bool:
    return paper.kind in LICENCES or (paper.kind in MOVING and paper.rights.assigns)
