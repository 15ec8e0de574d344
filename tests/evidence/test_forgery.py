# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A log rewritten, put back, cut, or damaged on the disk is found, even when it was signed again."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from sqlalchemy import Engine, text, update

from registry.errors import RefusedError
from registry.evidence import disk, service, signing
from registry.evidence.checkpoint import Checkpoint, sign_checkpoint
from registry.evidence.keys import load_key
from registry.evidence.leaf import Stamp, leaf_of
from registry.evidence.merkle import leaf_hash
from registry.evidence.model import Event, Position
from registry.evidence.places import Places
from registry.evidence.records import EventRow, table_of
from registry.evidence.store import stored_root, write_tiles
from registry.evidence.verification.model import DamageKind, Register
from registry.evidence.verification.run import verify
from tests.evidence.rows import NOW
from tests.evidence.tampering import found, tamper


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
