# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The nouns of the demonstration's story: who did what to which repository on which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from registry.demo.shapes import Thing, Word


@dataclass(frozen=True)
class Person:
    """An author as git writes one: the name and the address are bytes, for git checks neither."""

    key: str
    name: bytes
    email: bytes


@dataclass(frozen=True)
class When:
    """A moment as git writes it: seconds since 1970 and an offset such as `+0100`."""

    seconds: int
    zone: str

    @property
    def raw(self) -> bytes:
        """The form that git's raw date format reads."""
        return f"{self.seconds} {self.zone}".encode("ascii")


@dataclass(frozen=True)
class Source:
    """What a path holds: `kind` says how `value` is read (text, hex, standard, document, link, gitlink)."""

    kind: str
    value: str
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """A row of files of one shape: `path` holds `{Thing}` or `{thing}`."""

    path: str
    shape: str
    top: str


@dataclass(frozen=True)
class Growth:
    """A file of a place, about a thing, grows by words."""

    place: str
    thing: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Replacement:
    """In every file whose path fits `pattern`, the text `old` becomes `new`, now and after later growth."""

    pattern: str
    old: str
    new: str


@dataclass(frozen=True)
class Doings:
    """What one step does to the files."""

    writes: tuple[tuple[bytes, Source], ...] = ()
    grows: tuple[Growth, ...] = ()
    replaces: tuple[Replacement, ...] = ()
    removes: tuple[bytes, ...] = ()
    moves: tuple[tuple[bytes, bytes], ...] = ()


@dataclass(frozen=True)
class Step:
    """One change: who wrote it and when, in which words, on which line of development, and what it does."""

    line: int
    who: str
    when: When
    says: bytes
    committer: str
    committed: When
    branch: str
    name: str
    root: bool
    merges: tuple[str, ...]
    tag: str
    does: Doings


@dataclass(frozen=True)
class Standing:
    """From a day on, GitHub answers so: the repository's owner and name, or that it is gone (404, 451)."""

    since: date
    owner: str
    name: str
    status: int
    archived: bool


@dataclass(frozen=True)
class Fork:
    """Where a repository begins: at a named step of another one."""

    repository: str
    step: str
    shown: bool


@dataclass(frozen=True)
class Repository:
    """A repository of the story, and what GitHub says about it beside its content."""

    key: str
    github_id: int
    description: str
    topics: tuple[str, ...]
    private: bool
    default_branch: str
    licence: str | None
    has_wiki: bool
    fork: Fork | None
    standings: tuple[Standing, ...]
    shows: tuple[str, ...]
    places: Mapping[str, Place]
    product: str
    steps: tuple[Step, ...]
    wiki: tuple[Step, ...]


@dataclass(frozen=True)
class Organisation:
    """An organisation on GitHub; `keeper` says whose it is stated to be: `os2`, `member` or `supplier`."""

    github_id: int
    login: str
    name: str
    description: str
    keeper: str

    @property
    def os2(self) -> bool:
        """Whether it is stated to be OS2's own."""
        return self.keeper == "os2"


@dataclass(frozen=True)
class ProductRepository:
    """A repository of a product, and the days on which it is that."""

    repository: str
    since: date
    until: date | None


@dataclass(frozen=True)
class Product:
    """A product of the demonstration; the contact is a role and an organisation, never a person."""

    slug: str
    name_da: str
    name_en: str
    level: str
    contact_role: str
    contact_organisation: str
    repositories: tuple[ProductRepository, ...]


@dataclass(frozen=True)
class Vocabulary:
    """What the products keep records of, and the words that their records grow by."""

    things: Mapping[str, Thing]
    words: Mapping[str, Word]


@dataclass(frozen=True)
class Story:
    """The whole demonstration; `looks` are the days on which the demonstration is harvested."""

    title: str
    looks: tuple[date, ...]
    organisations: tuple[Organisation, ...]
    people: Mapping[str, Person]
    vocabulary: Vocabulary
    repositories: tuple[Repository, ...]
    products: tuple[Product, ...]
