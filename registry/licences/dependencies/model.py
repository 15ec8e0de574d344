# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A dependency: a third party's component that a manifest or a lock file of a tree names, exactly as it is named.

Nothing is looked up anywhere: what the tree does not tell is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from registry.licences.model import Note


class Scope(StrEnum):
    """What the component is needed for, as the place says it."""

    RUNTIME = "runtime"
    DEVELOPMENT = "development"
    OPTIONAL = "optional"
    VENDORED = "vendored"  # lies in the tree itself, as a third party's part
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Dependency:
    """A component that one place names: `purl` is its package URL, with a version only where one is pinned.

    `requirement` is the version asked for, as written; `direct` is None where the place does not tell whether
    the tree itself asks for it; `licence` is the SPDX expression that the place declares for it, `said` its words.
    """

    purl: str
    requirement: str = ""
    scope: Scope = Scope.RUNTIME
    direct: bool | None = None
    licence: str | None = None
    said: str = ""
    line: int = 1


@dataclass(frozen=True)
class Listing:
    """What one manifest or lock file names: `own` is the package that it describes, where it says so.

    `problem` says why it was not read; `total` counts what it names, also where `named` was cut short.
    """

    named: tuple[Dependency, ...] = ()
    own: Dependency | None = None
    locks: bool = False
    total: int = 0
    problem: Note | None = None


@dataclass
class Found:
    """What a reader has found so far."""

    named: list[Dependency] = field(default_factory=list)
    own: Dependency | None = None
    locks: bool = False


@dataclass(frozen=True)
class Said:
    """One place that names a component: the path and line, and what stands there."""

    path: bytes
    line: int
    requirement: str
    licence: str | None
    text: str


@dataclass(frozen=True)
class Component:
    """A component of a repository, and every place that names it.

    `version` is "" where no place pins one. `licence` is the expression that all places which declare one
    agree on; None where none does (unknown), or where they differ (`licences` then holds each).
    """

    purl: str
    ecosystem: str
    name: str
    version: str
    scope: Scope
    direct: bool | None
    licence: str | None
    licences: tuple[str, ...]
    places: tuple[Said, ...]


@dataclass(frozen=True)
class Unread:
    """A manifest or lock file that was not read, or not to its end, and why."""

    path: bytes
    note: Note
    named: int = 0


@dataclass(frozen=True)
class Dependencies:
    """The inventory of one tree: its components, the files that name them, and those that were not read."""

    components: tuple[Component, ...] = ()
    files: tuple[bytes, ...] = ()
    unread: tuple[Unread, ...] = ()
