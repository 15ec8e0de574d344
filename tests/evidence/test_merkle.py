# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The tree against vectors and an implementation that nobody here wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from registry.evidence import merkle

# The leaves and roots that Certificate Transparency's own implementations test RFC 6962 with.
LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = {
    (0, 1): [],
    (1, 2): ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
}
CONSISTENCY = {
    (1, 1): [],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
}


def hashes(count: int) -> list[bytes]:
    """Return the leaf hashes of the texts 0, 1, 2 ..."""
    return [merkle.leaf_hash(str(number).encode()) for number in range(count)]


def node_of(leaves: list[bytes]) -> merkle.Node:
    """Return the slow, obvious reader of a tree."""

    def node(level: int, index: int) -> bytes:
        start = index << level
        return merkle.root(merkle.extend(merkle.Frontier(), leaves[start : start + (1 << level)]))

    return node


@pytest.mark.parametrize("size", range(9))
def test_root_is_the_published_one(size: int) -> None:
    """The root over the first leaves is the one Certificate Transparency publishes."""
    leaves = [merkle.leaf_hash(leaf) for leaf in LEAVES[:size]]
    assert merkle.root(merkle.extend(merkle.Frontier(), leaves)).hex() == ROOTS[size]


@pytest.mark.parametrize(("place", "expected"), INCLUSION.items())
def test_inclusion_proof_is_the_published_one(place: tuple[int, int], expected: list[str]) -> None:
    """An audit path is the published one, hash by hash."""
    node = node_of([merkle.leaf_hash(leaf) for leaf in LEAVES])
    assert [step.hex() for step in merkle.inclusion_path(node, *place)] == expected


@pytest.mark.parametrize(("sizes", "expected"), CONSISTENCY.items())
def test_consistency_proof_is_the_published_one(sizes: tuple[int, int], expected: list[str]) -> None:
    """A consistency proof is the published one, hash by hash."""
    node = node_of([merkle.leaf_hash(leaf) for leaf in LEAVES])
    assert [step.hex() for step in merkle.consistency_path(node, *sizes)] == expected


def test_roots_agree_with_pymerkle() -> None:
    """Every root up to 70 leaves is the one that an implementation from elsewhere computes."""
    other, frontier = InmemoryTree(algorithm="sha256"), merkle.Frontier()
    for number in range(70):
        other.append_entry(str(number).encode())
        frontier = merkle.extend(frontier, [merkle.leaf_hash(str(number).encode())])
        assert merkle.root(frontier) == other.get_root()


def test_proofs_agree_with_pymerkle() -> None:
    """Audit paths and consistency proofs are those of an implementation from elsewhere."""
    other = InmemoryTree(algorithm="sha256")
    for number in range(33):
        other.append_entry(str(number).encode())
    node = node_of(hashes(33))
    for size in range(1, 34):
        for index in range(size):
            theirs = other.prove_inclusion(index + 1, size).path[1:]
            assert merkle.inclusion_path(node, index, size) == theirs


@given(st.integers(1, 40), st.data())
def test_inclusion_proof_holds_for_its_leaf_alone(size: int, data: st.DataObject) -> None:
    """A proof is accepted for its leaf at its place, and for no other leaf, place, path or root."""
    index = data.draw(st.integers(0, size - 1))
    leaves = hashes(size)
    top = merkle.root(merkle.extend(merkle.Frontier(), leaves))
    path = merkle.inclusion_path(node_of(leaves), index, size)
    assert merkle.includes(leaves[index], index, size, path, top)
    assert not merkle.includes(merkle.leaf_hash(b"other"), index, size, path, top)
    assert not merkle.includes(leaves[index], index, size, [*path, top], top)
    assert not merkle.includes(leaves[index], size, size, path, top)
    assert not merkle.includes(leaves[index], index, size, path, merkle.EMPTY_ROOT)
    if size > 1:
        assert not merkle.includes(leaves[index], (index + 1) % size, size, path, top)


@given(st.integers(0, 40), st.integers(0, 40))
def test_consistency_proof_holds_for_its_trees_alone(one: int, two: int) -> None:
    """A proof that a tree begins another is accepted for those two and refused for a rewritten one."""
    old, new = sorted((one, two))
    leaves = hashes(new)
    roots = [merkle.root(merkle.extend(merkle.Frontier(), leaves[:size])) for size in (old, new)]
    path = merkle.consistency_path(node_of(leaves), old, new)
    assert merkle.consistent(old, new, (roots[0], roots[1]), path)
    assert not merkle.consistent(old, new, (b"\0" * 32, roots[1]), path)
    assert old == 0 or not merkle.consistent(old, new, (roots[0], b"\0" * 32), path)
    assert not merkle.consistent(old, new, (roots[0], roots[1]), [*path, b"\0" * 32])


@given(st.integers(0, 300), st.integers(0, 300))
def test_frontier_of_a_stored_tree_goes_on(size: int, more: int) -> None:
    """A frontier taken from a stored tree goes on exactly like the one that grew with it."""
    leaves = hashes(size + more)
    grown = merkle.extend(merkle.Frontier(), leaves[:size])
    assert merkle.frontier_at(node_of(leaves), size) == grown
    assert merkle.extend(grown, leaves[size:]) == merkle.extend(merkle.Frontier(), leaves)
