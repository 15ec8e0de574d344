# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Groups: lines of one repository that must have the same answer, decided once and never line by line.

A group is one writer's lines of one work type and origin in one class of paths: paths are told apart only as far
as the papers' scopes tell them apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from registry.agreements.model import Contributors
from registry.globs import any_matches
from registry.ownership.facts import Author, Contribution, Facts
from registry.parties.model import Engagement, PartyKind
from registry.parties.scope import Covers
from registry.pipeline.hands import Hand
from registry.pipeline.written import Writer, Written, WrittenFile
from registry.provenance.model import Origin, WorkType

Key = tuple[int, WorkType, Origin, str]
"""A group: the writer's number, the work type, the origin, and a path that stands for its class."""

Sort = tuple[WorkType, Origin, str]
"""What files are told apart by: the work type, the origin, and a path that stands for their class."""


@dataclass(frozen=True)
class Groups:
    """The groups of a repository: the lines of each writer in files of each sort, and the sort of each file.

    `hands` are those of what was written, without the names that no fact asks for.
    """

    written: Written
    hands: tuple[Hand, ...]
    classes: Mapping[str, str]
    lines: Mapping[Sort, Mapping[int, int]]

    @cached_property
    def same(self) -> Sequence[int]:
        """For each hand a number: that of the first one that no fact tells apart from it."""
        first: dict[Hand, int] = {}
        return [first.setdefault(one, number) for number, one in enumerate(self.hands)]

    @cached_property
    def contributions(self) -> Mapping[Key, Contribution]:
        """Each group as one contribution."""
        keys = dict.fromkeys(self.key_of(sort, one) for sort, lines in self.lines.items() for one in lines)
        return {key: self.contribution(key) for key in keys}

    @cached_property
    def files(self) -> tuple[tuple[WrittenFile, Mapping[Key, int]], ...]:
        """Each file with its lines by group."""
        return tuple(
            (file, {self.key(file, writer): count for writer, count in file.lines.items()})
            for file in self.written.files
        )

    @cached_property
    def sums(self) -> Mapping[Key, int]:
        """The lines of each group."""
        found: defaultdict[Key, int] = defaultdict(int)
        for sort, lines in self.lines.items():
            for writer, count in lines.items():
                found[self.key_of(sort, writer)] += count
        return dict(found)

    def sort(self, file: WrittenFile) -> Sort:
        """Return what a file is told apart by."""
        return file.work_type, file.origin, self.classes[file.path]

    def key(self, file: WrittenFile, writer: int) -> Key:
        """Return the group of a writer's lines in a file."""
        return self.key_of(self.sort(file), writer)

    def key_of(self, sort: Sort, writer: int) -> Key:
        """Return the group of a writer's lines in files of a sort; a machine's own work is of that origin."""
        work_type, origin, path = sort
        return writer, work_type, self._origin(origin, self.written.writers[writer]), path

    def day(self, key: Key) -> date:
        """Return the day on which a group was written."""
        return self.written.writers[key[0]].day

    def contribution(self, key: Key) -> Contribution:
        """Return a group as one contribution; with what other methods say of its lines, where they differ."""
        writer, lines = self.written.writers[key[0]], self.sums[key]
        others = tuple(self._contribution(self._told_otherwise(key, one), lines) for one in writer.otherwise)
        found = self._contribution(key, lines)
        return replace(found, otherwise=others) if others else found

    def _told_otherwise(self, key: Key, writer: int) -> Key:
        return writer, key[1], self._origin(key[2], self.written.writers[writer]), key[3]

    def _origin(self, origin: Origin, writer: Writer) -> Origin:
        if origin not in (Origin.ORIGINAL, Origin.BOT):
            return origin
        return Origin.BOT if self.hands[writer.hand].bot else Origin.ORIGINAL

    def _contribution(self, key: Key, lines: int) -> Contribution:
        number, work_type, origin, path = key
        writer = self.written.writers[number]
        hand = self.hands[writer.hand]
        # whoever a person named as the deliverer stands where the commit's author would (rule 3)
        nobody = origin in (Origin.THIRD_PARTY, Origin.GENERATED, Origin.IMPORTED) or hand.deliverer
        return Contribution(
            id=f"{self.written.repository}:{number}:{work_type}:{origin}:{path}",
            repository=str(self.written.repository),
            path=path,
            work_type=work_type,
            authors=() if nobody else hand.authors,
            day=writer.day,
            lines=lines,
            origin=origin,
            bulk=hand.bulk,
            delivered_by=hand.deliverer or None,
            ai_assisted=hand.ai_assisted,
            author_doubtful=hand.doubtful,
            reachable_from=hand.reachable_from,
        )


@dataclass(frozen=True)
class Telling:
    """What facts tell lines of a repository apart by: globs of paths, and addresses that go with a name.

    `parties` are the organisations, by id and by name, as whoever delivered in bulk may be called.
    """

    globs: tuple[tuple[str, ...], ...]
    named: frozenset[str]
    parties: frozenset[tuple[str, str]] = frozenset()


def telling(repository: int, facts: Facts) -> Telling:
    """Return what these facts tell apart: groups are the same for all facts that tell the same apart."""
    about = scopes_about(repository, facts)
    globs = dict.fromkeys(one.paths for one in about if one.paths is not None)
    named = frozenset(one.email for one in facts.identities if one.name)
    return Telling(tuple(globs), named, organisations(facts))


def group(written: Written, apart: Telling) -> Groups:
    """Return the groups of what was written, told apart so."""
    classes = _classes(written.files, apart.globs)
    lines: defaultdict[Sort, dict[int, int]] = defaultdict(dict)
    for file in written.files:
        sums = lines[file.work_type, file.origin, classes[file.path]]
        for writer, count in file.lines.items():
            sums[writer] = sums.get(writer, 0) + count
    parties = dict(apart.parties)
    hands = tuple(_told(one, apart.named, parties) for one in written.hands)
    return Groups(written, hands, classes, dict(lines))


def scopes(facts: Facts) -> Iterator[Covers]:
    """Yield every scope of the facts."""
    yield from (one.covers for one in facts.agreements)
    yield from (one.covers for one in facts.engagements)
    yield from (one.covers for one in facts.claims)
    yield from (one.covers for one in facts.successions if one.covers is not None)
    for declaration in facts.declarations:
        if isinstance(declaration.about, Contributors | Engagement):
            yield declaration.about.covers


def scopes_about(repository: int, facts: Facts) -> Iterator[Covers]:
    """Yield the scopes that do not leave the repository out."""
    here = str(repository)
    return (one for one in scopes(facts) if one.repositories is None or here in one.repositories)


def _classes(files: Iterable[WrittenFile], tell: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Return for each path the first path that no scope tells apart from it."""
    first: dict[tuple[object, ...], str] = {}
    found = {}
    for file in files:
        ending = PurePosixPath(file.path).suffix.lower() if file.work_type is WorkType.MEDIA else ""
        sort = (ending, *(any_matches(globs, file.path) for globs in tell))
        found[file.path] = first.setdefault(sort, file.path)
    return found


def organisations(facts: Facts) -> frozenset[tuple[str, str]]:
    """Return each organisation by its id, and by its name where no other one has it."""
    every = [one for one in facts.parties.values() if one.kind is not PartyKind.PERSON]
    often = Counter(one.name.casefold() for one in every)
    by_name = {one.name.casefold(): one.id for one in every if one.name and often[one.name.casefold()] == 1}
    return frozenset((by_name | {one.id.casefold(): one.id for one in every}).items())


def _told(one: Hand, named: frozenset[str], parties: Mapping[str, str]) -> Hand:
    """Leave out the name beside an address where no fact asks for it; name the deliverer by the party's id."""
    if one.deliverer:
        one = replace(one, deliverer=parties.get(one.deliverer.strip().casefold(), ""))
    if all(author.email in named or not author.name for author in one.authors):
        return one
    authors = (
        author if author.email in named else Author(email=author.email, github_id=author.github_id)
        for author in one.authors
    )
    return replace(one, authors=tuple(dict.fromkeys(authors)))
