# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Ownership of what was harvested: shares, holders and the determination behind every run of lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from registry.agreements.model import LICENCES, MOVING, Agreement, Contributors
from registry.ownership.answers import CLAIMABLE, WORST_FIRST, Break, Flag, State, Weak
from registry.ownership.facts import Facts
from registry.ownership.shares import Share, Shares, counted
from registry.parties.model import Engagement
from registry.pipeline.determined import Determined, Remembered, ask, determine, determine_repository
from registry.pipeline.only import EVERYTHING, Only
from registry.pipeline.owned import Answers, FileAnswer, HolderLines
from registry.pipeline.pieces import Piece, distinct
from registry.pipeline.showing import Showing
from registry.pipeline.written import WrittenFile
from registry.provenance.model import WorkType

_Word = TypeVar("_Word", Break, Weak)

_ANSWERS: Remembered[Answers] = Remembered(1000)


def answers(session: Session, repository: int, as_of: date, known: date | None = None) -> Answers:
    """Return whose a repository's content of the day `as_of` is, as recorded on `known` (None: by now)."""
    asked = ask(session, repository, as_of, known, of_day=True)
    return replace(_ANSWERS.get(asked.key, lambda: _answers(determine(session, asked))), known=known)


def _answers(found: Determined) -> Answers:
    written = found.groups.written
    pieces = distinct(found.pieces)
    return Answers(
        repository=written.repository,
        revision=written.snapshot.commit,
        asked=found.facts.asks.party,
        as_of=found.key.as_of,
        known=None,
        assessed=_assessed(found, pieces),
        lines=counted((one.work_type, one.answer, one.lines) for one in pieces),
        files=_in_files(found),
        work_types=_by_work_type(pieces),
        holders=tuple(_holders(found, pieces)),
        breaks=_counted(pieces, "breaks", Break),
        weak=_counted(pieces, "weak", Weak),
        by_method=sum(one.lines for one in pieces if Flag.METHOD_DECIDES in one.answer.flags),
        later=sum(n for one, n in found.groups.sums.items() if found.groups.day(one) > found.key.as_of),
        left_out=written.left_out,
    )


def files_answered(
    session: Session, repository: int, as_of: date, known: date | None = None, only: Only = EVERYTHING
) -> tuple[FileAnswer, ...]:
    """Return each file's state and lines by state; a file that holds nothing to be held is left out.

    `meant` of its lines are those of `only`; a file that has none such is left out, too.
    """
    found = determine_repository(session, repository, as_of, known, of_day=True)
    meant = _meant(found, only)
    return tuple(
        FileAnswer(file.path, file.work_type, worst.answer.state, _by_state(found, file), lines)
        for file in found.groups.written.files
        if (worst := _worst(found, file)) is not None and (lines := meant(file)) is not None
    )


def _meant(found: Determined, only: Only) -> Callable[[WrittenFile], int | None]:
    """Return what counts the lines of a file that are meant; None where it has none, be it a line or none at all."""
    show = Showing(found.facts, found.groups.written.people)
    pieces = {id(one): one for by_writer in found.pieces.values() for one in by_writer.values()}
    fitting = {number for number, one in pieces.items() if only.fits(one.answer, show.id)}

    def lines(file: WrittenFile) -> int | None:
        if not only.is_of(file.work_type):
            return None
        by_writer = found.pieces.get(found.groups.sort(file), {})
        here = [count for writer, count in file.lines.items() if id(by_writer.get(writer)) in fitting]
        return sum(here) if here else None

    return lines


def facts_for_telling(session: Session, repository: int, as_of: date, known: date | None = None) -> Facts:
    """Return the facts by which `why`'s answers are told: with a name for whoever is known by an address alone."""
    found = determine_repository(session, repository, as_of, known, of_day=True)
    return Showing(found.facts, found.groups.written.people).told_facts()


def _by_work_type(pieces: Iterable[Piece]) -> dict[WorkType, Share]:
    split: defaultdict[WorkType, list[Piece]] = defaultdict(list)
    for one in pieces:
        split[one.work_type].append(one)
    shares = {kind: counted((one.work_type, one.answer, one.lines) for one in split[kind]) for kind in split}
    return {kind: shares[kind].all for kind in WorkType if kind in shares}


def _in_files(found: Determined) -> Shares:
    decisive = (worst for one in found.groups.written.files if (worst := _worst(found, one)) is not None)
    return counted((one.work_type, one.answer, 1) for one in decisive)


def _worst(found: Determined, file: WrittenFile) -> Piece | None:
    """Return the piece that a file's state is read from: its worst claimable one."""
    by_writer = found.pieces.get(found.groups.sort(file), {})
    told = [by_writer[writer] for writer in file.lines if writer in by_writer]
    return min(told, key=lambda one: WORST_FIRST.index(one.answer.state), default=None)


def _by_state(found: Determined, file: WrittenFile) -> dict[State, int]:
    by_writer = found.pieces.get(found.groups.sort(file), {})
    sums: Counter[State] = Counter()
    for writer, lines in file.lines.items():
        if writer in by_writer:
            sums[by_writer[writer].answer.state] += lines
    return dict(sums)


def _holders(found: Determined, pieces: Iterable[Piece]) -> Iterator[HolderLines]:
    show = Showing(found.facts, found.groups.written.people)
    lines: defaultdict[tuple[str, ...], Counter[State]] = defaultdict(Counter)
    licensed: Counter[tuple[str, ...]] = Counter()
    for one in pieces:
        answer = one.answer
        if answer.state not in CLAIMABLE:
            continue
        lines[answer.holders][answer.state] += one.lines
        if answer.licensed_in and answer.state is not State.DOCUMENTED:
            licensed[answer.holders] += one.lines
    for holders in sorted(lines, key=lambda one: (-lines[one].total(), one)):
        shown = tuple(map(show.id, holders))
        names = tuple(map(show.name, shown))
        yield HolderLines(shown, names, dict(lines[holders]), licensed[holders])


def _counted(pieces: Iterable[Piece], field: str, _words: type[_Word]) -> dict[_Word, int]:
    sums: Counter[_Word] = Counter()
    for one in pieces:
        for word in getattr(one.answer, field):
            sums[word] += one.lines
    return dict(sums.most_common())


def _assessed(found: Determined, pieces: Iterable[Piece]) -> bool:
    """Tell whether a paper is registered that names the repository, or that somebody in its chains gave."""
    here = str(found.groups.written.repository)
    facts = found.facts
    papers = [*facts.agreements, *(one.about for one in facts.declarations)]
    covers = [one.covers for one in papers if isinstance(one, Agreement | Contributors | Engagement)]
    if any(one.repositories is not None and here in one.repositories for one in covers):
        return True
    met = {name for one in pieces for link in one.answer.links for name in (link.giver, link.taker)}
    met |= {name for one in pieces for name in one.answer.holders}
    return any(_gives(one, met) for one in facts.agreements if one.covers.repositories is None)


def _gives(paper: Agreement, met: set[str]) -> bool:
    givers = (paper.assignee,) if paper.employees else paper.assignors
    return paper.kind in MOVING | LICENCES and any(name in met for name in givers)
