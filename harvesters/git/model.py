# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The nouns of git as the harvester hands them on: frozen, typed, with nothing interpreted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NewType

Oid = NewType("Oid", str)
"""An object's id: 40 lower-case hex digits (SHA-1)."""

NOBODY = Oid("")
"""Stands for the commit of lines whose origin cannot be read: what they came from is absent."""

Method = Literal["plain", "w", "wMC"]
"""How git blame looks: as it is; without white space; without white space, following moves and copies."""

DETACHED = b"HEAD"
"""The name under which `Refs.tips` holds a HEAD that is on no branch."""


@dataclass(frozen=True)
class Mirror:
    """Our own bare repository: the only kind that git is ever run in."""

    path: Path


@dataclass(frozen=True)
class Refs:
    """Where a repository's branches and tags pointed; `head` is the full name of the one HEAD names.

    Tips of annotated tags are the tags' own ids. `head` is None when HEAD names no branch that is there.
    """

    head: bytes | None
    tips: Mapping[bytes, Oid]


@dataclass(frozen=True)
class Problem:
    """What could not be had, and why, in one sentence."""

    what: bytes | None
    reason: str


@dataclass(frozen=True)
class Fetched:
    """What a fetch left in the mirror."""

    refs: Refs
    changed: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Signature:
    """Who and when, as a commit says it: `seconds` since 1970, `offset` in minutes as written.

    Where no time is written, `seconds` lie before every calendar (UNDATED of `harvesters.git.signature`). `raw` is the header's value, byte for byte.
    """

    name: str
    email: str
    seconds: int
    offset: int
    raw: bytes


@dataclass(frozen=True)
class Commit:
    """One commit, read from its object: no mailmap, no graft, no replacement has touched it.

    `co_authors` are the distinct (name, address) pairs of its trailers, at most 100 of `co_authors_total`.
    """

    oid: Oid
    tree: Oid
    parents: tuple[Oid, ...]
    author: Signature
    committer: Signature
    co_authors: tuple[tuple[str, str], ...]
    subject: str
    co_authors_total: int = 0


@dataclass(frozen=True)
class Entry:
    """One path of a tree; `size` is None when the object is absent (or, for a gitlink, elsewhere)."""

    mode: int
    kind: Literal["blob", "commit"]
    oid: Oid
    size: int | None
    path: bytes


@dataclass(frozen=True)
class Run:
    """Lines `first` (from 1) to `first + count - 1` of a file, all written by one commit (or `NOBODY`)."""

    first: int
    count: int
    commit: Oid


@dataclass(frozen=True)
class Change:
    """What a commit did to a path; for a merge, only where it differs from every parent.

    `status` is git's letter (a merge: one for each parent); `old` is the first parent's object.
    """

    status: str
    old: Oid | None
    new: Oid | None
    path: bytes
