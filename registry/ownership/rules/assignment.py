# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 7, assignment: a paper moves title when its giver holds; later papers may confirm it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from registry.ownership.answers import Break, Weak
from registry.ownership.book import Book
from registry.ownership.course import Course, Paper
from registry.ownership.rules.rule import Certainty, Rule

RULE = Rule(
    number="7",
    key="assignment",
    da="Rettighederne går over den dag, aftalen er underskrevet og trådt i kraft, eller når værket "
    "bliver til. Den, der "
    "overdrager, skal have rettighederne den dag; den, der erhverver, skal eksistere.",
    en="Title moves on the day the paper is signed and in force, or as the work comes into being. Who "
    "gives must hold "
    "that day; who takes must exist.",
    source="Ophavsretsloven s. 53",
    certainty=Certainty.SETTLED,
)


def giver_now(book: Book, course: Course, paper: Paper, day: date) -> str | None:
    """Return the giver of the paper who, read as its successor, holds on `day`."""
    for giver in paper.givers:
        if course.holder in book.standing.read_as(giver, day):
            return giver
    return None


def refusal(book: Book, paper: Paper, giver: str, day: date) -> Break | None:
    """Return why the paper cannot act on `day` for this giver; `None` when it can."""
    agreement, standing = paper.agreement, book.standing
    if paper.acts is None:
        return Break.AUTHORITY_LACKING
    unable = standing.signs(giver, agreement.signed) or standing.unable(giver, day)
    if unable is not None:
        return unable
    if not standing.takes(agreement.assignee or "", agreement.signed, day):
        return Break.PARTY_DID_NOT_EXIST
    over = agreement.terminated is not None and agreement.terminated < day
    return Break.TERMINATED if over else None


def taker_on(book: Book, paper: Paper, day: date) -> str:
    """Return who takes by the paper on `day`: the assignee, or its successor."""
    return book.standing.read_as(paper.agreement.assignee or "", day)[0]


def confirmed_steps(book: Book, course: Course, paper: Paper, day: date) -> list[int]:
    """Return the steps that the paper confirms: same giver, same taker, each perhaps by its successor."""
    taker, same = paper.agreement.assignee or "", book.standing.same
    return [
        number
        for number, step in enumerate(course.steps)
        if (
            step.paper is not None or (step.employment and paper.allows_onward(day) and not paper.presupposed)
        )
        and same(taker, step.taker, day)
        and any(same(giver, step.giver, day) for giver in paper.givers)
    ]


def by_all(book: Book, course: Course, number: int, paper: Paper, day: date) -> Paper | None:
    """Return the paper that confirms a step: itself, or what it amounts to with papers by other heirs of the giver.

    Each heir has a part of what the giver had: None while one of them has given none that could act.
    """
    heirs = book.standing.places(course.steps[number].giver, day)
    missing = [heir for heir in heirs if not _gives(book, paper, heir, day)]
    if not missing:
        return paper
    before = [one for step, one in course.partly if step == number]
    needed = [paper]
    for heir in missing:
        given = [one for one in before if _gives(book, one, heir, day)]
        if not given:
            return None
        needed.append(min(given, key=lambda one: (len(one.weak), sorted(one.weak), one.order)))
    onward = [one.onward for one in needed if one.onward is not None]
    return replace(
        paper,
        weak=frozenset[Weak]().union(*(one.weak for one in needed)),
        onward=max(onward) if len(onward) == len(needed) else None,
        presupposed=all(one.presupposed or one.onward is not None for one in needed),
    )


def _gives(book: Book, paper: Paper, heir: str, day: date) -> bool:
    """Tell whether the paper is given, and can be, for one of those in the giver's place."""
    return any(
        heir in book.standing.places(giver, day) and refusal(book, paper, giver, day) is None
        for giver in paper.givers
    )
