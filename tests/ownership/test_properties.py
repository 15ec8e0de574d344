# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What holds of every answer, whatever the facts: found by making small worlds of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from registry.agreements.model import Agreement, AgreementKind, Authority, Document, Rights, Signature
from registry.ownership.answers import CLAIMABLE, Flag, State, Weak
from registry.ownership.decider import Answers, determine
from registry.ownership.facts import Asks, Author, Facts
from registry.ownership.remedy import can_be_given
from registry.ownership.remedy import given as with_papers
from registry.ownership.shares import shares
from registry.parties.model import Basis, Identity, Party, PartyKind
from registry.parties.scope import Covers
from tests.ownership.naive import naive_answer
from tests.ownership.worlds import ASKS, PEOPLE, papers, worlds

Fact = TypeVar("Fact")
TODAY = date(2026, 1, 1)
often = settings(max_examples=150, deadline=None, derandomize=True)


def answers(facts: Facts) -> Answers:
    """Return the engine's answers."""
    return determine(facts, TODAY)


def rank(state: State) -> int:
    """Return how good a state is; higher is better."""
    return CLAIMABLE.index(state) if state in CLAIMABLE else len(CLAIMABLE)


def comparable(facts: Facts) -> bool:
    """Tell whether no paper repeats another: the naive replay knows no confirming."""
    between = [(one.assignors, one.assignee) for one in facts.agreements]
    return len(between) == len(set(between)) and not any(one.bulk for one in facts.contributions)


def mixed(chance: Random, found: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the same facts in another order."""
    return tuple(chance.sample(found, len(found)))


@settings(max_examples=600, deadline=None, derandomize=True)
@given(worlds(authors=1, with_claims=False, bulk=False))
def test_the_engine_agrees_with_a_naive_replay(facts: Facts) -> None:
    """Where no rule beyond employment, assignment, onward, form and conflict is met, both say the same."""
    if not comparable(facts):
        return
    recorded = replace(facts, agreements=tuple(replace(one, recorded=None) for one in facts.agreements))
    found = answers(recorded)
    works = {one.id: one for one in recorded.contributions}
    said = {name: (str(one.state), set(one.holders)) for name, one in found.items()}
    assert said == {name: naive_answer(recorded, works[name]) for name in found}


ELSEWHERE = (
    Covers(repositories=frozenset({"elsewhere"})),
    Covers(paths=("elsewhere/**",)),
    Covers(work_types=frozenset({"data"})),
    Covers(authors=frozenset({"nobody"})),
    Covers(created_until=date(2010, 12, 31)),
    Covers(created_from=date(2027, 1, 1)),
)
"""Scopes in which no work of the small worlds is."""


@often
@given(worlds(), papers(99), st.sampled_from(ELSEWHERE))
def test_a_paper_of_another_scope_turns_nothing(facts: Facts, paper: Agreement, covers: Covers) -> None:
    """A paper that covers none of the works never turns a documented line, nor any other."""
    elsewhere = replace(paper, covers=covers)
    before, after = answers(facts), answers(replace(facts, agreements=(*facts.agreements, elsewhere)))
    assert {name: (one.state, one.holders) for name, one in before.items()} == {
        name: (one.state, one.holders) for name, one in after.items()
    }


@often
@given(worlds())
def test_an_author_nobody_covers_improves_nothing(facts: Facts) -> None:
    """Adding an author without any paper never improves a state."""
    stranger = Party("stranger", PartyKind.PERSON)
    more = tuple(replace(one, authors=(*one.authors, Author("stranger"))) for one in facts.contributions)
    wider = replace(facts, parties={**facts.parties, "stranger": stranger}, contributions=more)
    before, after = answers(facts), answers(wider)
    assert all(rank(after[name].state) <= rank(one.state) for name, one in before.items())


@often
@given(worlds())
def test_what_is_left_unstated_improves_nothing(facts: Facts) -> None:
    """Leaving the signature out of a paper never makes a state better, where no paper competes."""
    if len({one.assignors for one in facts.agreements}) < len(facts.agreements):
        return
    bare = tuple(
        one if one.signature.authority == "lacking" else replace(one, signature=Signature())
        for one in facts.agreements
    )
    before, after = answers(facts), answers(replace(facts, agreements=bare))
    assert all(rank(after[name].state) <= rank(one.state) for name, one in before.items())


UNSTATED = (
    {"signature": Signature()},
    {"document": Document.UNSEEN},
    {"rights": Rights()},
    {"rights": Rights(assigns=True, all_uses=True, exclusive=True, perpetual=True)},
)
"""What a paper is read as where it does not state a field."""


@often
@given(worlds(), st.sampled_from(UNSTATED), st.integers(0, 4))
def test_a_field_left_out_of_one_paper_improves_nothing(
    facts: Facts, left_out: dict[str, Any], number: int
) -> None:
    """Signature, document or rights left out of any paper by which the asked party gives nothing away."""
    givers = [one.assignors for one in facts.agreements]
    if number >= len(givers) or ("os2",) in givers or len(set(givers)) < len(givers):
        return
    paper = facts.agreements[number]
    if paper.signature.authority is Authority.LACKING or not paper.rights.assigns:
        return
    bare = tuple(replace(one, **left_out) if one is paper else one for one in facts.agreements)
    before, after = answers(facts), answers(replace(facts, agreements=bare))
    assert all(rank(after[name].state) <= rank(one.state) for name, one in before.items())


@often
@given(worlds())
def test_an_engagement_that_is_only_presumed_improves_nothing(facts: Facts) -> None:
    """What nobody confirmed is at most as good as what somebody did."""
    presumed = tuple(replace(one, basis=Basis.PRESUMED) for one in facts.engagements)
    before, after = answers(facts), answers(replace(facts, engagements=presumed))
    assert all(rank(after[name].state) <= rank(one.state) for name, one in before.items())


@often
@given(worlds())
def test_whatever_is_contested_or_disputed_names_what_stands_against_it(facts: Facts) -> None:
    """Each party that contends does so by a paper or a claim that the answer names, with its giver and its day."""
    papers_of = {(one.id, one.assignee, one.signed) for one in facts.agreements}
    claims_of = {(one.by, one.owner, one.day, one.source) for one in facts.claims}
    for one in answers(facts).values():
        against = {each.now for each in one.against}
        assert bool(against) is bool(one.contested_by or one.state is State.DISPUTED)
        assert set(one.contested_by) <= against
        assert against <= {*one.contested_by, *one.holders}
        for each in one.against:
            assert (each.paper, each.owner, each.day) in papers_of or (
                each.by,
                each.owner,
                each.day,
                each.source,
            ) in claims_of


@often
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(facts: Facts, chance: Random) -> None:
    """Facts in any order give the same answers, word for word."""
    other = replace(
        facts,
        engagements=mixed(chance, facts.engagements),
        agreements=mixed(chance, facts.agreements),
        claims=mixed(chance, facts.claims),
        contributions=mixed(chance, facts.contributions),
    )
    assert answers(other) == answers(facts)


@often
@given(worlds(), st.sampled_from([date(2015, 6, 1), date(2019, 1, 1), date(2020, 6, 1)]))
def test_the_past_is_answered_by_the_facts_of_then(facts: Facts, day: date) -> None:
    """An answer for a past day equals the engine run on what had acted and been recorded by then."""
    asked = replace(facts, asks=Asks("os2", day, day))
    then = replace(
        asked,
        agreements=tuple(
            one
            for one in facts.agreements
            if one.begins <= day and (one.recorded is None or one.recorded <= day)
        ),
        claims=tuple(one for one in facts.claims if one.day <= day),
        contributions=tuple(one for one in facts.contributions if one.day <= day),
    )
    assert answers(asked) == answers(then)


@often
@given(worlds())
def test_shares_are_whole_numbers_underneath(facts: Facts) -> None:
    """The shares are exact fractions of whole lines, and nothing is counted twice or lost."""
    found = answers(facts)
    counted = shares(facts.contributions, found).all
    lines = {one.id: one.lines for one in facts.contributions if one.id in found}
    assert sum(counted.by_state.values()) == sum(lines.values())
    documented = sum(lines[name] for name, one in found.items() if one.state is State.DOCUMENTED)
    expected = Fraction(documented, counted.claimable) if counted.claimable else None
    assert counted.documented == expected


@often
@given(worlds(with_claims=False))
def test_no_title_appears_from_nowhere(facts: Facts) -> None:
    """Every holder is an author, reached by links from one, or the taker of a paper that contests."""
    authors = {one.id: {author.person for author in one.authors} for one in facts.contributions}
    takers = {one.assignee for one in facts.agreements}
    for name, one in answers(facts).items():
        reached = set(authors[name])
        for link in one.links:
            assert link.giver in reached
            reached.add(link.taker)
        if one.state is State.DISPUTED:
            reached |= {taker for taker in takers if taker is not None}
        assert set(one.holders) <= reached


@often
@given(worlds())
def test_a_withdrawn_claim_leaves_no_trace(facts: Facts) -> None:
    """Once every claim is withdrawn the answer is as if none had ever been made."""
    withdrawn = tuple(
        replace(one, withdrawn=date(2023, 1, 1)) for one in facts.claims if one.day < date(2023, 1, 1)
    )
    assert answers(replace(facts, claims=withdrawn)) == answers(replace(facts, claims=()))


@often
@given(worlds())
def test_what_a_party_is_called_changes_nothing(facts: Facts) -> None:
    """A company whose records stand under another id, all of them, has the same answers under that id."""
    called = {"sup": "zzz"}
    there = under_other_ids(facts, called)
    before, after = answers(facts), answers(there)
    for name, one in before.items():
        other = after[name]
        assert (other.state, set(other.holders)) == (one.state, {called.get(who, who) for who in one.holders})
        assert (other.breaks, other.weak) == (one.breaks, one.weak)
        assert {(cure.paper, cure.by) for cure in other.cures} == {
            (cure.paper, called.get(cure.by, cure.by)) for cure in one.cures
        }
    assert answers(under_other_ids(there, {"zzz": "sup"})) == before


@often
@given(worlds(), st.lists(st.booleans(), min_size=6, max_size=6))
def test_addresses_that_are_one_person_s_answer_as_that_person(facts: Facts, told: list[bool]) -> None:
    """What several addresses wrote is, once they are tied to one person, that person's: no trace of the addresses."""
    which = iter(told)

    def by_address(author: Author) -> Author:
        return Author(email=f"{author.person}{int(next(which, False))}@mail.example")

    written = tuple(replace(one, authors=tuple(map(by_address, one.authors))) for one in facts.contributions)
    tied = tuple(
        Identity(person, Basis.CONFIRMED, f"{person}{number}@mail.example")
        for person in PEOPLE
        for number in (0, 1)
    )
    assert answers(replace(facts, contributions=written, identities=tied)) == answers(facts)


def under_other_ids(facts: Facts, called: Mapping[str, str]) -> Facts:
    """Return the same facts with parties called otherwise wherever they are named."""

    def now(name: str) -> str:
        return called.get(name, name)

    return replace(
        facts,
        parties={now(name): replace(one, id=now(name)) for name, one in facts.parties.items()},
        agreements=tuple(
            replace(one, assignors=tuple(map(now, one.assignors)), assignee=now(one.assignee or ""))
            for one in facts.agreements
        ),
        engagements=tuple(replace(one, party=now(one.party)) for one in facts.engagements),
        claims=tuple(replace(one, by=now(one.by), owner=now(one.owner)) for one in facts.claims),
    )


@often
@given(worlds())
def test_cures_in_rounds_document_every_work_or_the_answer_says_why_not(facts: Facts) -> None:
    """Papers for every break and weak link, given round by round, make each work documented."""
    assert ASKS.as_of is not None
    now = answers(facts)
    for _ in range(6):
        wanted = {cure for one in now.values() for cure in one.cures if can_be_given(cure)}
        facts = with_papers(facts, wanted, ASKS.as_of)
        now = answers(facts)
    for one in now.values():
        unknown = one.state is State.UNKNOWN
        assert (
            one.state is State.DOCUMENTED
            or unknown
            or Flag.NO_CURE in one.flags
            or Weak.UNCERTAIN_LAW in one.weak
        )


@often
@given(worlds())
def test_one_cure_never_worsens_a_state(facts: Facts) -> None:
    """Any single paper that the answer asks for leaves every work at least as good as it was."""
    assert ASKS.as_of is not None
    before = answers(facts)
    for cure in {cure for one in before.values() for cure in one.cures if can_be_given(cure)}:
        after = answers(with_papers(facts, [cure], ASKS.as_of))
        for name, one in before.items():
            assert rank(after[name].state) >= rank(one.state) or cure not in one.cures


def test_an_invoice_moves_nothing() -> None:
    """The kinds that never move title do not, whatever rights they say they give."""
    kinds = {AgreementKind.INVOICE, AgreementKind.CONNECTION_AGREEMENT, AgreementKind.MEMBERSHIP_AGREEMENT}
    assert not any(Agreement("x", kind, ("sup",), "os2", TODAY).moves_title for kind in kinds)
