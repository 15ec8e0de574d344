# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The words of relicensing: what becomes of a file, and what a licence says of the way to another."""

from __future__ import annotations

from registry.licences.relicensing.model import Effect
from registry.pipeline.relicensing import Outcome
from registry.web.language import gettext

ICONS = {"green": "success", "yellow": "warning", "red": "error", "blue": "info", "grey": "help"}
COLOURS = {
    Outcome.SAME: "green",
    Outcome.FREE: "grey",
    Outcome.OWN: "green",
    Outcome.LICENCE: "green",
    Outcome.UNPROVEN: "yellow",
    Outcome.CONSENT: "blue",
    Outcome.PERSON: "yellow",
    Outcome.UNKNOWN: "red",
    Outcome.THIRD_PARTY: "grey",
}
"""The colour of an outcome; the word beside it says the same."""


def outcome_word(one: Outcome) -> str:
    """Return what becomes of a file, in a few words."""
    words = {
        Outcome.SAME: gettext("Under that licence already"),
        Outcome.FREE: gettext("Not protected by copyright"),
        Outcome.OWN: gettext("The association decides: its title is documented"),
        Outcome.LICENCE: gettext("The file's licence already allows it"),
        Outcome.UNPROVEN: gettext("The association decides, if the weak links hold"),
        Outcome.CONSENT: gettext("Those who are named must agree"),
        Outcome.PERSON: gettext("Needs a person's judgement"),
        Outcome.UNKNOWN: gettext("Somebody must agree of whom nothing is known"),
        Outcome.THIRD_PARTY: gettext("Another project's: its own licence stays"),
    }
    return words[one]


def effect_word(one: Effect) -> str:
    """Return what a licence says of the way to another, in a few words."""
    words = {
        Effect.SAME: gettext("Already there"),
        Effect.INSTEAD: gettext("Open: anybody may choose it"),
        Effect.WITHIN: gettext("Open: as part of a whole"),
        Effect.TOGETHER: gettext("Open: only together with other work under it"),
        Effect.APART: gettext("Closed: side by side is allowed, another licence is not"),
        Effect.CONSENT: gettext("Closed: only whoever holds the copyright"),
        Effect.PERSON: gettext("Uncertain: needs a person"),
    }
    return words[one]


def effect_colour(one: Effect) -> str:
    """Return the colour that goes with it."""
    if one is Effect.PERSON:
        return "yellow"
    return "red" if one in {Effect.APART, Effect.CONSENT} else "green"
