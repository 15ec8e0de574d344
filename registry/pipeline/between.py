# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Between: how two moments of a main line differ, in lines by who wrote them and in files that came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy.orm import Session

from registry.pipeline.determined import Remembered, memory
from registry.pipeline.stood import FileThen, Stood, Then
from registry.provenance.snapshot import Author, Snapshot


class What(StrEnum):
    """What became of a file."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


@dataclass(frozen=True)
class Lines:
    """Lines before and after, and how many were gained and lost between."""

    before: int = 0
    after: int = 0
    gained: int = 0
    lost: int = 0

    def cells(self) -> tuple[int, int, int, int]:
        """Return the four figures in their order."""
        return self.before, self.after, self.gained, self.lost


@dataclass(frozen=True)
class FileBetween:
    """A file that came, went or changed, with its lines by identity."""

    path: bytes
    what: What
    work_type: str
    lines: Mapping[int, Lines]


@dataclass(frozen=True)
class Between:
    """Two moments, the lines of each identity over all files, and the files that differ, by path.

    A line that stands in another file than before is neither gained nor lost; a file under another name both
    went and came.
    """

    since: Then
    until: Then
    lines: Mapping[int, Lines]
    files: tuple[FileBetween, ...]

    def author(self, identity: int) -> Author | None:
        """Return an identity of either moment; None where it cannot be read who wrote lines."""
        return self.until.stood.authors.get(identity) or self.since.stood.authors.get(identity)


_BETWEEN: Remembered[Between] = Remembered(16)


def between(session: Session, snapshot: Snapshot, since: Then, until: Then) -> Between:
    """Return how the second moment of a repository's main line differs from the first."""
    database, line = memory(session), since.moment.line
    key = (database, snapshot.id, snapshot.commit, len(line.commits), since.moment.place, until.moment.place)
    found = _BETWEEN.get(key, lambda: differences(since, until))
    return replace(found, since=since, until=until)


def differences(since: Then, until: Then) -> Between:
    """Return how the second moment differs from the first. Pure."""
    before, after = since.stood, until.stood
    paths = sorted(before.files.keys() | after.files.keys())
    found = (_file(path, before, after) for path in paths)
    lines = _lines(before, before.by_commit(), after, after.by_commit())
    return Between(since, until, lines, tuple(one for one in found if one is not None))


def sum_of(lines: Iterable[Lines]) -> Lines:
    """Return lines added up."""
    cells = [one.cells() for one in lines]
    return Lines(*map(sum, zip(*cells, strict=True))) if cells else Lines()


def largest(lines: Mapping[int, Lines]) -> list[tuple[int, Lines]]:
    """Return the identities with what they gained and lost, the most first."""
    return sorted(lines.items(), key=lambda one: (-one[1].gained - one[1].lost, -one[1].after, one[0]))


def _file(path: bytes, before: Stood, after: Stood) -> FileBetween | None:
    old, new = before.files.get(path), after.files.get(path)
    if old and new and old.commits == new.commits:
        return None
    what = What.CAME if old is None else What.WENT if new is None else What.CHANGED
    kind = (new or old or FileThen(path, "", {})).work_type
    lines = _lines(before, old.commits if old else {}, after, new.commits if new else {})
    return FileBetween(path, what, kind, lines)


def _lines(before: Stood, old: Mapping[int, int], after: Stood, new: Mapping[int, int]) -> dict[int, Lines]:
    gained = Counter({commit: lines - old.get(commit, 0) for commit, lines in new.items()})
    lost = Counter({commit: lines - new.get(commit, 0) for commit, lines in old.items()})
    columns = (
        before.by_identity(old),
        after.by_identity(new),
        after.by_identity(+gained),
        before.by_identity(+lost),
    )
    return {one: Lines(*(column[one] for column in columns)) for one in set().union(*columns)}
