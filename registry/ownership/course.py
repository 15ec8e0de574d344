# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A course: one author's part of a work on its way from holder to holder, day by day, and what it met."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from registry.agreements.model import Agreement
from registry.ownership.answers import Break, Flag, Grade, Weak
from registry.ownership.matter import Matter


@dataclass(frozen=True)
class Person:
    """An author as resolved: a person's id, or an address that no fact ties to a person."""

    id: str
    known: bool = True
    domain: str = ""
    weak: frozenset[Weak] = frozenset()


@dataclass(frozen=True)
class Paper:
    """An agreement as it is read for one part: who gives, from when it acts, how weak it is, what it allows.

    `acts` is `None` while authority is lacking; `onward` is the day from which its taker may assign onward
    (`date.min` when the paper itself grants it, `None` when nobody does); `presupposed` when it is silent and
    made for open source.
    """

    agreement: Agreement
    givers: tuple[str, ...]
    acts: date | None
    weak: frozenset[Weak]
    onward: date | None
    presupposed: bool

    @property
    def order(self) -> tuple[date, str]:
        """Order papers that act on one day: as signed, then by id."""
        return (self.agreement.signed, self.agreement.id)

    def allows_onward(self, day: date) -> bool:
        """Tell whether the taker can assign onward on `day`, be it only likely."""
        return self.presupposed or (self.onward is not None and self.onward <= day)


@dataclass(frozen=True)
class Step:
    """The title's way from one to another. `rests_on` is the step whose paper had to allow it (rule 8)."""

    giver: str
    taker: str
    rule: str
    by: str
    day: date
    grade: Grade
    weak: frozenset[Weak] = frozenset()
    paper: Paper | None = None
    rests_on: int | None = None
    employment: bool = False


@dataclass(frozen=True)
class Rival:
    """A paper that found nothing to move because its giver had given before, at `step` (rule 12).

    `given_up` are those in its taker's place who have waived it.
    """

    paper: Paper
    day: date
    step: int
    disputes: bool = True
    given_up: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Start:
    """Where a part begins: the first holder by law, on what ground, and what is weak in it.

    `employers` are the parties of the engagements read, who can confirm them; `destination`: where they lead.
    """

    holder: str | None
    breaks: frozenset[Break] = frozenset()
    weak: frozenset[Weak] = frozenset()
    steps: tuple[Step, ...] = ()
    own: bool = False
    estate: bool = False
    flags: frozenset[Flag] = frozenset()
    employers: tuple[str, ...] = ()
    destination: str = ""

    @property
    def met(self) -> frozenset[str]:
        """Everybody through whose hands the title has gone so far."""
        steps = (name for step in self.steps for name in (step.giver, step.taker))
        return frozenset((*steps, self.holder or ""))


@dataclass(frozen=True)
class Part:
    """One author's own part of a work, made on one day; without a person when a maker begins it."""

    matter: Matter
    day: date
    person: Person | None
    start: Start

    @property
    def author(self) -> str | None:
        """Return the author's id."""
        return self.person.id if self.person else None


@dataclass
class Course:
    """The state of a part while its papers and successions are replayed.

    `partly` are papers that would confirm a step, by some of those who are in its giver's place.
    """

    part: Part
    holder: str
    own: bool
    estate: bool
    steps: list[Step]
    holdings: list[tuple[str, date]]
    acquired: int | None = None
    reasons: set[Break] = field(default_factory=set)
    lacking: set[str] = field(default_factory=set)
    blocked: list[Paper] = field(default_factory=list)
    confirms: list[tuple[int, date, Paper]] = field(default_factory=list)
    partly: list[tuple[int, Paper]] = field(default_factory=list)
    rivals: list[Rival] = field(default_factory=list)
    licences: list[str] = field(default_factory=list)
    flags: set[Flag] = field(default_factory=set)

    def fork(self, step: Step) -> Course:
        """Return a course of its own that goes on with another heir."""
        copy = replace(
            self,
            steps=list(self.steps),
            holdings=list(self.holdings),
            reasons=set(self.reasons),
            lacking=set(self.lacking),
            blocked=list(self.blocked),
            confirms=list(self.confirms),
            partly=list(self.partly),
            rivals=list(self.rivals),
            licences=list(self.licences),
            flags=set(self.flags),
        )
        copy.pass_on(step, own=False, estate=False)
        return copy

    def pass_on(self, step: Step, *, own: bool, estate: bool) -> None:
        """Let another hold by law, with everything that stood against the one before."""
        self.steps.append(step)
        self.holder, self.own, self.estate = step.taker, own, estate
        self.holdings.append((step.taker, step.day))

    def give(self, step: Step, *, estate: bool) -> None:
        """Let another hold by a paper: a new beginning."""
        self.pass_on(step, own=False, estate=estate)
        self.acquired = len(self.steps) - 1
        self.reasons.clear()
        self.lacking.clear()
        self.blocked.clear()


def begin(part: Part) -> Course | None:
    """Return the course of a part at its beginning; `None` when nobody is known to hold it."""
    start = part.start
    if start.holder is None:
        return None
    course = Course(part, start.holder, start.own, start.estate, list(start.steps), [])
    course.holdings = [(step.taker, step.day) for step in start.steps] or [(start.holder, part.day)]
    course.flags = set(start.flags)
    return course
