# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Contents: what the bytes of each blob tell, read once for ever under the blob's id and our version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from harvesters.git.model import Oid
from registry.database import chunks
from registry.provenance.content import INSPECTOR, ContentFacts
from registry.provenance.records import BlobRow


def known_contents(session: Session, oids: Iterable[Oid]) -> dict[Oid, ContentFacts]:
    """Return what is known of these blobs."""
    found: dict[Oid, ContentFacts] = {}
    for chunk in chunks([bytes.fromhex(oid) for oid in sorted(set(oids))]):
        query = select(BlobRow.blob, BlobRow.facts).where(
            BlobRow.inspector == INSPECTOR, BlobRow.blob.in_(chunk)
        )
        for blob, facts in session.execute(query):
            found[Oid(blob.hex())] = ContentFacts.from_dict(facts)
    return found


def keep_contents(session: Session, new: Mapping[Oid, ContentFacts]) -> None:
    """Keep what was learnt of new blobs."""
    rows = [
        {"blob": bytes.fromhex(oid), "inspector": INSPECTOR, "facts": facts.to_dict()}
        for oid, facts in new.items()
    ]
    for chunk in chunks(rows):
        session.execute(insert(BlobRow), chunk)
