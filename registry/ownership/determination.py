# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A determination (vurdering): the rules applied to every contribution, once for each distinct matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from registry.agreements.model import Agreement
from registry.ownership.answers import (
    CLAIMABLE,
    Break,
    Cure,
    Determination,
    Flag,
    Mend,
    State,
    Weak,
)
from registry.ownership.authorship import authorship
from registry.ownership.book import Book, Matter, open_book
from registry.ownership.course import Part
from registry.ownership.cures import by_living
from registry.ownership.facts import Contribution, Facts
from registry.ownership.papers import prepare
from registry.ownership.rules.claims import contradicting
from registry.ownership.rules.data import has_lapsed
from registry.ownership.rules.joint import worst
from registry.ownership.rules.licence import licensed_in
from registry.ownership.rules.origin import by_origin
from registry.ownership.title import courses_of
from registry.ownership.verdict import Verdict, unknown, verdict
from registry.provenance.model import Origin, WorkType

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
            found = _follow(
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
        """Decide by the first day of the stretch in which no answer changes; what acts by then acts that day."""
        matter = self._book.matter(one)
        own_day = one.bulk or one.author_doubtful or not one.authors or one.work_type is WorkType.DATA
        day = one.day if own_day else self._book.stretch(one.day)
        found = self.decide(replace(matter, day=day) if day != one.day else matter)
        if day == one.day or not found.links:
            return found
        links = (replace(link, day=one.day) if link.day == day else link for link in found.links)
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
    found = _joined(book, matter, written.groups, frozenset(), frozenset())
    return _with_waivers(book, matter, written.groups, found)


def _with_waivers(
    book: Book, matter: Matter, groups: tuple[tuple[Part, ...], ...], found: Determination
) -> Determination:
    """Let a dispute fall away when the other side has given it up; a weak waiver leaves it weak."""
    papers = [prepare(book, one, one.assignors) for one in book.waivers if book.fits(one.covers, matter)]
    acting = [
        paper
        for paper in papers
        if paper.acts is not None
        and paper.acts <= book.as_of
        and not any(_cannot(book, giver, paper.agreement) for giver in paper.givers)
    ]
    for good in (True, False):
        chosen = [paper for paper in acting if not good or not paper.weak]
        givers = {
            name
            for paper in chosen
            for giver in paper.givers
            for name in book.standing.read_as(giver, book.as_of)
        }
        if givers and (good or found.state is State.DISPUTED):
            weak = frozenset[Weak]().union(*(paper.weak for paper in chosen))
            found = _joined(book, matter, groups, frozenset(givers) - {book.asked}, weak)
            again = by_living(book, Mend.WAIVER, sorted(givers), to=book.asked) if weak else []
            found = replace(found, cures=tuple(sorted({*found.cures, *again})))
    return found


def _cannot(book: Book, giver: str, waiver: Agreement) -> bool:
    return book.standing.signs(giver, waiver.signed) is not None


def _joined(
    book: Book,
    matter: Matter,
    groups: tuple[tuple[Part, ...], ...],
    without: frozenset[str],
    weak: frozenset[Weak],
) -> Determination:
    verdicts = [one for group in groups for one in _of_author(book, group, without)]
    state = worst(one.state for one in verdicts)
    if weak and state is State.DOCUMENTED:
        state = State.CLAIMED
    return _with_claims(book, matter, verdicts, state, without, weak)


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


def _with_claims(
    book: Book,
    matter: Matter,
    verdicts: list[Verdict],
    state: State,
    without: frozenset[str],
    weak: frozenset[Weak],
) -> Determination:
    holders = frozenset[str]().union(*(one.holders for one in verdicts))
    passed: dict[str, date] = {}
    for one in verdicts:
        for name, day in one.passed:
            passed[name] = max(day, passed.get(name, day))
    owners = contradicting(book, matter, holders, passed, without)
    contested = frozenset[str]().union(*(one.contested for one in verdicts)) - holders
    disputed = frozenset[str]().union(*(one.disputed for one in verdicts))
    if owners and state in (State.CLAIMED, State.OTHER, State.DISPUTED):
        disputed |= holders | owners
        holders, state = holders | owners, State.DISPUTED
    else:
        contested |= owners
    courses = [one.course for one in verdicts if one.course is not None]
    known = len(courses) == len(verdicts)
    cures = frozenset[Cure]().union(*(one.cures for one in verdicts), _waivers(book, disputed, state))
    weak_all = weak.union(*(one.weak for one in verdicts))
    return Determination(
        state=state,
        holders=tuple(sorted(holders)),
        links=tuple(dict.fromkeys(link for one in verdicts for link in one.links)),
        breaks=tuple(sorted(frozenset[Break]().union(*(one.breaks for one in verdicts)))),
        weak=tuple(sorted(weak_all)),
        cures=tuple(sorted(cures)),
        flags=tuple(
            sorted(
                frozenset[Flag]().union(*(one.flags for one in verdicts), _hopeless(state, weak_all, cures))
            )
        ),
        limits=tuple(sorted(frozenset[str]().union(*(one.limits for one in verdicts)))),
        contested_by=tuple(sorted(contested)),
        licensed_in=tuple(sorted(licensed_in(book, courses, disputed) if known else ())),
        ai_assisted=matter.ai_assisted,
    )


def _hopeless(state: State, weak: frozenset[Weak], cures: frozenset[Cure]) -> set[Flag]:
    """Return the flag of what no single paper mends: uncertain law, or nobody left to ask."""
    hopeless = state is not State.DOCUMENTED and (Weak.UNCERTAIN_LAW in weak or not cures)
    return {Flag.NO_CURE} if hopeless else set()


def _waivers(book: Book, disputed: frozenset[str], state: State) -> list[Cure]:
    if state is not State.DISPUTED:
        return []
    return by_living(book, Mend.WAIVER, sorted(disputed - {book.asked}), to=book.asked)


def _follow(sources: Iterable[Determination]) -> Determination:
    """Return the answer for what was generated: the worst of its sources, which all hold (rules 1 and 11)."""
    found = list(sources)
    claimable = [one for one in found if one.state in CLAIMABLE]
    if not claimable:
        third = any(one.state is State.THIRD_PARTY for one in found)
        return Determination(State.THIRD_PARTY if third else State.NOT_PROTECTED)
    state = worst(one.state for one in claimable)
    flags = {flag for one in claimable for flag in one.flags}
    if any(one.state is State.THIRD_PARTY for one in found):
        flags.add(Flag.DEPENDS_ON)
    return Determination(
        state=state,
        holders=_all(one.holders for one in claimable),
        links=tuple(dict.fromkeys(link for one in claimable for link in one.links)),
        breaks=_all(one.breaks for one in claimable),
        weak=_all(one.weak for one in claimable),
        cures=_all(one.cures for one in claimable),
        flags=tuple(sorted(flags)),
        limits=_all(one.limits for one in claimable),
        contested_by=_all(one.contested_by for one in claimable),
        licensed_in=_all(one.licensed_in for one in claimable),
    )


def _all(lists: Iterable[tuple]) -> tuple:  # type: ignore[type-arg]
    return tuple(sorted({item for one in lists for item in one}))
