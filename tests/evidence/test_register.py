# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The whole register against its log: after a real harvest, after a change to any table, after kill -9."""

from __future__ import annotations

import random
import shutil
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text, update

from registry.evidence import guards, signing
from registry.evidence.verification.model import Verification
from registry.evidence.verification.run import verify
from registry.migrations.tables import METADATA
from registry.pipeline.evidence import places_of, verified
from registry.pipeline.mirrors import harvest_git
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register, open_register
from registry.settings import read_settings
from tests.builders import new_repository
from tests.evidence.crashes import killed

# the stages still call Result.tuples(), which SQLAlchemy 2.1 no longer needs
pytestmark = pytest.mark.filterwarnings("ignore:The Result.tuples")
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Place:
    """A data folder and a repository to harvest."""

    data: Path
    repository: Path

    def open(self) -> Register:
        """Open the register."""
        return open_register(read_settings({}, None, str(self.data)), lambda: NOW)

    def harvest(self) -> None:
        """Harvest the repository, as the command does."""
        register = self.open()
        harvest_git(register, str(self.repository), None, Wish(), lambda *_: None)
        register.engine.dispose()

    def verify(self) -> Verification:
        """Hold the register against its log."""
        register = self.open()
        answer = verify(verified(register))
        register.engine.dispose()
        return answer


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A register that holds no harvest yet, and a small repository with code, text and a licence."""
    repository = new_repository(tmp_path / "eksempel+lille")
    repository.commit({"LICENSE": b"MPL-2.0\n", "main.py": b"print(1)\n"})
    repository.commit({"README.md": b"# Lille\n", "main.py": b"print(2)\n"})
    place = Place(tmp_path / "data", repository.path)
    place.open().engine.dispose()
    return place


def test_harvested_register_holds(place: Place) -> None:
    """After a harvest every row of every table is explained or sealed, and again after one without news."""
    for _ in range(2):
        place.harvest()
        answer = place.verify()
        assert answer.holds, answer.damage


def test_opened_register_has_its_guards(place: Place) -> None:
    """A register that migrations made has every guard that the tables of the tests have."""
    register = place.open()
    with register.engine.connect() as connection:
        names = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
        assert set(inspect(connection).get_table_names()) >= {t.name for t in METADATA.sorted_tables}
    register.engine.dispose()
    assert names == {statement.split()[2] for statement in guards.statements("sqlite")}


def test_any_table_of_a_harvested_register_altered_is_found(place: Place) -> None:
    """In each table that holds rows, a changed value is found, and the table is named."""
    place.harvest()
    register = place.open()
    with register.engine.begin() as connection:
        for name in connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            connection.execute(text(f"DROP TRIGGER {name}"))
    tried = 0
    for table in METADATA.sorted_tables:
        column = next((one for one in table.columns if not one.primary_key and not one.foreign_keys), None)
        with register.engine.connect() as connection:
            row = connection.execute(select(table)).first()
        if row is None or column is None:
            continue
        same = [one == row._mapping[one.name] for one in table.primary_key.columns]
        forged = text("x'00'" if column.type.python_type is bytes else "'1999-01-01 00:00:00'")
        for value in (forged, row._mapping[column.name]):
            if value is forged:
                statement = update(table).where(*same).values({column.name: value})
            else:
                assert table.name in {one.table for one in verify(verified(register)).damage}
                statement = update(table).where(*same).values({column.name: value})
            with register.engine.begin() as connection:
                connection.execute(statement)
        tried += 1
    assert tried > 12
    assert verify(verified(register)).holds
    register.engine.dispose()


def test_harvest_killed_at_any_moment_goes_on(place: Place, tmp_path: Path) -> None:
    """A harvest killed at 25 random moments leaves a register that holds, and the next one ends as ever."""
    whole = Place(tmp_path / "whole", place.repository)
    shutil.copytree(place.data, whole.data)
    began = time.monotonic()
    whole.harvest()
    longest = time.monotonic() - began
    for number in range(25):
        one = Place(tmp_path / f"kill-{number}", place.repository)
        shutil.copytree(place.data, one.data)
        killed(lambda _, at=one: at.harvest(), random.uniform(0, longest))  # type: ignore[misc]
        left = one.verify()
        assert left.holds, left.damage
        one.harvest()
        answer = one.verify()
        assert answer.holds, answer.damage
        assert answer.size >= whole.verify().size
        shutil.rmtree(one.data)


def test_harvested_register_is_signed(place: Place) -> None:
    """A harvested register gets its key and its checkpoint, and a proof of each of its events holds."""
    place.harvest()
    register = place.open()
    where = places_of(register.settings)
    signing.new_key(register.sessions, where, "register.example/log", NOW)
    assert signing.checkpoint(register.sessions, where, NOW).size == place.verify().size
    register.engine.dispose()
