# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Tiles stand where C2SP tlog-tiles says, and hold the tree."""

from __future__ import annotations

import pytest

from registry.evidence import merkle
from registry.evidence.tiles import Tile, bundle, node_reader, parse_bundle, tiles_between


def test_full_tile_has_the_path_of_the_specification() -> None:
    """Tile 1234067 of level 0 stands at the path that the specification gives as its example."""
    assert Tile(0, 1234067).path == "tile/0/x001/x234/067"
    assert Tile(0, 1234067).entries == "tile/entries/x001/x234/067"


def test_partial_tile_has_its_width_in_its_path() -> None:
    """The tiles of a log of 70,000 leaves are those that the specification lists."""
    tiles = {tile.path for tile in tiles_between(0, 70_000)}
    assert {"tile/0/x001/017", "tile/0/272", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17"} & tiles == {
        "tile/0/272",
        "tile/0/273.p/112",
        "tile/1/000",
        "tile/1/001.p/17",
    }
    assert "tile/2/000.p/1" in tiles


@pytest.mark.parametrize("size", [1, 255, 256, 257, 511, 513, 66_000])
def test_tree_is_read_from_tiles(size: int) -> None:
    """Root and audit paths read from tiles are those of the leaves."""
    leaves = [merkle.leaf_hash(str(number).encode()) for number in range(size)]
    stored = store(leaves)
    node = node_reader(lambda tile: stored[tile], size)
    top = merkle.root(merkle.extend(merkle.Frontier(), leaves))
    assert merkle.root(merkle.frontier_at(node, size)) == top
    for index in {0, size // 2, size - 1}:
        path = merkle.inclusion_path(node, index, size)
        assert merkle.includes(leaves[index], index, size, path, top)


@pytest.mark.parametrize(("old", "new"), [(0, 256), (255, 257), (256, 256), (300, 301), (65_535, 65_537)])
def test_growing_log_needs_only_tiles_it_did_not_have(old: int, new: int) -> None:
    """Between two sizes exactly those tiles are named that the larger log has and the smaller had not."""
    before, after = set(tiles_between(0, old)), set(tiles_between(0, new))
    partial = {tile for tile in before if tile.width < 256}
    assert set(tiles_between(old, new)) == after - (before - partial) - (partial & after)


def test_bundle_gives_its_leaves_back() -> None:
    """Leaves come back from an entry bundle, and a cut bundle is refused."""
    data = bundle([b"", b"a", b"x" * 65_535])
    assert data.startswith(b"\0\0\0\1a\xff\xff")
    assert parse_bundle(data) == [b"", b"a", b"x" * 65_535]
    with pytest.raises(ValueError, match="entry 2"):
        parse_bundle(data[:-1])


def store(leaves: list[bytes]) -> dict[Tile, bytes]:
    """Return every tile of a log with these leaf hashes."""
    levels, stored = [leaves], {}
    while len(levels[-1]) >= 256:
        below = levels[-1]
        complete = range(0, len(below) - 255, 256)
        levels.append(
            [merkle.root(merkle.extend(merkle.Frontier(), below[at : at + 256])) for at in complete]
        )
    for tile in tiles_between(0, len(leaves)):
        start = tile.index * 256
        stored[tile] = b"".join(levels[tile.level][start : start + tile.width])
    return stored
