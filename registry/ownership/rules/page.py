# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The rules of ownership, in order, on one page."""

from __future__ import annotations

from registry.ownership.rules import (
    assignment,
    author,
    bulk,
    claims,
    conflict,
    data,
    employment_code,
    employment_texts,
    form,
    joint,
    licence,
    no_employment,
    onward,
    origin,
    succession,
    time,
)
from registry.ownership.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    origin.RULE,
    author.RULE,
    bulk.RULE,
    employment_code.RULE,
    employment_texts.RULE,
    data.RULE,
    no_employment.RULE,
    assignment.RULE,
    onward.RULE,
    form.RULE,
    succession.RULE,
    joint.RULE,
    conflict.RULE,
    claims.RULE,
    time.RULE,
    licence.RULE,
)

RULES_VERSION = " ".join(f"{rule.number}.{rule.version}" for rule in RULES)
"""Which wording of each rule answered: stored with every determination that is kept."""
