# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What is signed, and what never is: a damaged log, an old one, a wrong clock, a key that others can read."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from registry.database import Sessions
from registry.errors import NotFoundError, RefusedError
from registry.evidence import merkle, service, signing
from registry.evidence.checkpoint import open_checkpoint
from registry.evidence.keys import load_key, trusted
from registry.evidence.model import Event, Position
from registry.evidence.note import open_note
from registry.evidence.places import Places
from registry.evidence.proving import consistency, proof
from registry.evidence.store import read_checkpoint
from tests.evidence.rows import NOW, fact

NAME = "register.example/log"


@pytest.fixture
def signed(factory: Sessions, places_of: Places) -> Sessions:
    """A register of 301 events with a checkpoint over them."""
    signing.new_key(factory, places_of, NAME, NOW)
    add(factory, 300)
    signing.checkpoint(factory, places_of, NOW)
    return factory


def add(factory: Sessions, count: int) -> None:
    """Record so many events with a row each."""
    with factory.begin() as session:
        entries = [service.Entry(Event("invented.stated", "fact", {"n": n}), [fact()]) for n in range(count)]
        service.record_many(session, entries, NOW)


def test_checkpoint_covers_the_log_and_goes_on_from_the_last(signed: Sessions, places_of: Places) -> None:
    """A later checkpoint's tree goes on from the earlier one's, and anybody can see it from the tiles."""
    first = read_checkpoint(places_of, places_of.kept)
    add(signed, 700)
    second = signing.checkpoint(signed, places_of, NOW)
    assert first is not None
    assert (first.size, second.size) == (301, 1001)
    path = consistency(places_of, first.size, second.size)
    assert merkle.consistent(first.size, second.size, (first.root, second.root), path)


def test_nothing_new_signs_nothing(signed: Sessions, places_of: Places) -> None:
    """Without a new event the checkpoint stays the one that was signed."""
    before = places_of.checkpoint.read_bytes()
    signing.checkpoint(signed, places_of, NOW + timedelta(days=1))
    assert places_of.checkpoint.read_bytes() == before == places_of.kept.read_bytes()


def test_proof_leads_to_the_signed_root(signed: Sessions, places_of: Places) -> None:
    """The proof of an event holds against the signed checkpoint, for that event alone."""
    with signed() as session:
        found = proof(session, places_of, Position(42))
    assert found.holds
    assert open_checkpoint(found.checkpoint, trusted(places_of)).root == found.root
    other = merkle.includes(merkle.leaf_hash(found.leaf), 43, found.size, found.path, found.root)
    assert not other


def test_event_after_the_checkpoint_has_no_proof_yet(signed: Sessions, places_of: Places) -> None:
    """An event that no checkpoint covers has no proof, and the sentence says when it will."""
    add(signed, 1)
    with signed() as session, pytest.raises(NotFoundError, match="the next one will"):
        proof(session, places_of, Position(301))


def test_event_can_be_told_about_a_row(signed: Sessions) -> None:
    """From an event one sees which rows it explains."""
    with signed() as session:
        assert service.event(session, 5).rows == (("invented_facts", (5,)),)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_key_that_others_can_read_is_not_used(signed: Sessions, places_of: Places, mode: int) -> None:
    """A key file open to group or others is refused, and nothing is signed."""
    places_of.key.chmod(mode)
    add(signed, 1)
    with pytest.raises(RefusedError, match="open to others"):
        signing.checkpoint(signed, places_of, NOW)
    kept = read_checkpoint(places_of, places_of.kept)
    assert kept is not None
    assert kept.size == 301


def test_key_in_a_folder_that_others_can_write_is_not_used(signed: Sessions, places_of: Places) -> None:
    """A key whose folder lets others in is refused."""
    places_of.keys.chmod(0o770)
    with pytest.raises(RefusedError, match="chmod 700"):
        signing.checkpoint(signed, places_of, NOW)


def test_key_is_a_file_and_no_link(signed: Sessions, places_of: Places) -> None:
    """A link in the key's place is not followed."""
    target = places_of.key.rename(places_of.keys / "elsewhere")
    places_of.key.symlink_to(target)
    with pytest.raises(OSError, match="symbolic"):
        load_key(places_of)


def test_second_key_is_not_made_over_the_first(signed: Sessions, places_of: Places) -> None:
    """Making a key where one is does not overwrite it."""
    with pytest.raises(RefusedError, match="already"):
        signing.new_key(signed, places_of, NAME, NOW)


def test_rotated_key_signs_beside_the_old_one(signed: Sessions, places_of: Places) -> None:
    """The checkpoint over a rotation bears both signatures, the next one the new key's alone."""
    old = load_key(places_of)
    new = signing.rotate_key(signed, places_of, NOW)
    _, both = open_note(places_of.checkpoint.read_bytes(), trusted(places_of))
    add(signed, 1)
    signing.checkpoint(signed, places_of, NOW)
    _, one = open_note(places_of.checkpoint.read_bytes(), trusted(places_of))
    assert (set(both), set(one)) == ({old.verifier, new.verifier}, {new.verifier})


def test_clock_set_back_signs_nothing(signed: Sessions, places_of: Places) -> None:
    """A clock that stands before what was recorded is refused."""
    add(signed, 1)
    with pytest.raises(RefusedError, match="set the clock right"):
        signing.checkpoint(signed, places_of, NOW - timedelta(hours=1))


def test_clock_that_was_ahead_is_set_right_on_the_record(signed: Sessions, places_of: Places) -> None:
    """After a clock that ran ahead, a recorded statement lets signing go on; verification notes the times."""
    with signed.begin() as session:
        service.record(session, Event("invented.stated", "fact"), NOW + timedelta(days=900))
    with pytest.raises(RefusedError, match="clock-is-right"):
        signing.checkpoint(signed, places_of, NOW)
    signing.set_clock_right(signed, "the clock of the old machine ran ahead", NOW)
    assert signing.checkpoint(signed, places_of, NOW).size == 303


def test_checkpoint_put_back_is_not_signed_over(signed: Sessions, places_of: Places) -> None:
    """An old checkpoint put back in the place apart is noticed, and nothing is signed."""
    old = places_of.kept.read_bytes()
    add(signed, 1)
    signing.checkpoint(signed, places_of, NOW)
    places_of.kept.write_bytes(old)
    add(signed, 1)
    with pytest.raises(RefusedError, match="put back or lost"):
        signing.checkpoint(signed, places_of, NOW)


def test_checkpoint_of_somebody_else_is_not_believed(signed: Sessions, places_of: Places) -> None:
    """A checkpoint under a key that is not trusted is damage, and nothing is signed over it."""
    places_of.verifiers.write_text("")
    add(signed, 1)
    with pytest.raises(Exception, match="known here"):
        signing.checkpoint(signed, places_of, NOW)


def test_two_signers_at_once_sign_one_log(signed: Sessions, places_of: Places) -> None:
    """Two runs that sign at once wait for each other: the last checkpoint covers everything."""
    add(signed, 3)
    runs = [threading.Thread(target=signing.checkpoint, args=(signed, places_of, NOW)) for _ in range(4)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    kept = read_checkpoint(places_of, places_of.kept)
    assert kept is not None
    assert kept.size == 304


def test_guarded_sessions_write_to_the_present_register(signed: Sessions, places_of: Places) -> None:
    """Sessions that know of the checkpoint write to a database that covers it."""
    add(signing.guarded(signed, places_of), 1)


def test_nothing_is_written_while_the_checkpoint_apart_is_not_believed(
    signed: Sessions, places_of: Places
) -> None:
    """When the checkpoint kept apart bears no known signature, guarded sessions read and do not write."""
    places_of.verifiers.write_text("")
    with signing.guarded(signed, places_of)() as session:
        assert service.event(session, 0).kind == "log.key_made"
        with pytest.raises(RefusedError, match="cannot be believed"):
            service.record(session, Event("invented.stated", "fact"), NOW)
