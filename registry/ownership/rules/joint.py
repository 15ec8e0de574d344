# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 11, joint works: every author's chain must arrive; the worst decides, and all holders are listed."""

from __future__ import annotations

from collections.abc import Iterable

from registry.ownership.answers import CLAIMABLE, State
from registry.ownership.rules.rule import Certainty, Rule

RULE = Rule(
    number="11",
    key="joint",
    da="Har flere skrevet værket sammen, skal hver ophavsmands kæde føre frem. Den dårligste afgør "
    "vurderingen; hver "
    "indehaver kan alene påtale en krænkelse.",
    en="Where several wrote the work together, every author's chain must arrive. The worst decides the "
    "answer; each "
    "holder may alone pursue an infringement.",
    source="Ophavsretsloven s. 6",
    certainty=Certainty.USUAL,
)


def worst(states: Iterable[State]) -> State:
    """Return the worst of the states that somebody can hold."""
    return min(states, key=CLAIMABLE.index)
