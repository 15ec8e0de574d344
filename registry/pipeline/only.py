# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Only: which lines a figure of the title counts, so that it can lead to them and to no others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from registry.ownership.answers import CLAIMABLE, Break, Determination, Flag, State, Weak
from registry.ownership.rules.employment_code import CODE
from registry.provenance.model import WorkType


@dataclass(frozen=True)
class Only:
    """The lines of a state, of some holders (as they are shown; nobody known: none), with a break or a weak link.

    `by_method`: those of which it depends on the method whose they are; `code`: of code, or of documentation. What
    is left out does not limit.
    """

    state: State | None = None
    holders: tuple[str, ...] | None = None
    broken: Break | None = None
    weak: Weak | None = None
    by_method: bool = False
    code: bool | None = None

    @property
    def limits(self) -> bool:
        """Tell whether anything is limited."""
        return self != EVERYTHING

    def fits(self, answer: Determination, shown: Callable[[str], str] = str) -> bool:
        """Tell whether lines with this answer are meant; `shown` gives the id of a holder as it is shown."""
        return (
            (self.state is None or answer.state is self.state)
            and (self.broken is None or self.broken in answer.breaks)
            and (self.weak is None or self.weak in answer.weak)
            and (not self.by_method or Flag.METHOD_DECIDES in answer.flags)
            and (self.holders is None or self._are_held(answer, shown))
        )

    def is_of(self, work_type: WorkType) -> bool:
        """Tell whether lines of this type of work can be meant."""
        return self.code is None or (work_type in CODE) is self.code

    def _are_held(self, answer: Determination, shown: Callable[[str], str]) -> bool:
        return answer.state in CLAIMABLE and tuple(map(shown, answer.holders)) == self.holders


EVERYTHING = Only()
