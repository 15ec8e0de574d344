# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A passage: the way of a work from the licence it is under to another, and the clause that opens or closes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from registry.licences.terms.compatibility import Origin
from registry.licences.terms.model import Clause, Text


class Effect(StrEnum):
    """What a licence says of passing the work on under another; the first four ask nobody."""

    SAME = "same"
    INSTEAD = "instead"  # anybody may choose the other licence
    WITHIN = "within"  # it may go into a whole under the other; its own permission and notices stay
    TOGETHER = "together"  # only where it is combined with other work under the other licence
    APART = "apart"  # it may be combined, but stays under its own licence
    CONSENT = "consent"  # only whoever holds the copyright can give the other licence
    PERSON = "person"  # the texts do not settle it: a person must judge


OPEN = frozenset({Effect.SAME, Effect.INSTEAD, Effect.WITHIN, Effect.TOGETHER})
"""The effects by which nobody has to consent."""

WORST_LAST = (
    Effect.SAME,
    Effect.INSTEAD,
    Effect.WITHIN,
    Effect.TOGETHER,
    Effect.PERSON,
    Effect.APART,
    Effect.CONSENT,
)


@dataclass(frozen=True)
class Step:
    """The answer for one licence and one target: the rule that gave it, in words, with its clauses."""

    inbound: str
    target: str
    effect: Effect
    rule: str
    why: Text
    clauses: tuple[Clause, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True)
class Passage:
    """The answer for an expression: of the ways to satisfy it the best, of what applies together the worst."""

    inbound: str
    target: str
    effect: Effect
    steps: tuple[Step, ...]

    @property
    def is_open(self) -> bool:
        """Whether the licence itself lets the work be passed on under the target."""
        return self.effect in OPEN
