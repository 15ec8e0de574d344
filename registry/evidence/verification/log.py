# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Leaves against the root: the tree computed anew, against the tiles and every checkpoint there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from registry.errors import BadInputError, RegistryError
from registry.evidence.checkpoint import Checkpoint
from registry.evidence.merkle import Frontier, extend, frontier_at, leaf_hash, root
from registry.evidence.places import Places
from registry.evidence.store import hashes_of, read_checkpoint, stored_node, tile_above
from registry.evidence.tiles import WIDTH, Tile, parse_bundle, tiles_between
from registry.evidence.verification.model import Damage, DamageKind, Told


def check_log(places: Places, told: Told) -> Iterator[Damage]:
    """Hold the leaf hashes of `told` against tiles and checkpoints."""
    found: dict[str, Checkpoint | None] = {}
    for name, path in (("kept apart", places.kept), ("beside the tiles", places.checkpoint)):
        try:
            found[name] = read_checkpoint(places, path)
        except (BadInputError, OSError, UnicodeDecodeError) as error:
            yield Damage(DamageKind.CHECKPOINT, "log", str(path), str(error))
    kept, beside = found.get("kept apart"), found.get("beside the tiles")
    if kept is None and beside is None:
        told.notes.append("no checkpoint was ever signed over this log")
    if beside is not None and (kept is None or kept.size < beside.size):
        text = "the checkpoint kept apart is older than the one beside the tiles: it was put back or lost"
        yield Damage(DamageKind.CHECKPOINT, "log", str(places.kept), text)
    yield from _roots(places, told, found)
    if beside is not None:
        yield from check_tiles(places.log, told, beside.size)


def _roots(places: Places, told: Told, found: dict[str, Checkpoint | None]) -> Iterator[Damage]:
    try:
        frontier = first_frontier(places, told.start)
    except RegistryError as error:
        yield Damage(DamageKind.MISSING, "log", "tiles", str(error))
        return
    for name, checkpoint in found.items():
        if checkpoint is None:
            continue
        if checkpoint.size > told.size:
            text = f"{told.size} events are left of the {checkpoint.size} that the checkpoint {name} covers"
            yield Damage(DamageKind.TRUNCATED, "log", f"{told.size} to {checkpoint.size - 1}", text)
        elif checkpoint.size >= told.start:
            leaves = told.hashes[: checkpoint.size - told.start]
            if root(extend(frontier, leaves)) != checkpoint.root:
                text = f"these are not the events that the checkpoint {name} was signed over"
                yield Damage(DamageKind.FORKED, "log", f"0 to {checkpoint.size - 1}", text)


def first_frontier(places: Places, start: int) -> Frontier:
    """Return the frontier of the events before `start`, from the tiles."""
    return frontier_at(stored_node(places.log, stored_size(places)), start) if start else Frontier()


def stored_size(places: Places) -> int:
    """Return how many events the tiles cover, by the checkpoint beside them."""
    try:
        beside = read_checkpoint(places, places.checkpoint)
    except (BadInputError, OSError, UnicodeDecodeError):
        return 0
    return beside.size if beside else 0


def root_of(told: Told) -> bytes:
    """Return the root over the events that were read from the first on."""
    return root(extend(Frontier(), told.hashes))


def check_tiles(log: Path, told: Told, size: int) -> Iterator[Damage]:
    """Hold the tiles of a log of `size` leaves against the leaf hashes of `told`."""
    for tile in tiles_between(0, size):
        if tile.level:
            yield from _tile_above(log, tile)
        elif tile.index * WIDTH + tile.width > told.start:
            yield from _lowest(log, tile, told)


def _lowest(log: Path, tile: Tile, told: Told) -> Iterator[Damage]:
    first = tile.index * WIDTH
    skip = max(0, told.start - first)
    expected = told.hashes[first + skip - told.start : first + tile.width - told.start]
    for name, path, read in (
        ("tile", tile.path, hashes_of),
        ("entry bundle", tile.entries, lambda data: [leaf_hash(leaf) for leaf in parse_bundle(data)]),
    ):
        try:
            found = list(read((log / path).read_bytes()))
        except FileNotFoundError:
            yield Damage(DamageKind.MISSING, "log", path, f"the {name} is missing")
            continue
        except (ValueError, OSError) as error:
            yield Damage(DamageKind.ALTERED, "log", path, f"the {name} cannot be read: {error}")
            continue
        if len(found) != tile.width:
            text = f"the {name} holds {len(found)} leaves in place of {tile.width}"
            yield Damage(DamageKind.ALTERED, "log", path, text)
        for place, (one, other) in enumerate(zip(expected, found[skip:], strict=False), first + skip):
            if one != other:
                text = f"it is not the event that stands in the {name} {path}"
                yield Damage(DamageKind.ALTERED, "evidence_events", str(place), text)


def _tile_above(log: Path, tile: Tile) -> Iterator[Damage]:
    try:
        if (log / tile.path).read_bytes() != tile_above(log, tile):
            yield Damage(DamageKind.ALTERED, "log", tile.path, "it is not the hashes of the tiles below it")
    except (RegistryError, OSError) as error:
        yield Damage(DamageKind.MISSING, "log", tile.path, f"it cannot be computed or read: {error}")
