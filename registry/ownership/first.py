# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The first holder: where a person's work of a day begins, by every engagement that is read for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from registry.ownership.answers import Break, Grade, Weak
from registry.ownership.book import Book
from registry.ownership.course import Person, Start
from registry.ownership.matter import Matter
from registry.ownership.rules import data, no_employment
from registry.ownership.rules.employment_code import CODE, Acquired, code_ground, to_employer
from registry.ownership.rules.employment_texts import texts_start
from registry.ownership.rules.engagement import engagements_read
from registry.parties.model import EMPLOYMENT, Engagement
from registry.provenance.model import WorkType


def first_holder(book: Book, person: Person, matter: Matter, day: date) -> Start:
    """Return the start of a person's part; `holder` is `None` when nobody can say."""
    found = engagements_read(book, person, matter, day)
    if not found:
        missing = Break.ENGAGEMENT_UNKNOWN if person.known else Break.AUTHOR_UNKNOWN
        return Start(None, frozenset({missing}), person.weak)
    starts = [_by_engagement(book, person, one, matter, day) for one in found]
    if len({book.standing.read_as(one.holder or "", book.as_of) for one in starts}) > 1:
        employers = tuple(
            dict.fromkeys(party for one in found for party in book.standing.read_as(one.party, day))
        )
        return Start(None, frozenset({Break.ENGAGEMENT_AMBIGUOUS}), person.weak, employers=employers)
    beside = any(not one.duties for one in found if one.kind in EMPLOYMENT)
    return _outside_duties(starts[0]) if beside else starts[0]


def _by_engagement(book: Book, person: Person, one: Engagement, matter: Matter, day: date) -> Start:
    if one.kind not in EMPLOYMENT:
        presumed = {Weak.MAKER_PRESUMED} if matter.work_type is WorkType.DATA else set()
        return no_employment.stays_with_author(person, one, frozenset(presumed))
    if matter.work_type in CODE:
        return to_employer(book, person, one, day, code_ground(matter.work_type))
    if matter.work_type is WorkType.DATA:
        ground = Acquired(data.RULE.key, Grade.WEAK, frozenset({Weak.MAKER_PRESUMED}))
        return to_employer(book, person, one, day, ground)
    return texts_start(book, person, one, matter, day)


def _outside_duties(start: Start) -> Start:
    if not start.steps:
        return start
    step = start.steps[0]
    weaker = replace(step, weak=step.weak | {Weak.OUTSIDE_DUTIES}, grade=Grade.WEAK)
    return replace(start, steps=(weaker, *start.steps[1:]))
