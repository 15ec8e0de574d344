# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Bulk: a change that brought much at once. It shows who delivered, not who wrote; every sign is kept.

Reformatting is recognised, too, and is no delivery: it creates nothing (s. 4), and takes nothing from the author.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from registry.provenance.rules.bulk import RULES, SAID, Confidence, Kind, Need, Rule

RECOGNISER = 2
"""Raised whenever the same history would be judged otherwise."""

__all__ = ["RECOGNISER", "Bulk", "Confidence", "Kind", "Ruling", "recognised", "said"]


@dataclass(frozen=True)
class Ruling:
    """What a person decided of one commit: its kind, who delivered it if that is known, and by whom and why."""

    commit: str
    kind: Kind
    deliverer: str
    by: str
    reason: str
    day: date


@dataclass(frozen=True)
class Bulk:
    """A commit that brought much at once: what it is, by which rule, and every sign with its number.

    `ruling` is a person's decision, which takes the rule's place.
    """

    commit: str
    kind: Kind
    rule: str
    confidence: Confidence
    signs: Mapping[str, int] = field(default_factory=dict)
    ruling: Ruling | None = None

    @property
    def delivers(self) -> bool:
        """Tell whether the commit counts as delivered in bulk under rule 3 of ownership."""
        if self.kind in {Kind.REFORMATTING, Kind.INDIVIDUAL}:
            return False
        return self.ruling is not None or self.confidence is not Confidence.POSSIBLE

    @property
    def deliverer_known(self) -> bool:
        """Tell whether an organisation is stated, or presumed from the address, to have delivered it."""
        return bool(self.ruling and self.ruling.deliverer) or bool(self.signs.get("named"))

    def to_json(self) -> list[Any]:
        """Return it as JSON can hold it."""
        told: dict[str, Any] = {
            "kind": str(self.kind),
            "rule": self.rule,
            "confidence": str(self.confidence),
            "signs": dict(self.signs),
        }
        if self.ruling is not None:
            one = self.ruling
            told["ruling"] = [one.deliverer, one.by, one.reason, one.day.isoformat()]
        return [self.commit, told]

    @classmethod
    def from_json(cls, stored: list[Any]) -> Self:
        """Return what `to_json` wrote; registers of the first form kept bare signs of two kinds."""
        commit, told = stored
        if isinstance(told, list):
            kind = Kind.INITIAL_IMPORT if str(told[:1]).count("root") else Kind.RELEASE_DUMP
            return cls(commit, kind, "", Confidence.LIKELY)
        kind, ruling = Kind(told["kind"]), None
        if "ruling" in told:
            deliverer, by, reason, day = told["ruling"]
            ruling = Ruling(commit, kind, deliverer, by, reason, date.fromisoformat(day))
        return cls(commit, kind, told["rule"], Confidence(told["confidence"]), told["signs"], ruling)


def recognised(signs: Mapping[str, int]) -> Rule | None:
    """Return the first rule that a commit's signs meet; None for one that is like any other."""
    return next((rule for rule in RULES if all(_met(need, signs) for need in rule.needs)), None)


def said(subject: str) -> dict[str, int]:
    """Return which words stand in a commit's own first line."""
    return {sign: 1 for sign, words in SAID.items() if words.search(subject[:300])}


def _met(need: Need, signs: Mapping[str, int]) -> bool:
    number = signs.get(need.sign)
    if number is None:
        return False
    return (need.least is None or number >= need.least) and (need.most is None or number <= need.most)
