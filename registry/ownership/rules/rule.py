# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A rule: its words in both languages, its source in the statute, and how certain it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

STATUTE = "LBK 1093/2023 (2023-08-20) as amended by act 676/2024 (2024-06-11)"
"""The version of ophavsretsloven that the rules cite."""


class Certainty(StrEnum):
    """How certain a rule is: what is `uncertain` makes a link weak."""

    SETTLED = "settled"
    USUAL = "usual"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class Rule:
    """A rule of ownership: its number in the domain's order, a key, its words, source and certainty."""

    number: str
    key: str
    da: str
    en: str
    source: str
    certainty: Certainty
    version: int = 1
