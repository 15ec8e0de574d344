# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The terms of expressions: all that apply, what one may choose between, and what needs a person."""

from __future__ import annotations

from registry.licences.terms.answer import known_licence, terms
from registry.licences.terms.model import Terms, Use
from registry.licences.terms.output import terms_json
from registry.licences.terms.questions import Purpose, Receiver, use_for


def ways(expression: str) -> list[list[str]]:
    """The licences of each way to satisfy the expression."""
    return [[one.identifier for one in way.licences] for way in _found(expression).alternatives]


def _found(expression: str) -> Terms:
    found = terms(expression)
    assert found is not None
    return found


def test_a_single_licence_is_one_way() -> None:
    """Nothing to choose."""
    assert ways("MPL-2.0") == [["MPL-2.0"]]


def test_or_lets_one_choose() -> None:
    """Each side is a way of its own."""
    assert ways("MIT OR GPL-2.0-only") == [["MIT"], ["GPL-2.0-only"]]


def test_and_applies_all() -> None:
    """One way, with both licences."""
    assert ways("MIT AND GPL-2.0-only") == [["MIT", "GPL-2.0-only"]]


def test_brackets_are_spread_out() -> None:
    """(A OR B) AND C is A with C, or B with C."""
    found = {frozenset(way) for way in ways("(MIT OR ISC) AND MPL-2.0")}
    assert found == {frozenset({"MIT", "MPL-2.0"}), frozenset({"ISC", "MPL-2.0"})}


def test_an_exception_needs_a_person() -> None:
    """It changes the terms of its licence, so those are not shown for it."""
    found = _found("GPL-2.0-only WITH Classpath-exception-2.0")
    assert found.needs_person
    assert found.alternatives[0].unknown == ("GPL-2.0-only WITH Classpath-exception-2.0",)
    assert found.alternatives[0].licences == ()


def test_a_licence_without_written_terms_needs_a_person() -> None:
    """The other side of the choice is answered all the same."""
    found = _found("MIT OR LicenseRef-proprietary")
    assert found.needs_person
    assert [way.needs_person for way in found.alternatives] == [False, True]


def test_a_reference_named_like_a_stand_in_is_itself() -> None:
    """Nobody can write a licence's exception into being."""
    assert _found("LicenseRef-with-exception-7").alternatives[0].unknown == ("LicenseRef-with-exception-7",)


def test_a_very_long_expression_needs_a_person() -> None:
    """Its ways are not spread out, and none is guessed."""
    found = _found(" AND ".join(["(MIT OR ISC)"] * 12))
    assert found.needs_person


def test_what_is_no_expression_has_no_terms() -> None:
    """A name that names no version, and markup."""
    assert terms("GPLv3") is None
    assert terms("<script>") is None
    assert terms("") is None


def test_no_licence_has_terms() -> None:
    """NONE, in any letter case."""
    assert ways("none") == [["NONE"]]


def test_a_licence_is_found_in_any_letter_case() -> None:
    """Addresses are typed by people."""
    found = known_licence("mpl-2.0")
    assert found and found.identifier == "MPL-2.0"
    assert known_licence("WTFPL") is None


def test_json_names_every_use_asked_for() -> None:
    """And no other; sentences are in both languages with their clauses."""
    found = terms_json(_found("MPL-2.0"), (Use.HOST,))
    uses = found["alternatives"][0]["licences"][0]["uses"]
    assert list(uses) == ["host"]
    first = uses["host"]["may"][0]
    assert first["da"] and first["en"] and first["clauses"][0]["clause"] == "2.1"


def test_questions_lead_to_a_use() -> None:
    """What one does counts first, then who gets it, then whether it is changed."""
    assert use_for(Purpose.SOFTWARE, Receiver.NETWORK, changed=True) is Use.HOST
    assert use_for(Purpose.SOFTWARE, Receiver.COPY, changed=False) is Use.DISTRIBUTE
    assert use_for(Purpose.SOFTWARE, Receiver.SELF, changed=True) is Use.MODIFY
    assert use_for(Purpose.SOFTWARE, Receiver.SELF, changed=False) is Use.USE
    assert use_for(Purpose.MODULE, Receiver.NETWORK, changed=False) is Use.LINK
    assert use_for(Purpose.DOCUMENTATION, Receiver.COPY, changed=True) is Use.DOCUMENTATION
