# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 12, conflict: a title given away twice. The act has no rule on it; the answer says so."""

from __future__ import annotations

from registry.ownership.answers import Against
from registry.ownership.book import Book
from registry.ownership.course import Course, Rival
from registry.ownership.rules.rule import Certainty, Rule

RULE = Rule(
    number="12",
    key="conflict",
    da="Er det samme overdraget to gange, er det omtvistet, medmindre en fuldt dokumenteret og "
    "tidligere kæde fører til "
    "den, der spørges om. Loven har ingen regel om dobbeltoverdragelse.",
    en="What was given away twice is disputed, unless a fully documented and earlier chain leads to "
    "the party that is "
    "asked about. The act has no rule on double assignment.",
    source="No statutory rule; general principles of property",
    certainty=Certainty.UNCERTAIN,
)


def rival_taker(book: Book, rival: Rival) -> str:
    """Return the later assignee, read as its successor."""
    return book.standing.read_as(rival.paper.agreement.assignee or "", book.as_of)[0]


def is_settled(book: Book, course: Course, rival: Rival) -> bool:
    """Tell whether the later assignee is the holder after all, or held later and passed the title on."""
    taker = rival_taker(book, rival)
    held = [(book.standing.read_as(name, book.as_of)[0], day) for name, day in course.holdings]
    return held[-1][0] == taker or any(name == taker and day >= rival.day for name, day in held[:-1])


def rivals_left(book: Book, course: Course) -> list[Rival]:
    """Return the rivals of a course that nothing has settled."""
    return [one for one in course.rivals if one.disputes and not is_settled(book, course, one)]


def competing(book: Book, rival: Rival) -> Against:
    """Return a later paper as what stands against an answer."""
    agreement = rival.paper.agreement
    giver, taker = rival.paper.givers[0], agreement.assignee or ""
    return Against(taker, giver, agreement.signed, rival_taker(book, rival), agreement.id)


def outlives(book: Book, course: Course, rival: Rival, *, weak: bool) -> bool:
    """Tell whether the asked party's chain settles it: nothing weak, by a paper acted or signed earlier."""
    if weak or course.holder != book.asked:
        return False
    by_paper = [step for step in course.steps if step.paper is not None]
    if not by_paper or by_paper[-1].paper is None:
        return False
    step, paper = by_paper[-1], by_paper[-1].paper
    return step.day < rival.day or paper.agreement.signed < rival.paper.agreement.signed
