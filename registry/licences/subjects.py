# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A subject: whether a path is a program or documentation, since OS2's policy has a licence for each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from registry.licences.model import Source

_DOCUMENTS = frozenset(
    b"""
    md rst adoc txt odt docx doc pdf pptx odp html tex
    png jpg jpeg gif svg mp4 webm ico drawio puml xlsx ods
    """.split()
)
_PROGRAMS = frozenset(
    b"py js ts tsx jsx php cs java kt go rs rb c h cpp vue sh sql pl scala swift module install vb fs".split()
)
DOCUMENT_FOLDERS = frozenset(
    {b"docs", b"doc", b"documentation", b"dokumentation", b"manual", b"vejledning", b"wiki"}
)
_DOCUMENT_WORD = re.compile(
    rb"(?:^|[-_. ])(?:docs?|documentation|dokumentation|content|text|media|images?)(?:[-_. ]|$)"
)
# a documentation site's own machinery is no program of the product
_SITE_FOLDERS = (b"_", b"assets/", b"themes/", b"docs/", b"static/")
_SITE_FILES = (b"docusaurus.config", b"sidebars", b"gulpfile", b"conf.py")


def speaks_of_documents(source: Source) -> bool:
    """Whether the statement is about documentation, media or data and not about a program."""
    if source.covers:
        return all(is_document(cover.encode("utf-8", "surrogateescape")) for cover in source.covers)
    return is_document(source.path)


def is_document(path: bytes) -> bool:
    """Whether a path is documentation by its folder or its kind of file."""
    folders, _, name = path.rpartition(b"/")
    in_documents = any(folder.lower() in DOCUMENT_FOLDERS for folder in folders.split(b"/"))
    return in_documents or name.rpartition(b".")[2].lower() in _DOCUMENTS


def is_for_documents(licence_path: bytes) -> bool:
    """Whether a licence file is by its name or folder that of the documentation (`LICENSE-docs`)."""
    folder, _, name = licence_path.lower().rpartition(b"/")
    stem = name.removesuffix(b".txt").removesuffix(b".md")
    return folder in DOCUMENT_FOLDERS or bool(_DOCUMENT_WORD.search(stem))


def programs(paths: Iterable[bytes]) -> frozenset[bytes]:
    """Return the program files outside a documentation site's machinery."""
    return frozenset(
        path
        for path in paths
        if path.rpartition(b".")[2].lower() in _PROGRAMS
        and not path.startswith(_SITE_FOLDERS)
        and not path.rpartition(b"/")[2].startswith(_SITE_FILES)
    )
