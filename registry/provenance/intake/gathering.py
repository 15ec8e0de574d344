# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Gathering: what following tells of each path, packed on the way, and kept behind what is held of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import bindparam, insert, update

from harvesters.git.lineage.arrays import Array
from harvesters.git.lineage.edits import Edit
from registry.database import chunks
from registry.provenance.edits import write_ops
from registry.provenance.growth import month_of
from registry.provenance.intake.growing import Growing, add_growth
from registry.provenance.intake.held import Held, Kept
from registry.provenance.lives import Life, pack_life
from registry.provenance.records import EditsRow, path_key
from registry.provenance.runs import write_number

_GROWN = update(EditsRow).where(EditsRow.id == bindparam("row")).values(edits=bindparam("grown"))


@dataclass(slots=True)
class _Path:
    """A path on the way: its number, the places of its first and its newest edit, its edits, and its present.

    The edits are bytes, without the place of the first one: what is held of the path tells where that counts from.
    """

    number: int
    first: int
    last: int
    edits: bytearray
    now: Array


@dataclass
class Gathering:
    """What is gathered; `seconds` has when each commit was put on the main line."""

    held: Held
    seconds: Sequence[int]
    paths: dict[bytes, _Path] = field(default_factory=dict)
    growing: Growing = field(default_factory=Growing)

    def take(self, place: int, edits: Iterable[Edit]) -> None:
        """Note what a commit of the main line did."""
        month, own = month_of(self.seconds[place]), self.held.main[place]
        for told in edits:
            one = self.paths.get(told.path)
            if one is None:
                one = _Path(len(self.paths), place, place, bytearray(), told.now)
                self.paths[told.path] = one
            else:
                write_number(one.edits, place - one.last)
            write_ops(one.edits, own, told.ops)
            one.last, one.now = place, told.now
            for _, _, put_in in told.ops:
                self.growing.add(month, one.number, put_in, 1)
            self.growing.add(month, one.number, told.gone, -1)

    def keep(self) -> None:
        """Keep everything that was gathered."""
        session, past = self.held.session, self.held.past
        self.held.load(self.paths)
        judged = past.kinds_of(path for path in self.paths if self._kept(path) is None)
        kinds = {
            path: judged.get(path) if (kept := self._kept(path)) is None else kept.work_type
            for path in self.paths
        }
        add_growth(session, past.repository, self.growing.by_month(list(kinds.values())))
        for some in chunks(list(self.paths)):
            grown = [self._grown(path, kept) for path in some if (kept := self._kept(path)) is not None]
            new = [self._new(path, kinds[path]) for path in some if self._kept(path) is None]
            if grown:
                session.connection().execute(_GROWN, grown)
            if new:
                session.execute(insert(EditsRow), new)

    def _kept(self, path: bytes) -> Kept | None:
        return self.held.known.get(path)

    def _grown(self, path: bytes, kept: Kept) -> dict[str, object]:
        return {"row": kept.row, "grown": self._packed(path, kept.life)}

    def _new(self, path: bytes, kind: str | None) -> dict[str, object]:
        return {
            "repository_id": self.held.past.repository,
            "path": path,
            "path_key": path_key(path),
            "work_type": kind,
            "edits": self._packed(path, Life()),
        }

    def _packed(self, path: bytes, life: Life) -> bytes:
        one, edits = self.paths[path], bytearray()
        write_number(edits, one.first - life.last)
        return pack_life(life.grown(one.last, tuple(one.now.runs()), bytes(edits + one.edits)))
