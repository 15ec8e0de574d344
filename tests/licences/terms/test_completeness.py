# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The written terms: every licence, use, column and language is there, and cites what stands in the text."""

from __future__ import annotations

import pytest

from registry.licences.spdx_list import licence_text
from registry.licences.terms.model import NO_LICENCE, Column, Use
from registry.licences.terms.reading import every_licence
from tests.licences.terms.asking import statements
from tests.licences.terms.citations import place

OCCURRING = frozenset(
    """
    MPL-2.0 MPL-1.1 EUPL-1.2 EUPL-1.1 GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later
    LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later AGPL-3.0-only AGPL-3.0-or-later
    Apache-2.0 MIT BSD-2-Clause BSD-3-Clause ISC 0BSD CC0-1.0 Unlicense CC-BY-4.0 CC-BY-3.0
    CC-BY-SA-4.0 CC-BY-SA-3.0 OFL-1.1 EPL-2.0 Zlib Python-2.0 NONE
    """.split()  # noqa: SIM905 - a list of names reads better as words
)


def test_every_licence_that_occurs_has_terms() -> None:
    """Thirty licences, and no licence at all."""
    assert set(every_licence()) == OCCURRING


@pytest.mark.parametrize("use", Use)
@pytest.mark.parametrize("identifier", sorted(OCCURRING))
def test_every_column_of_every_use_says_something(identifier: str, use: Use) -> None:
    """In both languages, and each sentence cites a clause."""
    for column in Column:
        found = statements(identifier, use, column)
        assert found
        assert all(one.text.da and one.text.en and one.clauses for one in found)


@pytest.mark.parametrize("identifier", sorted(OCCURRING - {NO_LICENCE}))
def test_every_cited_clause_stands_in_the_text_of_the_licence(identifier: str) -> None:
    """By its number and its opening words, in SPDX's text of that very licence, not of its family."""
    text = licence_text(identifier)
    assert text
    openings = {one.key: one.opening for one in every_licence()[identifier].clauses}
    assert [key for key in openings if place(text, openings, key) is None] == []


@pytest.mark.parametrize("identifier", sorted(OCCURRING))
def test_every_sentence_of_a_column_begins_as_its_heading_says(identifier: str) -> None:
    """What stands under "You must not" never says that one may."""
    for use in Use:
        for one in statements(identifier, use, Column.MUST_NOT):
            assert "må ikke" in one.text.da
            assert "must not" in one.text.en
        for one in statements(identifier, use, Column.MAY):
            assert "må" in one.text.da and "må ikke" not in one.text.da
            assert "may" in one.text.en
        for one in statements(identifier, use, Column.MUST):
            assert "skal" in one.text.da
            assert "must" in one.text.en or "asks nothing" in one.text.en


def test_a_clause_that_is_not_in_the_text_is_not_found() -> None:
    """Neither under wrong words nor under a wrong number."""
    text = licence_text("MPL-2.0") or ""
    assert place(text, {"3.1": "3.1. Distribution of Source Form"}, "3.1") is not None
    assert place(text, {"3.2": "3.1. Distribution of Source Form"}, "3.2") is None
    assert place(text, {"3.1": "3.1. Remote Network Interaction"}, "3.1") is None


def test_an_inner_clause_stands_after_its_outer_one() -> None:
    """3(a) of one section is not 3(a) of an earlier one."""
    text = "1. One. a. first words 2. Two. b. other words"
    openings = {"1": "1. One.", "2": "2. Two.", "2(a)": "a. first words", "2(b)": "b. other words"}
    assert place(text, openings, "2(a)") is None
    assert place(text, openings, "2(b)") is not None
