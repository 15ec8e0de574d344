# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 1, origin: what is not the parties' work, or no work at all, before anybody asks who wrote it."""

from __future__ import annotations

from registry.ownership.answers import State
from registry.ownership.matter import Matter
from registry.ownership.rules.rule import Certainty, Rule
from registry.provenance.model import Origin

RULE = Rule(
    number="1",
    key="origin",
    da="En andens komponent er en andens. Offentlige aktstykker, og hvad en maskine har lavet uden et "
    "menneske, "
    "er ikke beskyttet. Genereret indhold følger det, det er lavet af.",
    en="Another project's component is another's. Official texts, and what a machine made without a "
    "human author, "
    "are not protected. Generated content follows what it was made from.",
    source="Ophavsretsloven ss. 1, 9",
    certainty=Certainty.SETTLED,
)


def by_origin(matter: Matter) -> State | None:
    """Return the state that the origin alone decides; `generated` is asked only when no source is named."""
    if matter.origin in (Origin.THIRD_PARTY, Origin.IMPORTED):
        return State.THIRD_PARTY
    if matter.origin in (Origin.OFFICIAL_TEXT, Origin.GENERATED):
        return State.NOT_PROTECTED
    nobody = not matter.authors
    if nobody and (matter.origin is Origin.BOT or (matter.ai_assisted and not matter.bulk)):
        return State.NOT_PROTECTED
    return None
