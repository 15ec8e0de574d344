# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 12, conflict: a title given away twice. The act has no rule on it; the answer says so."""

from __future__ import annotations

from dataclasses import replace

from registry.agreements.model import Agreement
from registry.ownership.answers import Against
from registry.ownership.book import Book
from registry.ownership.course import Course, Rival
from registry.ownership.rules.rule import Certainty, Rule
from registry.ownership.waived import Waived

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


def rival_takers(book: Book, rival: Rival) -> tuple[str, ...]:
    """Return who, by now, stands in the place of the later assignee and has not given it up."""
    takers = _places(book, rival.paper.agreement.assignee or "")
    return tuple(one for one in takers if one not in rival.given_up)


def is_settled(book: Book, course: Course, rival: Rival) -> bool:
    """Tell whether the later assignee is the holder after all, or held that day or later and passed the title on."""
    takers = {*_places(book, rival.paper.agreement.assignee or "")}
    names = [{*_places(book, name)} for name, _ in course.holdings]
    passed_on = [day for _, day in course.holdings[1:]]
    if takers <= names[-1]:
        return True
    return any(takers <= held and day >= rival.day for held, day in zip(names, passed_on, strict=False))


def rivals_left(book: Book, course: Course) -> list[Rival]:
    """Return the rivals of a course that nothing has settled."""
    return [one for one in course.rivals if one.disputes and not is_settled(book, course, one)]


def is_waived(book: Book, waived: Waived, met: frozenset[str], paper: Agreement) -> bool:
    """Tell whether all who stand in the place of a paper's taker are in conflict and have given it up since."""
    takers = _places(book, paper.assignee or "")
    return met.issuperset(takers) and all(_gave_up(book, waived, paper, one) for one in takers)


def without_waived(book: Book, course: Course, waived: Waived) -> Course:
    """Return a course whose rivals are told without those who have given it up since."""
    rivals = [
        replace(
            one,
            given_up=frozenset(
                name for name in rival_takers(book, one) if _gave_up(book, waived, one.paper.agreement, name)
            ),
        )
        for one in course.rivals
    ]
    return replace(course, rivals=[one for one in rivals if rival_takers(book, one)])


def competing(book: Book, rival: Rival) -> list[Against]:
    """Return a later paper as what stands against an answer, by whoever is in its taker's place."""
    agreement = rival.paper.agreement
    giver, taker = rival.paper.givers[0], agreement.assignee or ""
    return [Against(taker, giver, agreement.signed, now, agreement.id) for now in rival_takers(book, rival)]


def outlives(book: Book, course: Course, rival: Rival, *, weak: bool) -> bool:
    """Tell whether the asked party's chain settles it: nothing weak, by a paper acted or signed earlier."""
    if weak or course.holder != book.asked:
        return False
    by_paper = [step for step in course.steps if step.paper is not None]
    if not by_paper or by_paper[-1].paper is None:
        return False
    step, paper = by_paper[-1], by_paper[-1].paper
    return step.day < rival.day or paper.agreement.signed < rival.paper.agreement.signed


def _places(book: Book, party: str) -> tuple[str, ...]:
    return book.standing.places(party, book.as_of)


def _gave_up(book: Book, waived: Waived, paper: Agreement, now: str) -> bool:
    return waived.reaches(book, paper.assignee or "", now, since=paper.signed)
