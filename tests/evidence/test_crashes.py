# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""No crash and no fault loses or halves anything; the short form of what `make soak` does thousands of times."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from tests.evidence import crashes, faults


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A register to copy."""
    return crashes.template(tmp_path / "model")


def test_any_call_may_find_the_disk_full(model: Path, tmp_path: Path) -> None:
    """Whichever call to disk or database fails, what is left holds, and the next run ends at the same root."""
    assert faults.every_fault(model, tmp_path, errno.ENOSPC) > 60


@pytest.mark.parametrize("error", [errno.EIO, errno.EACCES])
def test_calls_may_fail_otherwise(model: Path, tmp_path: Path, error: int) -> None:
    """An I/O error or a missing permission at every seventh call does no silent damage either."""
    assert faults.every_fault(model, tmp_path, error, step=7) > 60


def test_harvest_may_be_killed_at_any_moment(model: Path, tmp_path: Path) -> None:
    """A harvest killed at 25 random moments loses no acknowledged event and leaves no half one."""
    assert crashes.kills(model, tmp_path, crashes.harvest, 25) >= 25


def test_checkpoint_may_be_killed_at_any_moment(model: Path, tmp_path: Path) -> None:
    """A checkpoint killed at 25 random moments leaves a log that the next one signs."""
    assert crashes.kills(model, tmp_path, crashes.checkpoint, 25, prepared=True) >= 25
