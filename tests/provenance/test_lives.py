# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Packed runs and lives give back what was packed, and registers of before are read as they are."""

from __future__ import annotations

import zlib
from random import Random

import pytest

from registry.provenance.edits import Edit, Op, changes, read_edits, replayed, write_edit
from registry.provenance.lives import Life, pack_life, unpack_life
from registry.provenance.runs import NOBODY, Pair, pack, plain, squeezed, unpack, unsqueezed

MAIN = range(1000, 1400)


def random_life(seed: int) -> list[Edit]:
    """Return random edits that follow from each other."""
    chosen = Random(seed)
    edits: list[Edit] = []
    lines, place = 0, chosen.randrange(3)
    for _ in range(chosen.randrange(1, 30)):
        ops: list[Op] = []
        left = lines
        for _ in range(chosen.randrange(1, 4)):
            kept = chosen.randrange(left + 1)
            dropped = chosen.randrange(left - kept + 1)
            left -= kept + dropped
            put_in = tuple(
                (chosen.randrange(1, 300), chosen.choice([NOBODY, 999, MAIN[place], MAIN[place // 2]]))
                for _ in range(chosen.randrange(3))
            )
            ops.append((kept, dropped, put_in))
            lines += sum(count for count, _ in put_in) - dropped
        edits.append(Edit(place, tuple(ops)))
        place += chosen.randrange(1, 12)
    return edits


def written(edits: list[Edit], before: int = 0) -> bytes:
    """Return edits as bytes, the first one counted from a place."""
    out = bytearray()
    for one in edits:
        write_edit(out, one.place - before, MAIN[one.place], one.ops)
        before = one.place
    return bytes(out)


def joined(pairs: tuple[Pair, ...]) -> list[int]:
    """Return the commit of each line."""
    return [commit for lines, commit in pairs for _ in range(lines)]


@pytest.mark.parametrize("seed", range(40))
def test_runs_there_and_back(seed: int) -> None:
    """Runs come back as they were, from today's form and from the plain one."""
    chosen = Random(seed)
    commits = [chosen.randrange(-1, 10 ** chosen.randrange(1, 7)) for _ in range(chosen.randrange(1, 9))]
    pairs = [
        (chosen.randrange(1, 10 ** chosen.randrange(1, 6)), chosen.choice(commits))
        for _ in range(chosen.randrange(60))
    ]
    assert unpack(pack(pairs)) == unpack(plain(pairs)) == pairs


@pytest.mark.parametrize("data", [b"", b"\0", b"\0\0\0", b"a", b"ab" * 500, b"\0" * 500])
def test_squeezed_there_and_back(data: bytes) -> None:
    """Any bytes come back as they were."""
    assert unsqueezed(squeezed(data)) == data


@pytest.mark.parametrize("seed", range(20))
def test_a_life_that_grows_in_pieces(seed: int) -> None:
    """A life that grew by a few edits at a time tells at each place what all its edits amount to, in few parts."""
    edits = random_life(seed)
    chosen, life, at = Random(seed), Life(), 0
    while at < len(edits):
        some = edits[at : at + chosen.randrange(1, 5)]
        life = life.grown(some[-1].place, replayed(edits, some[-1].place), written(some, life.last))
        life = unpack_life(pack_life(life), MAIN)
        at += len(some)
    assert life.edits(MAIN) == edits
    assert len(life.parts) <= 8
    for place in range(edits[-1].place + 5):
        assert joined(life.writers(MAIN, place)) == joined(replayed(edits, place))


@pytest.mark.parametrize("seed", range(5))
def test_a_life_of_a_register_of_before(seed: int) -> None:
    """All edits as one zlib stream without a present are read, and grow on in today's form."""
    edits = random_life(seed)
    life = unpack_life(zlib.compress(written(edits), 6), MAIN)
    assert (life.last, life.edits(MAIN)) == (edits[-1].place, edits)
    assert joined(life.writers(MAIN, 1 << 30)) == joined(replayed(edits, 1 << 30))
    assert unpack_life(pack_life(life), MAIN) == life


@pytest.mark.parametrize("seed", range(20))
def test_what_edits_change_sums_up_to_the_present(seed: int) -> None:
    """What each edit put in, less what it dropped, is by commit what stands there in the end."""
    edits = random_life(seed)
    sums: dict[int, int] = {}
    for _, (lines, commit) in changes(edits):
        sums[commit] = sums.get(commit, 0) + lines
    present = joined(replayed(edits, edits[-1].place))
    assert {commit: lines for commit, lines in sums.items() if lines} == {
        commit: present.count(commit) for commit in set(present)
    }


def test_edits_are_read_as_written() -> None:
    """A first edit at the very beginning of the main line is told like any other."""
    edits = [Edit(0, ((0, 0, ((3, 1000), (2, 7))),)), Edit(9, ((1, 2, ()),))]
    assert read_edits(written(edits), MAIN) == edits
