# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Text from strangers: whatever it holds, what is shown cannot act, and what is stored can be stored."""

from __future__ import annotations

import os
import sqlite3
import unicodedata
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as some

from registry.text import mask_addresses, path_bytes, path_text, storable, visible, visible_path

# the default leaves lone surrogates out: they are what we are here for
ANY = some.text(some.characters(codec=None, exclude_categories=()))


@given(ANY)
def test_visible_text_cannot_act(text: str) -> None:
    """Nothing that is shown is a control, a mark without width or direction, or half a character."""
    assert not {unicodedata.category(one) for one in visible(text)} & {
        "Cc",
        "Cf",
        "Cs",
        "Co",
        "Cn",
        "Zl",
        "Zp",
    }
    visible(text).encode()


@given(some.text(some.characters(categories=("L", "N"))))
def test_what_can_be_read_is_left_alone(text: str) -> None:
    """Letters and digits are shown as they are."""
    assert visible(text, 10_000) == text


@given(ANY, some.integers(0, 20))
def test_what_is_too_long_is_cut(text: str, longest: int) -> None:
    """At most so many characters of a text are shown, and the cut is seen."""
    assert visible(text, longest).endswith("…") or len(text) <= longest


@given(some.binary())
def test_paths_come_back(path: bytes) -> None:
    """A path as text gives the same bytes back, here and by the system's own rule."""
    assert path_bytes(path_text(path)) == path == os.fsencode(path_text(path))
    visible_path(path).encode()


@given(ANY, some.integers(0, 50))
def test_storable_text_is_stored(text: str, longest: int) -> None:
    """A database takes it and gives the same back; what is storable already is left alone."""
    kept = storable(text, longest)
    assert "\0" not in kept and len(kept) <= longest and storable(kept, longest) == kept
    with closing(sqlite3.connect(":memory:")) as database:
        assert database.execute("SELECT ?", (kept,)).fetchone() == (kept,)


@given(ANY, ANY)
def test_no_address_is_left(before: str, after: str) -> None:
    """No address is left in a masked text, whatever stands around it."""
    assert "bo@example.org" not in mask_addresses(f"{before}bo@example.org{after}", "•")
