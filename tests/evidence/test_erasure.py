# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Erased values and bytes are gone, the log says so, and its proofs still hold."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from registry.errors import NotFoundError
from registry.evidence import service, signing
from registry.evidence.blobs import blob_path
from registry.evidence.erasure import Erasure, Shelf, erase, of_row, of_value, replay
from registry.evidence.model import Event, Position
from registry.evidence.places import Places
from registry.evidence.proving import proof
from registry.evidence.records import table_of
from registry.evidence.scrub import scrub
from registry.evidence.verification.model import DamageKind, Register
from registry.evidence.verification.run import verify
from tests.evidence.rows import NOW, PersonRow, tables


@pytest.fixture
def shelf(register: Register, places_of: Places) -> Shelf:
    """A signed register with a person and a blob, as erasing takes it."""
    signing.new_key(register.sessions, places_of, "register.example/log", NOW)
    with register.sessions.begin() as session:
        event = Event("invented.named", "person/1", personal={"by": "Asta Ager"})
        person = PersonRow(name="Asta Ager", email="asta@eksempelby.example", role="author")
        service.record(session, event, NOW, [person])
        service.observe(
            session, register.blobs, service.Seen("page", "x", "https://x.example", NOW, b"private")
        )
    signing.checkpoint(register.sessions, places_of, NOW)
    return Shelf(register.sessions, tables(), register.blobs, places_of)


def test_erased_value_leaves_a_proof_that_holds(shelf: Shelf, register: Register, places_of: Places) -> None:
    """After a personal value is erased its event's proof still holds, and verification finds no damage."""
    erase(shelf, of_value(1, "by", "asked for by letter"), NOW)
    with register.sessions() as session:
        assert proof(session, places_of, Position(1)).holds
    assert verify(register).holds, verify(register).damage


def test_erased_row_keeps_what_is_not_personal(shelf: Shelf, register: Register) -> None:
    """Erasing a row's personal columns leaves the rest of it verifiable against the log."""
    with register.sessions() as session:
        erasure = of_row(session, table_of(PersonRow), (1,), "asked for by letter")
    erase(shelf, erasure, NOW)
    with register.sessions() as session:
        person = session.scalars(select(PersonRow)).one()
    assert (person.name, person.email, person.role) == ("", None, "author")
    assert verify(register).holds, verify(register).damage
    with register.sessions.begin() as session:
        session.scalars(select(PersonRow)).one().role = "editor"
    assert {one.table for one in verify(register).damage} == {"invented_persons"}


def test_erased_blob_is_erased_and_not_damaged(shelf: Shelf, register: Register) -> None:
    """The bytes of an erased blob are gone; verification and scrubbing do not call that damage."""
    with register.sessions() as session:
        seen = service.observation(session, 1)
    erase(shelf, Erasure("holds a CPR number", blob=seen.digest), NOW)
    with pytest.raises(NotFoundError):
        service.body(register.blobs, seen)
    assert verify(register).holds
    assert scrub(shelf, NOW).damage == ()


def test_erasure_that_died_halfway_is_finished(shelf: Shelf, register: Register) -> None:
    """Bytes that came back after their tombstone are found, and replaying the tombstones removes them."""
    with register.sessions() as session:
        seen = service.observation(session, 1)
    erase(shelf, Erasure("holds a CPR number", blob=seen.digest), NOW)
    path = blob_path(register.blobs, seen.digest)
    path.write_bytes(b"private")
    assert {one.kind for one in verify(register).damage} == {DamageKind.ALTERED}
    replay(shelf)
    assert not path.exists()
    assert verify(register).holds


def test_scrubber_keeps_bad_bytes_and_records_loss_and_return(shelf: Shelf, register: Register) -> None:
    """Bad bytes are kept aside, their loss is recorded once, and the blob's return is recorded, too."""
    with register.sessions() as session:
        seen = service.observation(session, 1)
    path = blob_path(register.blobs, seen.digest)
    path.write_bytes(b"rotten")
    kinds = [[one.kind for one in scrub(shelf, NOW).damage] for _ in range(2)]
    assert kinds == [[DamageKind.ALTERED], [DamageKind.MISSING]]
    assert [one.read_bytes() for one in (register.blobs / "bad").iterdir()] == [b"rotten"]
    path.write_bytes(b"private")
    assert scrub(shelf, NOW).damage == ()
    with register.sessions() as session:
        found = service.events_of(session, f"blob/{seen.digest}")
    assert [one.kind for one in found] == ["evidence.blob_lost", "evidence.blob_back"]
    assert verify(register).holds


def test_scrubber_walks_its_part_alone(shelf: Shelf) -> None:
    """The parts of a walk share the blobs out: each is read once."""
    assert sum(scrub(shelf, NOW, part, 4).looked for part in range(4)) == 1
