# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Cures: for every break and every weak link, the smallest paper that would mend it, and who must give it."""

from __future__ import annotations

from collections.abc import Iterable

from registry.agreements.model import Agreement
from registry.ownership.answers import Break, Cure, Mend, Weak
from registry.ownership.book import Book
from registry.ownership.course import Course, Part, Step
from registry.ownership.strength import Firm

_BY_HOLDER = frozenset(
    {
        Break.DOCUMENTATION_BY_EMPLOYEE,
        Break.NO_AGREEMENT,
        Break.NOT_COVERED,
        Break.TERMINATED,
        Break.PARTY_DID_NOT_EXIST,
        Break.PARTY_ENDED,
        Break.LIMITED_RIGHTS,
        Break.ESTATE_HOLDS,
        Break.HOLDER_ENDED,
    },
)
"""The breaks that a paper by whoever holds there would mend."""


def cures_of(
    book: Book,
    part: Part,
    course: Course | None,
    breaks: frozenset[Break],
    weak: frozenset[Weak],
    firm: list[Firm],
) -> frozenset[Cure]:
    """Return the papers that would mend what is broken or weak in one part."""
    found: list[Cure] = [*_about_the_author(book, part, breaks, weak)]
    if course is not None:
        found += _about_the_holder(book, course, breaks)
        for one in firm:
            found += _about_the_step(book, course, one)
        if Weak.OUTSIDE_DUTIES in weak:
            rivals = [one.paper.agreement.assignee or "" for one in course.rivals if not one.disputes]
            found += by_living(book, Mend.WAIVER, rivals, to=book.asked)
    return frozenset(found)


def by_living(book: Book, mend: Mend, names: Iterable[str], to: str = "", agreement: str = "") -> list[Cure]:
    """Return a cure by each of the parties, read as their successors; none by a party that has ended."""
    living = [reader for name in names for reader in book.standing.asked_now(name, book.as_of)]
    return [Cure(mend, by, to, agreement) for by in dict.fromkeys(living)]


def _about_the_author(book: Book, part: Part, breaks: frozenset[Break], weak: frozenset[Weak]) -> list[Cure]:
    person = part.person
    known = (person.id,) if person is not None and person.known else ()
    makers = _who_can_list(part, known)
    found: list[Cure] = []
    if Break.AUTHOR_UNKNOWN in breaks:
        found.append(Cure(Mend.IDENTITY_CONFIRMATION))
        if person is None:
            found += by_living(book, Mend.CONTRIBUTOR_DECLARATION, makers) or [
                Cure(Mend.CONTRIBUTOR_DECLARATION)
            ]
    elif Weak.PRESUMED_IDENTITY in weak:
        # of an address that nobody's name is tied to, the domain's party can say whose it is
        who = known or part.start.employers
        found += by_living(book, Mend.IDENTITY_CONFIRMATION, who) or [Cure(Mend.IDENTITY_CONFIRMATION)]
    if Break.ENGAGEMENT_UNKNOWN in breaks:
        found += by_living(book, Mend.ENGAGEMENT_CONFIRMATION, known)
    if (
        Break.ENGAGEMENT_AMBIGUOUS in breaks
        or Weak.PRESUMED_ENGAGEMENT in weak
        or _step_weak(part, Weak.PRESUMED_ENGAGEMENT)
    ):
        found += by_living(book, Mend.ENGAGEMENT_CONFIRMATION, part.start.employers or known)
    listed = {Weak.BULK_IMPORT, Weak.CREATION_DATE_UNKNOWN, Weak.MAKER_PRESUMED, Weak.AUTHOR_DOUBTFUL}
    if not listed.isdisjoint(weak):
        found += by_living(book, Mend.CONTRIBUTOR_DECLARATION, makers)
    return found


def _who_can_list(part: Part, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return whose list of contributors would count: the deliverer's, else the first holder's."""
    if part.matter.delivered_by is not None:
        return (part.matter.delivered_by,)
    by_law = part.person is None or part.start.steps or part.start.holder is None
    return part.start.employers or known if by_law else known


def _step_weak(part: Part, weak: Weak) -> bool:
    return any(weak in step.weak for step in part.start.steps)


def _about_the_holder(book: Book, course: Course, breaks: frozenset[Break]) -> list[Cure]:
    found: list[Cure] = []
    if not breaks.isdisjoint(_BY_HOLDER):
        found += by_living(book, Mend.ASSIGNMENT, (course.holder,), to=book.asked)
    if Break.NO_REASSIGNMENT_RIGHT in breaks and course.acquired is not None:
        found += _by_givers(book, course, course.steps[course.acquired], Mend.ONWARD_CONSENT)
    if Break.AUTHORITY_LACKING in breaks:
        by_id = {paper.id: paper for paper in book.papers}
        for name in sorted(course.lacking):
            found += by_living(book, Mend.RATIFICATION, _signed_for(course, by_id[name]), agreement=name)
    return found


def _about_the_step(book: Book, course: Course, firm: Firm) -> list[Cure]:
    step, found = firm.step, list[Cure]()
    if not firm.weak.isdisjoint({Weak.DOCUMENTATION_BY_EMPLOYEE, Weak.OUTSIDE_DUTIES}):
        found += _terms(book, step)
    paper = firm.paper
    if paper is None:
        return found
    agreement = paper.agreement
    if not firm.weak.isdisjoint({Weak.WEAK_FORM, Weak.DOCUMENT_UNSEEN}):
        found += by_living(book, Mend.ASSIGNMENT, _owing(book, course, step), to=_reader(book, step.taker))
    if Weak.AUTHORITY_UNVERIFIED in firm.weak:
        found += by_living(book, Mend.AUTHORITY_PROOF, _signed_for(course, agreement), agreement=agreement.id)
    if Weak.ONWARD_PRESUPPOSED in firm.weak:
        found += by_living(book, Mend.ONWARD_CONSENT, _signed_for(course, agreement), agreement=agreement.id)
    return found


def _owing(book: Book, course: Course, step: Step) -> list[str]:
    """Return who of those in the giver's place has not given a paper yet in which nothing is weak."""
    firm = [paper for number, paper in course.partly if course.steps[number] is step and not paper.weak]
    places = book.standing.places
    gave = {name for paper in firm for giver in paper.givers for name in places(giver, book.as_of)}
    return [name for name in places(step.giver, book.as_of) if name not in gave] or [step.giver]


def _terms(book: Book, step: Step) -> list[Cure]:
    """Return the terms that confirm the employer; where it is gone, the writer's own paper."""
    employer = _reader(book, step.taker)
    if book.standing.ended_for_good(employer, book.as_of):
        return by_living(book, Mend.ASSIGNMENT, (step.giver,), to=book.asked)
    return by_living(book, Mend.EMPLOYMENT_TERMS, (step.giver,), to=employer)


def _by_givers(book: Book, course: Course, step: Step, mend: Mend) -> list[Cure]:
    if step.paper is None:
        return []
    agreement = step.paper.agreement
    return by_living(book, mend, _signed_for(course, agreement), agreement=agreement.id)


def _signed_for(course: Course, agreement: Agreement) -> tuple[str, ...]:
    author = course.part.author
    return (author,) if agreement.employees and author is not None else agreement.assignors


def _reader(book: Book, party: str) -> str:
    return book.standing.read_as(party, book.as_of)[0]
