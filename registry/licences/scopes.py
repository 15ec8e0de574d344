# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A scope: what of the tree a statement speaks of: the whole, a part, or a component apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from registry.licences.agreement import agree, texts_together
from registry.licences.expressions import identifiers
from registry.licences.model import Kind, Note, Source
from registry.licences.subjects import is_for_documents, programs

_ROOT_FOLDERS = frozenset({b"", b".github", b".reuse", b"LICENSES"})
_ALL = frozenset({"**", "*", "./**", "**/*"})


class Scope(StrEnum):
    """Where a statement belongs when the tree's licence is concluded."""

    WHOLE = "whole"
    DOCUMENTATION = "documentation"  # the whole of the documentation
    PART = "part"
    TEXT = "text"  # a text on hand that says nothing of its own
    COMPONENT = "component"  # nested or third-party: apart from the repository's own


@dataclass(frozen=True)
class Surroundings:
    """What else is known of the tree: all its paths, which are third-party, and what GitHub thinks."""

    paths: frozenset[bytes] = frozenset()
    third_party: frozenset[bytes] = frozenset()
    github: str | None = None

    @property
    def own_programs(self) -> frozenset[bytes]:
        """The tree's own program files."""
        return programs(self.paths - self.third_party)


@dataclass(frozen=True)
class Scoped:
    """A tree's sources by scope; `whole` and `parts` name a licence, `unread` root licence files do not.

    `texts` are the identifiers whose texts lie in LICENSES/: licences that the tree declares.
    """

    whole: tuple[Source, ...]
    documentation: tuple[Source, ...]
    parts: tuple[Source, ...]
    texts: frozenset[str]
    component: tuple[Source, ...]
    unread: tuple[Source, ...]


def scoped(every: tuple[Source, ...], around: Surroundings) -> Scoped:
    """Sort the sources by what they speak of."""
    components = _component_folders(every, around)
    scopes = [(source, _scope(source, around, components)) for source in every]

    def of(scope: Scope) -> tuple[Source, ...]:
        return tuple(source for source, its in scopes if its is scope)

    texts = frozenset(
        one for source in of(Scope.TEXT) if source.expression for one in identifiers(source.expression)
    )
    return Scoped(
        whole=texts_together(tuple(source for source in of(Scope.WHOLE) if source.expression)),
        documentation=of(Scope.DOCUMENTATION),
        parts=tuple(s for s in of(Scope.PART) if s.expression and s.kind is not Kind.README),
        texts=texts,
        component=of(Scope.COMPONENT),
        unread=tuple(s for s in of(Scope.WHOLE) if s.kind is Kind.LICENCE_FILE and _blocks(s, around)),
    )


def target_exists(source: Source, around: Surroundings) -> bool:
    """Whether a path that a file names is in the tree; where the paths are not known, it is taken to be."""
    return not around.paths or any(_exists(source, target, around) for target in source.targets)


def _scope(source: Source, around: Surroundings, components: frozenset[bytes]) -> Scope:
    if source.kind is Kind.GITHUB:
        return Scope.WHOLE
    if source.path in around.third_party or _inside(source.path, components):
        return Scope.COMPONENT
    if Note.TEXT_ON_HAND in source.notes:
        return Scope.TEXT
    if source.documentation or (source.kind is Kind.LICENCE_FILE and is_for_documents(source.path)):
        return Scope.DOCUMENTATION
    return Scope.WHOLE if _speaks_of_the_whole(source) else Scope.PART


def _speaks_of_the_whole(source: Source) -> bool:
    if source.path.rpartition(b"/")[0] not in _ROOT_FOLDERS or source.kind is Kind.HEADER:
        return False
    return source.kind is not Kind.REUSE or not _ALL.isdisjoint(source.covers)


def _component_folders(every: Iterable[Source], around: Surroundings) -> frozenset[bytes]:
    """Folders below the root whose licence file says something else than the root does."""
    files = [s for s in every if s.kind is Kind.LICENCE_FILE and Note.TEXT_ON_HAND not in s.notes]
    root = [s for s in every if s.expression and _speaks_of_the_whole(s) and s.path not in around.third_party]
    return frozenset(
        source.path.rpartition(b"/")[0]
        for source in files
        if source.path.rpartition(b"/")[0] not in _ROOT_FOLDERS
        and not is_for_documents(source.path)
        and not (source.expression and any(agree(source, other) for other in root))
    )


def _blocks(source: Source, around: Surroundings) -> bool:
    """A root licence file that a person must read first; a pointer to a file that is there is none."""
    if source.expression is None and Note.POINTER in source.notes:
        return not target_exists(source, around)
    return source.needs_person


def _exists(source: Source, target: str, around: Surroundings) -> bool:
    folder = source.path.rpartition(b"/")[0]
    wanted = target.removeprefix("./").strip("/").encode("utf-8", "surrogateescape")
    near = b"/".join(filter(None, (folder, wanted)))
    return any(
        path in {near, wanted} or path.startswith((near + b"/", wanted + b"/")) for path in around.paths
    )


def _inside(path: bytes, folders: frozenset[bytes]) -> bool:
    folder = path.rpartition(b"/")[0]
    while folder:
        if folder in folders:
            return True
        folder = folder.rpartition(b"/")[0]
    return False
