# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Edits: the life of a path along the main line, as what each commit kept, dropped and put in. Packed, replayed.

A line is stored once, when it comes to the main line; that it goes is told by the edit that drops it. The state
on any day is what the edits up to that day amount to.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from registry.provenance.runs import Pair, numbers_in, write_number

Op = tuple[int, int, tuple[Pair, ...]]
"""Lines kept, then lines dropped, then (lines, commit number) put in at that place; what follows is kept."""


@dataclass(frozen=True)
class Edit:
    """What the commit at `place` of the main line (from 0, oldest first) did to a path."""

    place: int
    ops: tuple[Op, ...]


def pack_edits(edits: Iterable[Edit], main: Sequence[int]) -> bytes:
    """Return the edits in few bytes; `main` has the number of each commit of the main line, oldest first."""
    out = bytearray()
    before = 0
    for edit in edits:
        write_number(out, edit.place - before)
        write_number(out, len(edit.ops))
        for kept, dropped, put_in in edit.ops:
            for number in (kept, dropped, len(put_in)):
                write_number(out, number)
            for lines, commit in put_in:
                write_number(out, lines)
                step = commit - main[edit.place]
                write_number(out, step << 1 if step >= 0 else (-step << 1) - 1)
        before = edit.place
    return zlib.compress(bytes(out), 6)


def unpack_edits(data: bytes, main: Sequence[int]) -> list[Edit]:
    """Return the edits that `pack_edits` packed."""
    numbers = numbers_in(zlib.decompress(data))
    edits: list[Edit] = []
    place = 0
    for step in numbers:
        place += step
        ops = tuple(_op(numbers, main[place]) for _ in range(next(numbers)))
        edits.append(Edit(place, ops))
    return edits


def _op(numbers: Iterator[int], own: int) -> Op:
    kept, dropped, runs = next(numbers), next(numbers), next(numbers)
    put_in = []
    for _ in range(runs):
        lines, step = next(numbers), next(numbers)
        put_in.append((lines, own + (-((step + 1) >> 1) if step & 1 else step >> 1)))
    return kept, dropped, tuple(put_in)


def replayed(edits: Iterable[Edit], place: int) -> tuple[Pair, ...]:
    """Return the writers of a path's lines at a place of the main line; nothing where it had none."""
    starts: list[int] = []
    commits: list[int] = []
    lines = 0
    for edit in edits:
        if edit.place > place:
            break
        starts, commits, lines = _applied(edit.ops, starts, commits, lines)
    ends = [*starts[1:], lines] if starts else []
    return tuple((end - start, commit) for start, end, commit in zip(starts, ends, commits, strict=True))


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
