# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The API keeps to its own description, whatever a program makes of it."""

from __future__ import annotations

from tests.api.contract import check, generated


def test_a_short_run_of_schemathesis_finds_nothing(address: str) -> None:
    """No failure of the register, no status and no form that is not described; the long run is `make contract`."""
    done = check(address, "--max-examples", "2", "--phases", "fuzzing")
    assert done.returncode == 0, done.stdout + done.stderr
    assert generated(done) >= 60
