# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The texts of documents as they are kept: once per blob and version of the extractor; and each document's past."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.provenance.document import Document, DocumentText, Version
from registry.provenance.extracting import EXTRACTOR, Problem
from registry.provenance.findings import DocumentRow, TextRow
from registry.provenance.records import path_key
from registry.provenance.runs import unpack

_Blob = TypeVar("_Blob", bound=str)


def known_texts(session: Session, blobs: Iterable[_Blob]) -> dict[_Blob, DocumentText]:
    """Return what was taken out of these blobs; those that nobody looked at are left out."""
    by_id = {bytes.fromhex(blob): blob for blob in blobs}
    found: dict[_Blob, DocumentText] = {}
    for chunk in chunks(sorted(by_id)):
        query = select(TextRow.blob, TextRow.problem, TextRow.text).where(
            TextRow.extractor == EXTRACTOR, TextRow.blob.in_(chunk)
        )
        for blob, problem, text in session.execute(query):
            paragraphs = tuple(json.loads(zlib.decompress(text)))
            found[by_id[blob]] = DocumentText(paragraphs, Problem(problem) if problem else None)
    return found


def document(session: Session, repository: int, path: bytes) -> Document | None:
    """Return the past of one document of a repository's present; None for a file that is none."""
    row = session.scalar(
        select(DocumentRow).where(
            DocumentRow.repository_id == repository,
            DocumentRow.path_key == path_key(path),
            DocumentRow.path == path,
        )
    )
    if row is None:
        return None
    return Document(
        path=row.path,
        versions=tuple(Version(commit, blob, size) for commit, blob, size in row.versions),
        pairs=tuple(unpack(row.runs)) if row.runs else (),
        unread=row.unread,
    )
