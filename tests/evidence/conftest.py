# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A small register of its own for each test, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from registry.database import Sessions, open_engine, sessions
from registry.evidence.places import Places, places
from registry.evidence.verification.model import Register
from tests import postgres
from tests.evidence.rows import COPIES, create, tables


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL server that runs as long as the tests do."""
    with postgres.server() as address:
        yield address


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, of both kinds in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'data' / 'register.sqlite'}"
    else:
        with postgres.empty_database(request.getfixturevalue("postgresql_server")) as address:
            yield address


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An empty register."""
    engine = open_engine(database_url)
    create(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def factory(engine: Engine) -> Sessions:
    """The factory of that register's sessions."""
    return sessions(engine)


@pytest.fixture
def places_of(tmp_path: Path) -> Places:
    """Where the register's log stands."""
    return places(tmp_path / "data", {})


@pytest.fixture
def register(factory: Sessions, places_of: Places, tmp_path: Path) -> Register:
    """The register as verification takes it."""
    return Register(factory, tables(), tmp_path / "data" / "blobs", places_of, [COPIES])
