# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A snapshot: one commit of a repository's main line, read to the end, with who wrote each line of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from registry.provenance.bulk import Bulk
from registry.provenance.runs import Pair

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Method(StrEnum):
    """How lines were attributed; part of every stored result, because the answer depends on it."""

    PLAIN = "plain"
    WHITE_SPACE = "w"
    MOVED_AND_COPIED = "wMC"
    OWN_REVISIONS = (
        "revs"  # as the main one, and the repository's own list of revisions looked through as well
    )
    WITHOUT_LIST = "unlisted"  # as the main one, and nothing looked through: what the register's list changes


METHODS = (Method.PLAIN, Method.WHITE_SPACE, Method.MOVED_AND_COPIED)
"""The methods that a harvest can be asked for; the others follow from what is listed."""


BLAMED = "git blame"
"""The detail of a file whose lines git blame had to tell, and in which commits are not looked through therefore."""


class Skip(StrEnum):
    """Why a file's lines are attributed to nobody."""

    THIRD_PARTY = "third_party"
    GENERATED = "generated"
    BINARY = "binary"
    SYMLINK = "symlink"
    SUBMODULE = "submodule"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    LFS_POINTER = "lfs_pointer"
    EMPTY = "empty"


@dataclass(frozen=True)
class Why:
    """Why a file counts as what it does: the rule, and the reason in Danish and English."""

    rule: str
    da: str = ""
    en: str = ""


@dataclass(frozen=True)
class File:
    """One path of a snapshot. Either `pairs` attribute its lines, or `skip` says why nothing does.

    `versions` are the numbers of the commits that wrote a file without lines, oldest first.
    """

    path: bytes
    blob: str
    mode: int
    size: int | None
    lines: int
    skip: Skip | None
    detail: str
    work_type: str
    work_type_reason: Why
    origin: str
    origin_reason: Why
    pairs: tuple[Pair, ...] = ()
    versions: tuple[int, ...] = ()


@dataclass(frozen=True)
class Checked:
    """How many lines were compared with git blame, and how many have the commit that it names."""

    lines: int = 0
    same: int = 0


@dataclass(frozen=True)
class Totals:
    """What a snapshot counts, in lines and files, and what was left out and why."""

    files: int = 0
    lines: int = 0  # text lines of files that are the repository's own
    left_out: dict[str, tuple[int, int]] = field(default_factory=dict)  # skip -> (files, lines)
    by_work_type: dict[str, tuple[int, int]] = field(default_factory=dict)  # own text only -> (files, lines)
    individually: int = 0  # lines written change by change (depth A)
    in_bulk: int = 0  # lines delivered in bulk by an organisation (depth B)
    delivered_by_nobody: int = 0  # lines delivered in bulk, it is not known by whom (depth C)
    not_attributed: int = 0  # lines whose origin cannot be read (depth C)
    checked: Checked = field(default_factory=Checked)
    by_other_method: dict[str, int] = field(
        default_factory=dict
    )  # method looked by, too -> lines that differ
    looked_through: list[str] = field(default_factory=list)  # commits on the register's list then

    @property
    def not_attributable(self) -> int:
        """Lines of which nobody can tell who wrote them (depth C)."""
        unread = sum(self.left_out.get(skip, (0, 0))[1] for skip in (Skip.UNREADABLE, Skip.TOO_LARGE))
        return unread + self.delivered_by_nobody + self.not_attributed


@dataclass(frozen=True)
class Snapshot:
    """A repository's main line as it was read last. `history` is the number of commits its head reaches."""

    id: int
    repository: int
    commit: str
    branch: str
    method: Method
    read_at: datetime
    observation: int | None
    commits: int
    roots: tuple[str, ...]
    totals: Totals
    bulk: tuple[Bulk, ...]


@dataclass(frozen=True)
class Author:
    """One identity: an address (never shown) and the names seen with it. No person follows from a name."""

    id: int
    name: str
    domain: str


@dataclass(frozen=True)
class CommitFacts:
    """A commit as its raw object says, for showing. `day` is None when the date is beyond all calendars."""

    number: int
    oid: str
    author: Author
    committer: Author
    co_authors: tuple[Author, ...]
    day: date | None
    subject: str


@dataclass(frozen=True)
class Share:
    """What one identity wrote of the present main line of a repository, and did in its whole history."""

    author: Author
    repository: int
    lines: dict[str, int]  # work type -> lines
    files: int
    documents: int
    commits: int
    co_authored: int
    first_day: date | None
    last_day: date | None
    by_other_method: Mapping[str, int] = field(default_factory=dict)  # method -> lines, where they differ

    @property
    def total(self) -> int:
        """Lines of all work types."""
        return sum(self.lines.values())

    @property
    def span(self) -> tuple[int, int]:
        """The fewest and the most lines that any method looked by gives."""
        told = (self.total, *self.by_other_method.values())
        return min(told), max(told)


@dataclass(frozen=True)
class Relative:
    """Another repository that shares root commits: how many commits both have, and each has alone."""

    repository: int
    shared: int
    ahead: int  # commits that only the other one has
    behind: int  # commits that only this one has


def day_of(seconds: int, offset: int) -> date | None:
    """Return the calendar day of a commit in the offset written in it; None beyond the years 1 to 9999."""
    try:
        return (_EPOCH + timedelta(seconds=seconds, minutes=offset)).date()
    except OverflowError:
        return None
