# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""On PostgreSQL the register runs as a role that may add evidence, and the server denies it all else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text
from sqlalchemy.exc import DBAPIError

from registry.database import open_engine
from registry.migrations import migrate
from tests.builders import new_repository
from tests.postgres import empty_database
from tests.running import run

pytestmark = pytest.mark.postgresql
WORDS = "only-in-tests"


@pytest.fixture
def owner(postgresql: str, tmp_path: Path) -> Iterator[Engine]:
    """A register's tables, whose owner ran what the command prints for the role `registrar`."""
    said = run(tmp_path / "none", "rights", "registrar").out
    with empty_database(postgresql) as address:
        engine = open_engine(address)
        migrate(engine)
        with engine.begin() as connection:
            connection.execute(text(f"CREATE ROLE registrar LOGIN PASSWORD '{WORDS}'"))
            for statement in said.split(";\n")[:-1]:
                connection.execute(text(statement))
        yield engine
        with engine.begin() as connection:
            connection.execute(text("DROP OWNED BY registrar"))
            connection.execute(text("DROP ROLE registrar"))
        engine.dispose()


@pytest.fixture
def address(owner: Engine) -> str:
    """The database's address for that role."""
    url = owner.url.set(username="registrar", password=WORDS)
    return make_url(url).render_as_string(hide_password=False)


def test_the_role_can_harvest_erase_and_verify(address: str, tmp_path: Path) -> None:
    """Everything that the register does day by day works without the owner's rights."""
    repository = new_repository(tmp_path / "in" / "havn+kaj")
    repository.commit({"a.py": b"a\n", "LICENSE": b"MPL-2.0\n"})
    for arguments in (
        ("harvest", "--mirrors", str(tmp_path / "in")),
        ("harvest", "--mirrors", str(tmp_path / "in")),
        ("erase", "contributor", "1", "--reason", "asked for by letter"),
        ("checkpoint", "--new-key", "register.example/log"),
        ("verify",),
    ):
        ran = run(tmp_path / "data", "--database", address, *arguments)
        assert ran.code == 0, ran


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE evidence_events SET kind = 'x'",
        "DELETE FROM evidence_events",
        "TRUNCATE evidence_events",
        "UPDATE evidence_observations SET size = 0",
        "DELETE FROM evidence_personal",
        "UPDATE evidence_personal SET name = 'x'",
        "DELETE FROM evidence_head",
        "DROP TABLE evidence_events",
        "ALTER TABLE evidence_events DISABLE TRIGGER ALL",
    ],
)
def test_the_role_cannot_change_evidence(address: str, statement: str) -> None:
    """The server says no, whatever the program wanted."""
    engine = open_engine(address)
    with engine.connect() as connection, pytest.raises(DBAPIError, match=r"permission denied|must be owner"):
        connection.execute(text(statement))
    engine.dispose()
