# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Groups: lines of one repository that must have the same answer, decided once and never line by line.

A group is one writer's lines of one work type and origin in one class of paths: paths are told apart only as far
as the papers' scopes tell them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from registry.agreements.model import Contributors
from registry.globs import any_matches
from registry.ownership.facts import Author, Contribution, Facts
from registry.parties.model import Engagement
from registry.parties.scope import Covers
from registry.pipeline.written import Writer, Written, WrittenFile
from registry.provenance.model import Origin, WorkType

Key = tuple[int, WorkType, Origin, str]
"""A group: the writer's number, the work type, the origin, and a path that stands for its class."""


@dataclass(frozen=True)
class Groups:
    """The groups of a repository, each as one contribution, and what each file consists of."""

    written: Written
    contributions: Mapping[Key, Contribution]
    classes: Mapping[str, str]

    @cached_property
    def files(self) -> tuple[tuple[WrittenFile, Mapping[Key, int]], ...]:
        """Each file with its lines by group."""
        return tuple(
            (file, {self.key(file, writer): count for writer, count in file.lines.items()})
            for file in self.written.files
        )

    def key(self, file: WrittenFile, writer: int) -> Key:
        """Return the group of a writer's lines in a file."""
        return key_of(file, writer, self.written.writers[writer], self.classes[file.path])


@dataclass(frozen=True)
class Telling:
    """What facts tell lines of a repository apart by: globs of paths, and addresses that go with a name."""

    globs: tuple[tuple[str, ...], ...]
    named: frozenset[str]


def telling(repository: int, facts: Facts) -> Telling:
    """Return what these facts tell apart: groups are the same for all facts that tell the same apart."""
    about = scopes_about(repository, facts)
    globs = dict.fromkeys(one.paths for one in about if one.paths is not None)
    return Telling(tuple(globs), frozenset(one.email for one in facts.identities if one.name))


def group(written: Written, apart: Telling) -> Groups:
    """Return the groups of what was written, told apart so."""
    classes = _classes(written.files, apart.globs)
    told = [_told(one, apart.named) for one in written.writers]
    lines: Counter[Key] = Counter()
    for file in written.files:
        for writer, count in file.lines.items():
            lines[key_of(file, writer, written.writers[writer], classes[file.path])] += count
    contributions = {
        key: _contribution(written.repository, key, told[key[0]], count) for key, count in lines.items()
    }
    return Groups(written, contributions, classes)


def key_of(file: WrittenFile, writer: int, wrote: Writer, path: str) -> Key:
    """Return the group of one writer's lines in a file; a machine's own work is of that origin."""
    origin = Origin.BOT if wrote.bot and file.origin is Origin.ORIGINAL else file.origin
    return writer, file.work_type, origin, path


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


def _told(one: Writer, named: frozenset[str]) -> Writer:
    """Leave out the name beside an address where no fact asks for it."""
    if all(author.email in named or not author.name for author in one.authors):
        return one
    authors = (
        author if author.email in named else Author("", author.email, "", author.github_id)
        for author in one.authors
    )
    return replace(one, authors=tuple(dict.fromkeys(authors)))


def _contribution(repository: int, key: Key, writer: Writer, lines: int) -> Contribution:
    number, work_type, origin, path = key
    own = origin in (Origin.THIRD_PARTY, Origin.GENERATED, Origin.IMPORTED)
    return Contribution(
        id=f"{repository}:{number}:{work_type}:{origin}:{path}",
        repository=str(repository),
        path=path,
        work_type=work_type,
        authors=() if own else writer.authors,
        day=writer.day,
        lines=lines,
        origin=origin,
        bulk=writer.bulk,
        ai_assisted=writer.ai_assisted,
        author_doubtful=writer.doubtful,
        reachable_from=writer.reachable_from,
    )
