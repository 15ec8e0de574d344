# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What the database or the operating system said, as a sentence that helps."""

from __future__ import annotations

import errno
import os
import sqlite3

import pytest

from registry.errors import cause_of


@pytest.mark.parametrize(
    "error",
    [
        sqlite3.OperationalError("database or disk is full"),
        sqlite3.OperationalError("disk I/O error"),
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    ],
)
def test_a_full_disk_is_said_with_what_to_do(error: Exception) -> None:
    """Whoever reads it may fear for the records."""
    said = cause_of(error)
    assert said.startswith(str(error))
    assert said.endswith("make room on the disk and run it again: what was recorded before is kept")


def test_another_cause_stays_as_it_was_said() -> None:
    """Its first line alone, or its kind where it says nothing."""
    assert cause_of(ValueError("one\ntwo")) == "one"
    assert cause_of(KeyError()) == "KeyError"
