# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A scope: what of the tree a statement speaks of: the whole, a part, or a component that is somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from registry.licences.model import Kind, Note, Notice, Source

_ROOT_FOLDERS = frozenset({b"", b".github", b".reuse", b"LICENSES"})
_DOCUMENTS = frozenset(
    b"md rst adoc txt odt docx doc pdf pptx odp html tex png jpg jpeg gif svg mp4 webm ico drawio puml xlsx ods".split()
)
_DOCUMENT_FOLDERS = frozenset({b"docs", b"doc", b"documentation", b"dokumentation", b"manual", b"vejledning", b"wiki"})
_DOCUMENT_NAME = re.compile(rb"(?i)(?:^|[-_. ])(?:docs?|documentation|dokumentation|content|text|media|images?)(?:[-_. ]|$)")
_PROGRAMS = frozenset(b"py js ts tsx jsx php cs java kt go rs rb c h cpp vue sh sql pl scala swift module install vb fs".split())


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
    notices: tuple[Notice, ...] = ()


def scope_of(source: Source, around: Surroundings, components: frozenset[bytes]) -> Scope:
    """Return the scope of a source; `components` are folders that have a licence file of their own."""
    if source.kind is Kind.GITHUB:
        return Scope.WHOLE
    if source.path in around.third_party or _inside(source.path, components):
        return Scope.COMPONENT
    if Note.TEXT_ON_HAND in source.notes:
        return Scope.TEXT
    folder = source.path.rpartition(b"/")[0]
    if source.kind is Kind.REUSE:
        return Scope.WHOLE if folder in _ROOT_FOLDERS and _covers_all(source) else Scope.PART
    if source.kind is Kind.HEADER or folder not in _ROOT_FOLDERS:
        return Scope.PART
    named = source.path.rpartition(b"/")[2]
    if source.kind is Kind.LICENCE_FILE and _DOCUMENT_NAME.search(named.rpartition(b".")[0] or named):
        return Scope.DOCUMENTATION
    return Scope.WHOLE


def component_folders(sources: Iterable[Source]) -> frozenset[bytes]:
    """Return the folders below the root that hold a licence file (documentation's own folder is no component)."""
    folders = (
        source.path.rpartition(b"/")[0]
        for source in sources
        if source.kind is Kind.LICENCE_FILE and Note.TEXT_ON_HAND not in source.notes
    )
    return frozenset(f for f in folders if f not in _ROOT_FOLDERS and f.lower() not in _DOCUMENT_FOLDERS)


def speaks_of_documents(source: Source) -> bool:
    """Whether the statement is about documentation, media or data and not about a program."""
    if source.covers:
        return all(is_document(cover.encode("utf-8", "surrogateescape")) for cover in source.covers)
    return is_document(source.path)


def is_document(path: bytes) -> bool:
    """Whether a path is documentation by its folder or its kind of file."""
    folders, _, name = path.rpartition(b"/")
    in_documents = any(folder.lower() in _DOCUMENT_FOLDERS for folder in folders.split(b"/"))
    return in_documents or name.rpartition(b".")[2].lower() in _DOCUMENTS


def has_programs(around: Surroundings) -> bool:
    """Whether the tree has program files of its own outside a documentation site's machinery."""
    return any(
        path.rpartition(b".")[2].lower() in _PROGRAMS
        and path not in around.third_party
        and not path.startswith((b"_", b"assets/", b"themes/", b"docs/", b"static/"))
        and not path.rpartition(b"/")[2].startswith((b"docusaurus.config", b"sidebars", b"gulpfile", b"conf.py"))
        for path in around.paths
    )


def _covers_all(source: Source) -> bool:
    return any(cover in {"**", "*", "./**", "**/*"} for cover in source.covers)


def _inside(path: bytes, folders: frozenset[bytes]) -> bool:
    folder = path.rpartition(b"/")[0]
    while folder:
        if folder in folders:
            return True
        folder = folder.rpartition(b"/")[0]
    return False
