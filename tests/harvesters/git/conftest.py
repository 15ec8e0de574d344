# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A repository somebody else made, and our mirror of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from harvesters.git.model import Mirror
from harvesters.git.store import open_mirror
from tests.builders import Repository, new_repository


@pytest.fixture
def foreign(tmp_path: Path) -> Repository:
    """Return somebody else's repository, empty."""
    return new_repository(tmp_path / "foreign")


@pytest.fixture
def mirror(tmp_path: Path) -> Mirror:
    """Return our mirror, empty."""
    return open_mirror(tmp_path / "mirror")
