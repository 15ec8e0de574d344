# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Edits: the life of a path along the main line, as what each commit kept, dropped and put in. Written, replayed.

A line is stored once, when it comes to the main line; that it goes is told by the edit that drops it. The state
on any day is what the edits up to that day amount to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from registry.provenance.runs import Pair, numbers_in, unzigzag, write_number, zigzag

Op = tuple[int, int, tuple[Pair, ...]]
"""Lines kept, then lines dropped, then (lines, commit number) put in at that place; what follows is kept."""


@dataclass(frozen=True)
class Edit:
    """What the commit at `place` of the main line (from 0, oldest first) did to a path."""

    place: int
    ops: tuple[Op, ...]


def write_edit(out: bytearray, since: int, own: int, ops: Sequence[Op]) -> None:
    """Add an edit: how many places it stands behind the one before it, and its ops, as `write_ops` does."""
    write_number(out, since)
    write_ops(out, own, ops)


def write_ops(out: bytearray, own: int, ops: Sequence[Op]) -> None:
    """Add the ops of an edit by the commit of number `own`: others are told by their distance from it."""
    write_number(out, len(ops))
    for kept, dropped, put_in in ops:
        for number in (kept, dropped, len(put_in)):
            write_number(out, number)
        for lines, commit in put_in:
            write_number(out, lines)
            write_number(out, zigzag(commit - own))


def read_edits(data: bytes, main: Sequence[int]) -> list[Edit]:
    """Return the edits that were written; `main` has the number of each commit of the main line, oldest first."""
    numbers = iter(numbers_in(data))
    edits: list[Edit] = []
    place = 0
    for step in numbers:
        place += step
        ops = tuple(_op(numbers, main[place]) for _ in range(next(numbers)))
        edits.append(Edit(place, ops))
    return edits


def _op(numbers: Iterator[int], own: int) -> Op:
    kept, dropped, runs = next(numbers), next(numbers), next(numbers)
    return kept, dropped, tuple((next(numbers), own + unzigzag(next(numbers))) for _ in range(runs))


def replayed(edits: Iterable[Edit], place: int, before: Sequence[Pair] = ()) -> tuple[Pair, ...]:
    """Return the writers of a path's lines at a place of the main line; nothing where it had none.

    `before` are those that the first edit was done to.
    """
    *starts, lines = [0, *accumulate(count for count, _ in before)]
    commits = [commit for _, commit in before]
    for edit in edits:
        if edit.place > place:
            break
        starts, commits, lines = _applied(edit.ops, starts, commits, lines)
    ends = [*starts[1:], lines] if starts else []
    return tuple((end - start, commit) for start, end, commit in zip(starts, ends, commits, strict=True))


def dropped_and_put_in(edits: Iterable[Edit]) -> Iterator[tuple[int, int, int]]:
    """Yield (place, commit number, lines) of what each edit put in, and, with fewer than no lines, of what it dropped."""
    starts: list[int] = []
    commits: list[int] = []
    lines = 0
    for edit in edits:
        at = 0
        for kept, dropped, put_in in edit.ops:
            at += kept
            yield from (
                (edit.place, commit, -count) for count, commit in _cut(starts, commits, at, dropped, lines)
            )
            at += dropped
            yield from ((edit.place, commit, count) for count, commit in put_in)
        starts, commits, lines = _applied(edit.ops, starts, commits, lines)


def _cut(starts: list[int], commits: list[int], first: int, count: int, lines: int) -> Iterator[Pair]:
    """Yield the runs of `count` lines from `first` on."""
    end = min(first + count, lines)
    place = bisect_right(starts, first) - 1
    while first < end:
        stop = min(end, starts[place + 1] if place + 1 < len(starts) else lines)
        yield stop - first, commits[place]
        first, place = stop, place + 1


def _applied(
    ops: Sequence[Op], starts: list[int], commits: list[int], lines: int
) -> tuple[list[int], list[int], int]:
    new_starts: list[int] = []
    new_commits: list[int] = []
    old = new = 0
    for kept, dropped, put_in in (*ops, (lines, 0, ())):
        kept = min(kept, lines - old)  # noqa: PLW2901 - the last op keeps what is left
        if kept > 0:
            begin, end = bisect_right(starts, old) - 1, bisect_left(starts, old + kept)
            _append(
                new_starts,
                new_commits,
                [new, *(s + new - old for s in starts[begin + 1 : end])],
                commits[begin:end],
            )
        old, new = old + kept + dropped, new + kept
        for count, commit in put_in:
            _append(new_starts, new_commits, [new], [commit])
            new += count
    return new_starts, new_commits, new


def _append(starts: list[int], commits: list[int], more: list[int], theirs: list[int]) -> None:
    """Add runs; the first one is joined to the last one before it where both have one writer."""
    joined = bool(commits) and commits[-1] == theirs[0]
    starts += more[1:] if joined else more
    commits += theirs[1:] if joined else theirs


def changes(edits: Iterable[Edit]) -> Iterator[tuple[int, Pair]]:
    """Yield the place of each edit with what it changed: the lines that it put in, and, below 0, those it dropped."""
    before: tuple[Pair, ...] = ()
    for edit in edits:
        for _, _, put_in in edit.ops:
            yield from ((edit.place, pair) for pair in put_in)
        yield from ((edit.place, (-lines, commit)) for lines, commit in _dropped(edit.ops, before))
        before = replayed([edit], edit.place, before)


def _dropped(ops: Sequence[Op], before: Sequence[Pair]) -> Iterator[Pair]:
    starts = [0, *accumulate(lines for lines, _ in before)]
    at = 0
    for kept, dropped, _ in ops:
        at += kept
        end = at + dropped
        place = bisect_right(starts, at) - 1
        while at < end:
            upto = min(end, starts[place + 1])
            yield upto - at, before[place][1]
            at, place = upto, place + 1
