# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Splitting: lines of a version are handed to an older one where no hunk says that they changed. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from harvesters.git.lineage.model import Hunk, Stretch


def split(stretches: Sequence[Stretch], hunks: Sequence[Hunk]) -> tuple[list[Stretch], list[Stretch]]:
    """Return what stays with the new version, and what stands in the old one, too, at its place there.

    `stretches` stand in any order and may overlap; `hunks` tell where the new version differs from the old one.
    """
    kept: list[Stretch] = []
    handed: list[Stretch] = []
    bounds = [(new, new + new_count, old - new) for old, _, new, new_count in hunks]
    last = hunks[-1] if hunks else (0, 0, 0, 0)
    bounds.append((1 << 62, 1 << 62, last[0] + last[1] - last[2] - last[3]))
    stops = [stop for _, stop, _ in bounds]
    for first, count, target in stretches:
        line, end = first, first + count
        place = bisect_right(stops, line)
        while line < end:
            start, stop, shift = bounds[place]
            if line < start:
                upto = start if start < end else end
                handed.append((line + shift, upto - line, target + line - first))
            elif line < stop:
                upto = stop if stop < end else end
                kept.append((line, upto - line, target + line - first))
            else:
                place += 1
                continue
            line = upto
    return kept, handed
