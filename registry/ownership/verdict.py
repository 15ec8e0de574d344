# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A verdict: what one course comes to on the day asked about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from registry.agreements.model import MOVING, AgreementKind, Grant
from registry.ownership.answers import Against, Break, Cure, Flag, Grade, Link, State, Weak
from registry.ownership.book import Book
from registry.ownership.course import Course, Part
from registry.ownership.cures import cures_of
from registry.ownership.rules.conflict import competing, outlives, rival_takers, rivals_left
from registry.ownership.strength import Firm, strength
from registry.parties.scope import Covers, author_fits, day_fits
from registry.provenance.model import WorkType

NEW_LAW = date(2023, 6, 7)
"""The first day of act 680 of 2023: ss. 55 and 55 a reach agreements from then on."""


@dataclass(frozen=True)
class Verdict:
    """The state of one course, who holds, and everything to be said of it."""

    state: State
    holders: frozenset[str] = frozenset()
    contested: frozenset[str] = frozenset()
    disputed: frozenset[str] = frozenset()
    competing: frozenset[str] = frozenset()
    against: frozenset[Against] = frozenset()
    breaks: frozenset[Break] = frozenset()
    weak: frozenset[Weak] = frozenset()
    cures: frozenset[Cure] = frozenset()
    flags: frozenset[Flag] = frozenset()
    limits: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()
    passed: tuple[tuple[str, date], ...] = ()
    course: Course | None = field(default=None, compare=False)


def unknown(book: Book, part: Part) -> Verdict:
    """Return the verdict of a part that nobody is known to hold."""
    start = part.start
    cures = cures_of(book, part, None, start.breaks, start.weak, [])
    return Verdict(State.UNKNOWN, breaks=start.breaks, weak=start.weak, cures=cures)


def verdict(book: Book, course: Course) -> Verdict:
    """Return what a course comes to: rule 12 has the last word."""
    firm = strength(book, course)
    weak = course.part.start.weak.union(*(one.weak for one in firm))
    state = State.OTHER if course.holder != book.asked else State.CLAIMED if weak else State.DOCUMENTED
    rivals = rivals_left(book, course)
    beaten = [one for one in rivals if not outlives(book, course, one, weak=bool(weak))]
    lost = frozenset(name for one in beaten for name in rival_takers(book, one))
    disputed = lost | {course.holder} if lost else frozenset()
    breaks = _breaks(book, course) if course.holder != book.asked else frozenset()
    return Verdict(
        state=State.DISPUTED if lost else state,
        holders=disputed or frozenset({course.holder}),
        contested=frozenset(name for one in rivals for name in rival_takers(book, one)) - lost,
        disputed=disputed,
        competing=frozenset(name for one in course.rivals for name in rival_takers(book, one)),
        against=frozenset(found for one in rivals for found in competing(book, one)),
        breaks=breaks,
        weak=weak,
        cures=cures_of(book, course.part, course, breaks, weak, firm),
        flags=_flags(book, course),
        limits=_limits(firm),
        links=tuple(_link(one) for one in firm),
        passed=_passed(book, course),
        course=course,
    )


def _breaks(book: Book, course: Course) -> frozenset[Break]:
    found = set(course.reasons) | set(course.part.start.breaks)
    if course.blocked:
        found.add(Break.NO_REASSIGNMENT_RIGHT)
    if course.estate:
        found.add(Break.ESTATE_HOLDS)
    if book.standing.ended_for_good(course.holder, book.as_of):
        found.add(Break.HOLDER_ENDED)
    if course.own and Flag.EMPLOYER_USE in course.part.start.flags:
        found.add(Break.DOCUMENTATION_BY_EMPLOYEE)
    if not found:
        found.add(Break.NOT_COVERED if _gave_elsewhere(book, course) else Break.NO_AGREEMENT)
    return frozenset(found)


def _gave_elsewhere(book: Book, course: Course) -> bool:
    """Tell whether the holder gave papers that move title, only not this one."""
    return any(
        paper.kind in MOVING and paper.signed <= book.as_of and not _fits(book, paper.covers, course.part)
        for paper in book.given_by(course.holder)
    )


def _fits(book: Book, covers: Covers, part: Part) -> bool:
    return book.fits(covers, part.matter) and day_fits(covers, part.day) and author_fits(covers, part.author)


def _link(firm: Firm) -> Link:
    step = firm.step
    grade = Grade.WEAK if firm.weak else Grade.USUAL if step.grade is Grade.WEAK else step.grade
    paper = firm.paper.agreement.id if firm.paper is not None else step.by
    confirmed = paper if paper != step.by else ""
    return Link(
        step.giver, step.taker, step.rule, step.by, grade, step.day, tuple(sorted(firm.weak)), confirmed
    )


def _limits(firm: list[Firm]) -> frozenset[str]:
    """Return what the papers behind the chain withhold: altering, relicensing."""
    found = set()
    for one in firm:
        if one.paper is not None:
            rights, name = one.paper.agreement.rights, one.paper.agreement.id
            found |= {f"alter: {name}"} if rights.alter is not Grant.GRANTED else set()
            found |= set() if rights.relicense else {f"relicense: {name}"}
    return frozenset(found)


def _passed(book: Book, course: Course) -> tuple[tuple[str, date], ...]:
    moved = [step for step in course.steps if step.giver != step.taker]
    return tuple((name, step.day) for step in moved for name in book.standing.places(step.giver, book.as_of))


def _flags(book: Book, course: Course) -> frozenset[Flag]:
    flags = set(course.flags)
    if course.part.person is not None:
        flags.add(Flag.MORAL_RIGHTS)
    texts = course.part.matter.work_type in (WorkType.DOCUMENTATION, WorkType.MEDIA)
    for step in course.steps:
        if step.paper is None:
            continue
        agreement = step.paper.agreement
        if texts and book.standing.is_person(step.giver):
            flags.add(Flag.REVERSION_POSSIBLE)
            flags |= {Flag.REMUNERATION_RIGHT} if agreement.signed >= NEW_LAW else set()
        gift = agreement.kind is AgreementKind.DONATION and book.standing.is_authority(step.giver)
        if gift and not agreement.decision:
            flags.add(Flag.PUBLIC_LAW_UNCHECKED)
    return frozenset(flags)
