# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shape of a repository: how many runs of lines each hand wrote, of what kind and on which day; no name, no text."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, count
from pathlib import Path

from registry.ownership.facts import Author
from registry.ownership.tally import Strand
from registry.parties.scope import Place
from registry.pipeline.mirrors import harvest_mirrors
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register, open_register
from registry.provenance import service as provenance
from registry.provenance.model import WorkType
from registry.provenance.signatures import signatures
from registry.settings import Settings

LINES = 6  # a run of lines is six lines long, on average
FIRMS = tuple(f"firm{number}" for number in range(20))
NAMES = (
    "OS2mo+os2mo",
    "OS2iot+OS2iot-backend",
    "OS2mo+os2mo-ldap-import-export",
    "OS2borgerPC+os2borgerpc-image",
    "os2display+campaign-bundle",
    "OS2Forms+os2forms",
)
NOBODY_S = ("gmail.com", "hotmail.com", "outlook.com", "users.noreply.github.com", "live.dk", "localhost")

Written = tuple[int, date, WorkType]
"""One hand (a number), the day, and the kind of work."""


@dataclass(frozen=True, order=True)
class Person:
    """Somebody whose address a fact ties to a person, employed from a day on."""

    id: str
    email: str
    firm: str
    start: date


@dataclass(frozen=True)
class Pattern:
    """What was read of one real repository: runs by hand, day and kind; the hands' domains as numbers, None for free mail."""

    runs: Mapping[Written, int]
    domains: Mapping[int, int | None]


@dataclass(frozen=True)
class Shape:
    """One copy of a pattern as a repository of its own, with people of its own."""

    repository: str
    hunks: int
    runs: Mapping[Written, int]
    emails: Mapping[int, str]
    people: tuple[Person, ...]

    @property
    def firms(self) -> frozenset[str]:
        """The firms at whose domains somebody wrote here."""
        return frozenset(email.partition("@")[2].removesuffix(".example") for email in self.emails.values())

    @property
    def strands(self) -> Iterator[Strand]:
        """The strands of the repository."""
        found: defaultdict[tuple[int, WorkType], dict[date, int]] = defaultdict(dict)
        for (hand, day, kind), hunks in self.runs.items():
            found[hand, kind][day] = hunks * LINES
        for (hand, kind), by_day in found.items():
            days = tuple(sorted(by_day))
            place = Place(self.repository, "all", kind)
            until = tuple(accumulate(by_day[day] for day in days))
            yield Strand(place, (Author(email=self.emails[hand]),), days, until)


@contextmanager
def harvested(mirrors: Path) -> Iterator[Register]:
    """Give a register into which those of the real repositories that are there were harvested."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "mirrors"
        place.mkdir()
        for name in NAMES:
            if (mirrors / name).is_dir():
                (place / name).symlink_to(mirrors / name)
        data = Path(folder) / "data"
        register = open_register(Settings(f"sqlite:///{data / 'register.sqlite'}", data), seed=False)
        try:
            harvest_mirrors(register, place, Wish(), lambda *_: None)
            yield register
        finally:
            register.engine.dispose()


def patterns(register: Register) -> Iterator[Pattern]:
    """Yield the patterns of a register's repositories."""
    with register.sessions() as session:
        for repository in sorted(provenance.snapshots(session)):
            yield _pattern(register, repository)


def _pattern(register: Register, repository: int) -> Pattern:
    with register.sessions() as session:
        files = provenance.files(session, repository, lines=True)
        signed = signatures(session, {number for one in files for _, number in one.pairs})
    hands: defaultdict[str, int] = defaultdict(count().__next__)
    domains: defaultdict[str, int] = defaultdict(count().__next__)
    runs: Counter[Written] = Counter()
    where: dict[int, int | None] = {}
    for one in files:
        for _, number in one.pairs:
            email, day = signed[number].author.email, signed[number].written or date(2015, 1, 1)
            runs[hands[email], day, WorkType(one.work_type)] += 1
            domain = email.rpartition("@")[2]
            where[hands[email]] = None if domain in NOBODY_S else domains[domain]
    return Pattern(runs, where)


def copies(found: Sequence[Pattern], hunks: int) -> Iterator[Shape]:
    """Yield copies of the patterns in turn until there are so many runs of lines."""
    made = 0
    for number in count():
        one = found[number % len(found)]
        yield _copy(one, number)
        made += sum(one.runs.values())
        if made >= hunks:
            return


def _copy(one: Pattern, number: int) -> Shape:
    emails = {hand: _email(hand, domain, number) for hand, domain in one.domains.items()}
    first: dict[int, date] = {}
    for hand, day, _ in one.runs:
        first[hand] = min(day, first.get(hand, day))
    people = [
        Person(f"person{number}-{hand}", email, email.partition("@")[2].removesuffix(".example"), first[hand])
        for hand, email in emails.items()
        if hand % 2 and not email.endswith("@free.example")
    ]
    return Shape(f"r{number}", sum(one.runs.values()), one.runs, emails, tuple(people))


def _email(hand: int, domain: int | None, number: int) -> str:
    where = "free" if domain is None else FIRMS[(domain * 7 + number) % len(FIRMS)]
    return f"hand{hand}.{number}@{where}.example"
