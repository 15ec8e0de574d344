# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Titled: the lines of each month by state of the title, as the papers stand today and as they stood then.

Every commit is decided once for each stretch of days between which no paper acts, whatever months lie in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from registry.ownership.answers import State
from registry.ownership.boundaries import acting_days
from registry.ownership.decider import Decider
from registry.ownership.facts import Facts
from registry.ownership.opening import open_book
from registry.pipeline.determined import Key, Remembered, ask
from registry.pipeline.grouping import Groups, group, scopes_about, telling
from registry.pipeline.pieces import cut
from registry.pipeline.stood import Stood
from registry.pipeline.strands import Change, Strand, Strands, StrandsTree, strands
from registry.pipeline.written import read_written
from registry.provenance.growth import Month, first_day, month_of
from registry.provenance.model import WorkType
from registry.provenance.snapshot import Snapshot
from registry.provenance.through_time import main_line
from registry.text import path_text

ByState = Mapping[State, int]
"""Lines by state of their title; a line that is dated later than the day asked about has none."""


@dataclass(frozen=True)
class Titled:
    """The lines by state at the end of each month in which something changed: by today's papers, and by those of then."""

    months: tuple[Month, ...]
    today: tuple[ByState, ...]
    then: tuple[ByState, ...]


@dataclass(frozen=True)
class Course:
    """All strands of a main line by month, their groups, and the facts that decide them."""

    key: Key
    facts: Facts
    groups: Groups
    strands: Strands


_COURSES: Remembered[Course] = Remembered(16)
_TITLED: Remembered[Titled] = Remembered(32)
_STATES: Remembered[Mapping[Strand, State]] = Remembered(256)


def titled(session: Session, snapshot: Snapshot, today: date, known: date | None = None) -> Titled | None:
    """Return the title of each month, as recorded on `known` (None: by now); None where nothing can be decided.

    That is where the main line was not followed, and where nobody is stated to be asked about.
    """
    found = course(session, snapshot, today, known)
    return None if found is None else _TITLED.get(found.key, lambda: _titled(found, today))


def course(session: Session, snapshot: Snapshot, today: date, known: date | None = None) -> Course | None:
    """Return what is decided about; None as `titled`."""
    line = main_line(session, snapshot.repository)
    asked = ask(session, snapshot.repository, today, known)
    if line is None or not line.commits or not asked.facts.asks.party:
        return None

    def find() -> Course:
        apart = telling(snapshot.repository, asked.facts)
        revisions = {one.revision for one in scopes_about(snapshot.repository, asked.facts) if one.revision}
        found = strands(session, line, apart, month_of(int(snapshot.read_at.timestamp())))
        tree = StrandsTree(
            snapshot, None, every=frozenset(one for _, change in found.changes for one in change)
        )
        groups = group(read_written(session, tree, sorted(revisions)), apart)
        return Course(asked.key, asked.facts, groups, found)

    return _COURSES.get(asked.key, find)


def stood_by_state(found: Course, stood: Stood, as_of: date) -> ByState:
    """Return the lines that stood at a moment by state, by the papers that acted by a day."""
    states, sums = _states(found, as_of), Counter[State]()
    for path, file in stood.files.items():
        kind, name = WorkType(file.work_type), path_text(path)
        for commit, lines in file.commits.items():
            if (state := states.get(found.strands.of(commit, kind, name))) is not None:
                sums[state] += lines
    return sums


def month_end(month: Month) -> date:
    """Return the last day of a month."""
    return first_day(month + 1) - timedelta(1) if month < _LAST else date.max


_LAST = 9999 * 12 + 11


def _titled(found: Course, today: date) -> Titled:
    months = tuple(month for month, _ in found.strands.changes)
    ends = [min(month_end(month), today) for month in months]
    return Titled(
        months=months,
        today=tuple(_summed(found, [today] * len(months))),
        then=tuple(_summed(found, _stretches(found.facts, ends))),
    )


def _stretches(facts: Facts, ends: list[date]) -> list[date]:
    """Return for each day the last one of those given that fares alike: no paper acts between the two."""
    days = sorted({*acting_days(facts)} | {date(year, 1, 1) for year in {end.year for end in ends}})
    number = [sum(day <= end for day in days) for end in ends]
    last = dict(zip(number, ends, strict=True))
    return [last[one] for one in number]


def _summed(found: Course, days: list[date]) -> Iterator[ByState]:
    """Yield the lines by state at the end of each month, decided as of these days."""
    lines: Change = Counter()
    sums: Counter[State] = Counter()
    before: date | None = None
    for (_, change), day in zip(found.strands.changes, days, strict=True):
        states = _states(found, day)
        if day != before:
            sums = _by_state(lines, states)
        for strand, count in change.items():
            lines[strand] += count
            if (state := states.get(strand)) is not None:
                sums[state] += count
        before = day
        yield dict(sums)


def _by_state(lines: Change, states: Mapping[Strand, State]) -> Counter[State]:
    sums: Counter[State] = Counter()
    for strand, count in lines.items():
        if count and (state := states.get(strand)) is not None:
            sums[state] += count
    return sums


def _states(found: Course, as_of: date) -> Mapping[Strand, State]:
    """Return the state of each strand that was written by a day, by the papers that acted by then."""
    return _STATES.get(replace(found.key, as_of=as_of), lambda: _decided(found, as_of))


def _decided(found: Course, as_of: date) -> Mapping[Strand, State]:
    facts = replace(found.facts, asks=replace(found.facts.asks, as_of=as_of, known=date.max))
    pieces, written = cut(found.groups, Decider(open_book(facts))), found.groups.written
    by_place = {
        (kind, path): {writer: piece.answer.state for writer, piece in by_writer.items()}
        for (kind, _, path), by_writer in pieces.items()
    }
    states = {}
    for _, change in found.strands.changes:
        for strand in change:
            commit, kind, path = strand
            state = by_place.get((kind, path), {}).get(written.by_commit.get(commit, 0))
            if state is not None:
                states[strand] = state
    return states
