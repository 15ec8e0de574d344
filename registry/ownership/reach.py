# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reach: the parties to which a title can pass from some of them, by papers and by succession."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from registry.agreements.model import Agreement
from registry.parties.model import Succession


class Reach:
    """Who can come to hold what others held, by some papers and successions; found once for the same parties."""

    def __init__(self, papers: Sequence[Agreement], successions: Iterable[Succession]) -> None:
        onward: defaultdict[str, set[str]] = defaultdict(set)
        for paper in papers:
            for giver in givers_named(paper):
                onward[giver].add(paper.assignee or "")
        for succession in successions:
            for taker in succession.takers:
                onward[succession.giver].add(taker)
                onward[taker].add(succession.giver)
        self._onward = dict(onward)
        self._given = tuple((paper, givers_named(paper)) for paper in papers)
        self._near: dict[frozenset[str], tuple[Agreement, ...]] = {}
        self._reached: dict[frozenset[str], frozenset[str]] = {}

    @property
    def givers(self) -> Iterable[str]:
        """Whoever a title can leave, by a paper or by succession."""
        return self._onward.keys()

    def of(self, seeds: frozenset[str]) -> frozenset[str]:
        """Return the parties that a title can reach from these: by papers, and by succession either way."""
        found = self._reached.get(seeds)
        if found is None:
            found = self._reached[seeds] = self._found(seeds)
        return found

    def given_by(self, parties: frozenset[str]) -> tuple[Agreement, ...]:
        """Return the papers by which one of these parties, or its employees, can give."""
        found = self._near.get(parties)
        if found is None:
            found = tuple(paper for paper, givers in self._given if not givers.isdisjoint(parties))
            self._near[parties] = found
        return found

    def _found(self, seeds: frozenset[str]) -> frozenset[str]:
        reached, waiting = set(seeds), list(seeds)
        while waiting:
            for other in self._onward.get(waiting.pop(), ()):
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
        return frozenset(reached)


def givers_named(paper: Agreement) -> frozenset[str]:
    """Return the parties by which it is known whom a paper can touch: who gives, or whose employees give."""
    return frozenset((paper.assignee or "",) if paper.employees else paper.assignors)
