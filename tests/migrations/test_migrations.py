# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Migrations: the tables that they make are the tables that the code knows, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from registry.database import open_engine
from registry.migrations import HEAD, migrate
from registry.migrations.tables import METADATA
from registry.pipeline.register import open_register
from registry.settings import read_settings
from tests.builders import new_repository
from tests.postgres import empty_database
from tests.running import harvest, lines_of, provenance, run


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    """An engine on the empty database."""
    opened = open_engine(address)
    yield opened
    opened.dispose()


def test_the_tables_are_those_of_the_code(engine: Engine) -> None:
    """After all migrations nothing differs from what the stages describe."""
    assert migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_the_second_time(engine: Engine) -> None:
    """A database that is up to date is left alone."""
    migrate(engine)
    assert migrate(engine) is False
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD


def test_seeded_once(address: str, tmp_path: Path) -> None:
    """A new register knows OS2's organisations and products; opened again it does not learn them twice."""
    settings = read_settings({}, address, str(tmp_path / "data"))
    counts = []
    for _ in range(2):
        opened = open_register(settings)
        with opened.engine.connect() as connection:
            tables = ("custody_organisations", "governance_products", "evidence_events")
            counts.append(
                [connection.exec_driver_sql(f"SELECT count(*) FROM {one}").scalar() for one in tables]
            )
        opened.engine.dispose()
    assert counts[0] == counts[1] and all(counts[0])


@pytest.mark.postgresql
def test_both_databases_tell_the_same(postgresql: str, tmp_path: Path) -> None:
    """The same harvest on PostgreSQL tells the same lines as on SQLite, odd paths and authors included."""
    repository = new_repository(tmp_path / "in" / "havn+kaj")
    paths = [
        b"\xff\xfe.py",
        b"line\nfeed.py",
        b"/".join(sha256(b"%d" % n).hexdigest().encode() for n in range(60)),
        *(b"%d.py" % n for n in range(20)),
    ]
    repository.commit(
        dict.fromkeys(paths, b"a\nb\n"), author=b"B\0\xf8\xed\xa0\x80 <b\xf8@example.org>".replace(b"\0", b"")
    )
    repository.commit(
        {"0.py": b"a\nc\n", "m.pdf": b"\0"}, date="99999999999 +0000", message=b"\xed\xa0\x80\x1b[2J"
    )
    harvest(tmp_path / "data", tmp_path / "in")
    with empty_database(postgresql) as address:
        there = ("--database", address)
        ran = run(tmp_path / "other", *there, "harvest", "--mirrors", str(tmp_path / "in"))
        assert ran.code == 0, ran
        told = run(tmp_path / "other", *there, "provenance", "havn/kaj", "--json").json
        again = run(tmp_path / "other", *there, "harvest", "--json", "--mirrors", str(tmp_path / "in")).json
        assert run(tmp_path / "other", *there, "provenance", "havn/kaj").code == 0
    assert told == provenance(tmp_path / "data", "havn/kaj") and len(lines_of(told)) == len(paths)
    assert again["results"][0]["outcome"] == "unchanged"
