# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Moves: lines that a commit seems to have written, but which its parents hold in another place.

As `git blame -M -C` decides: each stretch that remains with a commit is looked for by itself, in the parent's
version of the same file (from 20 letters and digits on), then in the other files that the commit changed or
deleted (from 40 on). The passage with the most letters and digits is handed to the parent, and what is left
before and after it is looked for anew. Where two are as good, the later file and the later place win.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from harvesters.git.lineage.blobs import Blobs
from harvesters.git.lineage.descent import Origin
from harvesters.git.lineage.hunks import Differ
from harvesters.git.lineage.model import Change, Step, Stretch
from harvesters.git.lineage.sieve import Sieve, sums
from harvesters.git.lineage.texts import Texts

MOVED = 20
"""Letters and digits that a passage moved inside a file must have."""

COPIED = 40
"""Letters and digits that a passage from another file must have."""

_MOST_BYTES = 256 << 20  # of the files of one parent; beyond it, copies from them are not looked for
_LINK = b"160000"  # the mode of a link to a commit of another repository

Handed = tuple[bytes, bytes, Stretch]
"""The parent and the path there that hold lines, and where."""


@dataclass(frozen=True)
class _Passage:
    """The best place found so far: its weight, file, line there, and first line and count in the passage."""

    weight: int
    file: int
    there: int
    first: int
    count: int


class _Files:
    """Files of one parent that lines may come from, in git's order."""

    def __init__(self, parent: bytes, files: Sequence[tuple[bytes, bytes]], least: int, blobs: Blobs) -> None:
        self.parent, self.least = parent, least
        held = [(path, blob) for path, blob in files if blobs.get(blob) is not None]
        self.paths = [path for path, _ in held]
        self._oids, self._blobs = [blob for _, blob in held], blobs
        self.too_many = sum(blobs.size(blob) or 0 for blob in self._oids) > _MOST_BYTES

    @cached_property
    def sieve(self) -> Sieve:
        """The sieve of these files."""
        return Sieve([self._blobs.get(blob) or b"" for blob in self._oids], self.least)

    def data(self, number: int) -> bytes:
        """Return a file's bytes."""
        return self._blobs.get(self._oids[number]) or b""

    def without(self, origin: Origin | None) -> int:
        """Return the bit of the file that lines were looked for in already."""
        if origin is None or origin.path not in self.paths:
            return 0
        return 1 << self.paths.index(origin.path)


class Moves:
    """Looks for the lines that remain with a commit in its parents, one commit at a time."""

    def __init__(self, blobs: Blobs, differ: Differ, texts: Texts, pause: Callable[[], None]) -> None:
        self._blobs, self._differ, self._texts, self._pause = blobs, differ, texts, pause
        self._step = Step(b"", (), ())
        self._changed: dict[int, _Files] = {}
        self.not_followed: set[int] = set()  # targets of passages that were too much to look for

    def begin(self, step: Step) -> None:
        """Turn to another commit."""
        self._step = step
        self._changed = {}

    def turn(self, texts: Texts) -> None:
        """Turn to the lines of another result."""
        self._texts = texts

    def look(self, stretches: list[Stretch], origins: Sequence[Origin]) -> tuple[list[Stretch], list[Handed]]:
        """Return what stays with the commit, and what its parents hold; `origins` were asked already."""
        asked = {origin.parent: origin for origin in origins}
        kept: list[Stretch] = []
        handed: list[Handed] = []
        left, small = self._weighty(stretches, MOVED)
        kept += small
        for origin in origins:
            files = _Files(origin.parent, [(origin.path, origin.blob)], MOVED, self._blobs)
            left = self._from(files, 0, left, kept, handed)
        left, small = self._weighty(left, COPIED)
        kept += small
        for number, parent in enumerate(self._step.parents):
            if left:
                files = self._files(number)
                left = self._from(files, files.without(asked.get(parent)), left, kept, handed)
        return kept + left, handed

    def _files(self, number: int) -> _Files:
        if number not in self._changed:
            told = [(path, Change.parsed(one)) for path, one in self._step.changes[number].items()]
            files = [(path, one.old) for path, one in told if one.status != b"A" and one.old_mode != _LINK]
            self._changed[number] = _Files(self._step.parents[number], files, COPIED, self._blobs)
        return self._changed[number]

    def _weighty(self, stretches: list[Stretch], least: int) -> tuple[list[Stretch], list[Stretch]]:
        """Part the stretches that have so many letters and digits from those that have not."""
        enough: list[Stretch] = []
        small: list[Stretch] = []
        for one in stretches:
            passage = self._texts.passage(one[2], one[1])
            (enough if passage is not None and sums(passage)[-1] >= least else small).append(one)
        return enough, small

    def _from(
        self,
        files: _Files,
        leaving_out: int,
        stretches: list[Stretch],
        kept: list[Stretch],
        handed: list[Handed],
    ) -> list[Stretch]:
        """Hand on what these files hold; returns the stretches that they hold nothing of."""
        if not files.paths:
            return stretches
        if files.too_many:
            self.not_followed.update(target for _, _, target in stretches)
            return stretches
        without: list[Stretch] = []
        waiting = stretches
        while waiting:
            rest: list[Stretch] = []
            for one in waiting:
                self._pause()
                best = self._best(files, leaving_out, one)
                if best is None:
                    without.append(one)
                    continue
                first, count, target = one
                at, stop = best.first, best.first + best.count
                handed.append((files.parent, files.paths[best.file], (best.there, best.count, target + at)))
                if at:
                    rest.append((first, at, target))
                if stop < count:
                    rest.append((first + stop, count - stop, target + stop))
            waiting, small = self._weighty(rest, files.least)
            kept += small
        return without

    def _best(self, files: _Files, leaving_out: int, stretch: Stretch) -> _Passage | None:
        passage = self._texts.passage(stretch[2], stretch[1])
        assert passage is not None
        best: _Passage | None = None
        weights: list[int] = []
        for most, which in files.sieve.bounds(passage, leaving_out):
            weights = weights or sums(passage)
            for number in _bits_downwards(which):
                if best is not None and (most, number) <= (best.weight, best.file):
                    break
                found = self._in_file(files, number, passage, weights, stretch[1])
                if found is not None and (best is None or _rank(best) < _rank(found)):
                    best = found
        return best if best is not None and best.weight >= files.least else None

    def _in_file(
        self, files: _Files, number: int, passage: bytes, weights: list[int], count: int
    ) -> _Passage | None:
        best: _Passage | None = None
        first = there = 0
        for old, old_count, new, new_count in [
            *self._differ.hunks(files.data(number), passage),
            (0, 0, count, 0),
        ]:
            if first < new:
                weight = weights[new] - weights[first]
                if best is None or weight >= best.weight:
                    best = _Passage(weight, number, there, first, new - first)
            first, there = new + new_count, old + old_count
        return best


def _rank(one: _Passage) -> tuple[int, int]:
    return one.weight, one.file


def _bits_downwards(which: int) -> Iterator[int]:
    while which:
        number = which.bit_length() - 1
        yield number
        which ^= 1 << number
