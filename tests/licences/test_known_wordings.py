# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Known wordings: what says the same in other words is the licence, and nothing near it is."""

from __future__ import annotations

import pytest

from registry.licences.known_wordings import KnownPlace, known_ones, known_places, known_wording
from registry.licences.model import Note
from registry.licences.wording import words_alone
from tests.licences.builders import only, text_of

OLD = """Copyright (c) 2010 by Kagefabrikken and contributors.  See AUTHORS
for more details.

Some rights reserved.

Redistribution and use in source and binary forms of the software as well
as documentation, with or without modification, are permitted provided
that the following conditions are met:

* Redistributions of source code must retain the above copyright
  notice, this list of conditions and the following disclaimer.

* Redistributions in binary form must reproduce the above
  copyright notice, this list of conditions and the following
  disclaimer in the documentation and/or other materials provided
  with the distribution.

* The names of the contributors may not be used to endorse or
  promote products derived from this software without specific
  prior written permission.

THIS SOFTWARE AND DOCUMENTATION IS PROVIDED BY THE COPYRIGHT HOLDERS AND
CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT
NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR
A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER
OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL,
EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR
PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF
LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING
NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
SOFTWARE AND DOCUMENTATION, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH
DAMAGE.
"""


def test_an_old_wording_of_bsd_is_known_by_each_place_that_differs() -> None:
    """The answer names the licence, that the table says so, and which places of it."""
    source = only("LICENSE", OLD)
    assert (source.expression, source.notes) == ("BSD-3-Clause", (Note.KNOWN_WORDING,))
    assert source.known_places == (
        "software-and-documentation",
        "disclaimer-of-documentation",
        "use-of-documentation",
        "names-of-the-contributors",
    )
    assert not source.needs_person


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("may not be used", "may be used"),
        ("may not be used to endorse", "may not be used to endorse, criticise"),
        ("with or without modification,", "without modification,"),
        ("modification, are", "modification, except by banks, are"),
        ("as well\nas documentation, with", "as well\nas documentation and artwork, with"),
        ("are permitted provided", "are permitted for education provided"),
        ("Some rights reserved.", "Some rights reserved. Not for commercial use."),
        ("DAMAGE.\n", "DAMAGE.\n\nWe ask you to use it for cakes only.\n"),
        ("* The names", "* Changes must be sent to the authors.\n\n* The names"),
        ("without specific\n  prior written permission", "without specific\n  prior oral permission"),
        ("source and binary forms of", "source forms of"),
        ("notice, this list of conditions and the following disclaimer.", "notice."),
    ],
)
def test_a_wording_that_says_anything_else_stays_with_a_person(said: str, instead: str) -> None:
    """One word more, less or elsewhere is a condition that nobody has read."""
    assert OLD.count(said) == 1
    source = only("LICENSE", OLD.replace(said, instead))
    assert source.expression is None or Note.MORE_TEXT in source.notes
    assert source.needs_person
    assert source.known_places == ()


def test_a_theme_that_asks_to_be_used_with_one_product_only_stays_with_a_person() -> None:
    """The licence of a well-known theme is BSD's with a wish that reads as a condition."""
    wish = "We kindly ask you to only use these themes in an unmodified manner just for one product.\n\nTHIS SOFTWARE"
    source = only("LICENSE", OLD.replace("THIS SOFTWARE AND", f"{wish} AND", 1))
    assert (source.expression, source.needs_person) == (None, True)


def test_numbers_letters_and_bullets_are_no_words() -> None:
    """SPDX's own rules for comparing leave out how conditions are counted, if it is counted throughout."""
    lettered = OLD.replace("* Redistributions of", "a) Redistributions of")
    lettered = lettered.replace("* Redistributions in", "b) Redistributions in").replace("* The", "c) The")
    assert only("LICENSE", lettered).expression == "BSD-3-Clause"


def test_a_part_that_is_used_twice_is_not_known() -> None:
    """What stands twice was never read so."""
    twice = OLD.replace(
        "THIS SOFTWARE AND DOCUMENTATION IS PROVIDED BY", "THIS SOFTWARE AND DOCUMENTATION IS " * 2
    )
    assert only("LICENSE", twice).expression is None


@pytest.mark.parametrize("known", known_places(), ids=lambda one: one.key)
def test_each_entry_makes_a_known_wording_of_each_of_its_licences(known: KnownPlace) -> None:
    """An entry whose words no licence has could never be met, and would only look reviewed."""
    for licence in known.licences:
        words = " ".join(words_alone(text_of(licence)))
        other = words.replace(known.spdx, known.other)
        assert other != words
        found = known_wording(other.split())
        assert found is not None
        assert (found.identifier, found.places) == (licence, (known,))


def test_each_entry_tells_why_in_both_languages_and_where_it_was_seen() -> None:
    """A reader can judge the judgement."""
    for one in known_places():
        assert known_ones((one.key,)) == (one,)
        assert "" not in {one.da, one.en, one.seen}
