# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What another method says otherwise of lines."""

from __future__ import annotations

from itertools import groupby
from random import Random

import pytest

from registry.provenance.methods import SAME, Difference, Otherwise, apart, differing, otherwise, overlaid
from registry.provenance.runs import NOBODY, Pair, pack, unpack
from registry.provenance.snapshot import Method

MAIN = [(3, 1), (4, 2)]


def pairs_of(commits: list[int]) -> tuple[Pair, ...]:
    """Return the runs of lines with these commits."""
    return tuple((len(list(some)), commit) for commit, some in groupby(commits))


def test_what_differs_is_kept_and_no_more() -> None:
    """Lines of which both name the same commit are told as such; answers that agree leave nothing."""
    assert differing(MAIN, [(2, 1), (2, 7), (3, 2)]) == ((2, SAME), (2, 7), (3, SAME))
    assert differing(MAIN, [(3, 1), (4, 2)]) == ()


@pytest.mark.parametrize("seed", range(30))
def test_there_and_back(seed: int) -> None:
    """The main answer and the packed difference give the other answer back, whatever the two are."""
    chosen = Random(seed)
    main = [chosen.randrange(4) for _ in range(chosen.randrange(1, 60))]
    other = [one if chosen.random() < 0.6 else chosen.randrange(4) for one in main]
    packed = pack(differing(pairs_of(main), pairs_of(other)))
    assert overlaid(pairs_of(main), unpack(packed)) == pairs_of(other)
    found = Difference(b"a", Method.WHITE_SPACE, tuple(unpack(packed)))
    assert found.lines == sum(one != theirs for one, theirs in zip(main, other, strict=True))


def test_lines_said_otherwise() -> None:
    """Each stretch of lines is told with both commits, cut where either answer changes."""
    found = Difference(b"a", Method.WHITE_SPACE, differing(MAIN, [(2, 1), (2, 7), (3, 2)]))
    assert list(otherwise(MAIN, found)) == [
        Otherwise(Method.WHITE_SPACE, 3, 1, 1, 7),
        Otherwise(Method.WHITE_SPACE, 4, 1, 2, 7),
    ]


def test_every_commit_of_a_line() -> None:
    """A line has the commit of each method once, the main one's first; a method that could not look adds none."""
    spaces = Difference(b"a", Method.WHITE_SPACE, ((3, SAME), (2, 7), (2, SAME)))
    moves = Difference(b"a", Method.MOVED_AND_COPIED, ((4, SAME), (3, 7)))
    blind = Difference(b"a", Method.MOVED_AND_COPIED, ())
    assert list(apart(MAIN, [spaces, moves])) == [(3, (1,)), (1, (2, 7)), (1, (2, 7)), (2, (2, 7))]
    assert list(apart(MAIN, [blind])) == [(3, (1,)), (4, (2,))]


def test_who_names_nobody_says_nothing_against_who_names_somebody() -> None:
    """A method that cannot attribute lines leaves the main one's answer alone; one that can stands beside nobody."""
    lost = Difference(b"a", Method.MOVED_AND_COPIED, ((3, SAME), (4, NOBODY)))
    assert list(apart(MAIN, [lost])) == [(3, (1,)), (4, (2,))]
    found = Difference(b"a", Method.MOVED_AND_COPIED, ((2, 7),))
    assert list(apart([(2, NOBODY)], [found])) == [(2, (NOBODY, 7))]
