# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Symlinks are followed inside the tree and never out of it."""

from __future__ import annotations

import pytest

from registry.licences.symlinks import resolve_symlink


@pytest.mark.parametrize(
    ("path", "links", "end"),
    [
        (b"LICENSE", {b"LICENSE": b"LICENSES/MPL-2.0.txt"}, b"LICENSES/MPL-2.0.txt"),
        (b"a/LICENSE", {b"a/LICENSE": b"../COPYING"}, b"COPYING"),
        (b"a", {b"a": b"b", b"b": b"./c"}, b"c"),
        (b"d/LICENSE", {b"d": b"e/f"}, b"e/f/LICENSE"),
        (b"LICENSE", {}, b"LICENSE"),
        (b"a", {b"a": b"a"}, None),
        (b"a", {b"a": b"b", b"b": b"a"}, None),
        (b"a", {b"a": b"../../etc/passwd"}, None),
        (b"a", {b"a": b"/etc/passwd"}, None),
        (b"a", {b"a": b"x" * 5000}, None),
        (b"d/x", {b"d": b"d/d"}, None),
    ],
)
def test_a_symlink_ends_in_the_tree_or_nowhere(
    path: bytes, links: dict[bytes, bytes], end: bytes | None
) -> None:
    """Chains and folders are followed; loops, absolute paths and the way out are not."""
    assert resolve_symlink(path, links) == end
