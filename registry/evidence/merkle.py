# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A Merkle tree: one hash that stands for an ordered list of leaves (RFC 6962, 2.1; RFC 9162, 2.1)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Node = Callable[[int, int], bytes]
"""Gives the hash of the complete subtree at (level, index): it covers leaves index << level and on."""

EMPTY_ROOT = hashlib.sha256(b"").digest()


@dataclass(frozen=True)
class Frontier:
    """A tree of `size` leaves as its complete subtrees' hashes, largest first: all that an append needs."""

    size: int = 0
    hashes: tuple[bytes, ...] = ()


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf; the zero byte keeps leaves and nodes apart."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def extend(frontier: Frontier, leaves: Iterable[bytes]) -> Frontier:
    """Return the tree with more leaf hashes at its end."""
    size, hashes = frontier.size, list(frontier.hashes)
    for leaf in leaves:
        hashes.append(leaf)
        size += 1
        # every trailing zero bit of the new size closes one subtree
        for _ in range((size & -size).bit_length() - 1):
            right = hashes.pop()
            hashes[-1] = node_hash(hashes[-1], right)
    return Frontier(size, tuple(hashes))


def root(frontier: Frontier) -> bytes:
    """Return the tree's hash."""
    if not frontier.hashes:
        return EMPTY_ROOT
    result = frontier.hashes[-1]
    for left in reversed(frontier.hashes[:-1]):
        result = node_hash(left, result)
    return result


def frontier_at(node: Node, size: int) -> Frontier:
    """Return the frontier of a stored tree's first `size` leaves."""
    hashes, start = [], 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            hashes.append(node(level, start >> level))
            start += 1 << level
    return Frontier(size, tuple(hashes))


def range_root(node: Node, start: int, end: int) -> bytes:
    """Return the hash over leaves [start, end); `start` is a multiple of the range's largest subtree."""
    width = end - start
    if width & (width - 1) == 0:
        level = width.bit_length() - 1
        return node(level, start >> level)
    split = start + _split(width)
    return node_hash(range_root(node, start, split), range_root(node, split, end))


def inclusion_path(node: Node, index: int, size: int) -> list[bytes]:
    """Return the audit path of leaf `index` in the tree of `size` leaves, lowest first (2.1.3.1)."""
    if not 0 <= index < size:
        msg = f"leaf {index} is not in a tree of {size} leaves"
        raise ValueError(msg)
    path, start, end = [], 0, size
    while end - start > 1:
        split = start + _split(end - start)
        if index < split:
            path.append(range_root(node, split, end))
            end = split
        else:
            path.append(range_root(node, start, split))
            start = split
    return path[::-1]


def consistency_path(node: Node, old: int, new: int) -> list[bytes]:
    """Return the proof that the tree of `old` leaves begins the one of `new` leaves (2.1.4.1)."""
    if not 0 <= old <= new:
        msg = f"a tree of {old} leaves cannot begin a tree of {new}"
        raise ValueError(msg)
    path: list[bytes] = []
    start, end, whole = 0, new, True
    if old in {0, new}:
        return path
    while old != end:
        split = start + _split(end - start)
        if old <= split:
            path.append(range_root(node, split, end))
            end = split
        else:
            path.append(range_root(node, start, split))
            start, whole = split, False
    if not whole:
        path.append(range_root(node, start, end))
    return path[::-1]


def includes(leaf: bytes, index: int, size: int, path: Sequence[bytes], top: bytes) -> bool:
    """Say whether `path` proves leaf hash `leaf` at `index` of the tree whose hash is `top` (2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, result = index, size - 1, leaf
    for step in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            result = node_hash(step, result)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            result = node_hash(result, step)
        place, last = place >> 1, last >> 1
    return last == 0 and result == top


def consistent(old: int, new: int, roots: tuple[bytes, bytes], path: Sequence[bytes]) -> bool:
    """Say whether `path` proves that the first tree begins the second; `roots` old, new (2.1.4.2)."""
    first, second = roots
    if old == 0:
        return not path and first == EMPTY_ROOT
    if old == new:
        return not path and first == second
    if old > new or not path:
        return False
    steps = [first, *path] if old & (old - 1) == 0 else list(path)
    return _climb(old - 1, new - 1, steps) == (first, second)


def _climb(place: int, last: int, steps: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new = node_hash(new, step)
        place, last = place >> 1, last >> 1
    return (old, new) if last == 0 else None


def _split(width: int) -> int:
    # the largest power of two smaller than the width
    return 1 << ((width - 1).bit_length() - 1)
