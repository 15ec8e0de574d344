# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Licence history: at which commits of the main line what the tree says of its licence changed.

It looks at the files that speak of a licence by their name: licence files, manifests, READMEs, publiccode.yml
and REUSE metadata. The heads of source files are not part of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from registry.licences.model import Detection, Kind, Light, Note, Reason, Source
from registry.licences.name_classes import name_class

_BEARING = frozenset({"licence_file", "licences_folder", "manifest", "readme", "publiccode", "reuse", "dep5"})


@dataclass(frozen=True)
class Statement:
    """What one place of a file says, without its line: moving it changes no licence."""

    kind: Kind
    expression: str | None
    notes: tuple[Note, ...] = ()
    covers: tuple[str, ...] = ()
    documentation: bool = False

    @property
    def said(self) -> str:
        """The expression, or "" where none is named for certain."""
        return self.expression or ""


Said = tuple[Statement, ...]


@dataclass(frozen=True)
class Changed:
    """One file whose statements changed; `was` is its path before, where the commit only moved it.

    `before` is None where the file was not there, `after` where it is gone.
    """

    path: bytes
    before: Said | None
    after: Said | None
    was: bytes | None = None


@dataclass(frozen=True)
class Point:
    """A commit of the main line behind which the tree says something else than before.

    `commits` are those that wrote the change, where `commit` is a merge that only brought it. What follows
    from the statements is as of this tree; `turned` says that it differs from the point before.
    """

    place: int
    commit: str
    commits: tuple[str, ...]
    concluded: str | None
    documentation: str | None
    light: Light
    reason: Reason
    changes: tuple[Changed, ...]
    turned: bool = False


def bears(path: bytes) -> bool:
    """Whether a path is by its name one of the files that the history looks at."""
    return name_class(path).partition(":")[0] in _BEARING


def said_by(found: Detection | None) -> Said:
    """Return what a file says; links and pointers to other files are no statement of their own."""
    return tuple(dict.fromkeys(_statement(one) for one in found.sources)) if found else ()


def changed(before: Mapping[bytes, Said], after: Mapping[bytes, Said]) -> tuple[Changed, ...]:
    """Return the files whose statements differ, by path; one that vanished where its like appeared has moved."""
    gone = {path: said for path, said in before.items() if path not in after}
    found = []
    for path in sorted(after):
        old, new = before.get(path), after[path]
        if old == new:
            continue
        was = _origin(path, new, gone) if old is None else None
        if was is not None:
            gone.pop(was)
            found.append(Changed(path, new, new, was))
        elif old or new:
            found.append(Changed(path, old, new))
    found += [Changed(path, said, None) for path, said in gone.items() if said]
    return tuple(sorted(found, key=lambda one: one.path))


def _origin(path: bytes, said: Said, gone: Mapping[bytes, Said]) -> bytes | None:
    """The vanished file that a new one continues: it says the same and is of the same kind."""
    kind = name_class(path).partition(":")[0]
    alike = [one for one, old in gone.items() if old == said and name_class(one).partition(":")[0] == kind]
    near = [one for one in alike if one.rpartition(b"/")[0] == path.rpartition(b"/")[0]]
    return next(iter(near or alike), None) if said else None


def _statement(one: Source) -> Statement:
    return Statement(one.kind, one.expression, one.notes, one.covers, one.documentation)
