# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A repository to write into, and a register that it is harvested into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.pipeline.register import Register
from tests.builders import Repository, new_repository
from tests.running import register


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository in the folder that is harvested."""
    return new_repository(tmp_path / "in" / "havn+kaj")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Register]:
    """The register that is harvested into."""
    with register(tmp_path / "data") as one:
        yield one
