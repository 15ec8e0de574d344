# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Sightings are packed in few bytes and come back as they went in."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from registry.provenance.sightings import (
    Arrival,
    First,
    arrivals_of,
    firsts_of,
    key,
    keys_of,
    pack_arrivals,
    pack_firsts,
)

PATHS = st.binary(min_size=1, max_size=30).filter(lambda path: b"\0" not in path)
BLOBS = st.integers(0, 10_000).map(lambda number: hashlib.sha1(b"%d" % number).digest())
FIRSTS = st.dictionaries(BLOBS, st.builds(First, st.integers(1, 2**40), PATHS))
ARRIVALS = st.lists(st.builds(Arrival, BLOBS, st.integers(1, 2**40), st.integers(1, 2**31), PATHS))


@given(FIRSTS)
def test_firsts_come_back(found: dict[bytes, First]) -> None:
    """Every blob is found with its commit and path, whatever the bytes of the path; nothing else is."""
    packed = pack_firsts(found)
    keys = {key(blob) for blob in found}
    assert list(keys_of(packed)) == sorted(keys)
    assert firsts_of(packed, keys | {key(b"\xff" * 20)}) == {key(blob): one for blob, one in found.items()}
    assert firsts_of(packed, frozenset()) == {}


@given(ARRIVALS)
def test_arrivals_come_back(found: list[Arrival]) -> None:
    """Every arrival comes back, in the order of paths."""
    kept = arrivals_of(pack_arrivals(found))
    assert sorted(kept, key=repr) == sorted(found, key=repr)
    assert [one.path for one in kept] == sorted(one.path for one in kept)


def test_few_bytes() -> None:
    """A thousand blobs of one folder take less than fourteen bytes each."""
    found = {
        hashlib.sha1(b"%d" % number).digest(): First(number // 3, b"src/module/file%d.py" % (number // 5))
        for number in range(1000)
    }
    assert len(pack_firsts(found)) < 14_000
