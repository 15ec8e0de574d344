# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A tree: the content of a repository that ownership is decided about, as it stands or as it stood on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from registry.errors import NotFoundError
from registry.provenance import service as provenance
from registry.provenance.methods import Difference, Told, apart
from registry.provenance.model import Origin
from registry.provenance.rolled import kept_rollup, rolled_up
from registry.provenance.rollup import RollUp
from registry.provenance.runs import NOBODY, Pair
from registry.provenance.snapshot import File, Snapshot, Why
from registry.provenance.through_time import MainLine, PastFile, day_at, file_at, files_at, main_line

_THEN = Why("through_time")


@dataclass(frozen=True)
class Tree:
    """The content of a repository at one change, with who wrote each line.

    `stood` is the day on which the main line came to it; None for the content that was read last.
    """

    snapshot: Snapshot
    stood: date | None
    line: MainLine | None = None
    place: int = 0

    def rolled_up(self, session: Session) -> RollUp:
        """Return what the files add up to.

        Of a past day they are the own text files: pictures and the like are not followed.
        """
        if self.line is not None:
            past = tuple(map(past_file, files_at(session, self.line, self.place)))
            said = self.otherwise(session, {one.path: one.pairs for one in past})
            return rolled_up(session, past, [one for found in said.values() for one in found])
        repository = self.snapshot.repository
        kept = kept_rollup(session, repository, self.snapshot.id)
        if kept is not None:
            return kept
        files = provenance.files(session, repository, lines=True)
        return rolled_up(session, files, provenance.differences(session, repository))

    def otherwise(
        self, session: Session, stood: Mapping[bytes, Sequence[Pair]]
    ) -> dict[bytes, tuple[Difference, ...]]:
        """Return by path what other methods say of files that stand so; of a past day, of those unchanged since."""
        path = next(iter(stood)) if len(stood) == 1 else None
        found = provenance.differences(session, self.snapshot.repository, path)
        now = self._now(session, path) if self.line is not None and found else stood
        by_path: dict[bytes, tuple[Difference, ...]] = {}
        for one in found:
            if one.path in stood and stood[one.path] == now[one.path]:
                by_path[one.path] = (*by_path.get(one.path, ()), one)
        return by_path

    def runs(self, session: Session, path: bytes) -> tuple[Told, ...]:
        """Return lines and commits of each run of a file; of one without lines its versions, with 0 lines.

        Raises NotFoundError where it is not there.
        """
        pairs = self._pairs(session, path)
        return tuple(apart(pairs, self.otherwise(session, {path: pairs}).get(path, ())))

    def _now(self, session: Session, path: bytes | None) -> dict[bytes, Sequence[Pair]]:
        repository = self.snapshot.repository
        if path is None:
            return {one.path: one.pairs for one in provenance.files(session, repository, lines=True)}
        return {path: provenance.file(session, repository, path).pairs}

    def _pairs(self, session: Session, path: bytes) -> tuple[Pair, ...]:
        if self.line is None:
            file = provenance.file(session, self.snapshot.repository, path)
            return file.pairs or tuple((0, number) for number in file.versions) or ((file.lines, NOBODY),)
        pairs = file_at(session, self.line, self.place, path)
        if not pairs:
            msg = "no text file of this name stood on the main line that day"
            raise NotFoundError(msg)
        return pairs


def tree_now(snapshot: Snapshot) -> Tree:
    """Return the content that was read last."""
    return Tree(snapshot, None)


def tree_of_day(session: Session, snapshot: Snapshot, as_of: date) -> Tree:
    """Return the main line's content at the end of a day.

    That is the content that was read last where nothing came after the day, where there was nothing yet (its
    lines are all of later days then), and where the main line was not followed through time.
    """
    line = main_line(session, snapshot.repository)
    place = line.at_day(as_of) if line else None
    if line is None or place is None or place == len(line.commits) - 1:
        return tree_now(snapshot)
    commit, stood = day_at(session, line, place)
    return Tree(replace(snapshot, commit=commit), stood or as_of, line, place)


def past_file(one: PastFile) -> File:
    """Return a file as it stood, as one that was read is told."""
    return File(
        path=one.path,
        blob="",
        mode=0o100644,
        size=None,
        lines=one.lines,
        skip=None,
        detail="",
        work_type=one.work_type,
        work_type_reason=_THEN,
        origin=str(Origin.ORIGINAL),
        origin_reason=_THEN,
        pairs=one.pairs,
    )
