# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A small register of its own for each test, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from registry.database import Sessions, open_engine, sessions
from registry.evidence import service, signing
from registry.evidence.model import Event, JsonValue
from registry.evidence.places import Places, places
from registry.evidence.verification.model import Register
from tests import postgres
from tests.evidence.rows import COPIES, NOW, CopyRow, PersonRow, copies_digest, create, fact, tables


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


@pytest.fixture
def filled(register: Register, places_of: Places) -> Register:
    """A register with facts, a person, a derived table, two blobs, and a checkpoint over it all."""
    signing.new_key(register.sessions, places_of, "register.example/log", NOW)
    with register.sessions.begin() as session:
        old, copy = fact("første"), CopyRow(text="copied")
        service.record(session, Event("invented.stated", "fact/1", personal={"by": "Asta Ager"}), NOW, [old])
        service.record(session, Event("invented.closed", "fact/1"), NOW, [fact("anden")], closes=[old])
        person = PersonRow(name="Asta Ager", email=None, role="author")
        service.record(session, Event("invented.named", "person/1"), NOW, [person])
        for body in (b"one", b"two"):
            service.observe(
                session, register.blobs, service.Seen("page", "x", "https://x.example", NOW, body)
            )
        session.add(copy)
        session.flush()
        facts: dict[str, JsonValue] = {"derived": {"copies": dict(copies_digest(session))["copies"]}}
        service.record(session, Event("invented.copied", "copies", facts), NOW)
    signing.checkpoint(register.sessions, places_of, NOW)
    return register
