# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The decider: the rules applied to every contribution, once for all works that are alike."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from registry.ownership.alike import Alike, Profile, renamed
from registry.ownership.answers import Determination, Flag, State
from registry.ownership.book import Book
from registry.ownership.circle import Circle, Circles
from registry.ownership.determination import decide
from registry.ownership.facts import Contribution, Facts
from registry.ownership.joining import following, worst_of
from registry.ownership.matter import Matter
from registry.ownership.opening import open_book
from registry.provenance.model import Origin, WorkType

Answers = dict[str, Determination]
"""The determination of each contribution, by its id."""


def determine(facts: Facts, today: date) -> Answers:
    """Answer the question of the facts for every contribution written by the day asked about."""
    facts = replace(facts, asks=facts.asks.on(today))
    return Decider(open_book(facts)).all()


@dataclass(frozen=True)
class Decided:
    """What was decided of one matter, on its day and with its author's names: all that are alike follow it."""

    found: Determination
    names: tuple[str, ...]
    day: date
    _renamed: dict[tuple[str, ...], Determination] = field(default_factory=dict, compare=False)

    def of(self, names: tuple[str, ...], day: date) -> Determination:
        """Return the answer for a matter that is alike: with its own names, and its own day in the links."""
        found = self.called(names)
        if day == self.day or not found.links:
            return found
        return found.linked(tuple([link.on(day) if link.day == self.day else link for link in found.links]))

    def called(self, names: tuple[str, ...]) -> Determination:
        """Return the answer with other names in it, on the day that was decided."""
        found = self._renamed.get(names)
        if found is None:
            found = self._renamed[names] = renamed(self.found, self.names, names)
        return found


class Kind(NamedTuple):
    """Whom a matter of a day is alike with: those of equal key in one circle.

    `names` stand in its answer for its author; `until` is the last day on which the matter is sure to be of it.
    """

    circle: Circle
    key: Hashable
    names: tuple[str, ...]
    scope: int
    day: date
    until: date


class Decider:
    """The engine over one book: it decides once for all that are alike, and remembers it."""

    def __init__(
        self, book: Book, before: Decider | None = None, givers: frozenset[str] = frozenset()
    ) -> None:
        """Begin anew; or go on from a book that differs only in papers by `givers`."""
        self.book = book
        self.circles = Circles(book)
        if before is not None:
            self.circles.keep(before.circles, givers)
        self.alike: Alike = Alike(book, self.circles, before.alike if before is not None else None)
        self._whole = Circle(frozenset(), -1, ())
        self._by_id = {one.id: one for one in book.facts.contributions}

    def all(self) -> Answers:
        """Return the answers for the book's own contributions."""
        asked = [one for one in self.book.facts.contributions if one.day <= self.book.as_of]
        return {one.id: self.answer(one) for one in asked}

    def answer(self, one: Contribution) -> Determination:
        """Return the answer for one contribution: the worst where the same lines are told otherwise, too."""
        told = [one, *(other for other in one.otherwise if other.day <= self.book.as_of)]
        answers = [self._answer(each) for each in told]
        return worst_of(answers) if len(answers) > 1 else answers[0]

    def _answer(self, one: Contribution) -> Determination:
        if one.origin is Origin.GENERATED and one.generated_from:
            found = following(
                [self.answer(self._by_id[name]) for name in one.generated_from if name in self._by_id]
            )
        else:
            matter = self.book.matter(one)
            kind = self.kind(matter, one.day)
            found = self.decided(matter, kind).of(kind.names, one.day)
        return self._flagged(one, found)

    def holding(self, one: Contribution) -> tuple[Determination, date]:
        """Return the answer for one contribution, and the last day until which it is sure to be the same.

        Had it been made on another of these days, only its own day in the links would differ. What is generated
        from others, or stands upon them, is not asked about here. What is told otherwise, too, is sure for its day.
        """
        if one.otherwise:
            return self.answer(one), one.day
        matter = self.book.matter(one)
        kind = self.kind(matter, one.day)
        return self.decided(matter, kind).called(kind.names), kind.until

    def decided(self, matter: Matter, kind: Kind) -> Decided:
        """Return what was decided for all of this kind; the first one met is decided."""
        found: Decided | None = kind.circle.decided.get(kind.key)
        if found is None:
            answer = decide(self.book, replace(matter, scope=kind.scope, day=kind.day))
            found = kind.circle.decided[kind.key] = Decided(answer, kind.names, kind.day)
        return found

    def kind(self, matter: Matter, day: date) -> Kind:
        """Return whom a matter is alike with when it was made on `day`, whatever its own day is."""
        if self._is_listed(matter):
            return Kind(self._whole, replace(matter, day=day), (), matter.scope, day, day)
        profiles = [self.alike.profile(author, day) for author in matter.authors]
        circle = self._circle(matter, profiles)
        scope = matter.scope & self._scopes(circle, profiles)
        alone = len(profiles) == 1 and matter.maker is None and matter.delivered_by is None
        who = profiles[0].key if alone else (matter.authors, *(one.key for one in profiles))
        stretch, until = circle.stretch(day)
        age, old = _age(matter, day)
        key = (
            who, matter.work_type, scope, stretch, matter.origin, matter.bulk, matter.delivered_by, matter.maker,
            age, matter.ai_assisted, matter.author_doubtful,
        )  # fmt: skip
        until = min(until, old, *(one.until for one in profiles))
        return Kind(circle, key, profiles[0].names if alone else (), scope, day, until)

    def _is_listed(self, matter: Matter) -> bool:
        """Tell whether a list of contributors might be read for it: it then stands for itself."""
        open_question = matter.bulk or not matter.authors or matter.author_doubtful
        return bool(self.book.lists) and (open_question or matter.work_type is WorkType.DATA)

    def _circle(self, matter: Matter, profiles: list[Profile]) -> Circle:
        others = {name for name in (matter.maker, matter.delivered_by) if name is not None}
        if len(profiles) == 1 and not others:
            return profiles[0].circle
        return self.circles.around(frozenset(others).union(*(one.circle.parties for one in profiles)))

    def _scopes(self, circle: Circle, profiles: list[Profile]) -> int:
        scopes = circle.scopes
        for one in profiles:
            scopes |= one.scopes
        return scopes

    def _flagged(self, one: Contribution, found: Determination) -> Determination:
        flags = set(found.flags)
        if one.work_type == "media" and one.path.rpartition(".")[2].lower() in _RECORDINGS:
            flags.add(Flag.RECORDING_RIGHT)
        based = [self.answer(self._by_id[name]).state for name in one.depends_on if name in self._by_id]
        if any(state in (State.THIRD_PARTY, State.OTHER, State.UNKNOWN) for state in based):
            flags.add(Flag.DEPENDS_ON)
        changed = len(flags) != len(found.flags) or found.ai_assisted != one.ai_assisted
        return replace(found, flags=tuple(sorted(flags)), ai_assisted=one.ai_assisted) if changed else found


def _age(matter: Matter, day: date) -> tuple[object, date]:
    """Return what the age of data is told by, and until when: the day itself where a publication may lie before it."""
    if matter.work_type is not WorkType.DATA:
        return None, date.max
    if matter.published is not None or matter.renewed is not None:
        return (day, matter.published, matter.renewed), day
    return day.year, date(day.year, 12, 31)


_RECORDINGS = frozenset(
    {"mp3", "wav", "ogg", "flac", "mp4", "mov", "webm", "avi", "mkv", "jpg", "jpeg", "heic", "tif", "tiff"}
)
