# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Pieces: what one hand wrote of one sort on days between which nothing changes; each is decided once, and summed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from registry.ownership.answers import Determination
from registry.ownership.decider import Decider
from registry.pipeline.grouping import Groups, Sort
from registry.provenance.model import WorkType


@dataclass(frozen=True)
class Piece:
    """So many lines of one answer: that of its first day. On the others it differs in the days of its links alone."""

    work_type: WorkType
    answer: Determination
    lines: int


Pieces = Mapping[Sort, Mapping[int, Piece]]
"""By sort of files and writer, the piece in which the lines are; what was written later has none."""


def cut(groups: Groups, decider: Decider) -> Pieces:
    """Return the groups' lines that were written by the day asked about, in pieces."""
    found = {}
    for sort, lines in groups.lines.items():
        by_writer = found[sort] = dict[int, Piece]()
        for writers, answer in _decided(groups, decider, sort):
            piece = Piece(sort[0], answer, sum(lines[one] for one in writers))
            by_writer.update(dict.fromkeys(writers, piece))
    return found


def distinct(pieces: Pieces) -> list[Piece]:
    """Return each piece once."""
    every = (one for by_writer in pieces.values() for one in by_writer.values())
    return list({id(one): one for one in every}.values())


def _decided(groups: Groups, decider: Decider, sort: Sort) -> Iterator[tuple[Sequence[int], Determination]]:
    """Yield writers of one hand, by their days, with the answer that they share."""
    writers = groups.written.writers
    for numbers in _by_hand(groups, decider, sort):
        while numbers:
            answer, until = decider.holding(groups.contribution(groups.key_of(sort, numbers[0])))
            end = next((at for at, one in enumerate(numbers) if writers[one].day > until), len(numbers))
            yield numbers[:end], answer
            del numbers[:end]


def _by_hand(groups: Groups, decider: Decider, sort: Sort) -> Iterator[list[int]]:
    writers = groups.written.writers
    found: defaultdict[tuple[int, tuple[int, ...]], list[int]] = defaultdict(list)
    for number in groups.lines[sort]:
        one = writers[number]
        if one.day <= decider.book.as_of:
            found[groups.same[one.hand], one.otherwise].append(number)
    for numbers in found.values():
        yield sorted(numbers, key=lambda number: writers[number].day)
