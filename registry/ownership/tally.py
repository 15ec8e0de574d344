# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A tally: exact sums of lines over all answers, kept so that a changed paper re-adds only what it can touch."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from registry.agreements.model import Agreement
from registry.collector import resting
from registry.ownership.answers import Break, State, Weak
from registry.ownership.decider import Decider, Kind
from registry.ownership.facts import Author, Facts
from registry.ownership.matter import Matter
from registry.ownership.opening import open_book, revised
from registry.ownership.reach import givers_named
from registry.parties.scope import Place, place_fits
from registry.provenance.model import Origin, WorkType

_ELSEWHERE = frozenset({Break.NO_AGREEMENT, Break.NOT_COVERED})
"""The breaks that a paper about other works turns into one another."""


@dataclass(frozen=True)
class Strand:
    """Lines of one kind in one place by the same authors; `until[n]` of them were written by `days[n]`, ascending."""

    place: Place
    authors: tuple[Author, ...]
    days: tuple[date, ...]
    until: Sequence[int]
    origin: Origin = Origin.ORIGINAL
    bulk: bool = False
    ai_assisted: bool = False
    author_doubtful: bool = False


class Entry(NamedTuple):
    """What lines are counted under: all that shares, holders and what is missing are summed by."""

    work_type: WorkType
    state: State
    licensed: bool
    holders: tuple[str, ...]
    breaks: tuple[Break, ...]
    weak: tuple[Weak, ...]


Piece = tuple[Entry, int]
"""An entry and so many lines of a strand."""


class Tally:
    """The sums over some strands by the facts of one day. What is asked of it never changes: `changed` gives another."""

    def __init__(self, facts: Facts, strands: Sequence[Strand]) -> None:
        """Decide from nothing; the days of the question must be filled in."""
        self.facts = facts
        self.strands = strands
        with resting(stays=True):  # millions of small things, which stay as long as the tally
            self._decider = Decider(open_book(facts))
            self._pieces = [self._cut(one) for one in strands]
            self._index = _index(self._decider, strands)
        self.totals: Counter[Entry] = Counter()
        for pieces in self._pieces:
            for entry, lines in pieces:
                self.totals[entry] += lines

    def changed(self, facts: Facts) -> Tally:
        """Return the tally by other facts: where papers alone differ, only what they can touch is decided again."""
        papers = _changed_papers(self.facts, facts)
        if papers is None:
            return Tally(facts, self.strands)
        givers = frozenset[str]().union(*map(givers_named, papers))
        touched = sorted(set(self._touched(papers, givers)))
        other = object.__new__(Tally)
        other.facts, other.strands, other._index = facts, self.strands, self._index
        other._decider = Decider(revised(self._decider.book, facts), self._decider, givers)
        other._pieces = list(self._pieces)
        other.totals = self.totals.copy()
        for number in touched:
            other._again(number)
        return other

    def _again(self, number: int) -> None:
        for entry, lines in self._pieces[number]:
            self.totals[entry] -= lines
            if not self.totals[entry]:
                del self.totals[entry]
        self._pieces[number] = self._cut(self.strands[number])
        for entry, lines in self._pieces[number]:
            self.totals[entry] += lines

    def _touched(self, papers: Sequence[Agreement], givers: frozenset[str]) -> Iterator[int]:
        """Yield the strands whose answers the papers can change: their giver can hold, or write, there."""
        index, circles = self._index, self._decider.circles
        for name in {*givers, *circles.givers} & index.by_author.keys():
            if not givers.isdisjoint(circles.reach([name])):
                yield from index.by_author[name]
        for parties, numbers in index.by_parties.items():
            if givers.isdisjoint(circles.reach(parties)):
                continue
            for number in numbers:
                place = self.strands[number].place
                if any(place_fits(paper.covers, place) for paper in papers) or self._stops(number):
                    yield number

    def _stops(self, number: int) -> bool:
        return any(not _ELSEWHERE.isdisjoint(entry.breaks) for entry, _ in self._pieces[number])

    def _cut(self, strand: Strand) -> tuple[Piece, ...]:
        """Return a strand in pieces of one answer each: of days between which nothing changes."""
        pieces: list[Piece] = []
        end = bisect_right(strand.days, self._decider.book.as_of)
        matter, at, before = _matter(self._decider, strand), 0, 0
        while at < end:
            kind = self._decider.kind(matter, strand.days[at])
            at = min(bisect_right(strand.days, kind.until, at), end)
            pieces.append((self._entry(matter, kind), strand.until[at - 1] - before))
            before = strand.until[at - 1]
        return tuple(pieces)

    def _entry(self, matter: Matter, kind: Kind) -> Entry:
        decided = self._decider.decided(matter, kind)
        found = decided.found
        holders = found.holders
        if decided.names != kind.names:
            names = dict(zip(decided.names, kind.names, strict=True))
            holders = tuple(sorted(names.get(one, one) for one in holders))
        licensed = bool(found.licensed_in)
        return Entry(matter.work_type, found.state, licensed, holders, found.breaks, found.weak)


@dataclass(frozen=True)
class _Index:
    """The strands by the parties with whom their authors ever were, and by the authors themselves."""

    by_parties: Mapping[frozenset[str], list[int]]
    by_author: Mapping[str, list[int]]


def _index(decider: Decider, strands: Sequence[Strand]) -> _Index:
    by_parties: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    by_author: defaultdict[str, list[int]] = defaultdict(list)
    for number, strand in enumerate(strands):
        people = [decider.alike.person(author) for author in strand.authors]
        by_parties[frozenset[str]().union(*map(decider.alike.parties, people))].append(number)
        for person in people:
            by_author[person.id].append(number)
    return _Index(dict(by_parties), dict(by_author))


def _matter(decider: Decider, strand: Strand) -> Matter:
    return Matter(
        WorkType(strand.place.work_type),
        decider.book.mask(strand.place),
        date.min,
        strand.authors,
        strand.origin,
        strand.bulk,
        ai_assisted=strand.ai_assisted,
        author_doubtful=strand.author_doubtful,
    )


def _changed_papers(before: Facts, after: Facts) -> list[Agreement] | None:
    """Return the papers that only one of two sets of facts knows; None where they differ in more than papers."""
    if replace(after, agreements=before.agreements) != before:
        return None
    return list(set(before.agreements).symmetric_difference(after.agreements))
