# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Grown: who had how many lines on a main line at the end of each month since its beginning, and its releases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from registry.pipeline.determined import Remembered, memory
from registry.pipeline.moments import Release, releases, releases_key
from registry.provenance import service as provenance
from registry.provenance.growth import Change, Month, month_of
from registry.provenance.numbers import identities_of
from registry.provenance.runs import NOBODY
from registry.provenance.snapshot import Author, Snapshot
from registry.provenance.through_time import MainLine, growth, main_line


@dataclass(frozen=True)
class Dated:
    """A release, its commit, and the day on which that was put on the main line."""

    name: str
    commit: str
    day: date | None
    month: Month


@dataclass(frozen=True)
class Grown:
    """The lines at the end of each month in which something changed, by the identity that wrote them.

    NOBODY stands for the identity of lines whose origin cannot be read. A month is never after the reading:
    what bears a later date stood there by then.
    """

    months: tuple[Month, ...]
    lines: Mapping[int, tuple[int, ...]]
    authors: Mapping[int, Author]
    releases: tuple[Dated, ...]

    def totals(self) -> tuple[int, ...]:
        """Return all lines at the end of each month."""
        return tuple(map(sum, zip(*self.lines.values(), strict=True)))


_GROWN: Remembered[Grown] = Remembered(32)


def grown(session: Session, snapshot: Snapshot) -> Grown | None:
    """Return how a repository's main line grew until it was read; None where it was not followed."""
    line = main_line(session, snapshot.repository)
    if line is None or not line.commits:
        return None
    place, tags = memory(session), releases_key(session, line.repository)
    key = (place, snapshot.id, snapshot.commit, len(line.commits), tags)
    return _GROWN.get(key, lambda: _grown(session, line, month_of(int(snapshot.read_at.timestamp()))))


def _grown(session: Session, line: MainLine, last: Month) -> Grown:
    changes = _until(last, growth(session, line.repository))
    identities = identities_of(session, {commit for change in changes.values() for commit, _ in change})
    lines = _summed(list(changes.values()), identities)
    return Grown(
        months=tuple(changes),
        lines=lines,
        authors=provenance.authors(session, lines),
        releases=tuple(_dated(one, line.seconds[one.place], last) for one in releases(session, line)),
    )


def _until(last: Month, months: Iterator[tuple[Month, Change]]) -> dict[Month, Change]:
    found: dict[Month, Change] = {}
    for month, change in months:
        found.setdefault(min(month, last), Counter()).update(change)
    return found


def _summed(changes: Sequence[Change], identities: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
    """Return the lines of each identity after each change."""
    steps: dict[int, list[int]] = {}
    for at, change in enumerate(changes):
        for (commit, _), lines in change.items():
            own = steps.setdefault(identities.get(commit, NOBODY), [0] * len(changes))
            own[at] += lines
    for own in steps.values():
        for at in range(1, len(own)):
            own[at] += own[at - 1]
    return {identity: tuple(own) for identity, own in steps.items()}


def _dated(one: Release, seconds: int, last: Month) -> Dated:
    try:
        day = datetime.fromtimestamp(seconds, UTC).date()
    except (OverflowError, ValueError, OSError):
        day = None
    return Dated(one.name, one.commit, day, min(month_of(seconds), last))
