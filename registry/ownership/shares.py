# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Shares: how much of what can be held is documented, and how much may be used; whole numbers underneath."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from registry.ownership.answers import CLAIMABLE, Determination, State
from registry.ownership.facts import Contribution
from registry.ownership.rules.employment_code import CODE
from registry.provenance.model import WorkType


@dataclass(frozen=True)
class Share:
    """Counts of lines (or files) by state; `licensed` of them are not documented and licensed in."""

    by_state: Mapping[State, int] = field(default_factory=dict)
    licensed: int = 0

    @property
    def claimable(self) -> int:
        """Return how many somebody can hold."""
        return sum(self.by_state.get(state, 0) for state in CLAIMABLE)

    @property
    def left_out(self) -> Mapping[State, int]:
        """Return what nobody can hold, by state: always shown beside a share."""
        return {state: count for state, count in self.by_state.items() if state not in CLAIMABLE}

    @property
    def documented(self) -> Fraction | None:
        """Return documented over claimable; `None` where nothing is claimable."""
        return self._over(0)

    @property
    def usable(self) -> Fraction | None:
        """Return documented and licensed in, over claimable."""
        return self._over(self.licensed)

    def _over(self, more: int) -> Fraction | None:
        total = self.claimable
        return Fraction(self.by_state.get(State.DOCUMENTED, 0) + more, total) if total else None


@dataclass(frozen=True)
class Shares:
    """The shares of all works, of code and of documentation, in one unit."""

    all: Share
    code: Share
    documentation: Share


def shares(contributions: Iterable[Contribution], answers: Mapping[str, Determination]) -> Shares:
    """Return the shares in lines of the contributions that have an answer."""
    return counted((one.work_type, answers[one.id], one.lines) for one in contributions if one.id in answers)


def counted(answered: Iterable[tuple[WorkType, Determination, int]]) -> Shares:
    """Return the shares of works of these types with their answers, each counted so many times."""
    states: dict[bool, Counter[State]] = {True: Counter(), False: Counter()}
    licensed = {True: 0, False: 0}
    for work_type, answer, count in answered:
        is_code = work_type in CODE
        states[is_code][answer.state] += count
        if answer.licensed_in and answer.state is not State.DOCUMENTED and answer.state in CLAIMABLE:
            licensed[is_code] += count
    both = Share(states[True] + states[False], licensed[True] + licensed[False])
    return Shares(both, Share(states[True], licensed[True]), Share(states[False], licensed[False]))
