# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Each way of tampering with a register is found, and the place is named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Column, Engine, Table, select, text, update

from registry.errors import RefusedError
from registry.evidence import disk, service, signing
from registry.evidence.checkpoint import Checkpoint, sign_checkpoint
from registry.evidence.keys import load_key
from registry.evidence.leaf import Stamp, leaf_of
from registry.evidence.merkle import leaf_hash
from registry.evidence.model import Event, JsonValue, Position
from registry.evidence.places import Places
from registry.evidence.records import EventRow, table_of
from registry.evidence.store import stored_root, write_tiles
from registry.evidence.verification.model import DamageKind, Register, Scope
from registry.evidence.verification.run import verify
from tests.evidence.rows import NOW, CopyRow, FactRow, PersonRow, copies_digest, fact, tables

TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
POSTGRESQL = (
    "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON tgrelid = pg_class.oid WHERE NOT tgisinternal"
)


SWAP_EVENTS = """UPDATE evidence_events SET position = -1 WHERE position = 2;
UPDATE evidence_events SET position = 2 WHERE position = 3;
UPDATE evidence_events SET position = 3 WHERE position = -1"""
SWAP_FACTS = """UPDATE invented_facts SET id = -1 WHERE id = 1;
UPDATE invented_facts SET id = 1 WHERE id = 2;
UPDATE invented_facts SET id = 2 WHERE id = -1"""


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


def tamper(engine: Engine, *statements: str) -> None:
    """Change the database as its owner can: guards down first."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            drops = [f"DROP TRIGGER {name}" for (name,) in connection.execute(text(TRIGGERS))]
        else:
            drops = [f"DROP TRIGGER {n} ON {t}" for n, t in connection.execute(text(POSTGRESQL)).all()]
        for statement in (*drops, *statements):
            connection.execute(text(statement))


def found(register: Register) -> set[tuple[DamageKind, str, str]]:
    """Return what verification finds, without its words."""
    return {(one.kind, one.table, one.key) for one in verify(register).damage}


def test_untouched_register_holds(filled: Register) -> None:
    """Nothing is found in a register that nobody touched, by any scope."""
    for scope in (Scope(), Scope(since=3), Scope(sample=2), Scope(since=2, sample=1)):
        answer = verify(filled, scope)
        assert answer.holds, answer.damage
        assert answer.root == verify(filled).root
    assert (verify(filled).events, verify(filled).blobs) == (7, 2)


def forged(value: Any) -> Any:
    """Return another value of the same type."""
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 41
        case bytes():
            return value + b"x"
        case datetime() | date():
            return value - timedelta(days=9)
        case str():
            return value[:-1] + ("y" if value.endswith("x") else "x")
        case _:
            return {"forged": 1}


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


def change(engine: Engine, table: Table, row: Any, values: dict[str, Any]) -> None:
    """Change one row, found by its key."""
    found = row if isinstance(row, dict) else row._mapping
    same = [column == found[column.name] for column in table.primary_key.columns]
    with engine.begin() as connection:
        connection.execute(update(table).where(*same).values(values))


def example(column: Column[Any]) -> Any:
    """Return some value for a column that holds none."""
    examples = {datetime: NOW, date: NOW.date(), bytes: b"x", str: "x", float: 1.5}
    return examples.get(column.type.python_type, 1)


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


def forge(register: Register, engine: Engine) -> None:
    """Rewrite an event and its hash so that the database agrees with itself."""
    leaf = leaf_of(Event("invented.stated", "fact/9"), Stamp(Position(4), NOW), {}, b"")
    values = {
        "leaf": leaf,
        "leaf_hash": leaf_hash(leaf),
        "kind": "invented.stated",
        "subject": "fact/9",
        "rows": b"",
    }
    tamper(engine, "DELETE FROM evidence_observations WHERE recorded = 4")
    events = table_of(EventRow)
    with engine.begin() as connection:
        connection.execute(update(events).where(events.c.position == 4).values(values))


def test_event_rewritten_with_its_hash_is_found(filled: Register, engine: Engine) -> None:
    """An event rewritten so that the database agrees with itself differs from what was signed, and is named."""
    forge(filled, engine)
    assert {(DamageKind.FORKED, "log", "0 to 6"), (DamageKind.ALTERED, "evidence_events", "4")} <= found(
        filled
    )


def test_rewritten_and_signed_again_log_is_found(filled: Register, engine: Engine, places_of: Places) -> None:
    """Whoever rewrites database and tiles and signs anew with the stolen key is betrayed by what is apart."""
    forge(filled, engine)
    shutil.rmtree(places_of.log)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT leaf, leaf_hash FROM evidence_events ORDER BY position"))
        leaves = [(bytes(leaf), bytes(hashed)) for leaf, hashed in rows]
    write_tiles(places_of.log, 0, len(leaves), iter(leaves))
    forged = Checkpoint("register.example/log", 7, stored_root(places_of.log, 7), int(NOW.timestamp()))
    disk.write_durably(places_of.checkpoint, sign_checkpoint(forged, [load_key(places_of)]))
    assert found(filled) == {(DamageKind.FORKED, "log", "0 to 6")}


def test_old_database_put_back_is_found_and_not_written_to(
    filled: Register, engine: Engine, places_of: Places
) -> None:
    """A database older than the checkpoint kept apart is named as cut off, only read, never signed."""
    tamper(engine, "DELETE FROM evidence_events WHERE position > 5", "UPDATE evidence_head SET size = 6")
    assert (DamageKind.TRUNCATED, "log", "6 to 6") in found(filled)
    writing = signing.guarded(filled.sessions, places_of)
    with writing() as session, pytest.raises(RefusedError, match="old copy"):
        service.record(session, Event("invented.stated", "fact/9"), NOW)
    with pytest.raises(RefusedError, match="nothing was signed"):
        signing.checkpoint(filled.sessions, places_of, NOW)


@pytest.mark.parametrize("instead", [lambda d: b"\0" + d[1:], lambda d: d[:-1], lambda d: d + b"x", None])
def test_any_byte_of_a_blob_is_found(filled: Register, instead: Callable[[bytes], bytes] | None) -> None:
    """A blob with a byte changed, cut, added, or gone is named by its digest."""
    path = sorted(filled.blobs.glob("??/*"))[0]
    if instead is None:
        path.unlink()
    else:
        path.write_bytes(instead(path.read_bytes()))
    kind = DamageKind.MISSING if instead is None else DamageKind.ALTERED
    assert found(filled) == {(kind, "blobs", path.parent.name + path.name)}


@pytest.mark.parametrize("name", ["tile/0/000.p/7", "tile/entries/000.p/7", "checkpoint"])
def test_any_byte_of_the_log_on_disk_is_found(filled: Register, places_of: Places, name: str) -> None:
    """A tile, an entry bundle or a checkpoint with a byte changed is found, and so is one that is gone."""
    path = places_of.log / name
    before = path.read_bytes()
    for at in range(0, len(before), 41):
        path.write_bytes(before[:at] + bytes([before[at] ^ 4]) + before[at + 1 :])
        assert not verify(filled).holds, at
    path.unlink()
    assert name == "checkpoint" or not verify(filled).holds


def test_checkpoint_kept_apart_and_lost_is_said(filled: Register, places_of: Places) -> None:
    """When the checkpoint kept apart is gone while the log has one, verification says so."""
    places_of.kept.unlink()
    assert {one[0] for one in found(filled)} == {DamageKind.CHECKPOINT}


def test_derived_table_computed_otherwise_is_found(filled: Register, engine: Engine) -> None:
    """A derived table that is not what the log holds the digest of is named."""
    tamper(engine, "UPDATE invented_copies SET text = 'forged'")
    assert found(filled) == {(DamageKind.ALTERED, "copies", "copies")}


def test_damage_reads_as_a_sentence(filled: Register, engine: Engine) -> None:
    """A finding names the kind of damage, the table, the row, and the event that says otherwise."""
    tamper(engine, "UPDATE invented_facts SET name = 'x' WHERE id = 2")
    (damage,) = verify(filled).damage
    assert str(damage) == "altered: invented_facts 2: it is not the row that event 2 explains"


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
