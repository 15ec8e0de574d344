# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 5a, data: a catalogue belongs to its maker, for fifteen years."""

from __future__ import annotations

from datetime import date

from registry.ownership.answers import Break, Weak
from registry.ownership.book import Book
from registry.ownership.course import Start
from registry.ownership.matter import Matter
from registry.ownership.rules.rule import Certainty, Rule
from registry.provenance.model import WorkType

RULE = Rule(
    number="5a",
    key="data",
    da="Data tilhører den, der har frembragt dem eller båret den væsentlige investering, i femten år "
    "efter udgangen af det "
    "år, de blev til eller blev offentliggjort.",
    en="Data belong to whoever made them or bore the substantial investment, until fifteen years after "
    "the end of the "
    "year they were made or published.",
    source="Ophavsretsloven s. 71",
    certainty=Certainty.USUAL,
)

YEARS = 15


def has_lapsed(book: Book, matter: Matter, made: date) -> bool:
    """Tell whether the maker's right was over on the day asked about.

    `made` is the contribution's day, or the last day of a declared period: the day of a dump makes nothing
    younger. Publication counts from its own year when it fell within the time.
    """
    if matter.work_type is not WorkType.DATA:
        return False
    begins = max(made, matter.renewed) if matter.renewed and matter.renewed <= book.as_of else made
    last = begins.year + YEARS
    published = matter.published
    if published is not None and begins <= published and published.year <= last:
        last = published.year + YEARS
    return book.as_of.year > last


def begins_at(book: Book, party: str, day: date, weak: frozenset[Weak]) -> Start:
    """Return the start at a maker or deliverer: a person, a company or an authority, read as of the day."""
    holder = book.standing.read_as(party, day)[0]
    if book.standing.ended_for_good(holder, day):
        return Start(
            holder, breaks=frozenset({Break.HOLDER_ENDED}), weak=weak, employers=(holder,), destination=holder
        )
    estate = book.standing.estate(holder, day)
    return Start(
        estate or holder,
        weak=weak,
        own=book.standing.is_person(holder),
        estate=estate is not None,
        employers=(holder,),
        destination=book.standing.read_as(estate or holder, book.as_of)[0],
    )
