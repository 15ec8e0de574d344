# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Boundaries: the days on which an answer can change; works of the days between two of them fare alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from registry.agreements.model import Agreement
from registry.ownership.facts import Facts
from registry.parties.model import Engagement, Succession
from registry.parties.scope import Covers

Days = Iterator[date | None]


def boundaries(facts: Facts, engagements: Iterable[Engagement]) -> tuple[date, ...]:
    """Return the days on which any answer can change: one day of each stretch stands for it."""
    days: set[date | None] = set()
    for engagement in engagements:
        days |= {engagement.start, next_day(engagement.until), *created(engagement.covers)}
    for domain in facts.domains:
        days |= {domain.start, next_day(domain.until)}
    for paper in facts.agreements:
        days.update(of_paper(paper))
    for claim in facts.claims:
        days |= {claim.day, next_day(claim.day)}
    for declaration in facts.declarations:
        days |= {declaration.signed, next_day(declaration.signed)}
    for party in facts.parties.values():
        days |= {party.founded, next_day(party.ended)}
    for succession in facts.successions:
        days.update(of_succession(succession))
    return in_order(days)


def acting_days(facts: Facts) -> tuple[date, ...]:
    """Return the days asked about on which an answer can become another one.

    What is evidence of the past has no such day.
    """
    days: set[date | None] = set()
    for paper in facts.agreements:
        days |= {paper.signed, paper.begins, paper.terminated, next_day(paper.terminated)}
    for claim in facts.claims:
        days |= {claim.day, claim.withdrawn}
    days |= {declaration.signed for declaration in facts.declarations}
    for party in facts.parties.values():
        days |= {party.founded, party.ended, next_day(party.ended)}
    days |= {succession.day for succession in facts.successions}
    return in_order(days)


def in_order(days: Iterable[date | None]) -> tuple[date, ...]:
    """Return the days that there are, once each, in order."""
    return tuple(sorted({day for day in days if day is not None}))


def of_paper(paper: Agreement) -> Days:
    """Yield the days on which a paper begins or ceases to matter."""
    yield from (paper.signed, paper.begins, next_day(paper.signed), next_day(paper.begins))
    yield next_day(paper.terminated)
    yield from created(paper.covers)


def of_succession(succession: Succession) -> Days:
    """Yield the days on which a succession begins or ceases to matter."""
    yield succession.day
    if succession.covers is not None:
        yield from created(succession.covers)


def created(covers: Covers) -> Days:
    """Yield the days on which a scope's period of creation begins, and is over."""
    yield from (covers.created_from, next_day(covers.created_until))


def next_day(day: date | None) -> date | None:
    """Return the day after; None where there is none."""
    return None if day is None or day == date.max else day + timedelta(1)
