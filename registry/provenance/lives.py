# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A life: a path along the main line as it is kept. Its present is ready to read; its edits are only added to.

A 2, the place of the newest edit, the present (its length, then the packed runs), and the edits in parts (length,
then bytes, deflated where that is shorter). A push adds a part; it takes in those before it that are no more than
twice as long, so that there are never many. Registers of before hold all edits as one zlib stream, without
a present.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from registry.provenance.edits import Edit, read_edits, replayed
from registry.provenance.runs import Pair, pack, squeezed, unpack, unsqueezed, write_number

_FORM = 2


@dataclass(frozen=True)
class Life:
    """The place of the newest edit, the packed runs that it left, and the parts of the edits, squeezed."""

    last: int = 0
    present: bytes = b""
    parts: tuple[bytes, ...] = ()

    def edits(self, main: Sequence[int]) -> list[Edit]:
        """Return all edits; `main` has the number of each commit of the main line, oldest first."""
        return read_edits(b"".join(map(unsqueezed, self.parts)), main)

    def writers(self, main: Sequence[int], place: int) -> tuple[Pair, ...]:
        """Return the writers of the lines at a place of the main line; nothing where there were none."""
        if place >= self.last:
            return tuple(unpack(self.present))
        return replayed(self.edits(main), place)

    def grown(self, last: int, present: Sequence[Pair], edits: bytes) -> Life:
        """Return the life with more edits, as `write_edit` wrote them behind the newest one."""
        parts = list(self.parts)
        while parts and len(parts[-1]) <= 2 * len(edits):
            edits = unsqueezed(parts.pop()) + edits
        return Life(last, pack(present), (*parts, squeezed(edits)))


def pack_life(life: Life) -> bytes:
    """Return the bytes of a life."""
    out = bytearray([_FORM])
    write_number(out, life.last)
    for one in (life.present, *life.parts):
        write_number(out, len(one))
        out += one
    return bytes(out)


def unpack_life(data: bytes, main: Sequence[int]) -> Life:
    """Return the life that `pack_life` packed, or a register of before."""
    if data[0] != _FORM:
        raw = zlib.decompress(data)
        edits = read_edits(raw, main)
        last = edits[-1].place if edits else 0
        return Life(last, pack(replayed(edits, last)), (squeezed(raw),))
    last, at = _number(data, 1)
    parts = []
    while at < len(data):
        length, at = _number(data, at)
        parts.append(data[at : at + length])
        at += length
    return Life(last, parts[0], tuple(parts[1:]))


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Return the number that stands at a place, and where it ends."""
    number = shift = 0
    while data[at] > 127:
        number |= (data[at] & 127) << shift
        at, shift = at + 1, shift + 7
    return number | data[at] << shift, at + 1
