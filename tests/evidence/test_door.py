# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What enters through the door, and what the database refuses afterwards."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from registry.database import Sessions
from registry.errors import RefusedError
from registry.evidence import door, guards, service
from registry.evidence.leaf import parse_manifest
from registry.evidence.merkle import leaf_hash
from registry.evidence.model import Event
from registry.evidence.records import EventRow, HeadRow, PersonalRow
from tests.evidence.rows import NOW, FactRow, PersonRow, fact


def test_event_is_one_leaf_with_the_digest_of_its_rows(factory: Sessions) -> None:
    """An event's leaf names the list of the rows that it explains, and its hash is RFC 6962's."""
    with factory.begin() as session:
        position = service.record(session, Event("invented.stated", "fact/1", {"n": 1}), NOW, [fact()])
        row = session.get_one(EventRow, position)
        leaf = json.loads(row.leaf)
        (explained,) = parse_manifest(row.rows)
    assert (leaf["position"], leaf["kind"], leaf["facts"]) == (0, "invented.stated", {"n": 1})
    assert (explained.table, explained.key) == ("invented_facts", (1,))
    assert row.leaf_hash == leaf_hash(row.leaf)


def test_digest_of_a_row_is_the_same_when_read_back(factory: Sessions) -> None:
    """What was digested before the flush is what the database gives back, for every type of column."""
    with factory.begin() as session:
        row = fact()
        service.record(session, Event("invented.stated", "fact/1"), NOW, [row])
        before = door.explain(row)
    with factory() as session:
        assert door.explain(session.scalars(select(FactRow)).one()) == before


def test_personal_value_stands_in_the_log_as_a_salted_commitment(factory: Sessions) -> None:
    """Neither an event's personal values nor a row's personal columns stand in the log."""
    event = Event("invented.named", "person/1", personal={"name": "Asta Ager"})
    with factory.begin() as session:
        row = PersonRow(name="Asta Ager", email="asta@eksempelby.example", role="author")
        position = service.record(session, event, NOW, [row])
        logged = session.get_one(EventRow, position)
        names = set(session.scalars(select(PersonalRow.name)))
    assert b"Asta" not in logged.leaf + logged.rows
    assert b"asta" not in logged.leaf + logged.rows
    assert names == {"name", "invented_persons [1] email", "invented_persons [1] name"}


def test_row_of_facts_is_closed_and_not_changed(factory: Sessions) -> None:
    """What was known at a position is a WHERE clause: rows carry the positions that opened and closed it."""
    with factory.begin() as session:
        row = fact()
        first = service.record(session, Event("invented.stated", "fact/1"), NOW, [row])
        second = service.record(session, Event("invented.ended", "fact/1"), NOW, [fact("ny")], closes=[row])
    assert (row.recorded, row.closed) == (first, second)
    with factory.begin() as session, pytest.raises(RefusedError, match="closed already"):
        service.record(session, Event("invented.ended", "fact/1"), NOW, closes=[row])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE evidence_events SET kind = 'x'",
        "DELETE FROM evidence_events",
        "UPDATE evidence_observations SET status = 200",
        "DELETE FROM evidence_observations",
        "DELETE FROM evidence_personal",
        "UPDATE evidence_personal SET value = 'x'",
        "UPDATE evidence_head SET size = 0",
        "DELETE FROM evidence_head",
    ],
)
def test_database_refuses_to_change_evidence(
    engine: Engine, factory: Sessions, tmp_path: Path, statement: str
) -> None:
    """The database itself refuses UPDATE and DELETE on evidence, whoever asks."""
    with factory.begin() as session:
        service.record(session, Event("invented.named", "person/1", personal={"name": "Asta"}), NOW)
        service.observe(session, tmp_path, service.Seen("page", "x", "https://x.example", NOW, b"x"))
    with engine.connect() as connection, pytest.raises(DBAPIError, match="never changed"):
        connection.execute(text(statement))


def test_rolled_back_event_leaves_no_gap(factory: Sessions) -> None:
    """A transaction that fails leaves neither rows nor event, and its position is used by the next."""
    with factory() as session:
        service.record(session, Event("invented.stated", "fact/1"), NOW, [fact()])
        session.rollback()
    with factory.begin() as session:
        assert service.record(session, Event("invented.stated", "fact/1"), NOW) == 0
        assert session.scalars(select(FactRow)).all() == []


def test_two_writers_wait_for_each_other(factory: Sessions) -> None:
    """Two writers at once get neighbouring positions, each its own, and nothing is lost."""
    positions: list[int] = []

    def write() -> None:
        for _ in range(20):
            with factory.begin() as session:
                positions.append(service.record(session, Event("invented.stated", "fact"), NOW, [fact()]))

    writers = [threading.Thread(target=write) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(positions) == list(range(60))


def test_clock_set_back_stands_in_the_leaf(factory: Sessions) -> None:
    """An event recorded while the clock stands before an earlier event's says so itself."""
    with factory.begin() as session:
        service.record(session, Event("invented.stated", "fact/1"), NOW)
        position = service.record(session, Event("invented.stated", "fact/2"), NOW - timedelta(hours=1))
        assert json.loads(session.get_one(EventRow, position).leaf)["behind"] == 3600


def test_hostile_text_is_logged_and_not_lost(factory: Sessions) -> None:
    """Lone surrogates in a fact and a subject longer than its column do not stop a harvest."""
    with factory.begin() as session:
        event = Event("invented.stated", "x" * 700 + "\udc80", {"path": "\udcff", "list": ["\udc80"]})
        row = session.get_one(EventRow, service.record(session, event, NOW))
    assert json.loads(row.leaf)["facts"] == {"path": "\\udcff", "list": ["\\udc80"]}
    assert len(row.subject) == 300


def test_leaf_too_large_for_the_log_is_refused(factory: Sessions) -> None:
    """Facts that fill more than 65,535 bytes belong in a blob, and the sentence says so."""
    with factory.begin() as session, pytest.raises(RefusedError, match="as a blob"):
        service.record(session, Event("invented.stated", "fact/1", {"x": "y" * 70_000}), NOW)


def test_database_older_than_the_signed_checkpoint_is_not_written_to(factory: Sessions) -> None:
    """A session that knows of a longer signed log refuses to append to this one."""
    with factory(info={door.SIGNED: 3}) as session, pytest.raises(RefusedError, match="old copy"):
        service.record(session, Event("invented.stated", "fact/1"), NOW)


def test_events_are_appended_in_batches(factory: Sessions) -> None:
    """Each batch of 500 events with a row each is one transaction; `make bench` says how many a second."""
    for _ in range(4):
        with factory.begin() as session:
            service.record_many(
                session,
                [service.Entry(Event("invented.stated", "fact", {"n": n}), [fact()]) for n in range(500)],
                NOW,
            )
    with factory() as session:
        assert session.get_one(HeadRow, 1).size == 2000


@pytest.mark.postgresql
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_role_that_owns_nothing_has_no_right_to_change_evidence(engine: Engine) -> None:
    """On PostgreSQL the register's own role may add events, and the server itself denies it all else."""
    with engine.begin() as connection:
        connection.execute(text("DROP ROLE IF EXISTS registrar"))
        connection.execute(text("CREATE ROLE registrar"))
        for statement in guards.rights("registrar"):
            connection.execute(text(statement))
    for statement in ("UPDATE evidence_events SET kind = 'x'", "DELETE FROM evidence_events"):
        with engine.connect() as connection, pytest.raises(DBAPIError, match="permission denied"):
            connection.execute(text("SET ROLE registrar"))
            connection.execute(text(statement))
    with Session(engine) as session:
        session.execute(text("SET ROLE registrar"))
        assert service.record(session, Event("invented.stated", "fact/1", personal={"by": "Asta"}), NOW) == 0
    with engine.begin() as connection:
        connection.execute(text("DROP OWNED BY registrar"))
        connection.execute(text("DROP ROLE registrar"))
