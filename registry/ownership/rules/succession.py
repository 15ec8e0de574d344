# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 10, succession: what passes by law when a party's place is taken by another."""

from __future__ import annotations

from datetime import date

from registry.ownership.answers import Grade, Weak
from registry.ownership.book import Book
from registry.ownership.course import Course, Step
from registry.ownership.rules.rule import Certainty, Rule
from registry.parties.model import Succession, SuccessionKind
from registry.parties.scope import author_fits, day_fits

RULE = Rule(
    number="10",
    key="succession",
    da="Ved fusion, kommunesammenlægning og ressortomlægning overtager efterfølgeren alt. Ved konkurs "
    "går rettighederne "
    "til boet, men en ophavsmands egen ret gør ikke. Ved spaltning går kun det over, som planen nævner.",
    en="By merger, municipal merger and transfer of a ministry's field the successor takes everything. "
    "By bankruptcy "
    "title goes to the estate, but an author's own right does not. By demerger only what the plan "
    "names passes.",
    source="Selskabsloven s. 250; ophavsretsloven ss. 61-62",
    certainty=Certainty.SETTLED,
)

_SETTLED = frozenset({SuccessionKind.MERGER, SuccessionKind.BANKRUPTCY, SuccessionKind.INHERITANCE})


def succeed(book: Book, course: Course, day: date) -> list[Course]:
    """Let everything pass that passes by law on `day`; several heirs give several courses."""
    _split_off(book, course, day)
    _to_estate(book, course, day)
    succession = book.standing.onward(course.holder, day)
    if succession is None:
        return [course]
    first, *others = [_step(course, succession, taker) for taker in succession.takers]
    heirs = [course.fork(step) for step in others]
    course.pass_on(first, own=False, estate=False)
    return [further for heir in (course, *heirs) for further in succeed(book, heir, day)]


def _to_estate(book: Book, course: Course, day: date) -> None:
    bankruptcy = book.standing.bankruptcy(course.holder)
    if bankruptcy is not None and bankruptcy.day == day and not course.own:
        course.pass_on(_step(course, bankruptcy, bankruptcy.takers[0]), own=False, estate=True)


def _split_off(book: Book, course: Course, day: date) -> None:
    for split in book.standing.partial.get(course.holder, ()):
        if split.day != day or course.own or course.holder != split.giver:
            continue
        if _is_named(book, course, split):
            course.pass_on(_step(course, split, split.takers[0]), own=False, estate=False)
        else:
            weak = frozenset({Weak.UNCERTAIN_LAW})
            stays = Step(course.holder, course.holder, RULE.key, split.id, day, Grade.WEAK, weak)
            course.steps.append(stays)


def _is_named(book: Book, course: Course, split: Succession) -> bool:
    if split.covers is None:
        return False
    part = course.part
    inside = day_fits(split.covers, part.day) and author_fits(split.covers, part.author)
    return inside and book.fits(split.covers, part.matter)


def _step(course: Course, succession: Succession, taker: str) -> Step:
    grade = Grade.SETTLED if succession.kind in _SETTLED else Grade.USUAL
    return Step(course.holder, taker, RULE.key, succession.id, succession.day, grade)
