# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Strands: all lines that ever stood on a main line, by commit and sort of file, as they came and went by month.

Files are told apart as far as the papers' scopes tell them apart: where none names paths, the monthly sums suffice;
else the lives of all paths are gone through.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from registry.globs import any_matches
from registry.pipeline.grouping import Telling
from registry.pipeline.trees import Tree, past_file
from registry.provenance.edits import dropped_and_put_in
from registry.provenance.growth import Month, month_of
from registry.provenance.lives import Life
from registry.provenance.model import WorkType
from registry.provenance.rolled import signings
from registry.provenance.rollup import RollUp, roll_up
from registry.provenance.runs import NOBODY
from registry.provenance.through_time import MainLine, PastFile, growth, lives
from registry.text import path_text

Strand = tuple[int, WorkType, str]
"""The number of a commit, the work type of its lines, and a path that stands for the class of their files."""

Change = Counter[Strand]
"""Lines gained or lost, by strand."""


@dataclass(frozen=True)
class StrandsTree(Tree):
    """All that ever stood on a main line, as one content: what is decided of it holds for every month."""

    every: frozenset[Strand] = frozenset()

    def rolled_up(self, session: Session) -> RollUp:
        """Return one file for each class of files, with every commit that ever wrote in one."""
        files: defaultdict[tuple[WorkType, str], dict[tuple[int, ...], int]] = defaultdict(dict)
        for commit, kind, path in self.every:
            files[kind, path][(commit,)] = 1
        told = [
            (past_file(PastFile(path.encode("utf-8", "surrogateescape"), str(kind), ())), lines)
            for (kind, path), lines in sorted(files.items())
        ]
        commits = {commit for commit, _, _ in self.every} - {NOBODY}
        return roll_up(told, signings(session, commits))


@dataclass(frozen=True)
class Strands:
    """What each month brought and took, in order; `standing` has the path that stands for each path's class.

    It has every path that ever stood: a moment's files are read by it, and not told apart anew by themselves.
    """

    changes: tuple[tuple[Month, Change], ...]
    standing: Mapping[str, str]

    def of(self, commit: int, kind: WorkType, path: str) -> Strand:
        """Return the strand of what a commit wrote in a file."""
        return commit, kind, self.standing.get(path, "")


def strands(session: Session, line: MainLine, apart: Telling, last: Month) -> Strands:
    """Return the strands of a main line; what bears a date after `last` came by then."""
    months: defaultdict[Month, Change] = defaultdict(Counter)
    standing: dict[str, str] = {}
    if apart.globs:
        every = [(path_text(path), WorkType(kind), life) for path, kind, life in lives(session, line)]
        standing = _classes((path for path, _, _ in every), apart)
        found = _by_path(line, every, standing)
    else:
        found = _summed(session, line)
    for month, strand, lines in found:
        months[min(month, last)][strand] += lines
    return Strands(tuple(sorted(months.items())), standing)


def _classes(paths: Iterable[str], apart: Telling) -> dict[str, str]:
    """Return for each path the one that stands for all that the papers do not tell apart from it."""
    first: dict[tuple[bool, ...], str] = {}
    return {
        path: first.setdefault(tuple(any_matches(globs, path) for globs in apart.globs), path)
        for path in sorted(paths)
    }


def _summed(session: Session, line: MainLine) -> Iterator[tuple[Month, Strand, int]]:
    for month, change in growth(session, line.repository):
        for (commit, kind), lines in change.items():
            yield month, (commit, WorkType(kind), ""), lines


def _by_path(
    line: MainLine, every: Iterable[tuple[str, WorkType, Life]], standing: Mapping[str, str]
) -> Iterator[tuple[Month, Strand, int]]:
    for path, kind, life in every:
        for place, commit, lines in dropped_and_put_in(life.edits(line.commits)):
            yield month_of(line.seconds[place]), (commit, kind, standing[path]), lines
