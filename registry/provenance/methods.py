# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Methods: where another way of looking names another commit for a line. Kept as what differs, and no more.

Reformatting, moving and copying create nothing (s. 4 of the Copyright Act): the last change of a line is not
always the one that wrote it. Where the methods differ each answer is kept, and none is preferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from registry.provenance.runs import NOBODY, Pair
from registry.provenance.snapshot import Method

SAME = -1
"""Stands for a commit's number where a method names the same commit as the main one."""

Told = tuple[int, tuple[int, ...]]
"""Lines, and every commit that some method names for them, the main one's first."""


@dataclass(frozen=True)
class Difference:
    """What a method says otherwise of a file: the lines in order, `SAME` or another commit.

    No pairs at all: the method could not look at this file.
    """

    path: bytes
    method: Method
    pairs: tuple[Pair, ...]

    @property
    def lines(self) -> int:
        """How many lines differ."""
        return sum(count for count, commit in self.pairs if commit != SAME)


@dataclass(frozen=True)
class Otherwise:
    """Neighbouring lines of which a method names another commit. `first` counts from 1."""

    method: Method
    first: int
    count: int
    commit: int
    other: int


def differing(main: Sequence[Pair], other: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return what `other` says otherwise than `main`; nothing where they agree. Both tell the same lines."""
    joined: list[list[int]] = []
    for count, ours, theirs in _side_by_side(main, other):
        commit = SAME if ours == theirs else theirs
        if joined and joined[-1][1] == commit:
            joined[-1][0] += count
        else:
            joined.append([count, commit])
    if all(commit == SAME for _, commit in joined):
        return ()
    return tuple((count, commit) for count, commit in joined)


def overlaid(main: Sequence[Pair], difference: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return what a method says of all lines, from the main answer and its difference."""
    joined: list[list[int]] = []
    for count, ours, theirs in _side_by_side(main, difference):
        commit = ours if theirs == SAME else theirs
        if joined and joined[-1][1] == commit:
            joined[-1][0] += count
        else:
            joined.append([count, commit])
    return tuple((count, commit) for count, commit in joined)


def otherwise(main: Sequence[Pair], difference: Difference) -> Iterator[Otherwise]:
    """Yield the lines of a file of which a method names another commit, in order."""
    first = 1
    for count, ours, theirs in _side_by_side(main, difference.pairs):
        if theirs != SAME:
            yield Otherwise(difference.method, first, count, ours, theirs)
        first += count


def apart(main: Sequence[Pair], differences: Iterable[Difference]) -> Iterator[Told]:
    """Yield the lines in order with every commit that some method names, the main one's first.

    A method that can name nobody says nothing against one that can.
    """
    rows: list[Told] = [(count, (commit,)) for count, commit in main]
    for one in differences:
        rows = list(_with(rows, one.pairs)) if one.pairs else rows
    yield from rows


def _with(rows: Sequence[Told], pairs: Sequence[Pair]) -> Iterator[Told]:
    numbered = [(count, place) for place, (count, _) in enumerate(rows)]
    for count, place, commit in _side_by_side(numbered, pairs):
        commits = rows[place][1]
        yield count, commits if commit in (SAME, NOBODY, *commits) else (*commits, commit)


def _side_by_side(main: Sequence[Pair], other: Sequence[Pair]) -> Iterator[tuple[int, int, int]]:
    """Yield number of lines and what each says of them, cut where either changes."""
    rest = iter(other)
    left, theirs = 0, SAME
    for lines, ours in main:
        wanted = lines
        while wanted:
            if not left:
                left, theirs = next(rest, (wanted, SAME))
                continue
            taken = min(left, wanted)
            yield taken, ours, theirs
            wanted -= taken
            left -= taken
