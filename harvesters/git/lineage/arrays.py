# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An array: the writer of each line of one version of a file, as runs. Immutable, shared between versions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import sub
from typing import NamedTuple

Writer = int
"""The number that stands for a commit."""

NOBODY: Writer = 0
"""Stands where the origin of lines cannot be read."""


@dataclass(frozen=True, slots=True)
class Array:
    """The first line (from 0) of each run, the run's writer, and how many lines there are."""

    starts: Sequence[int]
    writers: Sequence[Writer]
    lines: int

    def runs(self, first: int = 0, last: int | None = None) -> Iterator[tuple[int, Writer]]:
        """Return count and writer of each run of the lines from `first` up to, but not with, `last`."""
        last = self.lines if last is None else last
        if first >= last:
            return iter(())
        begin, end = bisect_right(self.starts, first) - 1, bisect_left(self.starts, last)
        bounds = [first, *self.starts[begin + 1 : end], last]
        return zip(map(sub, bounds[1:], bounds), self.writers[begin:end], strict=False)

    def same(self, first: int, other: Array, theirs: int, count: int) -> bool:
        """Tell whether `count` lines from `first` on have the writers of another array's from `theirs` on."""
        begin, end = bisect_right(self.starts, first) - 1, bisect_left(self.starts, first + count)
        start, stop = bisect_right(other.starts, theirs) - 1, bisect_left(other.starts, theirs + count)
        if self.writers[begin:end] != other.writers[start:stop]:
            return False
        shift = first - theirs
        return self.starts[begin + 1 : end] == [one + shift for one in other.starts[start + 1 : stop]]


NO_LINES = Array((), (), 0)
"""The array of a file without lines."""

UNREAD = Array((), (), -1)
"""Stands for a version whose bytes are absent, unreadable or too large: whose its lines are nobody can tell."""


class Piece(NamedTuple):  # a tuple: they are many
    """Lines of a new array: from `target` on, `lines` of them, taken from a source, or all by one writer."""

    target: int
    lines: int
    source: Array | None = None
    first: int = 0
    writer: Writer = NOBODY


def put_together(pieces: Iterable[Piece], lines: int) -> Array:
    """Return the array that consists of these pieces; neighbouring lines of one writer are one run."""
    starts: list[int] = []
    writers: list[Writer] = []
    for piece in sorted(pieces, key=lambda one: one.target):
        found_starts, found_writers = _slice(piece)
        if writers and writers[-1] == found_writers[0]:
            found_starts, found_writers = found_starts[1:], found_writers[1:]
        starts += found_starts
        writers += found_writers
    return Array(starts, writers, lines)


def _slice(piece: Piece) -> tuple[list[int], Sequence[Writer]]:
    source = piece.source
    if source is None:
        return [piece.target], (piece.writer,)
    begin = bisect_right(source.starts, piece.first) - 1
    end = bisect_left(source.starts, piece.first + piece.lines)
    shift = piece.target - piece.first
    starts = [start + shift for start in source.starts[begin:end]]
    starts[0] = piece.target
    return starts, source.writers[begin:end]
