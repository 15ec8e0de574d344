# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An edit: what one commit of the main line did to the lines of a path, told against the version before.

Where lines stayed but git blame names other writers than before (a merge that took the file whole from another
parent), the old ones count as dropped and the new ones as put in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from harvesters.git.lineage.arrays import Array, Writer
from harvesters.git.lineage.model import Hunk

Op = tuple[int, int, tuple[tuple[int, Writer], ...]]
"""Lines kept, then lines dropped, then runs (count, writer) put in at that place."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a commit of the main line did to a path. Lines after the last op are kept."""

    path: bytes
    ops: tuple[Op, ...]
    gone: tuple[tuple[int, Writer], ...]  # the runs that were dropped
    now: Array  # of the new version; NO_LINES where the path went, or tells no lines


def edit(path: bytes, old: Array, new: Array, hunks: Iterable[Hunk]) -> Edit:
    """Return what leads from one array to another that has the same writers outside of these hunks."""
    found: list[Op] = []
    gone: list[tuple[int, Writer]] = []
    done = 0  # old lines that are accounted for
    for old_first, old_count, new_first, new_count in hunks:
        put_in = tuple(new.runs(new_first, new_first + new_count)) if new_count else ()
        if found and old_first == done:
            kept, dropped, before = found[-1]
            found[-1] = (kept, dropped + old_count, before + put_in)
        else:
            found.append((old_first - done, old_count, put_in))
        gone += old.runs(old_first, old_first + old_count)
        done = old_first + old_count
    return Edit(path, tuple(found), tuple(gone), new)


def with_other_writers(old: Array, new: Array, hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    """Yield the hunks, and between them those lines that stayed but have other writers than before."""
    old_at = new_at = 0
    for hunk in (*hunks, (old.lines, 0, new.lines, 0)):
        yield from _other_writers(old, new, old_at, new_at, hunk[0] - old_at)
        if hunk[1] or hunk[3]:
            yield hunk
        old_at, new_at = hunk[0] + hunk[1], hunk[2] + hunk[3]


def _other_writers(old: Array, new: Array, old_at: int, new_at: int, count: int) -> Iterator[Hunk]:
    if count <= 0 or old.same(old_at, new, new_at, count):
        return
    before, after = list(old.runs(old_at, old_at + count)), list(new.runs(new_at, new_at + count))
    place = 0
    while place < count:
        (left, was), (right, now) = before[0], after[0]
        step = min(left, right)
        if was != now:
            yield old_at + place, step, new_at + place, step
        before[0], after[0] = (left - step, was), (right - step, now)
        if left == step:
            del before[0]
        if right == step:
            del after[0]
        place += step
