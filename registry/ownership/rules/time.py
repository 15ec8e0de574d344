# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 14, time: which acts had effect (as of), and what was recorded (known)."""

from __future__ import annotations

from registry.ownership.rules.rule import Certainty, Rule

RULE = Rule(
    number="14",
    key="time",
    da="En vurdering gælder en dag: de overdragelser, der virkede den dag, og det, der var registreret "
    "på en anden dag. "
    "Beviser om fortiden tæller, når de er registreret, uanset hvornår de er underskrevet.",
    en="An answer is about a day: the acts that had effect by it, and what was recorded by another. "
    "Evidence of the past "
    "counts once recorded, whenever it was signed.",
    source="Domain 6, rule 14",
    certainty=Certainty.SETTLED,
)
