# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Blobs as a lineage reads them: in this process, in any order, many times over, and never a huge one."""

from __future__ import annotations

from collections import OrderedDict

from harvesters.git.lineage.libgit2 import GitError, ObjectType, Odb
from harvesters.git.model import Mirror

LARGEST = 20_000_000
"""Bytes of a blob beyond which its lines are not compared."""

_LOOKED_AT = 8000
_HELD = 48 << 20  # bytes of blobs that are kept at hand: the next commit compares one of them again


def is_binary(data: bytes) -> bool:
    """Tell whether git takes a file for binary: it has an early NUL."""
    return b"\0" in data[:_LOOKED_AT]


class Blobs:
    """The blobs of a mirror. `absent` are those that were asked for and could not be had, by id."""

    def __init__(self, mirror: Mirror) -> None:
        self._store = Odb(str(mirror.path / "objects"))
        self._held: OrderedDict[bytes, bytes] = OrderedDict()
        self._size = 0
        self.absent: set[bytes] = set()

    def get(self, oid: bytes) -> bytes | None:
        """Return a blob's bytes; None when it is absent, unreadable, no blob or larger than `LARGEST`."""
        held = self._held.get(oid)
        if held is not None:
            self._held.move_to_end(oid)
            return held
        if oid in self.absent:
            return None
        data = self._read(oid)
        if data is None:
            self.absent.add(oid)
            return None
        self._hold(oid, data)
        return data

    def size(self, oid: bytes) -> int | None:
        """Return a blob's size in bytes without reading it; None when it is absent."""
        held = self._held.get(oid)
        if held is not None:
            return len(held)
        try:
            return self._store.read_header(oid.decode("ascii"))[1]
        except (GitError, KeyError):
            return None

    def _read(self, oid: bytes) -> bytes | None:
        size = self.size(oid)
        if size is None or size > LARGEST:
            return None
        try:
            kind, data = self._store.read(oid.decode("ascii"))
        except (GitError, KeyError):
            return None
        return data if kind == ObjectType.BLOB else None

    def _hold(self, oid: bytes, data: bytes) -> None:
        self._held[oid] = data
        self._size += len(data)
        while self._size > _HELD and len(self._held) > 2:
            self._size -= len(self._held.popitem(last=False)[1])
