# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Title: the replay of papers and successions over one author's part, in order of the days they act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from registry.agreements.model import LICENCES, PUBLIC, Agreement, Declares
from registry.ownership.answers import Break, Flag, Grade, Weak
from registry.ownership.book import Book
from registry.ownership.course import Course, Paper, Part, Rival, Step, begin
from registry.ownership.papers import papers_for
from registry.ownership.rules import onward
from registry.ownership.rules.assignment import RULE, by_all, confirmed_steps, giver_now, refusal, taker_on
from registry.ownership.rules.succession import succeed


def courses_of(
    book: Book, part: Part, without: Callable[[Agreement], bool] = lambda _: False
) -> list[Course]:
    """Replay a part up to the day asked about; several courses when several heirs hold it.

    `without` tells which papers are left out, because their taker gave up what it claims by them.
    """
    course = begin(part)
    if course is None:
        return []
    acting = _by_day(book, part, without)
    courses = [course]
    for day in _days(book, part, acting):
        if day > part.day:
            courses = [further for one in courses for further in succeed(book, one, day)]
        for one in courses:
            _act(book, one, acting.get(day, []), day)
    return courses


def _by_day(book: Book, part: Part, without: Callable[[Agreement], bool]) -> dict[date, list[Paper]]:
    acting: dict[date, list[Paper]] = {}
    for paper in papers_for(book, part):
        if without(paper.agreement):
            continue
        day = max(paper.acts or paper.agreement.begins, part.day)
        acting.setdefault(day, []).append(paper)
    return acting


def _days(book: Book, part: Part, acting: dict[date, list[Paper]]) -> list[date]:
    onward_days = (one.signed for one in book.testimony.of(Declares.ONWARD))
    days = {*acting, *book.standing.days, *onward_days}
    return sorted(day for day in days if part.day <= day <= book.as_of)


def _act(book: Book, course: Course, papers: list[Paper], day: date) -> None:
    """Let the papers of one day act in chain order: whoever holds gives, as signed, then by id."""
    waiting = sorted([*papers, *course.blocked], key=lambda paper: paper.order)
    course.blocked = []
    moved = True
    while moved:
        moved = _give_once(book, course, waiting, day) or _confirm_once(book, course, waiting, day)
    for paper in waiting:
        if paper not in course.blocked:
            _found_nothing(book, course, paper, day)


def _give_once(book: Book, course: Course, waiting: list[Paper], day: date) -> bool:
    for paper in list(waiting):
        giver = giver_now(book, course, paper, day)
        if giver is None or paper in course.blocked:
            continue
        if not _stays_blocked(book, course, paper, giver, day):
            waiting.remove(paper)
            return True
        course.blocked.append(paper)
    return False


def _stays_blocked(book: Book, course: Course, paper: Paper, giver: str, day: date) -> bool:
    """Let a paper of the holder act; `True` when it waits for the right to assign onward."""
    agreement = paper.agreement
    refused = refusal(book, paper, giver, day)
    if agreement.kind in LICENCES:
        _license(book, course, paper, refused)
    elif refused is not None:
        course.reasons.add(refused)
        if refused is Break.AUTHORITY_LACKING:
            course.lacking.add(agreement.id)
    elif not agreement.moves_title:
        course.reasons.add(Break.LIMITED_RIGHTS)
        _license(book, course, paper, refused)
    elif taker_on(book, paper, day) != course.holder:
        if not onward.may_assign_onward(course, day):
            return True
        _move(book, course, paper, day)
    return False


def _license(book: Book, course: Course, paper: Paper, refused: Break | None) -> None:
    agreement = paper.agreement
    over = agreement.terminated is not None and agreement.terminated < book.as_of
    public = agreement.assignee == PUBLIC and refused is Break.PARTY_DID_NOT_EXIST
    to_asked = book.asked in book.standing.read_as(agreement.assignee or "", book.as_of)
    if not over and ((refused is None and (to_asked or agreement.assignee == PUBLIC)) or public):
        course.licences.append(agreement.id)


def _move(book: Book, course: Course, paper: Paper, day: date) -> None:
    taker = taker_on(book, paper, day)
    estate = book.standing.estate(taker, day)
    grade = Grade.WEAK if paper.weak else Grade.SETTLED
    step = Step(
        course.holder,
        estate or taker,
        RULE.key,
        paper.agreement.id,
        day,
        grade,
        paper=paper,
        rests_on=course.acquired,
    )
    effective = paper.agreement.effective
    if effective is not None and effective < paper.agreement.signed:
        course.flags.add(Flag.RETROACTIVE_CLAUSE)
    course.give(step, estate=estate is not None)


def _confirm_once(book: Book, course: Course, waiting: list[Paper], day: date) -> bool:
    for paper in waiting:
        if paper not in course.blocked and giver_now(book, course, paper, day) is None:
            steps = _confirms(book, course, paper, day)
            if steps:
                for step in steps:
                    _confirm(book, course, step, paper, day)
                waiting.remove(paper)
                course.blocked = []
                return True
    return False


def _confirm(book: Book, course: Course, step: int, paper: Paper, day: date) -> None:
    """Let a paper confirm a step, with others before it where each comes from some of the giver's heirs alone."""
    together = by_all(book, course, step, paper, day)
    course.partly.append((step, paper))
    if together is not None:
        course.confirms.append((step, day, together))


def _confirms(book: Book, course: Course, paper: Paper, day: date) -> list[int]:
    if not paper.agreement.moves_title:
        return []
    steps = confirmed_steps(book, course, paper, day)
    bound = _writers_own(course, paper)
    if bound is not None and bound not in steps and taker_on(book, paper, day) == course.holder:
        steps.append(bound)
    return steps if steps and _valid(book, paper, day) else []


def _found_nothing(book: Book, course: Course, paper: Paper, day: date) -> None:
    """Remember a valid paper whose giver had given the title away by an earlier paper (rule 12)."""
    if not paper.agreement.moves_title:
        return
    same = book.standing.same
    given = [
        number
        for number, step in enumerate(course.steps)
        if step.paper is not None
        and step.paper is not paper
        and any(same(giver, step.giver, day) for giver in paper.givers)
    ]
    bound = _writers_own(course, paper)
    if (not given and bound is None) or not _valid(book, paper, day):
        return
    if given:
        course.rivals.append(Rival(paper, day, given[-1]))
    elif bound is not None and not same(paper.agreement.assignee or "", course.steps[bound].taker, day):
        disputes = Weak.DOCUMENTATION_BY_EMPLOYEE in course.steps[bound].weak
        course.rivals.append(Rival(paper, day, bound, disputes=disputes))


def _writers_own(course: Course, paper: Paper) -> int | None:
    """Return the weak step of an employment that the writer's own paper is about."""
    first = course.steps[0] if course.steps else None
    about = {Weak.DOCUMENTATION_BY_EMPLOYEE, Weak.OUTSIDE_DUTIES}
    if (
        first is None
        or not first.employment
        or first.giver not in paper.givers
        or first.weak.isdisjoint(about)
    ):
        return None
    return 0


def _valid(book: Book, paper: Paper, day: date) -> bool:
    return any(refusal(book, paper, giver, day) is None for giver in paper.givers)
