# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A roll-up: how many lines each commit wrote of each file of a tree, and who signed each commit when.

Whoever sums lines by writer, day and kind of work reads it in one piece, and no run of lines. Pure.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from registry.provenance.methods import Difference, apart
from registry.provenance.runs import NOBODY
from registry.provenance.snapshot import File
from registry.text import path_text

ROLLED_UP = 2
"""The version of this form: another one reads every repository anew."""

Writers = tuple[int, ...]
"""The numbers of the commits that wrote some lines: one, or all that any method names, the main one's first."""


@dataclass(frozen=True)
class Signing:
    """Who signed a commit (numbers of names, the author's first) and its two days as ordinals, 0 where beyond all."""

    names: tuple[int, ...]
    written: int
    committed: int


@dataclass(frozen=True)
class RollUp:
    """The files of a tree, in columns: they are many, and read as a whole.

    `commits` are numbers, rising; `hand`, `written` and `committed` tell each commit's hand (its place in `hands`)
    and days. `kind` tells each file's place in `kinds` (work type, origin, why it has no lines or ""). `wrote` has
    for each file a writer and the number of its lines in turn: a place in `commits`, behind these one in `several`
    (places of all the commits that the methods name), or -1 for nobody.
    """

    commits: Sequence[int]
    hands: Sequence[Sequence[int]]
    hand: Sequence[int]
    written: Sequence[int]
    committed: Sequence[int]
    several: Sequence[Sequence[int]]
    kinds: Sequence[Sequence[str]]
    paths: Sequence[str]
    kind: Sequence[int]
    lines: Sequence[int]
    wrote: Sequence[Sequence[int]]

    def writers(self, place: int) -> Sequence[int]:
        """Return the places of the commits that a writer of `wrote` stands for; -1 stays."""
        beyond = place - len(self.commits)
        return self.several[beyond] if beyond >= 0 else (place,)


Lines = Mapping[Writers, int]
"""The lines of one file, by writers."""


def lines_of(file: File, differences: Sequence[Difference] = ()) -> Lines:
    """Return how many lines of a file each of its writers wrote; of one without lines 0 for each version's."""
    found: Counter[Writers] = Counter()
    for count, commits in apart(file.pairs, differences) if differences else _plain(file):
        found[commits] += count
    return found


def roll_up(files: Iterable[tuple[File, Lines]], signings: Mapping[int, Signing]) -> RollUp:
    """Return the roll-up of these files; `signings` has every commit that wrote something."""
    commits = sorted(signings)
    places = {number: place for place, number in enumerate(commits)} | {NOBODY: -1}
    hands: defaultdict[Sequence[int], int] = _numbering()
    several: defaultdict[Sequence[int], int] = _numbering()
    kinds: defaultdict[Sequence[str], int] = _numbering()
    paths, kind, lines, wrote = [], [], [], []
    for file, by_writers in files:
        paths.append(path_text(file.path))
        kind.append(kinds[file.work_type, file.origin, file.skip or ""])
        lines.append(file.lines)
        told: list[int] = []
        for writers, count in by_writers.items():
            at = tuple(places[one] for one in writers)
            told += at[0] if len(at) == 1 else len(commits) + several[at], count
        wrote.append(told)
    hand = [hands[signings[number].names] for number in commits]
    written = [signings[number].written for number in commits]
    committed = [signings[number].committed for number in commits]
    groups = ([[*one] for one in some] for some in (hands, several, kinds))
    of_hands, of_several, of_kinds = groups
    return RollUp(
        commits, of_hands, hand, written, committed, of_several, of_kinds, paths, kind, lines, wrote
    )


def pack_rollup(one: RollUp) -> bytes:
    """Return a roll-up in few bytes."""
    return zlib.compress(json.dumps(vars(one), separators=(",", ":")).encode("ascii"), 6)


def unpack_rollup(data: bytes) -> RollUp:
    """Return the roll-up that `pack_rollup` packed."""
    return RollUp(**json.loads(zlib.decompress(data)))


def _plain(file: File) -> Iterator[tuple[int, Writers]]:
    yield from ((count, (commit,)) for count, commit in file.pairs)
    yield from ((0, (commit,)) for commit in file.versions)


def _numbering() -> defaultdict[Any, int]:
    """Return a mapping that numbers what it is asked for, in the order in which it is met."""
    found: defaultdict[Any, int] = defaultdict()
    found.default_factory = found.__len__
    return found
