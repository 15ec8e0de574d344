# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A sighting: where a blob first stood in one repository's history, in about ten bytes.

A blob is found by the first eight bytes of its id; whoever relies on a find compares the whole id. An arrival
is a blob that a commit wrote, with how many lines of it still stand at the head under the commit's name.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

SIGHTER = 1
"""Raised whenever the same history would give other sightings."""

_KEY = 8
_HEAD = struct.Struct("<II")
_ARRIVAL = struct.Struct("<20sQII")


@dataclass(frozen=True)
class First:
    """The commit (the register's number) that first brought a blob into a history, and the path it gave it."""

    commit: int
    path: bytes


@dataclass(frozen=True)
class Arrival:
    """A blob that a commit wrote at what is now `path`, and how many lines there are still the commit's."""

    blob: bytes
    commit: int
    lines: int
    path: bytes


def key(blob: bytes) -> int:
    """Return what a blob is found by."""
    return int.from_bytes(blob[:_KEY], "little")


def pack_firsts(found: Mapping[bytes, First]) -> bytes:
    """Return first sightings by blob in their kept form: sorted keys, then commits and paths, compressed."""
    by_key = {key(blob): first for blob, first in found.items()}
    keys = sorted(by_key)
    paths = {path: place for place, path in enumerate(sorted({one.path for one in by_key.values()}))}
    commits = array("Q", (by_key[one].commit for one in keys))
    places = array("I", (paths[by_key[one].path] for one in keys))
    numbers = zlib.compress(_little(commits).tobytes() + _little(places).tobytes())
    return (
        _HEAD.pack(len(keys), len(numbers))
        + _little(array("Q", keys)).tobytes()
        + numbers
        + zlib.compress(b"\0".join(paths))
    )


def keys_of(packed: bytes) -> array[int]:
    """Return the keys of packed sightings, sorted."""
    count = _HEAD.unpack_from(packed)[0]
    keys = array("Q")
    keys.frombytes(packed[_HEAD.size : _HEAD.size + count * _KEY])
    return _little(keys)


def firsts_of(packed: bytes, wanted: Collection[int]) -> dict[int, First]:
    """Return the sightings of the wanted keys that are there."""
    count, size = _HEAD.unpack_from(packed)
    at = _HEAD.size + count * _KEY
    numbers = zlib.decompress(packed[at : at + size])
    commits, places = array("Q"), array("I")
    commits.frombytes(numbers[: count * commits.itemsize])
    places.frombytes(numbers[count * commits.itemsize :])
    commits, places = _little(commits), _little(places)
    paths = zlib.decompress(packed[at + size :]).split(b"\0")
    return {
        one: First(commits[row], paths[places[row]])
        for row, one in enumerate(keys_of(packed))
        if one in wanted
    }


def pack_arrivals(found: Iterable[Arrival]) -> bytes:
    """Return arrivals in their kept form."""
    return zlib.compress(
        b"".join(
            _ARRIVAL.pack(one.blob, one.commit, one.lines, len(one.path)) + one.path
            for one in sorted(found, key=lambda one: (one.path, one.commit))
        )
    )


def arrivals_of(packed: bytes) -> list[Arrival]:
    """Return the arrivals that `pack_arrivals` wrote."""
    data, at, found = zlib.decompress(packed), 0, []
    while at < len(data):
        blob, commit, lines, length = _ARRIVAL.unpack_from(data, at)
        at += _ARRIVAL.size
        found.append(Arrival(blob, commit, lines, data[at : at + length]))
        at += length
    return found


def _little(numbers: array[int]) -> array[int]:
    """Return the numbers in the byte order of the kept form, or from it."""
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers
