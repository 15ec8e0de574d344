# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rewinding: what is kept of a main line goes back to the newest commit that is still on it.

After a push over other commits, another default branch, or a branch that is gone, that is where both chains part.
A path that counts as something else than before is counted anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from harvesters.git.model import Commit, Oid
from registry.database import chunks
from registry.provenance.edits import Edit, changes, replayed, write_edit
from registry.provenance.growth import Change, Month, month_of
from registry.provenance.intake.growing import add_growth
from registry.provenance.intake.model import Past, looked_through
from registry.provenance.lives import Life, pack_life, unpack_life
from registry.provenance.records import EditsRow, GrowthRow, MainLineRow
from registry.provenance.runs import pack_steps, unpack_steps

_FARTHEST = 2**62

_Kinds = tuple[str | None, str | None]
"""What a path counted as, and what it counts as now."""


@dataclass(frozen=True)
class Line:
    """A main line: the number of each commit, oldest first, and when it was put there, never before the one in front.

    The first `upto` were followed before; `newest` is the last of these, if there are any.
    """

    commits: list[int]
    seconds: list[int]
    upto: int = 0
    newest: tuple[Oid, ...] = ()


def rewound(session: Session, past: Past, row: MainLineRow, tip: Oid) -> Line:
    """Return the main line that ends at a tip; what is kept is of those commits that were followed before alone."""
    before = Line(unpack_steps(row.commits), unpack_steps(row.seconds))
    line = line_to(past, tip, before)
    if not line.upto or looked_through(row.kinds) != looked_through(past.stamp):
        for table in (EditsRow, GrowthRow):
            session.execute(delete(table).where(table.repository_id == past.repository))
        row.commits = row.seconds = b""
        return replace(line, upto=0, newest=())
    kinds = _other_kinds(session, past, all_anew=row.kinds != past.stamp)
    if kinds or line.upto < len(before.commits):
        _Rewinding(past.repository, before.commits, before.seconds, line.upto).go(session, kinds)
        row.commits = pack_steps(before.commits[: line.upto])
        row.seconds = pack_steps(before.seconds[: line.upto])
    return line


def line_to(past: Past, tip: Oid, before: Line) -> Line:
    """Return the chain of first parents that ends at a tip, told from the newest commit of an earlier one on it."""
    places = dict(zip(before.commits, range(len(before.commits)), strict=True))
    if before.commits and not _begins(past, before.commits[0]):
        places = {}
    new: list[Commit] = []
    at: Oid | None = tip
    while at is not None and at in past.numbers and past.numbers[at] not in places:
        new.append(past.known[at])
        at = new[-1].parents[0] if new[-1].parents else None
    upto = places[past.numbers[at]] + 1 if at is not None and at in past.numbers else 0
    seconds = before.seconds[:upto]
    for commit in reversed(new):
        own = max(-_FARTHEST, min(_FARTHEST, commit.committer.seconds))
        seconds.append(max(own, seconds[-1]) if seconds else own)
    numbers = [past.numbers[one.oid] for one in reversed(new)]
    return Line([*before.commits[:upto], *numbers], seconds, upto, (at,) if upto and at else ())


def _begins(past: Past, number: int) -> bool:
    """Tell whether nothing is known before a commit: a cut history may have been made whole since."""
    oldest_first = reversed(past.commits)
    commit = next((one for one in oldest_first if past.numbers[one.oid] == number), None)
    return commit is not None and not (commit.parents and commit.parents[0] in past.numbers)


def _other_kinds(session: Session, past: Past, *, all_anew: bool) -> dict[bytes, _Kinds]:
    """Return the paths that count as something else than is kept of them."""
    columns = EditsRow.__table__.c  # no mapping: these are all paths, at every push
    query = select(columns.path, columns.work_type).where(columns.repository_id == past.repository)
    kept: dict[bytes, str | None] = dict(map(tuple, session.execute(query).all()))
    judged: Mapping[bytes, str | None] = past.now
    if all_anew:
        found = past.kinds_of(kept)
        judged = {path: found.get(path) for path in kept}
    return {
        path: (kind, judged[path]) for path, kind in kept.items() if path in judged and judged[path] != kind
    }


@dataclass
class _Rewinding:
    """A rewinding under way: the main line as it was, by numbers and seconds, and how many of its commits stay."""

    repository: int
    main: Sequence[int]
    seconds: Sequence[int]
    upto: int
    growth: defaultdict[Month, Change] = field(default_factory=lambda: defaultdict(Counter))

    def go(self, session: Session, kinds: Mapping[bytes, _Kinds]) -> None:
        """Take back what came later, and count anew what counts as something else."""
        query = select(EditsRow.id).where(EditsRow.repository_id == self.repository)
        for some in chunks(list(session.scalars(query))):
            columns = (EditsRow.id, EditsRow.path, EditsRow.work_type, EditsRow.edits)
            rows = session.execute(select(*columns).where(EditsRow.id.in_(some))).all()
            changed, gone = [], []
            for number, path, kind, edits in rows:
                life = unpack_life(edits, self.main)
                old, new = kinds.get(path, (kind, kind))
                if life.last < self.upto and old == new:
                    continue
                left = self._taken_back(life, old, new)
                gone += [number] if left is None else []
                changed += [{"id": number, "work_type": new, "edits": pack_life(left)}] if left else []
            if changed:
                session.execute(update(EditsRow), changed)
            session.execute(delete(EditsRow).where(EditsRow.id.in_(gone)))
        add_growth(session, self.repository, sorted(self.growth.items()))

    def _taken_back(self, life: Life, old: str | None, new: str | None) -> Life | None:
        """Return what is left of a life; None where that is nothing."""
        edits = life.edits(self.main)
        for place, (lines, commit) in changes(edits):
            change, stays = self.growth[month_of(self.seconds[place])], place < self.upto
            if old is not None and not (stays and old == new):
                change[commit, old] -= lines
            if new is not None and stays and old != new:
                change[commit, new] += lines
        if life.last < self.upto:
            return life
        return self._written([one for one in edits if one.place < self.upto])

    def _written(self, edits: Sequence[Edit]) -> Life | None:
        if not edits:
            return None
        out, before = bytearray(), 0
        for one in edits:
            write_edit(out, one.place - before, self.main[one.place], one.ops)
            before = one.place
        return Life().grown(before, replayed(edits, before), bytes(out))
