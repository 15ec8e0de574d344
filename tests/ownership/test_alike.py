# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What is decided once for all that are alike is what deciding each of them alone gives; sums follow every change."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from registry.agreements.model import AgreementKind
from registry.ownership.decider import Decider
from registry.ownership.determination import decide
from registry.ownership.facts import Author, Contribution, Facts
from registry.ownership.opening import open_book
from registry.ownership.tally import Entry, Strand, Tally
from registry.parties.model import (
    Basis,
    Domain,
    Engagement,
    EngagementKind,
    Identity,
    Succession,
    SuccessionKind,
)
from registry.parties.scope import Covers
from registry.provenance.model import WorkType
from tests.ownership import worlds

ADDRESSES = ("dev@sup.example", "two@town.example", "new@sup.example", "old@sup.example", "who@free.example")
TYPES = (WorkType.PROGRAM, WorkType.CONFIGURATION, WorkType.DOCUMENTATION, WorkType.MEDIA, WorkType.DATA)
PEOPLE = ("dev", "two", "three", "four")


@st.composite
def engaged(draw: st.DrawFn, /) -> Engagement:
    """Return one of perhaps several engagements of somebody."""
    start = draw(worlds.days)
    until = draw(worlds.later_days)
    return Engagement(
        draw(st.sampled_from(PEOPLE)),
        draw(st.sampled_from(worlds.FIRMS)),
        draw(st.sampled_from(EngagementKind)),
        start,
        until if until is not None and until >= start else None,
        draw(st.sampled_from(Basis)),
        draw(st.sampled_from([True, True, False])),
        draw(st.sampled_from([Covers(), Covers(), Covers(work_types=frozenset({"program"}))])),
    )


@st.composite
def succession(draw: st.DrawFn, /) -> Succession:
    """Return what a firm's place was taken by, or what of it passed; or whose heirs took a person's."""
    kinds = [
        SuccessionKind.MERGER,
        SuccessionKind.BANKRUPTCY,
        SuccessionKind.DEMERGER,
        SuccessionKind.INHERITANCE,
    ]
    kind = draw(st.sampled_from(kinds))
    if kind is SuccessionKind.INHERITANCE:
        return Succession(kind, "dev", draw(st.sampled_from([("two",), ("two", "three")])), draw(worlds.days))
    until = Covers(created_until=draw(worlds.days))
    return Succession(
        kind, "sup", ("buyer",), draw(worlds.days), until if kind is SuccessionKind.DEMERGER else None
    )


@st.composite
def works(draw: st.DrawFn, /, number: int) -> Contribution:
    """Return a work by an address or two, of any kind, from any hand."""
    return Contribution(
        id=f"c{number}",
        repository=draw(st.sampled_from(["r", "q"])),
        path="a",
        work_type=draw(st.sampled_from(TYPES)),
        authors=tuple(
            Author(email=one)
            for one in draw(st.lists(st.sampled_from(ADDRESSES), min_size=0, max_size=2, unique=True))
        ),
        day=draw(st.dates(date(2010, 1, 1), date(2025, 1, 1))),
        lines=draw(st.integers(0, 99)),
        bulk=draw(st.sampled_from([False, False, True])),
        author_doubtful=draw(st.sampled_from([False, False, True])),
    )


@st.composite
def facts(draw: st.DrawFn, /) -> Facts:
    """Return a world in which several people are alike, and several are not."""
    world = draw(worlds.worlds())
    staff = replace(draw(worlds.papers(9)), kind=AgreementKind.EMPLOYMENT_TERMS)
    terms = (replace(staff, assignors=(), employees=True),) if draw(st.booleans()) else ()
    return replace(
        world,
        engagements=tuple(draw(st.lists(engaged(), max_size=6))),
        successions=(draw(succession()),) if draw(st.booleans()) else (),
        identities=tuple(
            Identity(person, draw(st.sampled_from(Basis)), email)
            for person, email in zip(PEOPLE, ADDRESSES, strict=False)
            if draw(st.booleans())
        ),
        domains=(Domain("sup.example", "sup", draw(worlds.later_days)), Domain("town.example", "town")),
        agreements=(*world.agreements, *terms),
        contributions=tuple(draw(works(number)) for number in range(draw(st.integers(1, 12)))),
    )


def strands(contributions: tuple[Contribution, ...]) -> list[Strand]:
    """Return the contributions as strands: those that differ in nothing but their day together."""
    found: defaultdict[Any, list[Contribution]] = defaultdict(list)
    for one in contributions:
        found[one.place, one.authors, one.origin, one.bulk, one.ai_assisted, one.author_doubtful].append(one)
    return [
        Strand(
            place,
            authors,
            tuple(one.day for one in sorted(group, key=lambda one: one.day)),
            tuple(accumulate(one.lines for one in sorted(group, key=lambda one: one.day))),
            *rest,
        )
        for (place, authors, *rest), group in found.items()
    ]


def summed(world: Facts) -> dict[Entry, int]:
    """Return the sums of lines, answer by answer."""
    decider, sums = Decider(open_book(world)), Counter[Entry]()
    for one in world.contributions:
        if one.day <= decider.book.as_of:
            found = decider.answer(one)
            licensed = bool(found.licensed_in)
            entry = Entry(one.work_type, found.state, licensed, found.holders, found.breaks, found.weak)
            sums[entry] += one.lines
    return {entry: lines for entry, lines in sums.items() if lines}


def tallied(tally: Tally) -> dict[Entry, int]:
    """Return a tally's sums without what nothing is counted under."""
    return {entry: lines for entry, lines in tally.totals.items() if lines}


@given(facts())
def test_what_is_decided_together_is_what_is_decided_alone(world: Facts) -> None:
    """Each answer, to the last link and cure, is the one that the rules give for that work by itself.

    What was written after the day asked about has no answer: nobody asks for one.
    """
    decider, book = Decider(open_book(world)), open_book(world)
    for one in (work for work in world.contributions if work.day <= book.as_of):
        alone = decide(book, book.matter(one))
        assert replace(decider.answer(one), flags=()) == replace(alone, flags=())


@given(facts())
def test_a_tally_is_the_sum_of_the_answers(world: Facts) -> None:
    """Cut into pieces by days, a strand's lines are counted under the answers of its contributions."""
    assert tallied(Tally(world, strands(world.contributions))) == summed(world)


@given(facts(), st.data())
def test_a_changed_paper_is_added_again_exactly(world: Facts, data: st.DataObject) -> None:
    """Whatever is added, taken away or altered, the sums are those of a tally from nothing."""
    before = Tally(world, strands(world.contributions))
    gone = data.draw(st.integers(0, len(world.agreements)))
    papers = (*world.agreements[:gone], *world.agreements[gone + 1 :], data.draw(worlds.papers(7)))
    after = replace(world, agreements=papers)
    assert tallied(before.changed(after)) == summed(after)
    assert tallied(before) == summed(world)


@given(facts())
def test_other_facts_than_papers_are_taken_in_too(world: Facts) -> None:
    """Where more than papers changed, everything is decided anew."""
    after = replace(world, engagements=world.engagements[1:], identities=())
    before = Tally(world, strands(world.contributions))
    assert tallied(before.changed(after)) == summed(after)
