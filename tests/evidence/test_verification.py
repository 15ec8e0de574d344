# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Each way of tampering with a register is found, and the place is named."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from registry.evidence import service
from registry.evidence.model import Event
from registry.evidence.verification.model import DamageKind, Register, Scope
from registry.evidence.verification.run import verify
from tests.evidence.rows import NOW, FactRow, PersonRow, tables
from tests.evidence.tampering import change, example, forged, found, tamper

SWAP_EVENTS = """UPDATE evidence_events SET position = -1 WHERE position = 2;
UPDATE evidence_events SET position = 2 WHERE position = 3;
UPDATE evidence_events SET position = 3 WHERE position = -1"""
SWAP_FACTS = """UPDATE invented_facts SET id = -1 WHERE id = 1;
UPDATE invented_facts SET id = 1 WHERE id = 2;
UPDATE invented_facts SET id = 2 WHERE id = -1"""


def test_untouched_register_holds(filled: Register) -> None:
    """Nothing is found in a register that nobody touched, by any scope."""
    for scope in (Scope(), Scope(since=3), Scope(sample=2), Scope(since=2, sample=1)):
        answer = verify(filled, scope)
        assert answer.holds, answer.damage
        assert answer.root == verify(filled).root
    assert (verify(filled).events, verify(filled).blobs) == (7, 2)


@pytest.mark.parametrize("name", [table.name for table in tables()])
def test_any_column_of_any_row_altered_is_found(filled: Register, engine: Engine, name: str) -> None:
    """Whatever column of whatever row of whatever table is changed, verification names the table."""
    table = next(one for one in tables() if one.name == name)
    # a salt is held against the value in its row, so the finding is there
    named = {"invented_copies": {"copies"}, "evidence_personal": {name, "invented_persons"}}
    tamper(engine)
    with engine.connect() as connection:
        rows = connection.execute(select(table).order_by(*table.primary_key.columns)).all()
    for row in rows:
        for column in table.columns:
            before = row._mapping[column]
            instead = forged(before) if before is not None else example(column)
            change(engine, table, row, {column.name: instead})
            found_in = {one.table for one in verify(filled).damage}
            assert found_in & named.get(name, {name}), (column, found_in)
            changed = {**row._mapping, column.name: instead}
            change(engine, table, changed, {column.name: before})
    assert verify(filled).holds


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE invented_facts SET at = 'never' WHERE id = 2",
        "UPDATE invented_facts SET more = 'no json' WHERE id = 2",
        "UPDATE invented_facts SET name = CAST(x'ff' AS TEXT) WHERE id = 2",
        "UPDATE evidence_events SET recorded_at = 'never' WHERE position = 2",
        "UPDATE evidence_events SET leaf = 'text' WHERE position = 2",
        "UPDATE evidence_head SET latest = 'never'",
        "UPDATE evidence_personal SET value = CAST(x'ff' AS TEXT) WHERE position = 1",
        "UPDATE evidence_observations SET size = 'many' WHERE id = 1",
        "UPDATE evidence_observations SET digest = '../../etc/passwd' WHERE id = 1",
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_value_that_cannot_be_read_is_found(filled: Register, engine: Engine, statement: str) -> None:
    """A column with something in it that is none of its type is damage, not a crash."""
    tamper(engine, statement)
    table = statement.split()[1]
    assert table in {one.table for one in verify(filled).damage}


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("DELETE FROM invented_facts WHERE id = 1", (DamageKind.REMOVED, "invented_facts", "1")),
        (
            "DELETE FROM evidence_observations WHERE id = 1",
            (DamageKind.REMOVED, "evidence_observations", "1"),
        ),
        ("DELETE FROM evidence_events WHERE position = 3", (DamageKind.REMOVED, "evidence_events", "3")),
        (
            "UPDATE evidence_events SET position = 9000000000000 WHERE position = 3",
            (DamageKind.REMOVED, "evidence_events", "3"),
        ),
        (
            "DELETE FROM evidence_personal WHERE position = 1",
            (DamageKind.REMOVED, "evidence_personal", "1, by"),
        ),
        ("DELETE FROM invented_copies", (DamageKind.REMOVED, "copies", "copies")),
        ("DELETE FROM evidence_events WHERE position > 4", (DamageKind.TRUNCATED, "log", "5 to 6")),
        (
            "INSERT INTO invented_persons (id, name, role) VALUES (9, 'x', 'y')",
            (DamageKind.INSERTED, "invented_persons", "9"),
        ),
        (
            "UPDATE evidence_events SET recorded_at = '1999-01-01 00:00:00.000000' WHERE position = 2",
            (DamageKind.ALTERED, "evidence_events", "2"),
        ),
        (SWAP_EVENTS, (DamageKind.ALTERED, "evidence_events", "3")),
        (SWAP_FACTS, (DamageKind.ALTERED, "invented_facts", "1")),
    ],
)
def test_removal_insertion_swap_back_dating_truncation_are_found(
    filled: Register, engine: Engine, statement: str, expected: tuple[DamageKind, str, str]
) -> None:
    """Rows and events removed, inserted, swapped, back-dated or cut off are named with table and key."""
    tamper(engine, *statement.split(";"))
    assert expected in found(filled)


def test_derived_table_computed_otherwise_is_found(filled: Register, engine: Engine) -> None:
    """A derived table that is not what the log holds the digest of is named."""
    tamper(engine, "UPDATE invented_copies SET text = 'forged'")
    assert found(filled) == {(DamageKind.ALTERED, "copies", "copies")}


def test_damage_reads_as_a_sentence(filled: Register, engine: Engine) -> None:
    """A finding names the kind of damage, the table, the row, and the event that says otherwise."""
    tamper(engine, "UPDATE invented_facts SET name = 'x' WHERE id = 2")
    (damage,) = verify(filled).damage
    assert str(damage) == "altered: invented_facts 2: it is not the row that event 2 explains"


def test_a_position_beyond_the_log_is_told(filled: Register) -> None:
    """Whoever mistypes it must not read that what they meant holds."""
    assert any("there are no events from 999 on" in one for one in verify(filled, Scope(since=999)).notes)
    assert not any("no events" in one for one in verify(filled, Scope(since=3)).notes)


def test_sample_and_since_look_at_what_they_say(filled: Register, engine: Engine) -> None:
    """With --since only later events and what they explain are looked at."""
    tamper(engine, "UPDATE invented_facts SET name = 'x' WHERE id = 2")
    assert verify(filled, Scope(since=3)).holds
    assert not verify(filled, Scope(since=2)).holds
    assert not verify(filled, Scope(sample=100)).holds


def test_row_logged_again_may_change(filled: Register) -> None:
    """A row that a later event explains anew is held against that event, its personal columns, too."""
    with filled.sessions.begin() as session:
        person = session.scalars(select(PersonRow)).one()
        person.role, person.name = "editor", "Asta Bakke"
        service.record(session, Event("invented.named", "person/1"), NOW, [person])
    assert verify(filled).holds, verify(filled).damage
    with filled.sessions.begin() as session:
        session.scalars(select(FactRow)).all()[0].name = "unseen"
    assert not verify(filled).holds
