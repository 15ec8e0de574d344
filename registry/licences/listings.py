# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Listings: what each manifest and lock file names, kept by its blob, so that it is read once ever."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.licences.dependencies.model import Dependency, Listing, Scope
from registry.licences.dependencies.reading import LISTER
from registry.licences.model import Note
from registry.licences.records import ListingRow

Key = tuple[str, str]
"""The id of a blob (40 hex digits) and the kind of list as which it was read."""


def listed(session: Session, keys: Iterable[Key]) -> frozenset[Key]:
    """Return those of the keys under which something is kept."""
    wanted = frozenset(keys)
    found: set[Key] = set()
    for chunk in chunks(sorted({bytes.fromhex(blob) for blob, _ in wanted})):
        query = select(ListingRow.blob, ListingRow.kind).where(
            ListingRow.lister == LISTER, ListingRow.blob.in_(chunk)
        )
        found.update((blob.hex(), kind) for blob, kind in session.execute(query))
    return wanted & found


def known_listings(session: Session, places: Mapping[bytes, Key]) -> dict[bytes, Listing]:
    """Return what is known of the lists at these paths; a path is missing where its blob was never read."""
    stored: dict[Key, Mapping[str, Any]] = {}
    for chunk in chunks(sorted({bytes.fromhex(blob) for blob, _ in places.values()})):
        query = select(ListingRow).where(ListingRow.lister == LISTER, ListingRow.blob.in_(chunk))
        for row in session.scalars(query):
            stored[row.blob.hex(), row.kind] = row.found
    return {path: _listing(stored[key]) for path, key in places.items() if key in stored}


def keep_listings(session: Session, new: Mapping[Key, Listing]) -> None:
    """Keep what new blobs name."""
    rows = [
        {"blob": bytes.fromhex(blob), "kind": kind, "lister": LISTER, "found": _stored(one)}
        for (blob, kind), one in new.items()
    ]
    for chunk in chunks(rows):
        session.execute(insert(ListingRow), chunk)


def _stored(one: Listing) -> dict[str, Any]:
    return {
        "named": [_row(each) for each in one.named],
        "own": _row(one.own) if one.own else None,
        "locks": one.locks,
        "total": one.total,
        "problem": one.problem,
    }


def _listing(stored: Mapping[str, Any]) -> Listing:
    own, problem = stored["own"], stored["problem"]
    return Listing(
        named=tuple(map(_dependency, stored["named"])),
        own=_dependency(own) if own else None,
        locks=stored["locks"],
        total=stored["total"],
        problem=Note(problem) if problem else None,
    )


def _row(one: Dependency) -> list[Any]:
    """A row of values and no object: a lock file names thousands."""
    return [one.purl, one.requirement, one.scope, one.direct, one.licence, one.said, one.line]


def _dependency(row: list[Any]) -> Dependency:
    purl, requirement, scope, direct, licence, said, line = row
    return Dependency(purl, requirement, Scope(scope), direct, licence, said, line)
