# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A stand-in for GitHub and a register that harvests from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.demo.standin import Repository
from tests.builders import new_repository
from tests.stories.github import QUAY, Place, place


@pytest.fixture
def github(tmp_path: Path) -> Iterator[Place]:
    """An empty GitHub and a register."""
    with place(tmp_path) as found:
        yield found


@pytest.fixture
def quay(tmp_path: Path) -> Repository:
    """A repository with content."""
    built = new_repository(tmp_path / "quay.git")
    built.commit({"a.py": b"a\n"})
    return Repository(1, QUAY, git=built.path)
