# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Through time: who wrote what stood on the main line at any commit of it, and how that came about by month."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.provenance.growth import Change, Month, unpack_change
from registry.provenance.lives import Life, unpack_life
from registry.provenance.records import CommitRow, EditsRow, GrowthRow, MainLineRow, path_key
from registry.provenance.runs import Pair, unpack_steps


@dataclass(frozen=True)
class MainLine:
    """The numbers of a main line's commits, oldest first, and when each was put there (seconds since 1970)."""

    repository: int
    commits: tuple[int, ...]
    seconds: tuple[int, ...]

    def at_day(self, day: date) -> int | None:
        """Return the place of the newest commit at the end of a day (UTC); None before the first one."""
        end = datetime.combine(day, time.max, UTC).timestamp()
        return bisect_right(self.seconds, end) - 1 if self.seconds and self.seconds[0] <= end else None


@dataclass(frozen=True)
class PastFile:
    """A file of the repository's own as it stood: its work type, and the writers of its lines."""

    path: bytes
    work_type: str
    pairs: tuple[Pair, ...]

    @property
    def lines(self) -> int:
        """How many lines it had."""
        return sum(lines for lines, _ in self.pairs)


def main_line(session: Session, repository: int) -> MainLine | None:
    """Return a repository's main line; None where it was not followed."""
    row = session.get(MainLineRow, repository)
    if row is None:
        return None
    return MainLine(repository, tuple(unpack_steps(row.commits)), tuple(unpack_steps(row.seconds)))


def files_at(session: Session, line: MainLine, place: int) -> Iterator[PastFile]:
    """Yield each own text file as it stood at a place of the main line, with who wrote its lines."""
    for path, work_type, life in lives(session, line):
        if pairs := life.writers(line.commits, place):
            yield PastFile(path, work_type, pairs)


def lives(session: Session, line: MainLine) -> Iterator[tuple[bytes, str, Life]]:
    """Yield the path, work type and life of each own text file that ever stood on the main line."""
    query = select(EditsRow.path, EditsRow.work_type, EditsRow.edits).where(
        EditsRow.repository_id == line.repository, EditsRow.work_type.is_not(None)
    )
    for path, work_type, edits in session.execute(query.order_by(EditsRow.path)):
        yield path, work_type or "", unpack_life(edits, line.commits)


def file_at(session: Session, line: MainLine, place: int, path: bytes) -> tuple[Pair, ...]:
    """Return who wrote the lines of one path at a place of the main line; nothing where it had none."""
    query = select(EditsRow.edits).where(
        EditsRow.repository_id == line.repository, EditsRow.path_key == path_key(path), EditsRow.path == path
    )
    edits = session.scalar(query)
    return unpack_life(edits, line.commits).writers(line.commits, place) if edits else ()


def growth(session: Session, repository: int) -> Iterator[tuple[Month, Change]]:
    """Yield what each month brought and took, in their order, by (commit number, work type)."""
    query = select(GrowthRow.month, GrowthRow.changes).where(GrowthRow.repository_id == repository)
    for month, changes in session.execute(query.order_by(GrowthRow.month)):
        yield month, unpack_change(changes)


def day_at(session: Session, line: MainLine, place: int) -> tuple[str, date | None]:
    """Return the id of the commit at a place, and the day it was put on the main line."""
    oid = session.scalar(select(CommitRow.oid).where(CommitRow.id == line.commits[place])) or b""
    try:
        return oid.hex(), datetime.fromtimestamp(line.seconds[place], UTC).date()
    except (OverflowError, ValueError, OSError):
        return oid.hex(), None
