# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Licensed: under which licence each file of a repository's present stands, by what its blobs were seen to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from registry.licences import service as licences
from registry.licences.file_conclusions import FileConclusion, conclude_files
from registry.licences.model import Kind
from registry.licences.name_classes import name_class
from registry.licences.scopes import Surroundings
from registry.provenance.snapshot import File

_SIGNS = str.maketrans(dict.fromkeys("\"“”'‘’", " "))
_EXHIBIT_B = "incompatible with secondary licenses"
"""The words by which an MPL file is kept from the GPL (MPL-2.0 s. 1.5(a), Exhibit B)."""
_LONGEST_CLASS = 100  # of a name under which a blob's reading is kept


def concluded_files(session: Session, files: Sequence[File]) -> dict[bytes, FileConclusion]:
    """Return the conclusion of each of a tree's files; what was never read says nothing.

    An MPL file whose own head has the notice of Exhibit B is under SPDX's name for that.
    """
    places = {one.path: (one.blob, name_class(one.path)[:_LONGEST_CLASS]) for one in files}
    theirs = frozenset(one.path for one in files if one.origin == "third_party")
    found = licences.known_detections(session, places)
    sources = [source for one in found.values() for source in one.sources]
    concluded = conclude_files(sources, Surroundings(frozenset(places), theirs))
    return {path: _closed(one) if _has_notice(one) else one for path, one in concluded.items()}


def _has_notice(one: FileConclusion) -> bool:
    said = (source.text for source in one.because if source.kind is Kind.HEADER)
    return one.expression == "MPL-2.0" and any(_EXHIBIT_B in _plain(text) for text in said)


def _plain(text: str) -> str:
    return " ".join(text.translate(_SIGNS).lower().split())


def _closed(one: FileConclusion) -> FileConclusion:
    return replace(one, expression="MPL-2.0-no-copyleft-exception")
