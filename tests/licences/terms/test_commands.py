# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`terms` and `check-combination` on the command line."""

from __future__ import annotations

import json

from click.testing import CliRunner

from registry.cli.combination import command as combination
from registry.cli.terms import command as terms
from registry.errors import BadInputError


def test_terms_tells_one_use_with_its_clauses() -> None:
    """In Danish unless asked otherwise."""
    told = CliRunner().invoke(terms, ["EUPL-1.2", "--use", "host"], catch_exceptions=False).output
    assert "Drive det for andre" in told
    assert "artikel 5 (kildekode)" in told
    assert "Give det videre" not in told
    assert "årlig licensafgift" in told


def test_terms_as_json_is_in_both_languages() -> None:
    """All uses where none is named."""
    told = CliRunner().invoke(terms, ["MIT", "--json"], catch_exceptions=False).output
    assert len(json.loads(told)["alternatives"][0]["licences"][0]["uses"]) == 7


def test_terms_of_a_choice_says_that_one_is_enough() -> None:
    """OR is explained."""
    told = CliRunner().invoke(terms, ["MIT OR MPL-2.0", "--language", "en"]).output
    assert "choose between 2 ways" in told


def test_terms_of_an_exception_asks_for_a_person() -> None:
    """Nothing is guessed."""
    asked = ["GPL-2.0-only WITH Classpath-exception-2.0", "--language", "en"]
    assert "a person must read" in CliRunner().invoke(terms, asked).output


def test_terms_refuses_what_is_no_expression() -> None:
    """In one sentence, with what to write instead."""
    error = CliRunner().invoke(terms, ["GPL\x1b[31m v3"]).exception
    assert isinstance(error, BadInputError)
    assert "\x1b" not in str(error)
    assert "MPL-2.0" in str(error)


def test_a_combination_is_told_both_ways_with_its_source() -> None:
    """With the day of the matrix."""
    told = CliRunner().invoke(combination, ["EUPL-1.2", "GPL-3.0-only", "--language", "en"]).output
    assert "Code under EUPL-1.2 into a work that is passed on under GPL-3.0-only: yes" in told
    assert "Code under GPL-3.0-only into a work that is passed on under EUPL-1.2: no" in told
    assert "OSADL's compatibility matrix (CC-BY-4.0), 20" in told


def test_a_combination_as_json() -> None:
    """Both directions, in the order asked."""
    told = CliRunner().invoke(combination, ["MIT", "MPL-2.0", "--json"], catch_exceptions=False).output
    assert [one["outbound"] for one in json.loads(told)] == ["MPL-2.0", "MIT"]


def test_a_combination_is_asked_licence_by_licence() -> None:
    """A compound expression is refused with advice."""
    error = CliRunner().invoke(combination, ["MIT OR ISC", "MPL-2.0"]).exception
    assert isinstance(error, BadInputError)
    assert "one licence at a time" in str(error)
