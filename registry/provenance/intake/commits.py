# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Commits and the identities in them enter the register once, under numbers that packed runs can hold."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from harvesters.git.model import Commit, Oid
from registry.database import Base, chunks
from registry.provenance.intake.identities import Seen, keep_names, next_number
from registry.provenance.numbers import numbers_of
from registry.provenance.records import CommitRow
from registry.text import storable

_LONGEST = 300
_FARTHEST = 2**62


def keep_commits(session: Session, commits: Sequence[Commit]) -> tuple[dict[Oid, int], Sequence[Base]]:
    """Add the commits, given newest first, that the register does not hold; returns the number of each.

    Behind them stand the rows of the people that they named first: an event of the caller's is to explain them.

    The older one gets the lower number, so that the versions of a document stand in the order of their numbers.
    """
    numbers = numbers_of(session, [commit.oid for commit in commits])
    new = [commit for commit in reversed(commits) if commit.oid not in numbers]
    names, people = keep_names(session, {seen for commit in new for seen in _people(commit)})
    first = next_number(session, CommitRow.id)
    rows = [_row(first + place, commit, names) for place, commit in enumerate(new)]
    for chunk in chunks(rows):
        session.execute(insert(CommitRow), chunk)
    added = {commit.oid: first + place for place, commit in enumerate(new)}
    return {Oid(oid): number for oid, number in numbers.items()} | added, people


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
