# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Yesterday's registers, log and all, become today's: what was logged before the migrations holds behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from registry.evidence import service as evidence
from registry.evidence.model import Event
from registry.evidence.signing import new_key
from registry.evidence.verification.model import Register
from registry.migrations import HEAD, migrate
from registry.migrations.tables import METADATA
from registry.pipeline.evidence import DERIVED
from tests.evidence.rows import NOW
from tests.evidence.tampering import tamper
from tests.migrations.kept import REASON, REVISIONS, Kept, put_back, then, unpack
from tests.running import run


@pytest.fixture(params=REVISIONS)
def kept(request: pytest.FixtureRequest, address: str, tmp_path: Path) -> Iterator[Kept]:
    """The kept register of each revision, as it was left, on each kind of database."""
    with put_back(request.param, address, tmp_path) as found:
        yield found


def today(kept: Kept) -> Register:
    """Bring a kept register up to date; returns it as verification takes it today."""
    migrate(kept.engine)
    return replace(kept.register(), tables=METADATA.sorted_tables, derived=DERIVED)


def test_a_kept_register_holds_before_and_behind_the_migrations(kept: Kept) -> None:
    """Each revision's register verifies as it was left, and as the migrations make it."""
    before = evidence.verify(kept.register())
    assert before.holds, before.damage
    after = evidence.verify(today(kept))
    assert after.holds, after.damage
    assert before.size <= after.size and before.blobs == after.blobs


def test_a_kept_register_goes_on(kept: Kept) -> None:
    """What is recorded and signed behind the migrations stands in one log with what was there before."""
    register = today(kept)
    new_key(register.sessions, kept.places, "demonstration", NOW)
    with register.sessions.begin() as session:
        evidence.record(session, Event("log.clock_set_right", "clock", {"reason": "a test's"}), NOW)
    signed = evidence.checkpoint(register.sessions, kept.places, NOW)
    answer = evidence.verify(register)
    assert answer.holds, answer.damage
    assert signed.size == answer.size and signed.root == answer.root


def test_a_kept_register_is_still_guarded(kept: Kept) -> None:
    """A row that is altered behind the migrations is found."""
    register = today(kept)
    tamper(kept.engine, "UPDATE custody_holdings SET name = 'another' WHERE id = 1")
    assert [str(one.table) for one in evidence.verify(register).damage] == ["custody_holdings"]


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_backup_of_an_older_version_is_restored(address: str, tmp_path: Path, revision: str) -> None:
    """The command makes a register of today of it, on either database, and verifies it."""
    unpack(revision, tmp_path / "kept")
    ran = run(tmp_path / "data", "--database", address, "restore", str(tmp_path / "kept"))
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "everything holds"), ran


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_kept_register_has_rows_of_every_kind(kept: Kept) -> None:
    """No table of a kept register is empty: a migration that forgets one is found out."""
    with kept.engine.connect() as connection:
        tables = then(kept.engine).values()
        counts = {one.name: connection.scalar(select(func.count()).select_from(one)) for one in tables}
    assert not [name for name, count in counts.items() if not count]


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_what_was_erased_before_a_migration_stays_erased(kept: Kept) -> None:
    """The tombstone of a kept register says why, and the value is not there."""
    today(kept)
    with kept.engine.connect() as connection:
        assert connection.scalar(text("SELECT email FROM parties_identities WHERE id = 1")) is None
        leaf = connection.scalar(text("SELECT leaf FROM evidence_events WHERE kind = 'evidence.erased'"))
    assert leaf is not None and REASON.encode() in leaf


def test_the_newest_kept_register_is_none_of_tomorrow() -> None:
    """Registers are kept from the first revision on, and none is of one that is not known."""
    assert REVISIONS[0] == "0001" and REVISIONS[-1] <= HEAD
