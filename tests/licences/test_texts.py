# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Licence texts recognised by their words."""

from __future__ import annotations

import time

import pytest

from registry.licences.texts import quoted_licences
from tests.licences.builders import text_of

COMMON = [
    "MPL-2.0", "MPL-1.1", "EUPL-1.1", "EUPL-1.2", "MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause",
    "GPL-2.0-only", "GPL-3.0-only", "LGPL-2.1-only", "LGPL-3.0-only", "AGPL-3.0-only", "CC-BY-4.0",
    "CC-BY-SA-3.0", "CC-BY-SA-4.0", "CC0-1.0", "0BSD", "Unlicense", "OFL-1.1", "CC-BY-NC-4.0",
]  # fmt: skip


@pytest.mark.parametrize("identifier", COMMON)
def test_the_text_of_a_licence_is_that_licence(identifier: str) -> None:
    """Each licence of OS2's world is told from its neighbours."""
    (quoted,) = quoted_licences(text_of(identifier).split("\n")).quoted
    assert quoted.identifier == identifier


@pytest.mark.parametrize("identifier", COMMON)
def test_wrapping_case_and_spelling_do_not_matter(identifier: str) -> None:
    """A licence rewrapped to one line, in capitals, in British spelling is the same licence."""
    text = " ".join(text_of(identifier).split()).replace("license", "licence").upper()
    assert [one.identifier for one in quoted_licences([text]).quoted] == [identifier]


def test_a_holder_in_the_text_does_not_matter() -> None:
    """BSD texts name their holder in the middle of sentences."""
    text = text_of("BSD-3-Clause").replace("the copyright holder nor", "Sølvfisk Software og Venner ApS nor")
    (quoted,) = quoted_licences(text.split("\n")).quoted
    assert quoted.identifier == "BSD-3-Clause"


@pytest.mark.parametrize("identifier", ["Apache-2.0", "GPL-3.0-only", "CC-BY-SA-3.0"])
def test_a_text_without_its_appendix_is_the_licence(identifier: str) -> None:
    """Many copies leave out what stands after the terms."""
    text = text_of(identifier).split("END OF TERMS AND CONDITIONS")[0].split("Creative Commons Notice")[0]
    assert [one.identifier for one in quoted_licences(text.split("\n")).quoted] == [identifier]


def test_two_texts_in_one_file_are_both_found_with_their_lines() -> None:
    """The second starts where it starts."""
    first = ["Kagekatalog comes under two licences:", "", *text_of("MIT").split("\n")]
    reading = quoted_licences([*first, *text_of("MPL-2.0").split("\n")])
    assert [one.identifier for one in reading.quoted] == ["MIT", "MPL-2.0"]
    assert reading.quoted[1].first >= len(first)


def test_a_changed_text_is_no_licence_but_has_a_nearest_one() -> None:
    """With the words that differ, so that a person can see what was changed."""
    text = (
        text_of("MIT")
        + "\nThe Software shall only be used on Tuesdays by certified librarians in green hats."
    )
    reading = quoted_licences(text.split("\n"))
    assert not reading.quoted or len(reading.rest) > 10
    changed = quoted_licences(text_of("MIT").replace("without restriction", "except bakeries").split("\n"))
    assert not changed.quoted and "+bakeries" in changed.difference


def test_other_prose_is_no_licence() -> None:
    """An ordinary text resembles nothing."""
    reading = quoted_licences(["Kagekataloget er en samling af opskrifter."] * 40)
    assert (reading.quoted, reading.nearest) == ((), None)


def test_a_hostile_text_is_read_in_bounded_time() -> None:
    """A megabyte of one licence's words over and over does not stop the harvest."""
    words = (text_of("GPL-3.0-only") + "\n") * 30
    before = time.process_time()
    quoted_licences(words.split("\n"))
    assert time.process_time() - before < 10
