# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shapes of title: shares, holders, and the determination behind lines."""

from __future__ import annotations

from datetime import date

from registry.api.shapes.shape import Shape
from registry.ownership.answers import Break, Flag, Grade, Mend, State, Weak
from registry.provenance.model import WorkType
from registry.provenance.snapshot import Skip


class Share(Shape):
    """Counts by state. `documented` and `usable` are shares of what somebody can hold; null: nothing is."""

    by_state: dict[State, int]
    claimable: int
    licensed_in: int
    documented: float | None
    usable: float | None


class Shares(Shape):
    """The shares of all works, of code and of documentation."""

    all: Share
    code: Share
    documentation: Share


class Holder(Shape):
    """Somebody who holds; `identity:N` is a contributor who is known by an address alone."""

    id: str
    name: str


class HolderLines(Shape):
    """What one holder, or several together, hold: lines by state, and how many of them are licensed in."""

    holders: tuple[Holder, ...]
    lines: dict[State, int]
    licensed_in: int


class BrokenLines(Shape):
    """Why chains do not reach the association, in how many lines."""

    code: Break
    text: str
    lines: int


class WeakLines(Shape):
    """Why links are only likely, in how many lines."""

    code: Weak
    text: str
    lines: int


class Ownership(Shape):
    """Whose a repository is. Before any paper is registered it is not assessed, and there are no shares.

    `known` is null for all that is recorded by now; `written_later` counts lines written after `as_of`. `by_method`
    counts lines of which it depends on the method whose they are: they stand under the worst answer.
    """

    repository: int
    commit: str
    asked: Holder | None
    as_of: date
    known: date | None
    assessed: bool
    lines: Shares | None
    files: Shares | None
    by_work_type: dict[WorkType, Share] | None
    by_party: tuple[HolderLines, ...] | None
    breaks: tuple[BrokenLines, ...]
    weak: tuple[WeakLines, ...]
    by_method: int
    written_later: int
    left_out: dict[Skip, int]
    files_address: str
    plan_address: str


class FileTitle(Shape):
    """A file: its lines by state, and its own state, which is that of its worst line."""

    path: str
    work_type: WorkType
    state: State
    lines: dict[State, int]
    why_address: str


class FileTitles(Shape):
    """A part of the files that hold something to be held, by path."""

    repository: int
    as_of: date
    known: date | None
    items: tuple[FileTitle, ...]
    next: str | None


class Link(Shape):
    """One step of a chain. `paper` is null where it rests on no paper; `observation` is the evidence behind it.

    That is the paper's document, or else the file of facts that states the paper or the engagement.
    """

    giver: Holder
    taker: Holder
    day: date
    rule: str
    grade: Grade
    weak: tuple[Weak, ...]
    why: str
    paper: str | None
    observation: int | None


class BrokenBy(Shape):
    """Why the chain does not reach the association."""

    code: Break
    text: str


class WeakBy(Shape):
    """Why a link is only likely."""

    code: Weak
    text: str


class Beside(Shape):
    """What changes no state and stands beside the answer."""

    code: Flag
    text: str


class Cure(Shape):
    """A paper to get: what, by whom, to whom, about which paper."""

    paper: Mend
    by: Holder | None
    to: Holder | None
    agreement: str | None
    text: str


class Against(Shape):
    """What stands against an answer: a later paper (`paper`), or a claim, which is no paper (`source`).

    `now` is the owner that it names, read as its successor.
    """

    owner: Holder
    by: Holder
    day: date
    now: Holder
    paper: str | None
    source: str | None


class Determination(Shape):
    """The engine's answer for lines; it is no ruling."""

    state: State
    state_text: str
    holders: tuple[Holder, ...]
    links: tuple[Link, ...]
    breaks: tuple[BrokenBy, ...]
    weak: tuple[WeakBy, ...]
    cures: tuple[Cure, ...]
    flags: tuple[Beside, ...]
    limits: tuple[str, ...]
    contested_by: tuple[Holder, ...]
    against: tuple[Against, ...]
    licensed_in: tuple[str, ...]
    ai_assisted: bool


class Candidate(Shape):
    """A commit that some method names for lines, and the answer by it alone."""

    commit: str
    day: date
    authors: tuple[str, ...]
    determination: Determination | None


class OwnPart(Shape):
    """One author's own part of a joint work, and the answer for it alone: each author's chain must arrive."""

    author: str
    determination: Determination


class TitleRun(Shape):
    """Lines of one commit; a file without lines is one run of none. Null: written after the day asked about.

    Where the methods name commits by several hands these are the `candidates`: the worst is the determination.
    `parts` are those of the authors of a joint work.
    """

    first: int
    last: int
    commit: str
    day: date
    work_type: WorkType
    authors: tuple[str, ...]
    bulk: bool
    delivered_by: str
    determination: Determination | None
    candidates: tuple[Candidate, ...]
    parts: tuple[OwnPart, ...]


class TitleRuns(Shape):
    """A part of a file's lines, each with the determination behind it."""

    repository: int
    path: str
    as_of: date
    known: date | None
    items: tuple[TitleRun, ...]
    next: str | None
