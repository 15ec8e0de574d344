# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""In short: whose a repository is, as it is kept. No name and no address stands in it, only the register's numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from registry.ownership.answers import State
from registry.ownership.shares import Share
from registry.pipeline.owned import HolderLines, InShort

_Holder = tuple[tuple[str, ...], Mapping[State, int], int]


@dataclass(frozen=True)
class Kept:
    """An answer in short without names, and the identities (the register's numbers) whose addresses it rests on."""

    identities: tuple[int, ...]
    assessed: bool
    lines: Share
    holders: tuple[_Holder, ...]

    def on(self, day: date, names: Mapping[str, str]) -> InShort:
        """Return the answer as of a day; `names` has what each holder is called."""
        holders = tuple(
            HolderLines(ids, tuple(names.get(one, one) for one in ids), lines, licensed)
            for ids, lines, licensed in self.holders
        )
        return InShort(day, self.assessed, self.lines, holders)


def kept(answer: InShort, identities: tuple[int, ...]) -> Kept:
    """Return an answer as it is kept."""
    holders = tuple((one.holders, one.lines, one.licensed) for one in answer.holders)
    return Kept(identities, answer.assessed, answer.lines, holders)


def pack(one: Kept) -> bytes:
    """Return it in few bytes; the same answer gives the same bytes."""
    told = {
        "identities": one.identities,
        "assessed": one.assessed,
        "states": one.lines.by_state,
        "licensed": one.lines.licensed,
        "holders": one.holders,
    }
    return json.dumps(told, separators=(",", ":"), sort_keys=True).encode("ascii")


def unpack(data: bytes) -> Kept:
    """Return what `pack` packed."""
    told = json.loads(data)
    return Kept(
        identities=tuple(told["identities"]),
        assessed=told["assessed"],
        lines=Share(_states(told["states"]), told["licensed"]),
        holders=tuple((tuple(ids), _states(lines), licensed) for ids, lines, licensed in told["holders"]),
    )


def _states(told: Mapping[str, int]) -> dict[State, int]:
    return {State(state): count for state, count in told.items()}
