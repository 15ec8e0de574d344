# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The log on the disk: tiles and checkpoint in a folder that any web server can hand out (tlog-tiles)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from registry.errors import NotFoundError, RefusedError
from registry.evidence import disk
from registry.evidence.checkpoint import Checkpoint, open_checkpoint
from registry.evidence.keys import trusted
from registry.evidence.merkle import Frontier, Node, extend, frontier_at, root
from registry.evidence.places import Places
from registry.evidence.tiles import WIDTH, Read, Tile, bundle, node_reader, tiles_between

_HASH = 32


def read_tile(log: Path) -> Read:
    """Return the reader of a folder's tiles; it raises NotFoundError, and RefusedError for a wrong length."""

    def read(tile: Tile) -> bytes:
        path = log / tile.path
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            msg = f"the tile {tile.path} is missing from the log; run `os2-registry checkpoint --rebuild`"
            raise NotFoundError(msg) from None
        if len(data) != tile.width * _HASH:
            msg = f"the tile {tile.path} has {len(data)} bytes in place of {tile.width * _HASH}; restore it"
            raise RefusedError(msg)
        return data

    return read


def stored_node(log: Path, size: int) -> Node:
    """Return the reader of the tree of `size` leaves that stands in a folder."""
    return node_reader(read_tile(log), size)


def stored_root(log: Path, size: int) -> bytes:
    """Return the root over the first `size` leaves, computed from the tiles on the disk."""
    return root(frontier_at(stored_node(log, size), size))


Leaf = tuple[bytes, bytes]
"""A leaf and its hash."""


def write_tiles(log: Path, old: int, new: int, leaves: Iterator[Leaf]) -> None:
    """Write the tiles with which a log grows from `old` to `new`; `leaves` begin at old's last tile."""
    for tile in tiles_between(old, new):
        if tile.level == 0:
            part = [next(leaves) for _ in range(tile.width)]
            disk.write_once(log / tile.entries, bundle([leaf for leaf, _ in part]))
            disk.write_once(log / tile.path, b"".join(hashed for _, hashed in part))
        else:
            disk.write_once(log / tile.path, tile_above(log, tile))


def tile_above(log: Path, tile: Tile) -> bytes:
    """Return the bytes of a tile of a higher level, computed from the full tiles below it."""
    read = read_tile(log)
    first = tile.index * WIDTH
    below = (read(Tile(tile.level - 1, first + place)) for place in range(tile.width))
    return b"".join(tile_root(data) for data in below)


def tile_root(data: bytes) -> bytes:
    """Return the hash over one full tile."""
    return root(extend(Frontier(), hashes_of(data)))


def hashes_of(data: bytes) -> Sequence[bytes]:
    """Return the hashes that a tile holds."""
    return [data[at : at + _HASH] for at in range(0, len(data), _HASH)]


def read_checkpoint(places: Places, path: Path) -> Checkpoint | None:
    """Return the checkpoint in a file, None without a file; raises BadInputError for one not believed."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    return open_checkpoint(data, trusted(places))
