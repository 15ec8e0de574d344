# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A proof: what anybody needs to see that an event stands in the log that a checkpoint was signed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.orm import Session

from registry.errors import BadInputError, DamagedError, NotFoundError
from registry.evidence.keys import trusted
from registry.evidence.merkle import consistency_path, includes, inclusion_path, leaf_hash
from registry.evidence.model import Position
from registry.evidence.note import open_note
from registry.evidence.places import Places
from registry.evidence.records import EventRow
from registry.evidence.store import read_checkpoint, stored_node
from registry.evidence.tiles import WIDTH, parse_path


@dataclass(frozen=True)
class Proof:
    """`leaf` is the event's canonical JSON, `path` its audit path in the tree of `size` leaves (RFC 6962).

    `checkpoint` is the signed note whose root the path leads to, as it stands on the disk; `rows` the list of
    explained rows whose digest the leaf holds.
    """

    leaf: bytes
    rows: bytes
    index: int
    size: int
    path: tuple[bytes, ...]
    root: bytes
    checkpoint: bytes

    @property
    def holds(self) -> bool:
        """Whether leaf and path lead to the root that was signed."""
        return includes(leaf_hash(self.leaf), self.index, self.size, self.path, self.root)


def proof(session: Session, places: Places, position: Position) -> Proof:
    """Return the proof that event `position` stands in the log, against the latest checkpoint.

    Raises NotFoundError for an event that is not there, or that was recorded after the latest checkpoint, and
    DamagedError where the log's own files are not as they were left.
    """
    row = session.get(EventRow, position)
    if row is None:
        msg = f"there is no event {position} in this register"
        raise NotFoundError(msg)
    with _own_files(places):
        checkpoint = read_checkpoint(places, places.checkpoint)
        if checkpoint is None or checkpoint.size <= position:
            msg = f"no checkpoint covers event {position} yet; the next one will"
            raise NotFoundError(msg)
        path = inclusion_path(stored_node(places.log, checkpoint.size), position, checkpoint.size)
        note = places.checkpoint.read_bytes()
    return Proof(
        leaf=row.leaf,
        rows=row.rows,
        index=position,
        size=checkpoint.size,
        path=tuple(path),
        root=checkpoint.root,
        checkpoint=note,
    )


@dataclass(frozen=True)
class Signed:
    """The latest checkpoint as it stands on the disk, what it says, and the public key to check it under."""

    note: bytes
    origin: str
    size: int
    root: bytes
    seconds: int | None
    verifier: str


def signed(places: Places) -> Signed | None:
    """Return the latest checkpoint; None where none is signed yet. Raises DamagedError for one not believed."""
    with _own_files(places):
        checkpoint = read_checkpoint(places, places.checkpoint)
        if checkpoint is None:
            return None
        note = places.checkpoint.read_bytes()
        _, signers = open_note(note, trusted(places))
    key = next(str(one) for one in signers if one.name == checkpoint.origin)
    return Signed(
        note=note,
        origin=checkpoint.origin,
        size=checkpoint.size,
        root=checkpoint.root,
        seconds=checkpoint.seconds,
        verifier=key,
    )


@dataclass(frozen=True)
class Handed:
    """A file of the log as it stands on the disk; `entries` where it holds the leaves themselves."""

    data: bytes
    entries: bool


def tile_at(places: Places, path: str) -> Handed:
    """Return the tile or the entry bundle at a path of C2SP tlog-tiles, below the log's own.

    Raises NotFoundError for one that the latest checkpoint does not cover, or that no log has; DamagedError
    where that checkpoint is not believed.
    """
    tile = parse_path(path)
    with _own_files(places):
        checkpoint = read_checkpoint(places, places.checkpoint)
    size = checkpoint.size >> (8 * tile.level) if checkpoint and tile else 0
    if tile is None or tile.index * WIDTH + tile.width > size:
        msg = f"the log has no tile at {path[:100]!r} yet, or never will"
        raise NotFoundError(msg)
    try:
        return Handed((places.log / path).read_bytes(), path == tile.entries)
    except FileNotFoundError:
        msg = f"the tile {path} is not kept any more; take the fuller one"
        raise NotFoundError(msg) from None


def consistency(places: Places, old: int, new: int) -> Sequence[bytes]:
    """Return the proof that the log of `new` events goes on from that of `old`; both within the tiles."""
    return consistency_path(stored_node(places.log, new), old, new)


@contextmanager
def _own_files(places: Places) -> Iterator[None]:
    """Whatever is wrong with the log's own files is the register's fault, and is told as such."""
    try:
        yield
    except (BadInputError, OSError, ValueError) as error:
        msg = (
            f"the log's files at {places.log} or the keys that they are believed under are not as they were left "
            f"({error}); run `os2-registry verify`"
        )
        raise DamagedError(msg) from error
