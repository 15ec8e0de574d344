# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Similarity: how much of one file is another one's, as git counts it when it looks for renames.

Both are cut into pieces, at line ends and after 64 bytes; what counts is the bytes of the pieces that both have,
against the size of the larger one (git's diffcore-delta). Git compares numbers made of the pieces, we the
pieces themselves. Up to git 2.43 a last piece that is neither ended nor full is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from harvesters.git.lineage.blobs import is_binary

FULL = 60_000
"""Git's score of two files that are the same."""

_FULL_PIECE = 64

Pieces = Mapping[bytes, int]
"""How often each piece occurs; a piece that a line end cuts off stands without it."""


def pieces(data: bytes) -> Pieces:
    """Return the pieces of a file; CR LF counts as LF, except in a binary file."""
    if b"\r\n" in data and not is_binary(data):
        data = data.replace(b"\r\n", b"\n")
    *lines, rest = data.split(b"\n")
    counted = Counter(lines)
    longer = {line: counted.pop(line) for line in list(counted) if len(line) >= _FULL_PIECE}
    for line, often in longer.items():
        for piece in _cut(line):
            counted[piece] += often
    counted.update(piece for piece in _cut(rest) if len(piece) == _FULL_PIECE)
    return counted


def _cut(line: bytes) -> Iterator[bytes]:
    """Yield full pieces, and behind them what is left of the line, which may be nothing."""
    for start in range(0, len(line) + 1, _FULL_PIECE):
        yield line[start : start + _FULL_PIECE]


def near_enough(one: int, other: int, least: int) -> bool:
    """Tell whether files of these sizes can reach a score of `least` at all."""
    larger = max(one, other)
    return larger > 0 and larger * (FULL - least) >= abs(one - other) * FULL


def score(common: int, one: int, other: int) -> int:
    """Return git's score for so many common bytes of files of these sizes."""
    return common * FULL // max(one, other)


def common_bytes(one: Pieces, other: Pieces) -> int:
    """Return how many bytes of pieces both have."""
    return sum(_size(piece) * min(one[piece], other[piece]) for piece in one.keys() & other.keys())


def _size(piece: bytes) -> int:
    return min(len(piece) + 1, _FULL_PIECE)  # its line end included


class PieceIndex:
    """The pieces of many files, so that one can be compared with all of them at once."""

    def __init__(self, files: Iterable[tuple[int, Pieces]]) -> None:
        self._holders: defaultdict[bytes, list[tuple[int, int]]] = defaultdict(list)
        for number, counted in files:
            for piece, count in counted.items():
                self._holders[piece].append((number, count))

    def common(self, mine: Pieces) -> Mapping[int, int]:
        """Return how many bytes each file, by its number, has in common with this one; none are left out as 0."""
        found: defaultdict[int, int] = defaultdict(int)
        for piece in mine.keys() & self._holders.keys():
            size, count = _size(piece), mine[piece]
            for number, theirs in self._holders[piece]:
                found[number] += size * min(count, theirs)
        return found
