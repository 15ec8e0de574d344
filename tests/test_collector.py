# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The collector rests inside a block, and afterwards goes on as it did before."""

from __future__ import annotations

import gc

import pytest

from registry.collector import resting


def test_the_collector_rests_and_goes_on() -> None:
    """An error inside the block changes nothing in that."""
    with pytest.raises(ValueError, match="inside"), resting():
        assert not gc.isenabled()
        raise ValueError("inside")
    assert gc.isenabled()


def test_what_stays_is_not_looked_at_again() -> None:
    """It is frozen at the end of the block."""
    before = gc.get_freeze_count()
    with resting(stays=True):
        kept = [[number] for number in range(100)]
    assert gc.get_freeze_count() >= before + len(kept)
    gc.unfreeze()
