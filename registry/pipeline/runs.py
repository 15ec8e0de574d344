# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Runs: the determination behind each run of a file's lines, and behind each change that a method names for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from registry.ownership.facts import Author, Contribution
from registry.ownership.rules.author import identify
from registry.pipeline.determined import Determined, determine_repository
from registry.pipeline.only import Only
from registry.pipeline.owned import Candidate, OwnPart, Run
from registry.pipeline.showing import Showing
from registry.pipeline.written import WrittenFile
from registry.provenance import service as provenance
from registry.provenance.runs import NOBODY
from registry.text import path_bytes

_Named = TypeVar("_Named")


def why(
    session: Session,
    repository: int,
    path: str,
    lines: tuple[int, int] | None = None,
    as_of: date | None = None,
    known: date | None = None,
) -> tuple[Run, ...]:
    """Return the determination behind each run of a file's lines, `lines` (first, last; from 1) of it or all.

    `path` is text by `path_text`. A file without lines is one run of none. Raises NotFoundError.
    """
    found = determine_repository(session, repository, as_of or date.max, known, of_day=True)
    written = found.groups.written
    told = written.tree.runs(session, path_bytes(path))
    file = next((one for one in written.files if one.path == path), None)
    if file is None:
        return ()
    if any(written.writer(named) not in file.lines for _, named in told):
        told = ((sum(file.lines.values()), (NOBODY,)),)  # nobody's, whoever brought its versions
    commits = provenance.commits(session, {one for _, named in told for one in named if one})
    show = Showing(found.facts, written.people)
    telling = _Telling(found, file, show, {number: one.oid for number, one in commits.items()})
    return tuple(telling.runs(one for one in placed(told) if lines is None or _meets(one, lines)))


def meant(told: Iterable[Run], only: Only) -> tuple[Run, ...]:
    """Return the runs whose lines are meant; without a limit all, those of later days, too."""
    if not only.limits:
        return tuple(told)
    answered = ((one, one.answer) for one in told if only.is_of(one.work_type))
    return tuple(one for one, answer in answered if answer is not None and only.fits(answer))


def placed(told: Iterable[tuple[int, _Named]]) -> Iterator[tuple[int, int, _Named]]:
    """Yield first line, number of lines and what is named for them, of each run."""
    first = 1
    for count, named in told:
        yield first, count, named
        first += count


def _meets(placed: tuple[int, int, object], lines: tuple[int, int]) -> bool:
    first, count, _ = placed
    return first <= lines[1] and first + count > lines[0]


@dataclass(frozen=True)
class _Telling:
    """Tells the runs of one file; `oids` are the commits' ids by their number."""

    found: Determined
    file: WrittenFile
    show: Showing
    oids: Mapping[int, str]

    def runs(self, placed: Iterable[tuple[int, int, tuple[int, ...]]]) -> Iterator[Run]:
        """Yield the runs; those of the same commits differ in their place alone, and are told once."""
        alike: dict[tuple[int, ...], Run] = {}
        for first, count, named in placed:
            if named not in alike:
                alike[named] = self._run(first, count, named)
            yield replace(alike[named], first=first, count=count)

    def _run(self, first: int, count: int, named: tuple[int, ...]) -> Run:
        """Return a run for which the methods name these commits, the main one first."""
        groups = self.found.groups
        key = groups.key(self.file, groups.written.writer(named))
        one, answer = groups.contribution(key), self.found.answer(key)
        return Run(
            first=first,
            count=count,
            commit=self.oids.get(named[0], ""),
            day=one.day,
            work_type=one.work_type,
            authors=self._authors(one),
            bulk=one.bulk,
            answer=None if answer is None else self.show.determination(answer),
            delivered_by=self.show.name(one.delivered_by) if one.delivered_by else "",
            candidates=tuple(self._candidates(one, named)) if one.otherwise else (),
            parts=tuple(self._parts(one)),
        )

    def _parts(self, joint: Contribution) -> Iterator[OwnPart]:
        """Yield each author's own part; none of what was delivered in bulk, for others may have written that."""
        if len(joint.authors) < 2 or joint.bulk or joint.otherwise:
            return
        for author in joint.authors:
            answer = self.found.alone(replace(joint, authors=(author,)))
            if answer is not None:
                yield OwnPart(self._author(author), self.show.determination(answer))

    def _candidates(self, main: Contribution, named: tuple[int, ...]) -> Iterator[Candidate]:
        """Yield what each change that is named comes to by itself; of several by one hand on one day the first."""
        of = self.found.groups.written.by_commit
        first = {of[commit]: commit for commit in reversed(named)}
        commits = [commit for commit in named if first[of[commit]] == commit]
        told = (replace(main, otherwise=()), *main.otherwise)
        for one, commit in zip(told, commits, strict=True):
            answer = self.found.alone(one)
            yield Candidate(
                self.oids.get(commit, ""),
                one.day,
                self._authors(one),
                None if answer is None else self.show.determination(answer),
            )

    def _authors(self, one: Contribution) -> tuple[str, ...]:
        return tuple(map(self._author, one.authors))

    def _author(self, author: Author) -> str:
        """Return the name that git has, and behind it the registered person's, where the facts call that otherwise."""
        signed = self.show.name(self.show.id(author.email))
        person = identify(self.found.decider.book, author) if self.found.decider is not None else None
        known = self.show.name(person.id) if person is not None and person.known else signed
        return signed if known == signed else f"{signed} ({known})"
