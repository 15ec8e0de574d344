# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The facts that bear on a repository's works give the answers that all facts give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from registry.agreements.model import (
    Agreement,
    AgreementKind,
    Contributors,
    Declaration,
    Declares,
    IdentityDeclared,
)
from registry.ownership.bearing import Bearing, Works
from registry.ownership.determination import decide
from registry.ownership.facts import Author, Contribution, Facts
from registry.ownership.opening import open_book
from registry.parties.model import Basis, Engagement, Identity
from registry.parties.scope import Covers
from tests.ownership import test_alike, worlds

THERE = Covers(repositories=frozenset({"q"}))


@st.composite
def declarations(draw: st.DrawFn, /, number: int) -> Declaration:
    """Return a declaration of any kind, by anybody, also of another declaration."""
    declares = draw(st.sampled_from(Declares))
    about: str | Contributors | IdentityDeclared | Engagement
    if declares is Declares.ENGAGEMENT:
        about = draw(test_alike.engaged())
    elif declares is Declares.CONTRIBUTORS:
        people = draw(st.lists(st.sampled_from(test_alike.PEOPLE), min_size=1, unique=True))
        until = draw(worlds.days)
        about = Contributors(
            tuple(people), draw(worlds.covers), None, until, draw(st.sampled_from([None, "buyer"]))
        )
    elif declares is Declares.IDENTITY:
        about = IdentityDeclared(
            draw(st.sampled_from(test_alike.ADDRESSES)), draw(st.sampled_from(test_alike.PEOPLE))
        )
    else:
        about = draw(st.sampled_from(["p0", "p1", "p9", "d0", "d1"]))
    return Declaration(
        f"d{number}", draw(worlds.names), declares, about, draw(worlds.days), draw(worlds.signatures)
    )


@st.composite
def facts(draw: st.DrawFn, /) -> Facts:
    """Return a world with declarations, waivers, and claims about one repository or all."""
    world = draw(test_alike.facts())
    waiver = replace(draw(worlds.papers(8)), kind=AgreementKind.WAIVER)
    claims = tuple(replace(one, covers=draw(worlds.covers)) for one in world.claims)
    return replace(
        world,
        agreements=(*world.agreements, *([waiver] if draw(st.booleans()) else [])),
        declarations=tuple(draw(declarations(number)) for number in range(draw(st.integers(0, 4)))),
        claims=claims,
    )


def works(contributions: list[Contribution]) -> Works:
    """Return some contributions of one repository as works."""
    authors = frozenset(author for one in contributions for author in one.authors)
    return Works("r", authors)


def told(world: Facts, contributions: list[Contribution]) -> list[object]:
    """Return state, holders and licences of each contribution by these facts."""
    book = open_book(world)
    found = [decide(book, book.matter(one)) for one in contributions if one.day <= book.as_of]
    return [(one.state, one.holders, one.licensed_in, one.contested_by) for one in found]


@given(facts())
def test_what_does_not_bear_on_a_repository_changes_none_of_its_answers(world: Facts) -> None:
    """State, holders, licences and contesting claims of each work are those that all facts together give."""
    here = [one for one in world.contributions if one.repository == "r"]
    assert told(Bearing(world).on(works(here)), here) == told(world, here)


@given(facts(), st.data())
def test_what_is_about_another_repository_does_not_bear(world: Facts, data: st.DataObject) -> None:
    """A paper about another repository, and its people, leave the facts that bear on this one as they are."""
    here = works([one for one in world.contributions if one.repository == "r"])
    before = Bearing(world).on(here)
    paper: Agreement = replace(data.draw(worlds.papers(7)), covers=THERE)
    person = Identity("elsewhere", data.draw(st.sampled_from(Basis)), "elsewhere@free.example")
    after = replace(world, agreements=(*world.agreements, paper), identities=(*world.identities, person))
    found = Bearing(after).on(here)
    assert found.agreements == before.agreements and found.identities == before.identities


def test_a_paper_of_somebody_who_never_wrote_here_does_not_bear() -> None:
    """Neither does the party: whoever can come to hold nothing changes nothing."""
    paper = Agreement("p", AgreementKind.ASSIGNMENT, ("town",), "os2", date(2020, 1, 1))
    world = Facts(worlds.ASKS, parties=worlds.PARTIES, agreements=(paper,))
    found = Bearing(world).on(Works("r", frozenset({Author(email="dev@sup.example")})))
    assert found.agreements == () and "town" not in found.parties
