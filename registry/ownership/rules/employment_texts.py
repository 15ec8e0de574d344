# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 5, employment, texts and pictures: the employee's, until a paper of the employee's moves them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from registry.ownership.answers import Flag, Grade, Weak
from registry.ownership.book import Book
from registry.ownership.course import Person, Start
from registry.ownership.matter import Matter
from registry.ownership.papers import prepare
from registry.ownership.rules.assignment import refusal
from registry.ownership.rules.employment_code import Acquired, to_employer
from registry.ownership.rules.rule import Certainty, Rule
from registry.parties.model import Basis, Engagement
from registry.parties.scope import author_fits, day_fits
from registry.provenance.model import WorkType

RULE = Rule(
    number="5",
    key="employment_texts",
    da="Tekster og billeder bliver hos den ansatte; arbejdsgiveren må bruge dem, som driften krævede. "
    "Var arbejdsgiveren "
    "den dag allerede forpligtet til at aflevere sådanne værker, er arbejdsgiveren formentlig "
    "indehaver (usikkert).",
    en="Texts and pictures stay with the employee; the employer may use them as its activity needed. "
    "If the employer was "
    "already bound that day to hand over such works, the employer is presumably the holder (uncertain).",
    source="No statutory rule; legal literature and practice",
    certainty=Certainty.USUAL,
)

TEXTS = frozenset({WorkType.DOCUMENTATION, WorkType.MEDIA})


def texts_start(book: Book, person: Person, engagement: Engagement, matter: Matter, day: date) -> Start:
    """Return the start of a text or picture by an employee: the employee, or an employer bound beforehand."""
    employer = book.standing.read_as(engagement.party, day)[0]
    if _bound(book, person, employer, matter, day):
        ground = Acquired(RULE.key, Grade.WEAK, frozenset({Weak.DOCUMENTATION_BY_EMPLOYEE}))
        bound = to_employer(book, person, engagement, day, ground)
        return replace(bound, destination=person.id)
    presumed = {Weak.PRESUMED_ENGAGEMENT} if engagement.basis is Basis.PRESUMED else set()
    return Start(
        person.id,
        weak=person.weak | presumed,
        own=True,
        flags=frozenset({Flag.EMPLOYER_USE}),
        employers=(employer,),
        destination=person.id,
    )


def _bound(book: Book, person: Person, employer: str, matter: Matter, day: date) -> bool:
    return any(_binds(book, number, person, employer, matter, day) for number in range(len(book.binding)))


def _binds(book: Book, number: int, person: Person, employer: str, matter: Matter, day: date) -> bool:
    agreement = book.binding[number]
    if not (book.fits(agreement.covers, matter) and day_fits(agreement.covers, day)):
        return False
    if not author_fits(agreement.covers, person.id) or book.standing.estate(employer, day):
        return False
    paper = prepare(book, agreement, agreement.assignors)
    if (
        paper.acts is None
        or paper.acts > day
        or employer in book.standing.read_as(agreement.assignee or "", day)
    ):
        return False
    givers = [giver for giver in paper.givers if employer in book.standing.read_as(giver, day)]
    return any(refusal(book, paper, giver, day) is None for giver in givers)
