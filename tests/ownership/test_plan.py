# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The closing plan ranks papers by the lines they turn documented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.ownership.answers import Cure, Mend, State
from registry.ownership.coverage import Gap, best_lines, greedy, share_bound
from registry.ownership.decider import determine
from registry.ownership.facts import Facts
from registry.ownership.plan import Plan, plan
from registry.ownership.reading.file import read_facts
from registry.ownership.remedy import given as with_papers
from registry.ownership.telling import Language, Teller
from tests.ownership.cases import TODAY, all_cases
from tests.ownership.worlds import ASKS, worlds

FACTS = """asks: {party: os2, as_of: 2026-01-01}
parties:
  os2: {kind: association, founded: 2012-04-24}
  sup: {kind: company}
  town: {kind: authority}
  dev: {kind: person}
  two: {kind: person}
engagements:
  - {person: dev, party: sup, kind: employee, from: 2013-01-01, basis: presumed}
  - {person: two, party: town, kind: employee, from: 2013-01-01, basis: confirmed}
contributions:
  - {id: a, repository: r, path: a, work_type: program, authors: [dev], date: 2015-01-01, lines: 60}
  - {id: b, repository: r, path: b, work_type: program, authors: [two], date: 2015-01-01, lines: 40}
  - {id: c, repository: r, path: c, work_type: program, authors: [dev, two], date: 2015-01-01, lines: 10}
  - {id: d, repository: r, path: d, work_type: program, authors: [], date: 2015-01-01, lines: 5}
"""


def found() -> Plan:
    """Return the plan of the facts above."""
    return plan(read_facts(FACTS.encode()), TODAY)


def test_papers_that_only_work_together_are_one_row() -> None:
    """A line that needs a confirmation and an assignment gets both in one row; overlaps are counted once."""
    rows = [
        ([(cure.paper, cure.by) for cure in row.papers], row.lines, row.cumulative) for row in found().rows
    ]
    assert rows == [
        ([(Mend.ASSIGNMENT, "town")], 40, 40),
        ([(Mend.ASSIGNMENT, "sup"), (Mend.ENGAGEMENT_CONFIRMATION, "sup")], 70, 110),
    ]


def test_what_no_known_paper_mends_is_named() -> None:
    """Lines whose author nobody knows are outside every row, and the share says so."""
    closing = found()
    assert closing.unreachable == ("d",)
    assert closing.share_after(closing.rows[-1]) == Fraction(110, 115)


@pytest.mark.parametrize("case", all_cases(), ids=lambda path: path.stem)
def test_every_case_has_a_plan(case: Path) -> None:
    """No row exceeds the bound shown beside it, and no line is counted twice."""
    closing = plan(read_facts(case.read_bytes()), date(2026, 1, 1))
    assert all(row.cumulative <= row.bound for row in closing.rows)
    assert closing.documented + sum(row.lines for row in closing.rows) <= closing.claimable


papers = st.frozensets(
    st.sampled_from([Cure(Mend.ASSIGNMENT, name) for name in "abcdef"]), min_size=1, max_size=3
)
gaps = st.lists(st.builds(Gap, papers, st.integers(0, 100)), min_size=1, max_size=8)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(gaps, st.integers(0, 6))
def test_no_choice_of_papers_exceeds_the_exact_best_or_the_bound(found: list[Gap], count: int) -> None:
    """The exact best is what trying every choice finds, and the cheap bound is never below it."""
    from itertools import combinations

    every = sorted({paper for gap in found for paper in gap.papers})
    tried = max(
        sum(gap.lines for gap in found if gap.papers <= frozenset(choice))
        for size in range(min(count, len(every)) + 1)
        for choice in combinations(every, size)
    )
    assert best_lines(found, count) == tried
    assert share_bound(found, count) >= tried


@settings(max_examples=50, deadline=None, derandomize=True)
@given(gaps)
def test_the_rows_close_everything_once(found: list[Gap]) -> None:
    """Greedy rows close each gap exactly once."""
    closed = [gap for _, of_row in greedy(found) for gap in of_row]
    assert sorted(gap.lines for gap in closed) == sorted(gap.lines for gap in found)


def test_a_volunteer_is_not_asked_to_transfer() -> None:
    """What a volunteer licensed in is no defect: no row asks for it, and it is said how much it is."""
    free = """asks: {party: os2, as_of: 2026-01-01}
parties:
  os2: {kind: association, founded: 2012-04-24}
  free: {kind: person}
engagements:
  - {person: free, party: free, kind: volunteer, from: 2013-01-01, basis: confirmed}
agreements:
  - {id: in, kind: inbound_licence, assignors: [free], assignee: os2, licence: MPL-2.0, signed: 2015-01-01,
     covers: {repositories: [licensed]}, rights: none, signature: {form: none, authority: verified}}
contributions:
  - {id: licensed, repository: licensed, path: a, work_type: program, authors: [free], date: 2015-01-01, lines: 9}
  - {id: bare, repository: bare, path: a, work_type: program, authors: [free], date: 2015-01-01, lines: 4}
"""
    closing = plan(read_facts(free.encode()), TODAY)
    assert [row.contributions for row in closing.rows] == [("bare",)]
    assert closing.left_as_licensed == ("licensed",)
    assert closing.unreachable == ()


def test_an_address_known_by_its_domain_alone_has_a_row() -> None:
    """The domain's party says whose the address is and that the person worked there: one bundle of two papers."""
    facts = read_facts(b"""
asks: {party: os2, as_of: 2026-01-01}
parties:
  os2: {kind: association, name: OS2}
  sup: {kind: company, name: Kode ApS}
domains:
  - {domain: sup.example, party: sup}
agreements:
  - {id: floss, kind: floss_agreement, assignors: [sup], assignee: os2, signed: 2014-01-01, covers: {}, rights: full, signature: proper}
contributions:
  - {id: c, repository: r, path: a.py, work_type: program, authors: [{email: x@sup.example}], date: 2015-03-01, lines: 10}
""")
    made = plan(facts, TODAY)
    assert [{(one.paper, one.by) for one in row.papers} for row in made.rows] == [
        {(Mend.ENGAGEMENT_CONFIRMATION, "sup"), (Mend.IDENTITY_CONFIRMATION, "sup")}
    ]
    assert (made.rows[0].lines, made.unreachable) == (10, ())


@settings(max_examples=80, deadline=None, derandomize=True)
@given(worlds(with_claims=False))
def test_only_what_its_own_papers_never_mend_is_outside_the_rows(facts: Facts) -> None:
    """Alone in the world, with the papers it asks for round by round, each line ends as the plan of all says."""
    made = plan(facts, TODAY)
    reached = {name for row in made.rows for name in row.contributions}
    for name in {*reached, *made.unreachable}:
        alone = replace(facts, contributions=tuple(one for one in facts.contributions if one.id == name))
        assert bool(plan(alone, TODAY).rows) is (name in reached)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(worlds(with_claims=False))
def test_a_row_s_papers_alone_close_its_lines(facts: Facts) -> None:
    """Of the papers of the rows up to and with its own, those that a line asks for make it documented."""
    made = plan(facts, TODAY)
    given_so_far: set[Cure] = set()
    for row in made.rows:
        given_so_far |= set(row.papers)
        for name in row.contributions:
            one = replace(facts, contributions=tuple(each for each in facts.contributions if each.id == name))
            assert ASKS.as_of is not None
            closed = with_papers(one, _needed(one) & given_so_far, ASKS.as_of)
            assert determine(closed, TODAY)[name].state is State.DOCUMENTED


def _needed(facts: Facts) -> set[Cure]:
    return {paper for row in plan(facts, TODAY).rows for paper in row.papers}


def test_a_successor_s_list_names_whoever_its_predecessor_employed() -> None:
    """What a merged company had delivered is closed by its successor's list alone: the earlier agreement still acts."""
    facts = read_facts(b"""
asks: {party: os2, as_of: 2026-01-01}
parties:
  os2: {kind: association, name: OS2}
  old: {kind: company, name: Gammel ApS}
  new: {kind: company, name: Ny A/S, founded: 2020-01-01}
successions:
  - {kind: merger, from: old, to: new, date: 2021-01-01}
agreements:
  - {id: floss, kind: floss_agreement, assignors: [old], assignee: os2, signed: 2014-01-01, covers: {}, rights: full, signature: proper}
contributions:
  - {id: c, repository: r, path: a.py, work_type: program, authors: [], bulk: true, delivered_by: old, date: 2015-03-01, lines: 10}
""")
    made = plan(facts, TODAY)
    assert [[(one.paper, one.by) for one in row.papers] for row in made.rows] == [
        [(Mend.CONTRIBUTOR_DECLARATION, "new")]
    ]


def test_whoever_a_list_is_yet_to_name_is_told_in_words() -> None:
    """The row of a manual delivered in bulk asks for a paper by an employee whom nobody knows yet: never by an id."""
    facts = read_facts(b"""
asks: {party: os2, as_of: 2026-01-01}
parties:
  os2: {kind: association, name: OS2}
  sup: {kind: company, name: Kode ApS}
contributions:
  - {id: c, repository: r, path: a.md, work_type: documentation, authors: [], bulk: true, delivered_by: sup, date: 2015-03-01, lines: 10}
""")
    told = [
        Teller(facts, language).cure(one)
        for language in Language
        for one in plan(facts, TODAY).rows[0].papers
    ]
    assert any("en ansat hos Kode ApS, som erkl\u00e6ringen skal n\u00e6vne" in one for one in told)
    assert any("an employee of Kode ApS whom its declaration is to name" in one for one in told)
    assert not any("employee of sup" in one for one in told)
