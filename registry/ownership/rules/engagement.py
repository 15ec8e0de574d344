# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rules 4 and 6, which engagement: the ones of a person that are read for a work of a day."""

from __future__ import annotations

from datetime import date

from registry.ownership.book import Book
from registry.ownership.course import Person
from registry.ownership.matter import Matter
from registry.parties.model import EMPLOYMENT, Basis, Engagement, EngagementKind
from registry.parties.scope import author_fits, day_fits


def engagements_read(book: Book, person: Person, matter: Matter, day: date) -> list[Engagement]:
    """Return the engagements that count: confirmed before presumed, named for the work before general.

    Where none of the person's own covers the work's day, a domain's presumed employment stays.
    """
    own = (
        [one for one in book.engagements.get(person.id, ()) if _covers(book, one, matter, day)]
        if person.known
        else []
    )
    found = own or by_domain(book, person, day)
    confirmed = [one for one in found if one.basis is Basis.CONFIRMED] or found
    return [one for one in confirmed if one.covers.limits] or confirmed


def employed_at(book: Book, person: Person, party: str, day: date, at: date) -> list[Engagement]:
    """Return the person's employments on `day` with who, on the day `at`, is the party or its predecessor."""
    found = [*book.engagements.get(person.id, ())] if person.known else []
    found += by_domain(book, person, day)
    readings = book.standing.read_as(party, at)
    return [
        one
        for one in found
        if one.on(day) and one.kind in EMPLOYMENT and book.standing.read_as(one.party, at) == readings
    ]


def _covers(book: Book, one: Engagement, matter: Matter, day: date) -> bool:
    inside = day_fits(one.covers, day) and author_fits(one.covers, one.person)
    return one.on(day) and inside and book.fits(one.covers, matter)


def by_domain(book: Book, person: Person, day: date) -> list[Engagement]:
    """Return the employments that the domain of the person's address lets one presume on `day`."""
    return [
        Engagement(
            person=person.id,
            party=domain.party,
            kind=EngagementKind.EMPLOYEE,
            start=domain.start or date.min,
            until=domain.until,
            basis=Basis.PRESUMED,
        )
        for domain in book.domains.get(person.domain, ())
        if person.domain and domain.on(day)
    ]
