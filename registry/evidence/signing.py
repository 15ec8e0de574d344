# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Signing: the log as it stands becomes a checkpoint. Everything is verified from the disk first."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, sessionmaker

from registry.database import Sessions
from registry.errors import BadInputError, RefusedError
from registry.evidence import disk
from registry.evidence.checkpoint import Checkpoint, sign_checkpoint
from registry.evidence.door import REFUSAL, SIGNED, record
from registry.evidence.keys import keep_key, load_key, make_key, trust
from registry.evidence.model import Event
from registry.evidence.note import Signer, new_signer
from registry.evidence.places import Places
from registry.evidence.records import EventRow, table_of
from registry.evidence.store import Leaf, read_checkpoint, stored_root, write_tiles
from registry.evidence.tiles import WIDTH
from registry.evidence.verification.events import read_events
from registry.evidence.verification.log import check_log, check_tiles, root_of
from registry.evidence.verification.model import Damage, Told, quiet
from registry.evidence.verification.reading import batches
from registry.evidence.verification.run import begin_snapshot

CLOCK = "log.clock_set_right"
"""The kind of the event that says that the clock was wrong before and is right now."""

SLACK = 60
"""Seconds by which a clock may stand before the latest event: machines that share a database differ."""


def new_key(factory: Sessions, places: Places, name: str, now: datetime) -> Signer:
    """Make the log's signing key and record its public half."""
    signer = make_key(places, name)
    with factory.begin() as session:
        record(session, Event("log.key_made", f"log/{name}", {"verifier": str(signer.verifier)}), now)
    return signer


def rotate_key(factory: Sessions, places: Places, now: datetime) -> Signer:
    """Replace the signing key: the change is an event, and old and new key sign the checkpoint over it.

    The old key is gone from the disk afterwards; what it signed is believed as before.
    """
    old = load_key(places)
    new = new_signer(old.name)
    facts = {"verifier": str(new.verifier), "replaces": str(old.verifier)}
    trust(places, new.verifier)
    with factory.begin() as session:
        record(session, Event("log.key_rotated", f"log/{old.name}", dict(facts)), now)
    sign(factory, places, [old, new], now)
    keep_key(places, new)
    return new


def checkpoint(factory: Sessions, places: Places, now: datetime) -> Checkpoint:
    """Sign the log as it stands; returns the checkpoint, the last one when nothing was added since.

    Raises RefusedError, and signs nothing, when the database is older than the last checkpoint, when what
    was signed has changed, when the clock stands before what was recorded, or when others can read the key.
    """
    return sign(factory, places, [load_key(places)], now)


def sign(factory: Sessions, places: Places, signers: Sequence[Signer], now: datetime) -> Checkpoint:
    """Sign the log as it stands with each of `signers`."""
    with disk.locked(places.apart / ".lock"), factory() as session:
        begin_snapshot(session)
        kept = _last(places)
        told = Told()
        damage = list(read_events(session, told, quiet))
        _mend_beside(places, kept, told)
        _refuse(damage + list(check_log(places, told)))
        if kept is not None and kept.size == told.size and len(signers) == 1:
            return kept
        _check_clock(session, kept, now)
        old = kept.size if kept else 0
        with closing(_leaves(session, old // WIDTH * WIDTH)) as leaves:
            write_tiles(places.log, old, told.size, leaves)
        new = Checkpoint(signers[0].name, told.size, stored_root(places.log, told.size), int(now.timestamp()))
        # what was just written is read back and held against the events once more
        _refuse(list(_reread(places, told, new)))
        data = sign_checkpoint(new, signers)
        keep_apart(places, kept, data)
        disk.write_durably(places.checkpoint, data)
        return new


def keep_apart(places: Places, expected: Checkpoint | None, data: bytes) -> None:
    """Put a new checkpoint at the place apart, if the one there is still `expected`."""
    if read_checkpoint(places, places.kept) != expected:
        msg = "another run signed a checkpoint meanwhile; nothing was signed here: run it again"
        raise RefusedError(msg)
    disk.write_durably(places.kept, data)


def guarded(factory: Sessions, places: Places) -> Sessions:
    """Return the factory whose sessions refuse to write to a database older than the last checkpoint.

    Where the checkpoint kept apart is not to be believed, they write nothing at all. Reading is never refused.
    """
    try:
        kept = _last(places)
    except (BadInputError, OSError, UnicodeDecodeError) as error:
        text = f"the checkpoint kept apart at {places.kept} cannot be believed ({error}); nothing is written"
        info: dict[str, object] = {REFUSAL: text}
    else:
        if kept is None:
            return factory
        info = {SIGNED: kept.size}
    settings = factory.kw | {"info": {**(factory.kw.get("info") or {}), **info}}
    return sessionmaker(class_=factory.class_, **settings)


def _last(places: Places) -> Checkpoint | None:
    return read_checkpoint(places, places.kept)


def _mend_beside(places: Places, kept: Checkpoint | None, told: Told) -> None:
    """Finish a run that died between the two files: the checkpoint kept apart is the one that counts."""
    if kept is None or told.size < kept.size:
        return
    beside = read_checkpoint(places, places.checkpoint)
    if beside is None or beside.size < kept.size:
        disk.write_durably(places.checkpoint, places.kept.read_bytes())


def set_clock_right(factory: Sessions, reason: str, now: datetime) -> None:
    """Record that the clock is right now, and that what was recorded after this moment had a wrong one."""
    with factory.begin() as session:
        record(session, Event(CLOCK, "clock", {"reason": reason}), now)


def _check_clock(session: Session, kept: Checkpoint | None, now: datetime) -> None:
    right = session.scalar(select(func.max(EventRow.position)).where(EventRow.kind == CLOCK)) or 0
    latest = session.scalar(select(func.max(EventRow.recorded_at)).where(EventRow.position >= right))
    moments = [latest] if latest else []
    if kept is not None and kept.seconds is not None and kept.size > right:
        moments.append(datetime.fromtimestamp(kept.seconds, UTC))
    last = max(moments, default=now)
    if (last - now).total_seconds() > SLACK:
        msg = (
            f"the clock says {now.isoformat(timespec='seconds')} and the log already holds "
            f"{last.isoformat(timespec='seconds')}: nothing was signed; set the clock right, or say with "
            "--clock-is-right that it was wrong then"
        )
        raise RefusedError(msg)


def _reread(places: Places, told: Told, new: Checkpoint) -> Iterator[Damage]:
    yield from check_tiles(places.log, told, new.size)
    if root_of(told) != new.root:
        msg = "the tiles that were written do not hold the events; nothing was signed"
        raise RefusedError(msg)


def _refuse(damage: Sequence[Damage]) -> None:
    if damage:
        more = f" (and {len(damage) - 1} more)" if len(damage) > 1 else ""
        msg = f"the log is damaged and nothing was signed: {damage[0]}{more}; run `os2-registry verify`"
        raise RefusedError(msg)


def _leaves(session: Session, start: int) -> Generator[Leaf]:
    query: Select[Any] = select(table_of(EventRow)).where(EventRow.position >= start)
    for batch in batches(session, query.order_by(EventRow.position)):
        yield from ((row.leaf, row.leaf_hash) for row in batch)
