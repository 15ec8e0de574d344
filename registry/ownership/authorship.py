# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Authorship: whose parts a work consists of, and on which days each was made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from registry.ownership.answers import Break, Weak
from registry.ownership.book import Book
from registry.ownership.course import Part, Person, Start
from registry.ownership.facts import Author
from registry.ownership.first import first_holder
from registry.ownership.matter import Matter
from registry.ownership.rules import data
from registry.ownership.rules.author import identify
from registry.ownership.rules.bulk import List, as_told_weak, lists_about
from registry.ownership.title import courses_of
from registry.parties.model import Basis
from registry.provenance.model import WorkType

_NOBODY = Start(None, frozenset({Break.AUTHOR_UNKNOWN}))


@dataclass(frozen=True)
class Authorship:
    """The parts of a work by author, several when several days are judged; and the day it ages from."""

    groups: tuple[tuple[Part, ...], ...]
    made: date


def authorship(book: Book, matter: Matter) -> Authorship:
    """Return the parts of a work: by the lists of contributors that count, else as the commit tells them."""
    told = _as_told(book, matter)
    lists = lists_about(book, matter)
    counted = _best(_counted(book, matter, told, lists)) if lists else []
    return _by_lists(book, matter, counted) if counted else told


def _as_told(book: Book, matter: Matter) -> Authorship:
    weak = as_told_weak(matter)
    if matter.work_type is WorkType.DATA and matter.maker is not None:
        start = data.begins_at(book, matter.maker, matter.day, weak)
        return _single(matter, start)
    if matter.authors:
        people = dict.fromkeys(identify(book, author) for author in matter.authors)
        groups = tuple((_part(book, person, matter, matter.day, weak),) for person in _one_each(people))
        return Authorship(groups, matter.day)
    if matter.bulk and matter.delivered_by is not None:
        presumed = {Weak.MAKER_PRESUMED} if matter.work_type is WorkType.DATA else set()
        return _single(matter, data.begins_at(book, matter.delivered_by, matter.day, weak | presumed))
    return _single(matter, _NOBODY)


def _single(matter: Matter, start: Start) -> Authorship:
    return Authorship(((Part(matter, matter.day, None, start),),), matter.day)


def _one_each(people: Iterable[Person]) -> list[Person]:
    """Return each person once, by the best known of the ways in which a commit names the person."""
    best: dict[str, Person] = {}
    for person in sorted(people, key=lambda one: (len(one.weak), one.id, one.domain)):
        best.setdefault(person.id, person)
    return sorted(best.values(), key=lambda one: one.id)


def _part(book: Book, person: Person, matter: Matter, day: date, weak: frozenset[Weak]) -> Part:
    start = first_holder(book, person, matter, day)
    return Part(matter, day, person, replace(start, weak=start.weak | weak))


def _by_lists(book: Book, matter: Matter, lists: list[List]) -> Authorship:
    ends = [one.said.created_until for one in lists if one.said.created_until is not None]
    made = max(ends, default=matter.day)
    makers = [matter.maker, *(one.said.maker for one in lists)]
    maker = next((one for one in makers if one is not None), None)
    if matter.work_type is WorkType.DATA and maker is not None:
        parts = tuple(
            Part(matter, day, None, data.begins_at(book, maker, day, one.weak(matter)))
            for one in lists
            for day in _days(book, one, matter)
        )
        return Authorship((parts,), made)
    groups: dict[str, list[Part]] = {}
    for one in lists:
        for name, parts_of_one in _parts_of(book, matter, one).items():
            groups.setdefault(name, []).extend(parts_of_one)
    return Authorship(tuple(tuple(groups[name]) for name in sorted(groups)), made)


def _parts_of(book: Book, matter: Matter, one: List) -> dict[str, list[Part]]:
    parts: dict[str, list[Part]] = {}
    for name in one.said.people:
        person = identify(book, Author(email=name) if "@" in name else Author(person=name))
        judged = [_part(book, person, matter, day, one.weak(matter)) for day in _days(book, one, matter)]
        parts.setdefault(person.id, []).extend(judged)
    return parts


def _days(book: Book, one: List, matter: Matter) -> list[date]:
    """Return one day of every stretch of the declared period in which no answer can change."""
    start, end = one.said.created_from, one.said.created_until
    if start is None or end is None:
        return [matter.day]
    inside = book.boundaries[bisect_right(book.boundaries, start) : bisect_right(book.boundaries, end)]
    return [start, *inside]


def _counted(book: Book, matter: Matter, told: Authorship, lists: list[List]) -> list[List]:
    """Return the lists by the deliverer or by who holds: as told, or by what the lists themselves say."""
    known = [one for one in lists if _delivered(book, matter, one) or _stands_for_all(book, one, told)]
    rest = [one for one in lists if one not in known]
    parts = [(one, _parts_of(book, matter, one)) for one in rest]
    vouched = {
        name
        for one, of_one in parts
        for name, group in of_one.items()
        if all(_stands_for(book, one, part) for part in group)
    }
    vouched |= {name for one in known for name in _parts_of(book, matter, one)}
    return known + [
        one
        for one, of_one in parts
        if of_one
        and vouched >= of_one.keys()
        and any(_stands_for(book, one, part) for g in of_one.values() for part in g)
    ]


def _best(lists: list[List]) -> list[List]:
    """Leave out an undated or badly signed list whose people a dated and well signed one names as well."""
    good = [one for one in lists if one.dated and one.basis is Basis.CONFIRMED]
    named = {name for one in good for name in one.said.people}
    return good + [one for one in lists if one not in good and not named.issuperset(one.said.people)]


def _delivered(book: Book, matter: Matter, one: List) -> bool:
    deliverer, declaration = matter.delivered_by, one.declaration
    return deliverer is not None and book.standing.speaks_for(declaration.by, deliverer, declaration.signed)


def _stands_for_all(book: Book, one: List, told: Authorship) -> bool:
    return all(_stands_for(book, one, part) for group in told.groups for part in group)


def _stands_for(book: Book, one: List, part: Part) -> bool:
    """Tell whether the declarer is, or succeeded, a holder of the part; the asked party only at first."""
    declaration = one.declaration
    for course in courses_of(book, part):
        held = [name for number, (name, _) in enumerate(course.holdings) if number == 0 or name != book.asked]
        if not any(book.standing.speaks_for(declaration.by, name, declaration.signed) for name in held):
            return False
    return part.start.holder is not None
