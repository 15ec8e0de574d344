# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Strength: how firm each step of a course is, by its best single paper (rule 7, confirming)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.ownership.answers import Weak
from registry.ownership.book import Book
from registry.ownership.course import Course, Paper, Rival, Step
from registry.ownership.rules.conflict import is_settled, rival_takers

_CONFIRMABLE = frozenset({Weak.DOCUMENTATION_BY_EMPLOYEE, Weak.OUTSIDE_DUTIES})


@dataclass(frozen=True)
class Firm:
    """A step with its weaknesses as they stand on the day asked about, and the paper they come from."""

    step: Step
    weak: frozenset[Weak]
    paper: Paper | None


def strength(book: Book, course: Course) -> list[Firm]:
    """Return every step of a course as strong as its best single paper makes it."""
    rested_on = {step.rests_on for step in course.steps if step.rests_on is not None}
    return [
        _moved(book, course, number, onward=number in rested_on)
        if step.paper
        else _by_law(book, course, number)
        for number, step in enumerate(course.steps)
    ]


def _moved(book: Book, course: Course, number: int, *, onward: bool) -> Firm:
    step = course.steps[number]
    assert step.paper is not None
    options = [
        _option(book, paper, onward=onward) for paper in [step.paper, *_confirming(book, course, number)]
    ]
    possible = [option for option in options if option is not None] or _granted_later(book, course, number)
    weak, paper = min(possible, key=lambda option: (len(option[0]), sorted(option[0]), option[1].order))
    return Firm(step, weak, paper)


def _option(book: Book, paper: Paper, *, onward: bool) -> tuple[frozenset[Weak], Paper] | None:
    """Return a paper's weaknesses when its taker passed the title on by right of it, if it could."""
    if not onward or (paper.onward is not None and paper.onward <= book.as_of):
        return paper.weak, paper
    return (paper.weak | {Weak.ONWARD_PRESUPPOSED}, paper) if paper.presupposed else None


def _granted_later(book: Book, course: Course, number: int) -> list[tuple[frozenset[Weak], Paper]]:
    """Return the moving paper with one that came too late to confirm it, and yet let the taker assign onward."""
    moved = course.steps[number].paper
    later = [_option(book, paper, onward=True) for step, _, paper in course.confirms if step == number]
    return [(moved.weak | option[0], moved) for option in later if moved is not None and option is not None]


def _by_law(book: Book, course: Course, number: int) -> Firm:
    step = course.steps[number]
    options = [
        (step.weak, None),
        *((step.weak - _CONFIRMABLE | one.weak, one) for one in _confirming(book, course, number)),
    ]
    weak, paper = min(options, key=lambda option: (len(option[0]), sorted(option[0])))
    return Firm(step, weak, paper)


def _confirming(book: Book, course: Course, number: int) -> list[Paper]:
    """Return the papers that confirm a step and came before any competing one."""
    rivals = [one for one in course.rivals if one.step == number and not is_settled(book, course, one)]
    found = [(day, paper) for step, day, paper in course.confirms if step == number]
    if course.steps[number].paper is None:
        found = [*_still_meant(book, course, number, found), *_to_the_end(book, course, number)]
    return [paper for day, paper in found if not any(_before(rival, day, paper) for rival in rivals)]


def _to_the_end(book: Book, course: Course, number: int) -> list[tuple[date, Paper]]:
    """Return the writer's own papers to whoever, by now, holds at the end of the chain (rule 5)."""
    mine = [one for one in course.rivals if one.step == number]
    return [(one.day, one.paper) for one in mine if course.holder in rival_takers(book, one)]


def _still_meant(
    book: Book, course: Course, number: int, found: list[tuple[date, Paper]]
) -> list[tuple[date, Paper]]:
    """Leave out a paper to somebody past the employer who has passed the title on without a right to."""
    employer = book.standing.read_as(course.steps[number].taker, book.as_of)
    meant = {*employer, course.holder}
    return [
        (day, paper)
        for day, paper in found
        if paper.onward is not None
        or not meant.isdisjoint(book.standing.read_as(paper.agreement.assignee or "", book.as_of))
    ]


def _before(rival: Rival, day: date, paper: Paper) -> bool:
    return (rival.day, rival.paper.agreement.signed) <= (day, paper.agreement.signed)
