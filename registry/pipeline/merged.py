# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Merged: the lines of several repositories that no paper can tell apart, as one contribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from registry.ownership.answers import State
from registry.ownership.book import Book
from registry.ownership.facts import Contribution, Facts, however_told
from registry.ownership.matter import Matter
from registry.ownership.opening import open_book
from registry.pipeline.determined import Determined
from registry.pipeline.grouping import Sort
from registry.pipeline.pieces import Piece
from registry.provenance.model import WorkType


class Member(NamedTuple):
    """Lines of one writer (its number in `Written.writers`) in one repository."""

    repository: int
    writer: int
    work_type: WorkType
    day: date
    lines: int


@dataclass(frozen=True)
class Merged:
    """Lines that no paper can tell apart: the first of them as a contribution, and all of them."""

    first: Contribution
    members: list[Member] = field(default_factory=list)

    @property
    def lines(self) -> int:
        """How many they are."""
        return sum(one.lines for one in self.members)

    @property
    def contribution(self) -> Contribution:
        """All of them as one contribution."""
        return replace(self.first, lines=self.lines)


def merged(facts: Facts, found: Sequence[Determined]) -> list[Merged]:
    """Return the lines that no paper can tell apart, together: by stretch of days, and by age for data."""
    book = open_book(facts)
    every: dict[tuple[tuple[Matter, ...], State], Merged] = {}
    for each in found:
        known: dict[tuple[int, date], Merged] = {}
        for sort, writer, piece in _lines(each):
            day = each.groups.written.writers[writer].day
            stretch = (id(piece), book.stretch(day))
            group = known.get(stretch)
            if group is None:
                one = each.groups.contribution(each.groups.key_of(sort, writer))
                matters = tuple(_matter(book, told) for told in however_told([one]))
                group = every.setdefault((matters, piece.answer.state), Merged(one))
                if not _has_own_day(one):
                    known[stretch] = group
            lines = each.groups.lines[sort][writer]
            group.members.append(Member(each.key.repository, writer, sort[0], day, lines))
    return list(every.values())


def _lines(found: Determined) -> Iterator[tuple[Sort, int, Piece]]:
    for sort, lines in found.groups.lines.items():
        pieces = found.pieces.get(sort, {})
        yield from ((sort, writer, pieces[writer]) for writer in lines if writer in pieces)


def _matter(book: Book, one: Contribution) -> Matter:
    matter = book.matter(one)
    return matter if _has_own_day(one) else replace(matter, day=book.stretch(one.day))


def _has_own_day(one: Contribution) -> bool:
    """Tell whether it is not known who wrote it: a list of contributors may then be about its day alone."""
    return one.bulk or one.author_doubtful or not one.authors
