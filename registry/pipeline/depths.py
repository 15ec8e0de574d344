# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Depths: how well it is known who wrote a repository, at its head and at each release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from registry.pipeline.moments import Release, releases
from registry.provenance import service as provenance
from registry.provenance.depth import Depth, Grade, depth, grade
from registry.provenance.numbers import numbers_of
from registry.provenance.runs import NOBODY
from registry.provenance.snapshot import Snapshot
from registry.provenance.through_time import MainLine, PastFile, day_at, files_at, main_line

MOST = 20
"""Releases that are looked at, the newest: each is put together line by line."""


@dataclass(frozen=True)
class ReleaseDepth:
    """A release, the day it was put on the main line, and its depth."""

    name: str
    commit: str
    day: date | None
    depth: Depth


def graded(session: Session, snapshot: Snapshot) -> dict[int, Grade]:
    """Return the grade of each commit (the register's number) that is not A."""
    numbers = numbers_of(session, [one.commit for one in snapshot.bulk])
    grades = {numbers[one.commit]: grade(one) for one in snapshot.bulk if one.commit in numbers}
    return {number: one for number, one in grades.items() if one is not Grade.INDIVIDUALLY}


def depth_now(snapshot: Snapshot) -> Depth:
    """Return the depth of a repository's present, what could not be read among it."""
    totals = snapshot.totals
    return Depth(totals.individually, totals.in_bulk, totals.not_attributable)


def release_depths(session: Session, repository: int, most: int = MOST) -> tuple[ReleaseDepth, ...]:
    """Return the depth of the newest releases on the main line, the newest first; none where none was followed."""
    snapshot, line = provenance.snapshot(session, repository), main_line(session, repository)
    if snapshot is None or line is None:
        return ()
    grades = graded(session, snapshot)
    newest = releases(session, line)[::-1][:most]
    return tuple(_of_release(session, line, one, grades) for one in newest)


def _of_release(session: Session, line: MainLine, one: Release, grades: dict[int, Grade]) -> ReleaseDepth:
    lines = _lines(files_at(session, line, one.place))
    nobody_s = lines.pop(NOBODY, 0)
    return ReleaseDepth(
        one.name, one.commit, day_at(session, line, one.place)[1], depth(lines, grades, nobody_s)
    )


def _lines(files: Iterable[PastFile]) -> Counter[int]:
    found: Counter[int] = Counter()
    for file in files:
        for count, commit in file.pairs:
            found[commit] += count
    return found
