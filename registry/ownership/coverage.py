# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Coverage: how many lines so many papers can turn, when a line may need several papers at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from heapq import nlargest
from math import lcm

from registry.ownership.answers import Cure


@dataclass(frozen=True)
class Gap:
    """Lines that need all of some papers to be documented."""

    papers: frozenset[Cure]
    lines: int
    contributions: tuple[str, ...] = ()


def greedy(gaps: list[Gap]) -> Iterator[tuple[frozenset[Cure], list[Gap]]]:
    """Yield, bundle by bundle, the papers that turn the most lines for a paper, and what they turn."""
    have: frozenset[Cure] = frozenset()
    left = list(gaps)
    while left:
        options = sorted({gap.papers - have for gap in left}, key=sorted)
        best = max(options, key=lambda papers: Fraction(_turned(left, have | papers), max(len(papers), 1)))
        have |= best
        closed = [gap for gap in left if gap.papers <= have]
        left = [gap for gap in left if not gap.papers <= have]
        yield best, closed


def best_lines(gaps: list[Gap], count: int) -> int:
    """Return the most lines that any `count` papers can turn, exactly, by branch and bound."""
    ordered = sorted(gaps, key=lambda gap: (-gap.lines, len(gap.papers), sorted(gap.papers)))
    return _search(ordered, 0, frozenset(), count, 0)


def share_bound(gaps: list[Gap], count: int) -> int:
    """Return a number of lines that no `count` papers can exceed.

    Every gap's lines are shared among its papers: whoever closes it has paid for all of them.
    """
    whole = lcm(*(len(gap.papers) for gap in gaps if gap.papers))
    worth: dict[Cure, int] = defaultdict(
        int
    )  # in parts of a line, so many a line that every share is a whole number
    for gap in gaps:
        for paper in gap.papers:
            worth[paper] += gap.lines * (whole // len(gap.papers))
    most = sum(nlargest(count, worth.values())) // whole
    return min(most, sum(gap.lines for gap in gaps))


def _search(gaps: list[Gap], number: int, have: frozenset[Cure], count: int, least: int) -> int:
    """Return the best of the gaps from `number` on with the papers so far; beat `least`."""
    turned = sum(gap.lines for gap in gaps if gap.papers <= have)
    best = max(least, turned)
    room = count - len(have)
    reachable = [gap for gap in gaps[number:] if 0 < len(gap.papers - have) <= room]
    most = turned + min(sum(gap.lines for gap in reachable), share_bound(_rest(reachable, have), room))
    if most <= best:
        return best
    for place, gap in enumerate(gaps[number:], number):
        if 0 < len(gap.papers - have) <= room:
            best = max(best, _search(gaps, place + 1, have | gap.papers, count, best))
    return best


def _rest(gaps: list[Gap], have: frozenset[Cure]) -> list[Gap]:
    return [Gap(gap.papers - have, gap.lines) for gap in gaps]


def _turned(gaps: list[Gap], have: frozenset[Cure]) -> int:
    return sum(gap.lines for gap in gaps if gap.papers <= have)
