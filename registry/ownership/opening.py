# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Opening a book: the facts that were known on a day, indexed for the question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from registry.agreements.model import Agreement, Contributors, Declaration, Declares
from registry.ownership.book import Book
from registry.ownership.facts import Facts, known_on
from registry.ownership.standing import Standing
from registry.ownership.testimony import Testimony
from registry.parties.model import Engagement, Identity


def open_book(facts: Facts) -> Book:
    """Index the facts that were known on the day of the question, whose days must both be filled in."""
    asks = facts.asks
    assert asks.as_of is not None and asks.known is not None, "call Asks.on(today) first"
    known = known_on(facts, asks.known)
    standing = Standing(known.parties, known.successions)
    testimony = Testimony(standing, known.declarations)
    engagements = sorted([*known.engagements, *testimony.engagements()], key=_engagement_order)
    domains = sorted(known.domains, key=lambda one: (one.domain, one.party, str(one.start)))
    book = Book(
        facts=known,
        asked=standing.read_as(asks.party, asks.as_of)[0],
        as_of=asks.as_of,
        standing=standing,
        testimony=testimony,
        engagements=_grouped(engagements, "person"),
        identities=_identities([*known.identities, *testimony.identities(engagements)]),
        domains=_grouped(domains, "domain"),
        agreements=_as_signed(known.agreements),
        lists=_lists(testimony),
    )
    _know_scopes(book, engagements)
    return book


def revised(book: Book, facts: Facts) -> Book:
    """Return the book of facts that differ from the book's in agreements alone; scopes keep their numbers."""
    asks = facts.asks
    assert asks.known is not None
    known = tuple(one for one in facts.agreements if one.recorded is None or one.recorded <= asks.known)
    found = replace(
        book,
        facts=replace(book.facts, agreements=known),
        agreements=_as_signed(known),
        prepared={},
        _scopes=list(book._scopes),
        _numbers=dict(book._numbers),
        _by_object=dict(book._by_object),
        _masks=dict(book._masks),
        _near={name: list(numbers) for name, numbers in book._near.items()},
        _given={},
        _about={},
    )
    before = len(found._scopes)
    for paper in known:
        found.know(paper.covers)
    found.widen(before)
    return found


def _as_signed(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    return tuple(sorted(agreements, key=lambda one: (one.signed, one.id)))


def _know_scopes(book: Book, engagements: list[Engagement]) -> None:
    for paper in book.facts.agreements:
        book.know(paper.covers)
    for engagement in engagements:
        book.know(engagement.covers)
    for claim in book.facts.claims:
        book.know(claim.covers)
    for _, contributors in book.lists:
        book.know(contributors.covers)
    for succession in book.facts.successions:
        if succession.covers is not None:
            book.know(succession.covers)


def _lists(testimony: Testimony) -> tuple[tuple[Declaration, Contributors], ...]:
    found = ((one, one.about) for one in testimony.of(Declares.CONTRIBUTORS))
    return tuple((one, said) for one, said in found if isinstance(said, Contributors))


def _grouped(facts: list, by: str) -> dict[str, list]:  # type: ignore[type-arg]
    groups = defaultdict(list)
    for one in facts:
        groups[getattr(one, by)].append(one)
    return dict(groups)


def _identities(found: list[Identity]) -> dict[str, list[Identity]]:
    groups: dict[str, list[Identity]] = defaultdict(list)
    for one in found:
        groups[one.email or f"github:{one.github_id}"].append(one)
    return dict(groups)


def _engagement_order(one: Engagement) -> tuple[str, str, str, date, str, bool, str]:
    return (one.person, one.party, one.kind, one.start, str(one.until), one.duties, repr(one.covers))
