# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A repository's own list of revisions to ignore is read at the head, and kept as it was read last."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import delete
from sqlalchemy.orm import Session

from harvesters.git import trees
from harvesters.git.model import Entry, Mirror
from registry.provenance.findings import OwnRevisionsRow
from registry.provenance.own_revisions import LARGEST, PLACE, OwnRevisions, Unread, read_revisions

_KIND, _REGULAR = 0o170000, 0o100000


def read_own_revisions(
    mirror: Mirror, entries: Iterable[Entry], history: Collection[str]
) -> OwnRevisions | None:
    """Return the list that stands at the root of a tree; None where there is none."""
    entry = next((one for one in entries if one.path == PLACE), None)
    if entry is None:
        return None
    if entry.mode & _KIND != _REGULAR:
        return OwnRevisions(entry.oid, problem=Unread.NO_FILE)
    if (entry.size or 0) > LARGEST:
        return OwnRevisions(entry.oid, problem=Unread.TOO_LARGE)
    data = trees.blob(mirror, entry.oid, LARGEST)
    if data is None:
        return OwnRevisions(entry.oid, problem=Unread.ABSENT)
    return read_revisions(entry.oid, data, history)


def keep_own_revisions(session: Session, repository: int, found: OwnRevisions | None) -> None:
    """Keep the list of a repository in place of the one before."""
    session.execute(delete(OwnRevisionsRow).where(OwnRevisionsRow.repository_id == repository))
    if found is not None:
        row = OwnRevisionsRow(repository_id=repository, blob=bytes.fromhex(found.blob))
        row.revisions, row.further = found.to_json(), found.further
        row.problem = str(found.problem or "")
        session.add(row)
        session.flush()
