# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What is told of an answer is true word for word: when a paper was made, who says what against it, who is to give what."""

from __future__ import annotations

from datetime import date

from registry.ownership.answers import Against, Determination, Mend, State
from registry.ownership.decider import determine
from registry.ownership.facts import Facts
from registry.ownership.reading.file import read_facts
from registry.ownership.telling import Language, Teller
from tests.ownership.cases import TODAY

HEAD = """asks: {party: os2, as_of: 2026-01-01}
parties:
  os2: {kind: association, name: OS2, founded: 2012-04-24}
  town: {kind: authority, name: Havneby}
  sup: {kind: company, name: Kode ApS}
  heir: {kind: company, name: Ny Kode A/S}
  dev: {kind: person, name: Dev}
engagements:
  - {person: dev, party: town, kind: employee, from: 2013-01-01, basis: confirmed}
contributions:
  - {id: a, repository: r, path: a, work_type: program, authors: [dev], date: 2015-01-01, lines: 60}
"""
PAPER = "  - {id: %s, kind: assignment, assignors: [town], assignee: %s, signed: %s, covers: {}, rights: full, signature: %s}\n"
CLAIM = "claims:\n  - {by: sup, owner: sup, date: 2020-02-03, source: brev}\n"
MERGER = "successions:\n  - {kind: merger, from: sup, to: heir, date: 2021-01-01}\n"


def told(*more: str) -> tuple[Facts, Determination]:
    """Return a little world and the answer for its one contribution."""
    facts = read_facts((HEAD + "".join(more)).encode())
    return facts, determine(facts, TODAY)["a"]


def papers(*rows: tuple[str, str, str, str]) -> str:
    """Return agreements by the town: id, assignee, day, signature."""
    return "agreements:\n" + "".join(PAPER % row for row in rows)


def test_a_step_by_a_paper_made_before_is_no_act_of_its_day() -> None:
    """A paper for works to come is not said to have been given on the day on which the work was made."""
    facts, answer = told(papers(("p", "os2", "2014-01-01", "proper")))
    assert Teller(facts, Language.ENGLISH).why(answer.links[-1]) == (
        "it passed from Havneby to OS2 by an agreement made before (s. 53)"
    )
    facts, answer = told(papers(("p", "os2", "2016-01-01", "proper")))
    assert Teller(facts, Language.ENGLISH).why(answer.links[-1]) == "Havneby assigned it to OS2 (s. 53)"


def test_a_claim_against_an_answer_says_who_and_that_it_is_no_paper() -> None:
    """Whoever claims, on which day, where, and for whom; read as its successor where it was taken over."""
    facts, answer = told(CLAIM, MERGER)
    assert answer.state is State.DISPUTED
    assert answer.against == (Against("sup", "sup", date(2020, 2, 3), "heir", source="brev"),)
    assert Teller(facts, Language.ENGLISH).against(answer.against[0], "3 February 2020") == (
        "Kode ApS claimed on 3 February 2020 that Kode ApS (now Ny Kode A/S) owns it (brev); "
        "that is a claim, no agreement"
    )


def test_a_later_paper_against_an_answer_is_named() -> None:
    """What was given away twice names the second paper, whether it disputes the answer or only contests it."""
    for signature, state in (
        ("proper", State.DOCUMENTED),
        ("{form: email, authority: verified}", State.DISPUTED),
    ):
        facts, answer = told(
            papers(("p", "os2", "2016-01-01", signature), ("q", "sup", "2017-01-01", "proper"))
        )
        assert (answer.state, [(one.paper, one.by, one.owner) for one in answer.against]) == (
            state,
            [("q", "town", "sup")],
        )
        said = Teller(facts, Language.ENGLISH)
        assert said.against(answer.against[0], "1 January 2017") == (
            "Havneby gave Kode ApS the same rights by q, signed 1 January 2017"
        )
        assert "The act has no rule on double assignment." in said.beside(answer)


def test_who_holds_need_not_waive_because_somebody_claims() -> None:
    """Against a claim the claimant is asked for a waiver, and the holder for a paper: never for a waiver."""
    _, answer = told(CLAIM)
    assert answer.holders == ("sup", "town")
    assert {(one.paper, one.by) for one in answer.cures} == {
        (Mend.ASSIGNMENT, "town"),
        (Mend.WAIVER, "sup"),
    }


def test_joint_holders_are_told_what_each_may_do() -> None:
    """Several holders who do not contend may each pursue an infringement; a claim alone is no double assignment."""
    facts, answer = told(CLAIM)
    assert Teller(facts, Language.ENGLISH).beside(answer) == []
    joint = Determination(State.OTHER, ("sup", "town"))
    assert Teller(facts, Language.ENGLISH).beside(joint) == [
        "Each holder may alone pursue an infringement (s. 6)."
    ]
