# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The number of a commit: what stands for its id in packed runs; and the way back."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.provenance.records import CommitRow, NameRow


def numbers_of(session: Session, oids: Iterable[str]) -> dict[str, int]:
    """Return the numbers of those commits that the register holds."""
    found: dict[str, int] = {}
    for chunk in chunks([bytes.fromhex(oid) for oid in oids]):
        query = select(CommitRow.oid, CommitRow.id).where(CommitRow.oid.in_(chunk))
        found.update((oid.hex(), number) for oid, number in session.execute(query))
    return found


def oids_of(session: Session, numbers: Iterable[int]) -> dict[int, str]:
    """Return the ids of the commits with these numbers."""
    found: dict[int, str] = {}
    for chunk in chunks(sorted(set(numbers))):
        query = select(CommitRow.id, CommitRow.oid).where(CommitRow.id.in_(chunk))
        found.update((number, oid.hex()) for number, oid in session.execute(query))
    return found


def identities_of(session: Session, numbers: Iterable[int]) -> dict[int, int]:
    """Return the author's identity of each commit number."""
    found: dict[int, int] = {}
    for chunk in chunks(sorted(set(numbers))):
        query = (
            select(CommitRow.id, NameRow.identity_id)
            .join(NameRow, NameRow.id == CommitRow.author_id)
            .where(CommitRow.id.in_(chunk))
        )
        found.update(session.execute(query).all())
    return found
