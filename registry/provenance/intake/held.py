# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Held: the lives that are kept already, as the arrays that following starts from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from sqlalchemy import select
from sqlalchemy.orm import Session

from harvesters.git.lineage.arrays import NO_LINES, Array
from harvesters.git.lineage.forward import Needed
from harvesters.git.model import Mirror
from registry.database import chunks
from registry.provenance.intake.beside import Beside
from registry.provenance.intake.model import Past
from registry.provenance.lives import Life, unpack_life
from registry.provenance.records import EditsRow, path_key


@dataclass(frozen=True)
class Kept:
    """A path's row, what it counts as, and its life."""

    row: int
    work_type: str | None
    life: Life


@dataclass
class Held:
    """What is kept of the first `upto` commits of a main line; `main` has the number of each of its commits."""

    session: Session
    mirror: Mirror
    past: Past
    main: Sequence[int]
    upto: int
    known: dict[bytes, Kept | None] = field(default_factory=dict)
    arrays: dict[tuple[bytes, int], Array] = field(default_factory=dict)

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The place of the number of each commit of the main line that was followed before."""
        return dict(zip(self.main[: self.upto], range(self.upto), strict=True))

    def place(self, commit: bytes) -> int | None:
        """Return the place of a commit of the main line that was followed before; None for any other."""
        return self.places.get(self.past.number(commit))

    @cached_property
    def beside(self) -> Beside:
        """What is found at commits beside the main line."""
        return Beside(self.mirror, self.past, self.place, self._replay)

    def base(self, commit: bytes, path: bytes) -> Array | None:
        """Return the array of a path at a commit of the main line, or at one beside it that was announced."""
        place = self.place(commit)
        if place is None:
            return self.beside.arrays.get((commit, path))
        array = self.arrays.get((path, place))
        if array is None:
            self.arrays[path, place] = array = self._array(path, place)
        return array

    def announce(self, needed: Needed) -> None:
        """Load what is known of the paths that will be asked for, and find what lies beside the main line."""
        self.load({path for paths in needed.values() for path in paths})
        if any(self.place(commit) is None for commit in needed):
            self.beside.announce(needed)

    def load(self, paths: Iterable[bytes]) -> None:
        """Read what is kept of these paths; None stands for one of which nothing is."""
        paths = [path for path in paths if path not in self.known]
        self.known.update(dict.fromkeys(paths))
        columns = EditsRow.__table__.c  # no mapping: these are many, at every push
        for chunk in chunks([path_key(path) for path in paths] if self.upto else []):
            query = select(columns.id, columns.path, columns.work_type, columns.edits).where(
                columns.repository_id == self.past.repository, columns.path_key.in_(chunk)
            )
            for number, path, work_type, edits in self.session.execute(query):
                self.known[path] = Kept(number, work_type, unpack_life(edits, self.main))

    def kept(self, path: bytes) -> Kept | None:
        """Return what is kept of a path."""
        if path not in self.known:
            self.load([path])
        return self.known[path]

    def _replay(self, commit: bytes, path: bytes) -> Array:
        return self.base(commit, path) or NO_LINES

    def _array(self, path: bytes, place: int) -> Array:
        kept = self.kept(path)
        pairs = kept.life.writers(self.main, place) if kept else ()
        *starts, lines = accumulate([count for count, _ in pairs], initial=0)
        return Array(starts, [number for _, number in pairs], lines)
