# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Where the rules leave a question open, the reading is written down, and something holds the engine to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.ownership.rules.page import RULES
from registry.ownership.rules.readings import READINGS, Reading

TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize("reading", READINGS, ids=lambda one: one.question[:60])
def test_each_reading_is_of_a_rule_and_shown_by_a_case_or_a_test(reading: Reading) -> None:
    """No reading without a rule that leaves it open, and none that nothing tries."""
    assert reading.rule in {rule.number for rule in RULES}
    assert (TESTS / reading.shown).is_file()


def test_each_question_is_asked_once() -> None:
    """Two readings of one question would be none."""
    assert len({one.question for one in READINGS}) == len(READINGS)
