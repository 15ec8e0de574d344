# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Stood: what stood on a main line at one moment, file by file, and who had written it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from registry.errors import NotFoundError
from registry.pipeline.determined import Remembered, memory
from registry.pipeline.moments import Moment, moment
from registry.pipeline.trees import past_file
from registry.provenance import service as provenance
from registry.provenance.numbers import identities_of
from registry.provenance.runs import NOBODY
from registry.provenance.snapshot import Author, File, Snapshot
from registry.provenance.through_time import MainLine, PastFile, day_at, file_at, files_at


@dataclass(frozen=True)
class FileThen:
    """A text file of the repository's own as it stood: its work type, and its lines by commit number."""

    path: bytes
    work_type: str
    commits: Mapping[int, int]

    @property
    def lines(self) -> int:
        """How many lines it had."""
        return sum(self.commits.values())


@dataclass(frozen=True)
class Stood:
    """The files that stood, by path, the author's identity of each commit in them, and these identities."""

    files: Mapping[bytes, FileThen]
    identities: Mapping[int, int]
    authors: Mapping[int, Author]

    def by_commit(self) -> Counter[int]:
        """Return the lines of each commit, in whichever file they stood."""
        found: Counter[int] = Counter()
        for file in self.files.values():
            found.update(file.commits)
        return found

    def by_identity(self, commits: Mapping[int, int]) -> Counter[int]:
        """Return lines by commit as lines by who wrote them; NOBODY where that cannot be read."""
        found: Counter[int] = Counter()
        for commit, lines in commits.items():
            found[self.identities.get(commit, NOBODY)] += lines
        return found


@dataclass(frozen=True)
class Then:
    """A moment that was asked for: the commit that it names, the day that one was put there, and what stood."""

    moment: Moment
    day: date | None
    stood: Stood


_STOOD: Remembered[Stood] = Remembered(24)


def then(session: Session, snapshot: Snapshot, asked: str) -> Then:
    """Return what stood at a day, tag or commit of the main line; raises what `moment` raises."""
    found = moment(session, snapshot.repository, asked)
    line, place = found.line, found.place
    key = (memory(session), snapshot.id, snapshot.commit, len(line.commits), place)
    stood = _STOOD.get(key, lambda: _stood(session, line, place))
    return Then(found, day_at(session, line, place)[1], stood)


def file_then(session: Session, found: Then, path: bytes) -> File:
    """Return a text file of the repository's own as it stood, with who wrote each line; raises NotFoundError.

    Its blob and size are not told: only git knows them.
    """
    file = found.stood.files.get(path)
    if file is None:
        msg = "no text file of the repository's own stood on the main line under this name then"
        raise NotFoundError(msg)
    pairs = file_at(session, found.moment.line, found.moment.place, path)
    return past_file(PastFile(path, file.work_type, pairs))


def _stood(session: Session, line: MainLine, place: int) -> Stood:
    files = {one.path: one for one in _files(files_at(session, line, place))}
    identities = identities_of(session, {commit for one in files.values() for commit in one.commits})
    return Stood(files, identities, provenance.authors(session, identities.values()))


def _files(files: Iterator[PastFile]) -> Iterator[FileThen]:
    for file in files:
        commits: Counter[int] = Counter()
        for lines, commit in file.pairs:
            commits[commit] += lines
        yield FileThen(file.path, file.work_type, dict(commits))
