# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 6, no employment: who is no employee stays holder until a paper moves it; paying moves nothing."""

from __future__ import annotations

from registry.ownership.answers import Weak
from registry.ownership.course import Person, Start
from registry.ownership.rules.rule import Certainty, Rule
from registry.parties.model import Basis, Engagement

RULE = Rule(
    number="6",
    key="no_employment",
    da="Den, der ikke er ansat, beholder rettighederne, indtil en aftale overdrager dem. At bestille "
    "eller betale "
    "overdrager intet.",
    en="Who is no employee stays the holder until a paper moves it. Commissioning or paying does not.",
    source="Ophavsretsloven ss. 1, 53",
    certainty=Certainty.USUAL,
)


def stays_with_author(person: Person, engagement: Engagement, weak: frozenset[Weak]) -> Start:
    """Return the start at the author; the engagement's party is nobody's employer."""
    if engagement.basis is Basis.PRESUMED:
        weak |= {Weak.PRESUMED_ENGAGEMENT}
    asked = (engagement.party,)
    return Start(person.id, weak=person.weak | weak, own=True, employers=asked, destination=person.id)
