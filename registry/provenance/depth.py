# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Depth: how well it is known who wrote lines.

A: written change by change. B: delivered in bulk by somebody behind whom an organisation is presumed or stated.
C: neither, or nothing could be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from registry.provenance.bulk import Bulk


class Grade(StrEnum):
    """How well it is known who wrote what a commit brought."""

    INDIVIDUALLY = "A"
    IN_BULK = "B"
    UNKNOWN = "C"


@dataclass(frozen=True)
class Depth:
    """The lines of one tree by grade."""

    individually: int = 0
    in_bulk: int = 0
    unknown: int = 0

    @property
    def lines(self) -> int:
        """All of them."""
        return self.individually + self.in_bulk + self.unknown

    def percent(self) -> tuple[float, float, float]:
        """Return the shares of A, B and C in percent; no lines have none."""
        each = 100 / (self.lines or 1)
        return self.individually * each, self.in_bulk * each, self.unknown * each


def grade(bulk: Bulk | None) -> Grade:
    """Return the grade of a commit, which is `bulk` if it was recognised as anything."""
    if bulk is None or not bulk.delivers:
        return Grade.INDIVIDUALLY
    return Grade.IN_BULK if bulk.deliverer_known else Grade.UNKNOWN


def depth(lines: Mapping[int, int], graded: Mapping[int, Grade], unread: int = 0) -> Depth:
    """Return the depth of a tree.

    `lines` says how many of its lines each commit wrote (at the head, at a release, at any day); `graded` the
    grade of those commits that are not A; `unread` how many lines no commit is known for.
    """
    sums = dict.fromkeys(Grade, 0)
    for commit, count in lines.items():
        sums[graded.get(commit, Grade.INDIVIDUALLY)] += count
    return Depth(sums[Grade.INDIVIDUALLY], sums[Grade.IN_BULK], sums[Grade.UNKNOWN] + unread)
