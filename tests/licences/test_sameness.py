# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Sameness: 98 % of the words are not the licence where the rest turns it into another one."""

from __future__ import annotations

import time

import pytest

from registry.licences.sameness import leaves_it_the_same
from registry.licences.texts import quoted_licences
from registry.licences.wording import words_alone
from tests.licences.builders import only, text_of


@pytest.mark.parametrize(
    ("licence", "said", "instead"),
    [
        ("MIT", "without restriction", "without commercial restriction"),
        ("MIT", "to any person", "to any student"),
        ("MIT", "free of charge", "for a charge"),
        ("MIT", "The above copyright notice", "No bank uses it. The above copyright notice"),
        ("MIT", "or substantial", "or nontrivial"),
        ("ISC", "for any purpose with", "for any private purpose with"),
        ("BSD-3-Clause", "with or without modification", "without modification"),
        ("BSD-2-Clause", "source and binary forms", "source forms"),
        ("Zlib", "including commercial applications", "excluding commercial applications"),
        ("MPL-2.0", "royalty-free", "royalty-bearing"),
        ("Apache-2.0", "no-charge, royalty-free", "paid, royalty-free"),
        ("EUPL-1.2", "worldwide, royalty-free", "worldwide, revocable, royalty-free"),
        ("AGPL-3.0-only", "You may convey verbatim copies", "You may not convey verbatim copies"),
    ],
)
def test_a_word_that_turns_a_licence_makes_it_another(licence: str, said: str, instead: str) -> None:
    """However many words are the same, nothing is concluded and a person reads it, with the words that differ."""
    text = text_of(licence)
    assert said in text
    source = only("LICENSE", text.replace(said, instead))
    assert (source.expression, source.needs_person, source.nearest) == (None, True, licence)
    assert source.difference


@pytest.mark.parametrize("licence", ["MIT", "GPL-2.0-only"])
def test_a_condition_after_a_licence_is_no_part_of_it(licence: str) -> None:
    """Few words are enough to forbid something."""
    source = only("LICENSE", text_of(licence) + "\nIt must not be used by banks.\n")
    assert source.needs_person or source.expression is None


@pytest.mark.parametrize(
    ("licence", "said", "instead"),
    [
        ("MIT", "MIT License", "The MIT License (MIT)"),
        ("BSD-3-Clause", "1. Redistributions", "a) Redistributions"),
        ("LGPL-2.1-only", "51 Franklin Street, Fifth Floor", "59 Temple Place, Suite 330"),
        ("ISC", "ISC DISCLAIMS", "THE AUTHOR DISCLAIMS"),
    ],
)
def test_titles_numbers_addresses_and_holders_turn_nothing(licence: str, said: str, instead: str) -> None:
    """Copies differ by these, and are the licence."""
    text = text_of(licence)
    assert said in text
    assert only("LICENSE", text.replace(said, instead)).expression == licence


def test_the_advice_below_the_gpl_is_known() -> None:
    """It speaks of proprietary programs, and stands under every copy that comes from its authors."""
    advice = (
        "This General Public License does not permit incorporating your program into proprietary programs. If your "
        "program is a subroutine library, you may consider it more useful to permit linking proprietary applications "
        "with the library. If this is what you want to do, use the GNU Lesser General Public License instead of this "
        "License."
    )
    (quoted,) = quoted_licences([text_of("GPL-2.0-only"), advice]).quoted
    assert quoted.identifier == "GPL-2.0-only"


def test_the_same_words_in_another_order_are_compared_in_theirs() -> None:
    """A "not" that moved from one sentence to another turns both."""
    words = words_alone(text_of("BSD-3-Clause"))
    moved = [word for word in words if word != "neither"]
    moved.insert(moved.index("must"), "neither")
    assert not leaves_it_the_same(moved, words)


def test_a_hostile_text_is_compared_in_bounded_time() -> None:
    """Each word of a licence once, and one of them over and over up to its length."""
    words = words_alone(text_of("OFL-1.1"))
    hostile = list(dict.fromkeys(words)) + ["the"] * (len(words) - len(set(words)))
    before = time.process_time()
    quoted_licences([" ".join(hostile)])
    assert time.process_time() - before < 2
