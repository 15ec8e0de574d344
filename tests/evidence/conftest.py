# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A small register of its own for each test, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from registry.database import Sessions, open_engine, sessions
from tests.evidence.rows import create


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty register in an SQLite file."""
    engine = open_engine(f"sqlite:///{tmp_path / 'data' / 'register.sqlite'}")
    create(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def factory(engine: Engine) -> Sessions:
    """The factory of that register's sessions."""
    return sessions(engine)
