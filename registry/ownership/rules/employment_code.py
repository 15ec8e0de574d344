# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 4, employment, code: a program made in employment is the employer's from the first moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.ownership.answers import Break, Grade, Weak
from registry.ownership.book import Book
from registry.ownership.course import Person, Start, Step
from registry.ownership.rules.rule import Certainty, Rule
from registry.parties.model import Basis, Engagement, EngagementKind
from registry.provenance.model import WorkType

RULE = Rule(
    number="4",
    key="employment_code",
    da="Et edb-program, som en ansat frembringer under udførelsen af sit arbejde eller efter arbejdsgiverens "
    "anvisninger, tilhører arbejdsgiveren, medmindre andet er aftalt.",
    en="A program that an employee makes in the execution of the work or on the employer's "
    "instructions is the "
    "employer's, unless otherwise agreed.",
    source="Ophavsretsloven s. 59; directive 2009/24 art. 2(3)",
    certainty=Certainty.SETTLED,
)

CODE = frozenset({WorkType.PROGRAM, WorkType.DESIGN, WorkType.CONFIGURATION})


@dataclass(frozen=True)
class Acquired:
    """The ground on which an employer becomes first holder: a rule, its grade and what is weak in it."""

    rule: str
    grade: Grade
    weak: frozenset[Weak] = frozenset()


def to_employer(book: Book, person: Person, engagement: Engagement, day: date, ground: Acquired) -> Start:
    """Return the start at the employer of the day, or where the employer could not acquire any more."""
    employer = book.standing.read_as(engagement.party, day)[0]
    if book.standing.ended_for_good(employer, day):
        return Start(
            person.id,
            breaks=frozenset({Break.HOLDER_ENDED}),
            weak=_weak(engagement) | person.weak,
            own=True,
            employers=(employer,),
            destination=person.id,
        )
    estate = book.standing.estate(employer, day)
    weak = ground.weak | _weak(engagement)
    grade = Grade.WEAK if weak else ground.grade
    taker = estate or employer
    step = Step(person.id, taker, ground.rule, engagement.id, day, grade, weak, employment=True)
    return Start(
        taker,
        weak=person.weak,
        steps=(step,),
        estate=estate is not None,
        employers=(employer,),
        destination=book.standing.read_as(taker, book.as_of)[0],
    )


def code_ground(work_type: WorkType) -> Acquired:
    """Return the ground on which an employer acquires code: settled for programs, usual for the rest."""
    return Acquired(RULE.key, Grade.SETTLED if work_type is WorkType.PROGRAM else Grade.USUAL)


def _weak(engagement: Engagement) -> frozenset[Weak]:
    weak = set()
    if engagement.basis is Basis.PRESUMED:
        weak.add(Weak.PRESUMED_ENGAGEMENT)
    if engagement.kind is EngagementKind.AGENCY_WORKER:
        weak.add(Weak.UNCERTAIN_LAW)
    return frozenset(weak)
