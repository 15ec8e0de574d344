# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Where a text stands among others; a text has one sign a word."""

from __future__ import annotations

from registry.licences.places import find_text

MODEL = "".join(map(chr, range(1000, 2000)))
OTHER = "".join(map(chr, range(5000, 5400)))


def test_a_text_copied_as_it_is_stands_where_it_stands() -> None:
    """Its place is told to the word."""
    assert find_text(OTHER + MODEL + OTHER, MODEL) == (400, 1400)


def test_a_copy_that_lost_and_gained_words_is_found_with_its_edges() -> None:
    """An address changed in the middle, and a title lost, move what stands behind them only a little."""
    copy = MODEL[3:500] + OTHER[:4] + MODEL[510:]
    assert find_text(OTHER + copy + OTHER, MODEL) == (400, 400 + len(copy))


def test_a_text_whose_words_stand_in_another_order_is_not_there() -> None:
    """The same words turned around are another text."""
    assert find_text(OTHER + MODEL[::-1] + OTHER, MODEL) is None


def test_half_a_text_is_not_the_text() -> None:
    """What ends in the middle is not found."""
    assert find_text(OTHER + MODEL[:400] + OTHER + OTHER, MODEL) is None
