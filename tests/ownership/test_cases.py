# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Every worked case, given or our own, gets the answer that it expects."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.ownership.answer_json import answers_json
from registry.ownership.decider import determine
from registry.ownership.reading.file import read_facts
from tests.ownership.cases import TODAY, all_cases, expectations, unmet


@pytest.mark.parametrize("case", all_cases(), ids=lambda path: path.stem)
def test_a_worked_case_gets_the_answer_that_it_expects(case: Path) -> None:
    """State and holders are exact; what is listed is among what the answer lists; shares agree to 1e-9."""
    data = case.read_bytes()
    expected, shares = expectations(data)
    facts = read_facts(data)
    answers = determine(facts, TODAY)
    assert {name: unmet(one, answers[name]) for name, one in expected.items()} == {
        name: [] for name in expected
    }
    if shares is not None:
        found = answers_json(facts, answers)["shares"]
        assert isinstance(found, dict)
        for name, share in shares.items():
            assert found[name] == (None if share == "null" else pytest.approx(float(share), abs=1e-9))
