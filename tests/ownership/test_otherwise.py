# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Lines that are told otherwise, too (rule 2): each telling is determined, and the worst counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from registry.ownership.answers import CLAIMABLE, Determination, Flag, State
from registry.ownership.decider import Decider
from registry.ownership.facts import Contribution, Facts
from registry.ownership.joining import worst_of
from registry.ownership.opening import open_book
from registry.ownership.plan import plan
from registry.ownership.remedy import given as with_papers
from tests.ownership.worlds import ASKS, works, worlds

often = settings(max_examples=150, deadline=None, derandomize=True)


def answered(facts: Facts, one: Contribution) -> Determination:
    """Return the answer for one contribution."""
    return Decider(open_book(facts)).answer(one)


def rank(state: State) -> int:
    """Return how good a state is; higher is better."""
    return CLAIMABLE.index(state)


@often
@given(worlds(with_claims=False), works(50), works(51))
def test_the_state_is_the_worst_of_all_tellings(
    facts: Facts, second: Contribution, third: Contribution
) -> None:
    """However many ways the lines are told, the state is that of the worst, in whichever order they are told."""
    assert ASKS.as_of is not None
    day = min(second.day, third.day, ASKS.as_of)
    first, second, third = (
        replace(one, day=min(one.day, day)) for one in (facts.contributions[0], second, third)
    )
    alone = [answered(facts, one) for one in (first, second, third)]
    for told in ((first, second, third), (third, first, second)):
        found = answered(facts, replace(told[0], otherwise=told[1:]))
        assert rank(found.state) == min(rank(one.state) for one in alone)
        differ = len({(one.state, one.holders, one.licensed_in) for one in alone}) > 1
        assert (Flag.METHOD_DECIDES in found.flags) is differ


@often
@given(worlds(with_claims=False), st.data())
def test_a_further_telling_never_improves_an_answer(facts: Facts, data: st.DataObject) -> None:
    """Another method may worsen a state, never improve one."""
    one = facts.contributions[0]
    other = data.draw(works(50))
    before, after = answered(facts, one), answered(facts, replace(one, otherwise=(other,)))
    assert rank(after.state) <= rank(before.state)


@often
@given(worlds(with_claims=False), works(50))
def test_a_plan_s_papers_close_the_lines_by_every_telling(facts: Facts, other: Contribution) -> None:
    """What a plan says would turn documented is told documented by both tellings: never by one of them alone."""
    assert ASKS.as_of is not None
    both = replace(facts.contributions[0], lines=10, otherwise=(replace(other, lines=10),))
    asked = replace(facts, contributions=(both,))
    made = plan(asked, ASKS.as_of)
    closed = with_papers(asked, {paper for row in made.rows for paper in row.papers}, ASKS.as_of)
    for each in (replace(both, otherwise=()), both.otherwise[0]):
        if made.rows and each.day <= ASKS.as_of:
            assert answered(closed, each).state is State.DOCUMENTED


@often
@given(worlds(with_claims=False), works(50))
def test_a_telling_of_a_later_day_is_not_asked(facts: Facts, other: Contribution) -> None:
    """A method that says that the lines were written after the day asked about says nothing of that day."""
    assert ASKS.as_of is not None
    one, later = facts.contributions[0], replace(other, day=ASKS.as_of + timedelta(1))
    assert answered(facts, replace(one, otherwise=(later,))) == answered(facts, one)


def test_what_nobody_can_hold_is_not_worse_than_what_somebody_holds() -> None:
    """A machine's own change beside a human's: the human's counts, and the answer says that the method decides."""
    found = worst_of([Determination(State.NOT_PROTECTED), Determination(State.DOCUMENTED, ("os2",))])
    assert (found.state, found.holders, found.flags) == (
        State.DOCUMENTED,
        ("os2",),
        (Flag.METHOD_DECIDES,),
    )


def test_equal_states_of_several_holders_name_all_of_them() -> None:
    """Whoever may hold is listed; a licence counts only when each of them has given one."""
    found = worst_of(
        [
            Determination(State.OTHER, ("sup",), licensed_in=("l",)),
            Determination(State.OTHER, ("two",)),
        ]
    )
    assert (found.holders, found.licensed_in) == (("sup", "two"), ())
