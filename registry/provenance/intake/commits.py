# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Commits and the identities in them enter the register once, under numbers that packed runs can hold."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from harvesters.git.model import Commit, Oid
from registry.database import chunks
from registry.provenance.numbers import numbers_of
from registry.provenance.records import CommitRow, IdentityRow, NameRow
from registry.text import storable

_LONGEST = 300
_FARTHEST = 2**62

Seen = tuple[str, str]
"""A name and the address in lower case, as git shows them."""


def keep_commits(session: Session, commits: Sequence[Commit]) -> dict[Oid, int]:
    """Add the commits, given newest first, that the register does not hold; returns the number of each.

    The older one gets the lower number, so that the versions of a document stand in the order of their numbers.
    """
    numbers = numbers_of(session, [commit.oid for commit in commits])
    new = [commit for commit in reversed(commits) if commit.oid not in numbers]
    names = _keep_names(session, {seen for commit in new for seen in _people(commit)})
    first = _next(session, CommitRow.id)
    rows = [_row(first + place, commit, names) for place, commit in enumerate(new)]
    for chunk in chunks(rows):
        session.execute(insert(CommitRow), chunk)
    return {Oid(oid): number for oid, number in numbers.items()} | {
        commit.oid: first + place for place, commit in enumerate(new)
    }


def _people(commit: Commit) -> list[Seen]:
    written = [
        (commit.author.name, commit.author.email),
        (commit.committer.name, commit.committer.email),
        *commit.co_authors,
    ]
    return [(storable(name.strip(), _LONGEST), _address(email)) for name, email in written]


def _address(email: str) -> str:
    address = storable(email.strip().lower(), 10_000)
    if len(address) <= _LONGEST:
        return address
    # Pasted text behind an address: two that differ late stay two.
    return f"{address[:200]}#{hashlib.sha256(address.encode()).hexdigest()[:32]}"


def _domain(address: str) -> str:
    domain = address.rpartition("@")[2].strip(" .>")
    return domain if "@" in address and len(domain) <= 253 and " " not in domain else ""


def _keep_names(session: Session, wanted: set[Seen]) -> dict[Seen, int]:
    identities = _keep_identities(session, {address for _, address in wanted})
    known: dict[Seen, int] = {}
    by_number = {number: address for address, number in identities.items()}
    for chunk in chunks(sorted(by_number)):
        rows = session.execute(select(NameRow).where(NameRow.identity_id.in_(chunk))).scalars()
        known.update(((row.name, by_number[row.identity_id]), row.id) for row in rows)
    new = sorted(wanted - known.keys())
    first = _next(session, NameRow.id)
    rows_new = [
        {"id": first + place, "identity_id": identities[address], "name": name}
        for place, (name, address) in enumerate(new)
    ]
    for chunk_new in chunks(rows_new):
        session.execute(insert(NameRow), chunk_new)
    return known | {seen: first + place for place, seen in enumerate(new)}


def _keep_identities(session: Session, addresses: set[str]) -> dict[str, int]:
    known: dict[str, int] = {}
    for chunk in chunks(sorted(addresses)):
        query = select(IdentityRow.email, IdentityRow.id).where(IdentityRow.email.in_(chunk))
        known.update(session.execute(query).all())
    new = sorted(addresses - known.keys())
    first = _next(session, IdentityRow.id)
    rows = [
        {"id": first + place, "email": address, "domain": _domain(address)}
        for place, address in enumerate(new)
    ]
    for chunk_new in chunks(rows):
        session.execute(insert(IdentityRow), chunk_new)
    return known | {address: first + place for place, address in enumerate(new)}


def _row(number: int, commit: Commit, names: dict[Seen, int]) -> dict[str, Any]:
    author, committer, *others = _people(commit)
    return {
        "id": number,
        "oid": bytes.fromhex(commit.oid),
        "author_id": names[author],
        "committer_id": names[committer],
        "author_seconds": _bounded(commit.author.seconds),
        "author_offset": _bounded(commit.author.offset),
        "committer_seconds": _bounded(commit.committer.seconds),
        "parents": len(commit.parents),
        "co_authors": sorted({names[other] for other in others if other != author}),
        "subject": storable(commit.subject, 500),
    }


def _bounded(number: int) -> int:
    return max(-_FARTHEST, min(_FARTHEST, number))


def _next(session: Session, column: InstrumentedAttribute[int]) -> int:
    return (session.scalar(select(func.max(column))) or 0) + 1
