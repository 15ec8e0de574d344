# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Sieve: which of many files can hold a passage at all, so that only those are compared with it.

A passage counts as found in a file from so many letters and digits on. It then has a window there: consecutive
lines that reach that number, and no longer do without their first one. The windows of a passage that no file has
rule all files out; those that a file has say how much of the passage it can hold at most. White space is not
looked at. The sieve changes no answer: it lets through at least what a comparison would find.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

_SPACES = b" \t\r\f\v"
_NO_WORDS = bytes(one for one in range(256) if not (one < 128 and chr(one).isalnum()) and one != 10)
_SEARCHED = 24  # windows that are searched for in the bytes; an index of a file costs as much as so many

Window = tuple[int, int, bytes]
"""First line and the line after the last, in the passage, and its text without white space but line ends."""

Bound = tuple[int, int]
"""How many letters and digits files can hold at most, and which: bit N stands for file N."""


class Sieve:
    """Files, in order, and from how many letters and digits on a passage counts."""

    def __init__(self, files: Sequence[bytes], least: int) -> None:
        self._files = [b"\n" + data.translate(None, _SPACES) + b"\n" for data in files]
        self._least = least
        self._searched = 0
        self._index: defaultdict[bytes, int] | None = None

    def bounds(self, passage: bytes, leaving_out: int = 0) -> list[Bound]:
        """Return which files can hold how much of the passage, the most first; files of no use are left out."""
        weights = sums(passage)
        found: list[Bound] = []
        running: list[Bound] = []  # by the line where the common passage begins
        before = stop = 0  # a common passage holds less than the window before its first one
        for first, upto, text in windows(passage, weights, self._least):
            here = self._having(text) & ~leaving_out
            still: list[Bound] = []
            for begin, which in running:
                if which & here:
                    still.append((begin, which & here))
                if gone := which & ~here:
                    found.append((weights[stop] - weights[begin], gone))
                here &= ~which
            running = [*still, (before, here)] if here else still
            before, stop = first + 1, upto
        found += [(weights[stop] - weights[begin], which) for begin, which in running]
        return sorted(found, reverse=True)

    def _having(self, text: bytes) -> int:
        if self._index is None:
            self._searched += 1
            if self._searched <= _SEARCHED:
                sought = b"\n" + text + b"\n"
                return sum(1 << number for number, data in enumerate(self._files) if sought in data)
            self._index = defaultdict(int)
            for number, data in enumerate(self._files):
                for _, _, window in windows(data, sums(data), self._least):
                    self._index[window] |= 1 << number
        return self._index.get(text, 0)


def sums(passage: bytes) -> list[int]:
    """Return how many letters and digits stand before each line of a passage, and in all of it."""
    return [0, *accumulate(map(len, passage.translate(None, _NO_WORDS).split(b"\n")))]


def windows(passage: bytes, weights: Sequence[int], least: int) -> Iterator[Window]:
    """Yield the windows of a passage, by the line that they end with."""
    lines = passage.translate(None, _SPACES).split(b"\n")
    first = 0
    for last in range(len(lines)):
        upto = last + 1
        if weights[upto] - weights[first] < least or weights[upto] == weights[last]:
            continue
        while weights[upto] - weights[first + 1] >= least:
            first += 1
        yield first, upto, b"\n".join(lines[first:upto])
