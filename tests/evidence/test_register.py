# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The whole register against its log: after a real harvest, after a change to any table, after kill -9."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from registry.evidence import guards, signing
from registry.migrations.tables import METADATA
from registry.pipeline.evidence import places_of
from tests.evidence.harvests import NOW, Place, every_fault, kills, new_place

# the stages still call Result.tuples(), which SQLAlchemy 2.1 no longer needs
pytestmark = pytest.mark.filterwarnings("ignore:The Result.tuples")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A register that holds no harvest yet, and a small repository."""
    return new_place(tmp_path)


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


def test_harvest_killed_at_any_moment_goes_on(place: Place, tmp_path: Path) -> None:
    """A harvest killed at 25 random moments leaves a register that holds, and the next one ends as ever."""
    assert kills(place, tmp_path, 25) >= 25


def test_harvest_in_which_a_call_fails_goes_on(place: Place, tmp_path: Path) -> None:
    """Whichever call of a harvest finds the disk full, what is left holds and the next one tells it all."""
    assert every_fault(place, tmp_path, errno.ENOSPC, step=40) > 100


def test_harvested_register_is_signed(place: Place) -> None:
    """A harvested register gets its key and its checkpoint, and a proof of each of its events holds."""
    place.harvest()
    register = place.open()
    where = places_of(register.settings)
    signing.new_key(register.sessions, where, "register.example/log", NOW)
    assert signing.checkpoint(register.sessions, where, NOW).size == place.verify().size
    register.engine.dispose()
