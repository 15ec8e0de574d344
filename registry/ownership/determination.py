# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A determination (vurdering): the rules applied to every contribution, once for each distinct matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from registry.agreements.model import Agreement
from registry.ownership.answers import Break, Determination, Flag, Mend, State, Weak
from registry.ownership.authorship import authorship
from registry.ownership.book import Book, Matter, open_book
from registry.ownership.course import Paper, Part
from registry.ownership.cures import by_living
from registry.ownership.facts import Contribution, Facts
from registry.ownership.joining import NOTHING_WAIVED, Waived, following, joined
from registry.ownership.papers import prepare
from registry.ownership.rules.data import has_lapsed
from registry.ownership.rules.joint import worst
from registry.ownership.rules.origin import by_origin
from registry.ownership.title import courses_of
from registry.ownership.verdict import Verdict, unknown, verdict
from registry.provenance.model import Origin, WorkType

Groups = tuple[tuple[Part, ...], ...]
"""The parts of a work, by author."""

Answers = dict[str, Determination]
"""The determination of each contribution, by its id."""


def determine(facts: Facts, today: date) -> Answers:
    """Answer the question of the facts for every contribution written by the day asked about."""
    facts = replace(facts, asks=facts.asks.on(today))
    return Decider(open_book(facts)).all()


class Decider:
    """The engine over one book: it decides each distinct matter once and remembers it."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._decided: dict[Matter, Determination] = {}
        self._by_id = {one.id: one for one in book.facts.contributions}

    def all(self) -> Answers:
        """Return the answers for the book's own contributions."""
        asked = [one for one in self._book.facts.contributions if one.day <= self._book.as_of]
        return {one.id: self.answer(one) for one in asked}

    def answer(self, one: Contribution) -> Determination:
        """Return the answer for one contribution."""
        if one.origin is Origin.GENERATED and one.generated_from:
            found = following(
                [self.answer(self._by_id[name]) for name in one.generated_from if name in self._by_id]
            )
        else:
            found = self._dated(one)
        return self._flagged(one, found)

    def decide(self, matter: Matter) -> Determination:
        """Return the answer for a matter, found once."""
        found = self._decided.get(matter)
        if found is None:
            found = self._decided[matter] = _decide(self._book, matter)
        return found

    def _dated(self, one: Contribution) -> Determination:
        """Decide by the first day of the stretch in which no answer changes; links bear the own day."""
        matter = self._book.matter(one)
        own_day = one.bulk or one.author_doubtful or not one.authors or one.work_type is WorkType.DATA
        day = one.day if own_day else self._book.stretch(one.day)
        found = self.decide(replace(matter, day=day) if day != one.day else matter)
        if day == one.day or not found.links:
            return found
        links = (link.on(one.day) if link.day == day else link for link in found.links)
        return replace(found, links=tuple(links))

    def _flagged(self, one: Contribution, found: Determination) -> Determination:
        flags = set(found.flags)
        if one.work_type == "media" and one.path.rpartition(".")[2].lower() in _RECORDINGS:
            flags.add(Flag.RECORDING_RIGHT)
        based = [self.answer(self._by_id[name]).state for name in one.depends_on if name in self._by_id]
        if any(state in (State.THIRD_PARTY, State.OTHER, State.UNKNOWN) for state in based):
            flags.add(Flag.DEPENDS_ON)
        changed = flags != set(found.flags) or found.ai_assisted != one.ai_assisted
        return replace(found, flags=tuple(sorted(flags)), ai_assisted=one.ai_assisted) if changed else found


_RECORDINGS = frozenset(
    {"mp3", "wav", "ogg", "flac", "mp4", "mov", "webm", "avi", "mkv", "jpg", "jpeg", "heic", "tif", "tiff"}
)


def _decide(book: Book, matter: Matter) -> Determination:
    state = by_origin(matter)
    if state is not None:
        return Determination(state)
    written = authorship(book, matter)
    if has_lapsed(book, matter, written.made):
        return Determination(State.NOT_PROTECTED)
    found = _joined(book, matter, written.groups, NOTHING_WAIVED)
    return _with_waivers(book, matter, written.groups, found)


def _with_waivers(book: Book, matter: Matter, groups: Groups, found: Determination) -> Determination:
    """Let a dispute fall away when the other side has given it up; a weak waiver leaves it weak."""
    acting = [paper for paper in map(_waiver(book), book.waivers) if _acts(book, matter, paper)]
    for good in (True, False):
        chosen = [paper for paper in acting if not good or not paper.weak]
        givers = {
            name
            for paper in chosen
            for giver in paper.givers
            for name in book.standing.read_as(giver, book.as_of)
        } - {book.asked}
        if givers and (good or found.state is State.DISPUTED):
            weak = frozenset[Weak]().union(*(paper.weak for paper in chosen))
            found = _joined(book, matter, groups, Waived(frozenset(givers), weak))
            again = by_living(book, Mend.WAIVER, sorted(givers), to=book.asked) if weak else []
            found = replace(found, cures=tuple(sorted({*found.cures, *again})))
    return found


def _waiver(book: Book) -> Callable[[Agreement], Paper]:
    return lambda agreement: prepare(book, agreement, agreement.assignors)


def _acts(book: Book, matter: Matter, paper: Paper) -> bool:
    agreement = paper.agreement
    signed = all(book.standing.signs(giver, agreement.signed) is None for giver in paper.givers)
    in_time = paper.acts is not None and paper.acts <= book.as_of
    return signed and in_time and book.fits(agreement.covers, matter)


def _joined(book: Book, matter: Matter, groups: Groups, waived: Waived) -> Determination:
    return joined(
        book, matter, [one for group in groups for one in _of_author(book, group, waived.parties)], waived
    )


def _of_author(book: Book, group: tuple[Part, ...], without: frozenset[str]) -> list[Verdict]:
    """Return the verdicts of one author's part: of several days, those of the worst state."""
    places = {part.start.destination for part in group if part.start.holder is not None}
    if len(places) > 1:
        employers = tuple(dict.fromkeys(name for part in group for name in part.start.employers))
        start = replace(
            group[0].start, holder=None, breaks=frozenset({Break.ENGAGEMENT_AMBIGUOUS}), employers=employers
        )
        return [unknown(book, replace(group[0], start=start))]
    by_day = [_of_part(book, part, without) for part in group]
    state = worst(one.state for found in by_day for one in found)
    weak = frozenset[Weak]().union(*(one.weak for found in by_day for one in found))
    decisive = [found for found in by_day if worst(one.state for one in found) is state]
    return [replace(one, weak=weak) for found in decisive for one in found]


def _of_part(book: Book, part: Part, without: frozenset[str]) -> list[Verdict]:
    """Return the verdicts of a part; papers to whoever gave up a claim fall away only where they conflict."""
    courses = courses_of(book, part)
    if not courses:
        return [unknown(book, part)]
    found = [verdict(book, course) for course in courses]
    given_up = without & frozenset[str]().union(*(one.disputed | one.competing for one in found))
    if given_up:
        return [verdict(book, course) for course in courses_of(book, part, given_up)]
    return found
