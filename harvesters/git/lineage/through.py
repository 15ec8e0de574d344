# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Through: commits that are looked through. What such a commit seems to have written is sought in its parents.

A line is handed on where it stands in a parent but for white space, or was moved or copied from there, as
`git blame -w -M -C` finds it; all others stay with the commit. Nothing is guessed from where a line stands, as
`git blame --ignore-rev` does. A version is looked at as a whole, whatever of it is left later: the answer is the
same for every look at it, from before and from behind.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from harvesters.git.lineage.blobs import Blobs
from harvesters.git.lineage.descent import Origin
from harvesters.git.lineage.hunks import Differ
from harvesters.git.lineage.model import Step, Stretch
from harvesters.git.lineage.moves import Handed, Moves
from harvesters.git.lineage.splitting import split
from harvesters.git.lineage.texts import Texts
from harvesters.git.model import Oid


class Through:
    """Says where the lines of listed commits stood before, one version at a time."""

    def __init__(
        self, commits: Collection[Oid], blobs: Blobs, differ: Differ, pause: Callable[[], None]
    ) -> None:
        self._commits = frozenset(one.encode() for one in commits)
        self._blobs, self._differ, self._pause = blobs, differ, pause
        self._spaceless = Differ(ignore_space=True)
        self._moves: tuple[bytes, Moves] | None = None

    def __contains__(self, commit: bytes) -> bool:
        """Tell whether a commit is looked through."""
        return commit in self._commits

    def look(
        self, step: Step, blob: bytes, stretches: list[Stretch], origins: Sequence[Origin]
    ) -> tuple[list[Stretch], list[Handed]]:
        """Return which of the lines that seem written by a listed commit stay with it, and where the others stood.

        `origins` are those of the version `blob`, whose lines they are.
        """
        data = self._blobs.get(blob)
        if data is None:
            return stretches, []
        kept: list[Stretch] = []
        handed: list[Handed] = []
        places = self._places(step, blob, data, origins)
        for one in stretches:
            rest = one
            for parent, path, (there, count, line) in places:
                first, left, target = rest
                start, stop = max(first, line), min(first + left, line + count)
                if start >= stop:
                    continue
                if first < start:
                    kept.append((first, start - first, target))
                handed.append((parent, path, (there + start - line, stop - start, target + start - first)))
                rest = (stop, first + left - stop, target + stop - first)
            if rest[1]:
                kept.append(rest)
        return kept, handed

    def _places(self, step: Step, blob: bytes, data: bytes, origins: Sequence[Origin]) -> list[Handed]:
        """Return where lines of a version stood that its commit seems to have written, by their place in it."""
        lines = data.count(b"\n") + (not data.endswith(b"\n") and bool(data))
        left: list[Stretch] = [(0, lines, 0)] if lines else []
        found: list[Handed] = []
        before = [(origin, old) for origin in origins if (old := self._blobs.get(origin.blob)) is not None]
        for _, old in before:
            left, _ = split(left, self._differ.hunks(old, data))
        for origin, old in before:
            left, handed = split(left, self._spaceless.hunks(old, data))
            found += [(origin.parent, origin.path, one) for one in handed]
        if left:
            moves = self._moves_of(step, Texts(self._blobs, {0: blob}))
            found += moves.look(left, [origin for origin, _ in before])[1]
        return sorted(found, key=lambda one: one[2][2])

    def _moves_of(self, step: Step, texts: Texts) -> Moves:
        """Return what looks for moved lines of one commit: its files are prepared once for all versions."""
        if self._moves is None or self._moves[0] != step.commit:
            self._moves = step.commit, Moves(self._blobs, self._spaceless, texts, self._pause)
            self._moves[1].begin(step)
        self._moves[1].turn(texts)
        return self._moves[1]
