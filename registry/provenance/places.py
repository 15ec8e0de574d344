# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A place: a folder in which others' components are usually put; its name proves nothing alone."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import lru_cache

from registry.provenance.rules.names import PLACES


def is_place(names: Sequence[str]) -> bool:
    """Tell whether a folder, given by its name and those above it in lower case, is such a place."""
    return any(
        len(names) >= len(place)
        and all(fnmatchcase(name, want) for want, name in zip(place, names[-len(place) :], strict=True))
        for place in PLACES
    )


@lru_cache(maxsize=65536)
def in_place(folder: bytes) -> bool:
    """Tell whether `folder` is such a place or lies in one."""
    names = folder.decode("utf-8", "replace").lower().split("/")[:DEEPEST]
    return any(is_place(names[max(depth - 3, 0) : depth]) for depth in range(1, len(names) + 1))


DEEPEST = 60
"""No folder below this depth is looked at: real trees are flatter, hostile ones have thousands of levels."""
