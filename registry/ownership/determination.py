# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A determination (vurdering): the rules applied to one matter, from its authors to the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from registry.agreements.model import Agreement
from registry.ownership.answers import Break, Determination, Mend, State, Weak
from registry.ownership.authorship import authorship
from registry.ownership.book import Book
from registry.ownership.course import Paper, Part
from registry.ownership.cures import by_living
from registry.ownership.joining import joined
from registry.ownership.matter import Matter
from registry.ownership.papers import prepare
from registry.ownership.rules.conflict import is_waived, without_waived
from registry.ownership.rules.data import has_lapsed
from registry.ownership.rules.joint import worst
from registry.ownership.rules.origin import by_origin
from registry.ownership.title import courses_of
from registry.ownership.verdict import Verdict, unknown, verdict
from registry.ownership.waived import NOTHING_WAIVED, Waived

Groups = tuple[tuple[Part, ...], ...]
"""The parts of a work, by author."""


def decide(book: Book, matter: Matter) -> Determination:
    """Return the answer for a matter, whatever was decided before."""
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
        given_up = {(giver, paper.agreement.signed) for paper in chosen for giver in _others(book, paper)}
        if given_up and (good or found.state is State.DISPUTED):
            weak = frozenset[Weak]().union(*(paper.weak for paper in chosen))
            found = _joined(book, matter, groups, Waived(frozenset(given_up), weak))
            givers = sorted({giver for giver, _ in given_up})
            again = by_living(book, Mend.WAIVER, givers, to=book.asked) if weak else []
            found = replace(found, cures=tuple(sorted({*found.cures, *again})))
    return found


def _waiver(book: Book) -> Callable[[Agreement], Paper]:
    return lambda agreement: prepare(book, agreement, agreement.assignors)


def _others(book: Book, paper: Paper) -> list[str]:
    return [giver for giver in paper.givers if book.asked not in book.standing.places(giver, book.as_of)]


def _acts(book: Book, matter: Matter, paper: Paper) -> bool:
    agreement = paper.agreement
    signed = all(book.standing.signs(giver, agreement.signed) is None for giver in paper.givers)
    over = agreement.terminated or date.max
    in_time = paper.acts is not None and paper.acts <= min(book.as_of, over)
    return signed and in_time and book.fits(agreement.covers, matter)


def _joined(book: Book, matter: Matter, groups: Groups, waived: Waived) -> Determination:
    return joined(book, matter, [one for group in groups for one in _of_author(book, group, waived)], waived)


def _of_author(book: Book, group: tuple[Part, ...], waived: Waived) -> list[Verdict]:
    """Return the verdicts of one author's part: of several days, those of the worst state."""
    places = {part.start.destination for part in group if part.start.holder is not None}
    if len(places) > 1:
        employers = tuple(dict.fromkeys(name for part in group for name in part.start.employers))
        start = replace(
            group[0].start, holder=None, breaks=frozenset({Break.ENGAGEMENT_AMBIGUOUS}), employers=employers
        )
        return [unknown(book, replace(group[0], start=start))]
    by_day = [_of_part(book, part, waived) for part in group]
    state = worst(one.state for found in by_day for one in found)
    weak = frozenset[Weak]().union(*(one.weak for found in by_day for one in found))
    decisive = [found for found in by_day if worst(one.state for one in found) is state]
    return [replace(one, weak=weak) for found in decisive for one in found]


def _of_part(book: Book, part: Part, waived: Waived) -> list[Verdict]:
    """Return the verdicts of a part; papers to whoever gave up what it claims fall away where they conflict."""
    found = [verdict(book, course) for course in courses_of(book, part)]
    met = frozenset[str]().union(*(one.disputed | one.competing for one in found))
    if waived.by and met:
        courses = courses_of(book, part, partial(is_waived, book, waived, met))
        found = [verdict(book, without_waived(book, course, waived)) for course in courses]
    return found or [unknown(book, part)]
