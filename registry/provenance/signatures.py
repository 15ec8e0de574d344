# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Signatures: who signed each commit as author and co-author, with the addresses, for the ownership rules.

Addresses are what identities are told by; nothing of this is for showing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.provenance.records import CommitRow, IdentityRow, NameRow, SnapshotRow
from registry.provenance.runs import unpack_numbers
from registry.provenance.snapshot import day_of


@dataclass(frozen=True)
class Signer:
    """A name with an address as a commit wrote it, and the register's number of the address."""

    identity: int
    email: str
    name: str


@dataclass(frozen=True)
class Signed:
    """A commit's id, its author and co-authors, and its two days; None for a day beyond all calendars."""

    oid: str
    author: Signer
    co_authors: tuple[Signer, ...]
    written: date | None
    committed: date | None


def signatures(session: Session, numbers: Iterable[int]) -> dict[int, Signed]:
    """Return who signed the commits with these numbers."""
    columns = (
        CommitRow.id,
        CommitRow.oid,
        CommitRow.author_id,
        CommitRow.co_authors,
        CommitRow.author_seconds,
        CommitRow.author_offset,
        CommitRow.committer_seconds,
    )
    rows: list[Any] = []
    for chunk in chunks(sorted(set(numbers))):
        rows += session.execute(select(*columns).where(CommitRow.id.in_(chunk))).all()
    signers = signers_of(session, {name for row in rows for name in (row.author_id, *row.co_authors)})
    return {row.id: _signed(row, signers) for row in rows}


def reachable(session: Session, oid: str) -> frozenset[int]:
    """Return the numbers of the commits that a commit reaches, where the register read one at it; else none."""
    try:
        wanted = bytes.fromhex(oid)
    except ValueError:
        return frozenset()
    packed = session.scalar(select(SnapshotRow.history).where(SnapshotRow.oid == wanted).limit(1))
    return frozenset(unpack_numbers(packed or b""))


def signers_of(session: Session, names: Iterable[int]) -> dict[int, Signer]:
    """Return the names with these numbers, each with its address."""
    found: dict[int, Signer] = {}
    for chunk in chunks(sorted(set(names))):
        query = (
            select(NameRow.id, NameRow.identity_id, IdentityRow.email, NameRow.name)
            .join(IdentityRow, IdentityRow.id == NameRow.identity_id)
            .where(NameRow.id.in_(chunk))
        )
        for number, identity, email, name in session.execute(query):
            found[number] = Signer(identity, email, name)
    return found


def addresses_of(session: Session, identities: Iterable[int]) -> dict[int, str]:
    """Return the addresses of the identities with these numbers."""
    found: dict[int, str] = {}
    for chunk in chunks(sorted(set(identities))):
        query = select(IdentityRow.id, IdentityRow.email).where(IdentityRow.id.in_(chunk))
        found |= {row.id: row.email for row in session.execute(query)}
    return found


def _signed(row: Any, signers: dict[int, Signer]) -> Signed:
    return Signed(
        oid=row.oid.hex(),
        author=signers[row.author_id],
        co_authors=tuple(signers[number] for number in row.co_authors),
        written=day_of(row.author_seconds, row.author_offset),
        committed=day_of(row.committer_seconds, 0),
    )
