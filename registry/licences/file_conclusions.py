# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A file's conclusion: the licence of one file, by the first source that speaks of it, with its reason.

The order is: its own header, the nearest licence file, REUSE metadata, the nearest manifest, the README.
Where a nearer folder holds a component's own licence, what the root says does not reach it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from registry.licences.agreement import agree, agreed, groups
from registry.licences.globs import matches
from registry.licences.model import Kind, Note, Source
from registry.licences.scopes import Surroundings
from registry.licences.subjects import is_document, is_for_documents


class Part(StrEnum):
    """Which of the three parts of a tree a file belongs to."""

    CODE = "code"
    DOCUMENTATION = "documentation"
    THIRD_PARTY = "third_party"


class Rule(StrEnum):
    """Which kind of source decided, in their order."""

    HEADER = "header"
    LICENCE_FILE = "licence_file"
    REUSE = "reuse"
    MANIFEST = "manifest"
    README = "readme"
    NONE = "none"


@dataclass(frozen=True)
class FileConclusion:
    """One file's licence: `because` are the sources that decided, `against` later ones that differ.

    `expression` is None where nothing speaks of the file, or where what does needs a person.
    """

    path: bytes
    part: Part
    expression: str | None
    rule: Rule
    because: tuple[Source, ...] = ()
    against: tuple[Source, ...] = ()


@dataclass(frozen=True)
class _Index:
    """A tree's sources by the path or the folder from which they speak."""

    headers: dict[bytes, list[Source]]
    licence_files: dict[bytes, list[Source]]
    reuse: list[Source]
    manifests: dict[bytes, list[Source]]
    readmes: dict[bytes, list[Source]]


def conclude_files(sources: Iterable[Source], around: Surroundings) -> dict[bytes, FileConclusion]:
    """Return the conclusion of every path of the tree."""
    index = _indexes(tuple(sources), around)
    return {path: _conclude(path, index, around) for path in sorted(around.paths)}


def conclude_file(path: bytes, sources: Iterable[Source], around: Surroundings) -> FileConclusion:
    """Return the conclusion of one path of the tree."""
    return _conclude(path, _indexes(tuple(sources), around), around)


def _indexes(sources: tuple[Source, ...], around: Surroundings) -> tuple[_Index, _Index]:
    """The index for the tree's own files, and that for third parties'.

    What the repository says of itself licenses no third party's file: only what came with the component does,
    and REUSE metadata, which name each path.
    """
    own = _index(sources)
    theirs = _index(one for one in sources if one.path in around.third_party)
    return own, replace(theirs, headers=own.headers, reuse=own.reuse)


def _conclude(path: bytes, indexes: tuple[_Index, _Index], around: Surroundings) -> FileConclusion:
    part = _part(path, around)
    index = indexes[part is Part.THIRD_PARTY]
    rules: tuple[tuple[Rule, Callable[[], list[Source]]], ...] = (
        (Rule.HEADER, lambda: index.headers.get(path, [])),
        (Rule.LICENCE_FILE, lambda: _nearest_text(path, part, index.licence_files)),
        (Rule.REUSE, lambda: _reuse(path, index.reuse)),
        (Rule.MANIFEST, lambda: _nearest(path, index.manifests)),
        (Rule.README, lambda: _nearest(path, index.readmes)),
    )
    said = [(rule, found) for rule, find in rules if (found := find())]
    if not said:
        return FileConclusion(path, part, None, Rule.NONE)
    rule, because = said[0]
    expression = _agreed(because)
    differ = tuple(s for _, others in said[1:] for s in others if _differs(s, because)) if expression else ()
    return FileConclusion(path, part, expression, rule, tuple(because), differ)


def _agreed(because: list[Source]) -> str | None:
    """The licence that all of them name; a statement nobody could read leaves the file to a person."""
    if not all(source.expression for source in because) or any(_doubtful(source) for source in because):
        return None
    together = groups(because)
    return agreed(together[0]) if len(together) == 1 else None


def _doubtful(source: Source) -> bool:
    return source.needs_person and Note.NPM_DEFAULT not in source.notes


def _differs(source: Source, because: list[Source]) -> bool:
    return bool(source.expression) and not any(agree(source, other) for other in because)


def _part(path: bytes, around: Surroundings) -> Part:
    if path in around.third_party:
        return Part.THIRD_PARTY
    return Part.DOCUMENTATION if is_document(path) else Part.CODE


def _index(sources: Iterable[Source]) -> _Index:
    index = _Index({}, {}, [], {}, {})
    for source in sources:
        folder = source.path.rpartition(b"/")[0]
        if source.kind is Kind.HEADER:
            index.headers.setdefault(source.path, []).append(source)
        elif source.kind is Kind.LICENCE_FILE and _grants(source):
            index.licence_files.setdefault(folder, []).append(source)
        elif source.kind is Kind.REUSE:
            index.reuse.append(source)
        elif source.kind in {Kind.MANIFEST, Kind.PUBLICCODE} and source.expression:
            index.manifests.setdefault(folder, []).append(source)
        elif source.kind is Kind.README and source.expression:
            index.readmes.setdefault(folder, []).append(source)
    return index


def _grants(source: Source) -> bool:
    """A text on hand grants nothing by itself, and a pointer leaves the word to its target."""
    return not {Note.TEXT_ON_HAND, Note.POINTER} & set(source.notes)


def _nearest(path: bytes, by_folder: dict[bytes, list[Source]]) -> list[Source]:
    return next((by_folder[folder] for folder in _folders(path) if folder in by_folder), [])


def _nearest_text(path: bytes, part: Part, by_folder: dict[bytes, list[Source]]) -> list[Source]:
    """The licence files of the nearest folder that has one for this part (`LICENSE-docs` is the manual's)."""
    for folder in _folders(path):
        files = by_folder.get(folder, [])
        named = [one for one in files if _is_docs_file(one)]
        rest = [one for one in files if not _is_docs_file(one)]
        chosen = (named or rest) if part is Part.DOCUMENTATION else rest
        if chosen:
            return chosen
    return []


def _is_docs_file(source: Source) -> bool:
    return is_for_documents(source.path.rpartition(b"/")[2])


def _reuse(path: bytes, sources: list[Source]) -> list[Source]:
    """The last annotation of the nearest REUSE.toml that covers the path (REUSE 3.3)."""
    best: list[Source] = []
    nearest = -1
    for source in sources:
        folder = source.path.rpartition(b"/")[0]
        root = b"" if folder.endswith(b".reuse") else folder
        if len(root) < nearest or not _covers(source, path, root):
            continue
        same = bool(best) and best[0].path == source.path and best[0].line == source.line
        best = [*best, source] if same else [source]
        nearest = len(root)
    return best


def _covers(source: Source, path: bytes, root: bytes) -> bool:
    if root and not path.startswith(root + b"/"):
        return False
    inside = path[len(root) + 1 :] if root else path
    return any(matches(glob.encode("utf-8", "surrogateescape"), inside) for glob in source.covers)


def _folders(path: bytes) -> list[bytes]:
    """The folders of a path, the nearest first, the root last."""
    folders = []
    folder = path.rpartition(b"/")[0]
    while folder:
        folders.append(folder)
        folder = folder.rpartition(b"/")[0]
    return [*folders, b""]
