# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Answers: whose a repository's present is, in lines and files, as the pages and the command line show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from registry.ownership.answers import Break, Determination, State, Weak
from registry.ownership.shares import Share, Shares
from registry.provenance.model import WorkType
from registry.provenance.snapshot import Skip


@dataclass(frozen=True)
class HolderLines:
    """What one party (or person, or several together) holds: `lines` by state; `licensed` are licensed in.

    `holders` are ids of the facts; whoever is known by an address alone stands as `identity:N`.
    """

    holders: tuple[str, ...]
    names: tuple[str, ...]
    lines: Mapping[State, int]
    licensed: int

    @property
    def total(self) -> int:
        """Lines of all states."""
        return sum(self.lines.values())


@dataclass(frozen=True)
class InShort:
    """Whose a repository is on a day, as a list of many tells it: its lines, and the holders of most of them."""

    as_of: date
    assessed: bool
    lines: Share
    holders: tuple[HolderLines, ...]


_MOST_HOLDERS = 3


@dataclass(frozen=True)
class Answers:
    """Whose a repository is. `assessed` is False until a paper is registered that could concern it.

    `known` is None for what is recorded by now. `by_method` counts lines of which it depends on the method whose
    they are: they stand under the worst answer. `later` counts lines written after `as_of`: no answer is given
    for them. `left_out` are files that hold nothing to be held, by reason.
    """

    repository: int
    revision: str
    asked: str
    as_of: date
    known: date | None
    assessed: bool
    lines: Shares
    files: Shares
    work_types: Mapping[WorkType, Share]
    holders: tuple[HolderLines, ...]
    breaks: Mapping[Break, int]
    weak: Mapping[Weak, int]
    by_method: int
    later: int
    left_out: Mapping[Skip, int]

    @property
    def states(self) -> Mapping[State, int]:
        """Lines by state."""
        return self.lines.all.by_state

    @property
    def in_short(self) -> InShort:
        """The same in short: of holders those of most lines, joint ones together, whoever has no name left out."""
        named = sorted((one for one in self.holders if one.names), key=lambda one: -one.total)
        return InShort(self.as_of, self.assessed, self.lines.all, tuple(named[:_MOST_HOLDERS]))


@dataclass(frozen=True)
class FileAnswer:
    """One file: its lines by state, and its own state, which is that of its worst claimable line.

    `meant` is how many of the lines were asked about.
    """

    path: str
    work_type: WorkType
    state: State
    lines: Mapping[State, int]
    meant: int


@dataclass(frozen=True)
class Candidate:
    """A change that some method names for lines, and the answer by it alone; None: written after the day asked about."""

    commit: str
    day: date
    authors: tuple[str, ...]
    answer: Determination | None


@dataclass(frozen=True)
class OwnPart:
    """One author's own part of a joint work, and the answer for it alone: each author's chain must arrive (rule 11)."""

    author: str
    answer: Determination


@dataclass(frozen=True)
class Run:
    """A run of lines of one file, by one commit: the determination behind it, and who signed the commit.

    `answer` names whoever is known by an address alone as `identity:N`. It is None for lines written after
    the day asked about. `delivered_by` is the name of who is stated to have delivered them in bulk. Where the
    methods name changes by several hands these are the `candidates`, the main one first: the worst is the answer.
    `parts` are those of the authors of a joint work, where its authors are those of the change.
    """

    first: int
    count: int
    commit: str
    day: date
    work_type: WorkType
    authors: tuple[str, ...]
    bulk: bool
    answer: Determination | None
    delivered_by: str = ""
    candidates: tuple[Candidate, ...] = ()
    parts: tuple[OwnPart, ...] = ()

    @property
    def last(self) -> int:
        """The last line."""
        return self.first + self.count - 1
