# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What stands apart from a repository's licence."""

from __future__ import annotations

from registry.licences.apart import apart
from tests.licences.builders import concluded, text_of


def test_a_folder_with_its_own_licence_and_what_lies_below_it_stand_apart() -> None:
    """A file beside it does not."""
    tree = {"LICENSE": text_of("MPL-2.0"), "lib/te/LICENSE": text_of("LGPL-2.1-only"), "a.py": "a = 1\n"}
    beside = apart(concluded(tree))
    assert beside.holds(b"lib/te/src/te.java")
    assert not beside.holds(b"lib/kage.java")
    assert not beside.holds(b"a.py")


def test_a_file_whose_head_names_another_licence_stands_apart() -> None:
    """It was copied in with its terms."""
    head = "# Licensed under the Apache License, Version 2.0\n"
    beside = apart(concluded({"LICENSE": text_of("MPL-2.0"), "copied.py": head, "a.py": "a = 1\n"}))
    assert (beside.holds(b"copied.py"), beside.holds(b"a.py")) == (True, False)


def test_nothing_stands_apart_of_what_was_not_looked_at() -> None:
    """There is no whole."""
    assert not apart(None).holds(b"a.py")
