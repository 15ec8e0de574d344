# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Beside: the writers of lines at commits that lie beside the main line and were read before its last end.

New commits may grow from such a commit: a branch that went on after it was merged, or left long ago. Its lines
are traced back, all its files in one walk, to the commits of the main line that it came from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from harvesters.errors import HarvestError
from harvesters.git.lineage.arrays import Array
from harvesters.git.lineage.backward import Look, trace
from harvesters.git.lineage.blobs import Blobs
from harvesters.git.model import Mirror, Oid, Run
from registry.provenance.intake.model import Past
from registry.provenance.intake.tracing import runs_of

Replay = Callable[[bytes, bytes], Array]
"""Returns the array of (commit of the main line, path)."""


@dataclass(frozen=True)
class _Frontier:
    """The commits of the main line that a commit beside it comes from, as a walk asks for them."""

    commits: Sequence[Oid]
    oids: Mapping[int, Oid]
    replay: Replay

    def runs(self, commit: bytes, path: bytes) -> tuple[Run, ...] | None:
        """Return the runs of a path there; None where it told no lines."""
        return runs_of(list(self.replay(commit, path).runs()), self.oids) or None


@dataclass
class Beside:
    """The arrays at commits beside the main line, found when they are announced."""

    mirror: Mirror
    past: Past
    place: Callable[[bytes], int | None]  # of a commit of the main line
    replay: Replay
    arrays: dict[tuple[bytes, bytes], Array] = field(default_factory=dict)

    def announce(self, needed: Mapping[bytes, Mapping[bytes, bytes]]) -> None:
        """Find the arrays of these paths, whose blobs are given, at these commits."""
        blobs = Blobs(self.mirror)
        for commit, paths in needed.items():
            if self.place(commit) is None:
                self._find(commit, {path: _lines(blobs.get(blob)) for path, blob in paths.items()})

    def _find(self, commit: bytes, files: Mapping[bytes, int]) -> None:
        frontier = _Frontier(self._came_from(Oid(commit.decode())), self.past.oids, self.replay)
        own = {path: lines for path, lines in files.items() if lines}
        try:
            look = Look(through=self.past.through, known=frontier)
            found = trace(self.mirror, Oid(commit.decode()), own, look).runs
        except HarvestError:
            return
        for path, runs in found.items():
            self.arrays[commit, path] = self._array(runs)

    def _array(self, runs: Sequence[Run]) -> Array:
        lines = sum(run.count for run in runs)
        writers = [self.past.number(run.commit.encode()) for run in runs]
        return Array([run.first - 1 for run in runs], writers, lines)

    def _came_from(self, commit: Oid) -> list[Oid]:
        """Return the first commits of the main line on each way back."""
        found, seen, waiting = [], {commit}, [commit]
        while waiting:
            for parent in self.past.parents(waiting.pop()):
                if self.place(parent.encode()) is not None:
                    found.append(parent)
                elif parent not in seen:
                    seen.add(parent)
                    waiting.append(parent)
        return sorted(set(found))


def _lines(data: bytes | None) -> int:
    return data.count(b"\n") + (not data.endswith(b"\n")) if data else 0
