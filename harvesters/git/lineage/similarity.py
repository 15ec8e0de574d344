# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Similarity: how much of one file is another one's, as git counts it when it looks for renames.

Both are cut into pieces, at line ends and after 64 bytes; what counts is the bytes of the pieces that both have,
against the size of the larger one (git's diffcore-delta). Git compares numbers made of the pieces, we the
pieces themselves. Up to git 2.43 a last piece that is neither ended nor full is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

FULL = 60_000
"""Git's score of two files that are the same."""

_PIECE = re.compile(rb"[^\n]{0,63}\n|[^\n]{64}")
_LOOKED_AT = 8000  # git takes a file for binary that has a NUL so early

Pieces = Mapping[bytes, int]
"""Bytes by piece."""


def pieces(data: bytes) -> Pieces:
    """Return how many bytes of a file each piece makes up; CR LF counts as LF, except in a binary file."""
    if b"\r\n" in data and b"\0" not in data[:_LOOKED_AT]:
        data = data.replace(b"\r\n", b"\n")
    counted: dict[bytes, int] = {}
    for piece in _PIECE.findall(data):
        counted[piece] = counted.get(piece, 0) + len(piece)
    return counted


def near_enough(one: int, other: int, least: int) -> bool:
    """Tell whether files of these sizes can reach a score of `least` at all."""
    larger = max(one, other)
    return larger > 0 and larger * (FULL - least) >= abs(one - other) * FULL


def score(common: int, one: int, other: int) -> int:
    """Return git's score for so many common bytes of files of these sizes."""
    return common * FULL // max(one, other)


def common_bytes(one: Pieces, other: Pieces) -> int:
    """Return how many bytes of pieces both have."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return sum(min(count, many[piece]) for piece, count in few.items() if piece in many)


class PieceIndex:
    """The pieces of many files, so that one can be compared with all of them at once."""

    def __init__(self, files: Iterable[tuple[int, bytes]]) -> None:
        self._holders: defaultdict[bytes, list[tuple[int, int]]] = defaultdict(list)
        for number, data in files:
            for piece, count in pieces(data).items():
                self._holders[piece].append((number, count))

    def common(self, data: bytes) -> Mapping[int, int]:
        """Return how many bytes each file, by its number, has in common with this one; none are left out as 0."""
        found: defaultdict[int, int] = defaultdict(int)
        for piece, count in pieces(data).items():
            for number, theirs in self._holders.get(piece, ()):
                found[number] += min(count, theirs)
        return found
