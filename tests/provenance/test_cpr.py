# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Tests of CPR numbers: what must be found so that it is never shown, and what only looks alike."""

from __future__ import annotations

import pytest

from registry.provenance.cpr import count


@pytest.mark.parametrize(
    "text",
    [
        "010190-1234",
        "cpr: 010190-1234.",
        "010190 1234",
        "290200-4321",
        "0101900002",
        "a;010190-1234,5",
        "(311236-9999)",
    ],
)
def test_found(text: str) -> None:
    """A date with four digits behind a dash or space is one; ten digits in a row, if modulus 11 holds."""
    assert count(text.encode()) == 1


@pytest.mark.parametrize(
    "text",
    [
        "320190-1234",
        "010090-1234",
        "290201-4321",
        "0101901234",
        "a0101900002",
        "00010190-1234",
        "010190-12345",
        "9f-010190-1234-ab",
        "M 10 010190 1234 20",
    ],
)
def test_not_found(text: str) -> None:
    """No date, no check digit, longer words and coordinates are none."""
    assert count(text.encode()) == 0


def test_each_is_counted() -> None:
    """Numbers in a list are counted one by one."""
    assert count(b"010190-1234,020290-1234\n030390-1234") == 3
