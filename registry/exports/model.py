# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An inventory: what the register knows of one repository at one commit, ready to be written in any form.

Every text in it is fit for a reader and for a writer: no address, no control character, no lone surrogate.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

NOT_ASSESSED = "not assessed"


@dataclass(frozen=True)
class Digests:
    """SHA-1 and SHA-256 of a file's bytes, in hex digits (a git blob id is neither)."""

    sha1: str
    sha256: str


@dataclass(frozen=True)
class ExportedNotice:
    """A copyright line and the line of the file where it stands."""

    line: int
    text: str


@dataclass(frozen=True)
class ExportedPiece:
    """Lines of one file that have another title than their neighbours: first and last line, first and last byte.

    Both count from 1 and include their ends; `title` is what is said of it.
    """

    lines: tuple[int, int]
    span: tuple[int, int]
    title: str


@dataclass(frozen=True)
class ExportedFile:
    """A file: `concluded` is an SPDX expression or None; `stated` are those that stand in the file itself.

    `digests` is None where the bytes are not at hand, and `left_out` then says why. `title` is "" where nothing
    was assessed; `pieces` are there where its lines differ in title; `holder` is who is documented to hold all of
    it, else "". `plain` is False where `name` is not the path itself but a form of it that can be read.
    """

    name: str
    digests: Digests | None
    left_out: str
    concluded: str | None
    rule: str
    stated: tuple[str, ...]
    notices: tuple[ExportedNotice, ...]
    work_type: str
    origin: str
    unattributed: str
    component: str | None
    title: str = ""
    pieces: tuple[ExportedPiece, ...] = ()
    holder: str = ""
    plain: bool = True


@dataclass(frozen=True)
class ExportedDependency:
    """A component of others that a manifest or lock file names: its package URL, and what is told of it.

    `needed` is a scope of `registry.licences.dependencies`; `licence` None: unknown; `places` are path:line.
    """

    purl: str
    name: str
    version: str
    needed: str
    direct: bool | None
    licence: str | None
    places: tuple[str, ...]


@dataclass(frozen=True)
class Inventory:
    """A repository's files at the commit read last, its licence, and who wrote it by mail domain.

    `as_of` is the day on which the title is told; `url` is its address as GitHub showed it, "" where it is known from git alone; `title` is the state of title
    in a sentence.
    """

    number: int
    full_name: str
    private: bool
    commit: str
    read_at: datetime
    concluded: str | None
    reason: str
    documentation: str | None
    declared: str | None
    as_of: date
    files: tuple[ExportedFile, ...]
    domains: tuple[str, ...]
    products: tuple[str, ...]
    title: str = NOT_ASSESSED
    url: str = ""
    organisation: str = ""
    dependencies: tuple[ExportedDependency, ...] = ()

    @property
    def own(self) -> tuple[ExportedFile, ...]:
        """The files that belong to no third party's component."""
        return tuple(one for one in self.files if one.component is None)

    @cached_property
    def components(self) -> dict[str, tuple[ExportedFile, ...]]:
        """The files of each third-party part, by the part's place."""
        found: dict[str, list[ExportedFile]] = {}
        for one in self.files:
            if one.component is not None:
                found.setdefault(one.component, []).append(one)
        return {place: tuple(found[place]) for place in sorted(found)}
