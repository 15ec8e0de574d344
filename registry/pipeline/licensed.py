# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Licensed: under which licence each file of a repository's present stands, by what its blobs were seen to say."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from registry.licences import service as licences
from registry.licences.file_conclusions import FileConclusion, conclude_files
from registry.licences.name_classes import name_class
from registry.licences.scopes import Surroundings
from registry.provenance.snapshot import File

_LONGEST_CLASS = 100  # of a name under which a blob's reading is kept


def concluded_files(session: Session, files: Sequence[File]) -> dict[bytes, FileConclusion]:
    """Return the conclusion of each of a tree's files; what was never read says nothing."""
    places = {one.path: (one.blob, name_class(one.path)[:_LONGEST_CLASS]) for one in files}
    theirs = frozenset(one.path for one in files if one.origin == "third_party")
    found = licences.known_detections(session, places)
    sources = [source for one in found.values() for source in one.sources]
    return conclude_files(sources, Surroundings(frozenset(places), theirs))
