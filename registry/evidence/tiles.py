# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A tile: 256 neighbouring hashes of the log's tree, or 256 leaves, as one file (C2SP tlog-tiles)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from registry.evidence.merkle import Node, node_hash

WIDTH = 256
"""Hashes in a full tile; eight levels of the tree stand in each."""

LARGEST_ENTRY = 65_535
"""A leaf's length is written in two bytes."""

_PATH = re.compile(
    r"tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?"
)
_HEIGHT = 8
_HASH = 32


@dataclass(frozen=True)
class Tile:
    """The name of one tile: its level (0 = leaf hashes), its place there, and how many hashes it holds."""

    level: int
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Where the tile stands below the log's folder."""
        return f"tile/{self.level}/{_number(self.index, self.width)}"

    @property
    def entries(self) -> str:
        """Where the leaves themselves stand, for a tile of level 0."""
        return f"tile/entries/{_number(self.index, self.width)}"


def parse_path(path: str) -> Tile | None:
    """Return the tile that stands at a path, None where no tile ever does. A bundle's has its tile of level 0."""
    found = _PATH.fullmatch(path)
    if found is None:
        return None
    level, places, width = found.groups()
    index = int(places.replace("/", "").replace("x", ""))
    tile = Tile(0 if level == "entries" else int(level), index, int(width or WIDTH))
    return tile if path in {tile.path, tile.entries if level == "entries" else tile.path} else None


Read = Callable[[Tile], bytes]
"""Gives the bytes of a tile."""


def tiles_between(old: int, new: int) -> Iterator[Tile]:
    """Yield the tiles that a log grown from `old` to `new` leaves needs and did not have, lowest first."""
    level = 0
    while new >> (_HEIGHT * level):
        before, after = old >> (_HEIGHT * level), new >> (_HEIGHT * level)
        for index in range(before // WIDTH, after // WIDTH):
            yield Tile(level, index)
        if after % WIDTH and after != before:
            yield Tile(level, after // WIDTH, after % WIDTH)
        level += 1


def node_reader(read: Read, size: int) -> Node:
    """Return the reader of the complete subtrees of a log of `size` leaves that stands in tiles."""

    def node(level: int, index: int) -> bytes:
        tile_level, rise = divmod(level, _HEIGHT)
        first = index << rise
        tile = _tile(tile_level, first // WIDTH, size)
        start = first % WIDTH
        data = read(tile)
        hashes = [data[i * _HASH : (i + 1) * _HASH] for i in range(start, start + (1 << rise))]
        while len(hashes) > 1:
            hashes = [node_hash(a, b) for a, b in zip(hashes[::2], hashes[1::2], strict=True)]
        return hashes[0]

    return node


def bundle(leaves: Sequence[bytes]) -> bytes:
    """Return the bytes of an entry bundle: each leaf behind its length in two bytes, big-endian."""
    return b"".join(len(leaf).to_bytes(2, "big") + leaf for leaf in leaves)


def parse_bundle(data: bytes) -> list[bytes]:
    """Return the leaves of an entry bundle; raises ValueError when it is cut."""
    leaves: list[bytes] = []
    at = 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 2], "big")
        leaf = data[at + 2 : at + 2 + length]
        if at + 2 > len(data) or len(leaf) != length:
            msg = f"the entry bundle ends inside its entry {len(leaves)}"
            raise ValueError(msg)
        leaves.append(leaf)
        at += 2 + length
    return leaves


def _tile(level: int, index: int, size: int) -> Tile:
    present = (size >> (_HEIGHT * level)) - index * WIDTH
    return Tile(level, index, min(present, WIDTH))


def _number(index: int, width: int) -> str:
    # 1234067 -> x001/x234/067; a partial tile has its width behind it
    parts = [f"{index % 1000:03d}"]
    while index := index // 1000:
        parts.append(f"x{index % 1000:03d}")
    name = "/".join(reversed(parts))
    return name if width == WIDTH else f"{name}.p/{width}"
