# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Elsewhere: what the register's other repositories know of the same blobs and the same commits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.provenance.copies import Copy, Register, copies
from registry.provenance.findings import CopyRow, SightingsRow
from registry.provenance.records import CommitRow, RootRow, SnapshotRow, path_key
from registry.provenance.runs import unpack_numbers
from registry.provenance.sightings import First, arrivals_of, firsts_of, key, keys_of


def found_copies(session: Session) -> dict[int, list[Copy]]:
    """Return what each repository has from another, found by all of them together; computed, not kept."""
    shared = _shared(session)
    firsts: defaultdict[int, dict[int, First]] = defaultdict(dict)
    for repository, packed in session.execute(select(SightingsRow.repository_id, SightingsRow.firsts)):
        for one, first in firsts_of(packed, shared).items():
            firsts[one][repository] = first
    numbers = {first.commit for there in firsts.values() for first in there.values()}
    involved = {repository for there in firsts.values() for repository in there}
    known = Register(firsts, _histories(session, involved), _moments(session, numbers), _families(session))
    query = select(SightingsRow.repository_id, SightingsRow.arrivals).order_by(SightingsRow.repository_id)
    return {
        repository: list(copies(repository, arrivals_of(packed), known))
        for repository, packed in session.execute(query)
    }


def keep_copies(session: Session, repository: int, found: Collection[Copy]) -> bool:
    """Keep what a repository has from others in place of what was kept; returns whether that differs."""
    if set(kept_copies(session, repository)) == set(found):
        return False
    session.execute(delete(CopyRow).where(CopyRow.repository_id == repository))
    rows = [
        {
            "repository_id": repository,
            "path": one.path,
            "path_key": path_key(one.path),
            "blob": one.blob,
            "lines": one.lines,
            "commit_id": one.commit,
            "source_id": one.source,
            "source_commit_id": one.source_commit,
            "source_path": one.source_path,
            "family": one.family,
        }
        for one in sorted(found, key=lambda one: (one.path, one.commit))
    ]
    for chunk in chunks(rows):
        session.execute(insert(CopyRow), chunk)
    return True


def kept_copies(session: Session, repository: int, path: bytes | None = None) -> tuple[Copy, ...]:
    """Return what a repository (or one file of it) has from others, by path."""
    query = select(CopyRow).where(CopyRow.repository_id == repository)
    if path is not None:
        query = query.where(CopyRow.path_key == path_key(path), CopyRow.path == path)
    return tuple(
        Copy(
            path=row.path,
            blob=row.blob,
            lines=row.lines,
            commit=row.commit_id,
            source=row.source_id,
            source_commit=row.source_commit_id,
            source_path=row.source_path,
            family=row.family,
        )
        for row in session.scalars(query.order_by(CopyRow.path, CopyRow.commit_id))
    )


def known_elsewhere(session: Session, repository: int, method: str, oids: Collection[str]) -> int | None:
    """Return another repository that was read at one of these commits in the same way; the latest such reading.

    Who wrote each line of a commit's tree is a fact of the commit: what was found there is exact here, provided
    that both hold the whole history behind it.
    """
    latest = select(func.max(SnapshotRow.id)).group_by(SnapshotRow.repository_id)
    query = (
        select(SnapshotRow.repository_id, SnapshotRow.oid)
        .where(
            SnapshotRow.id.in_(latest), SnapshotRow.repository_id != repository, SnapshotRow.method == method
        )
        .order_by(SnapshotRow.commits.desc())
    )
    there = set(oids)
    return next((number for number, oid in session.execute(query) if oid.hex() in there), None)


def _shared(session: Session) -> frozenset[int]:
    """Return the keys of those arrivals that stood in at least two repositories."""
    wanted: set[int] = set()
    for packed in session.scalars(select(SightingsRow.arrivals)):
        wanted.update(key(one.blob) for one in arrivals_of(packed))
    times: Counter[int] = Counter()
    for packed in session.scalars(select(SightingsRow.firsts)):
        times.update(wanted.intersection(keys_of(packed)))
    return frozenset(one for one, count in times.items() if count > 1)


def _histories(session: Session, repositories: Iterable[int]) -> dict[int, frozenset[int]]:
    found = {}
    for number in sorted(repositories):
        query = select(SnapshotRow.history).where(SnapshotRow.repository_id == number)
        packed = session.scalar(query.order_by(SnapshotRow.id.desc()).limit(1))
        found[number] = frozenset(unpack_numbers(packed or b""))
    return found


def _moments(session: Session, numbers: Iterable[int]) -> dict[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    for chunk in chunks(sorted(numbers)):
        query = select(CommitRow.id, CommitRow.author_seconds, CommitRow.committer_seconds).where(
            CommitRow.id.in_(chunk)
        )
        found.update((number, (written, committed)) for number, written, committed in session.execute(query))
    return found


def _families(session: Session) -> frozenset[frozenset[int]]:
    """Return each two repositories that share a root commit."""
    by_root: defaultdict[bytes, list[int]] = defaultdict(list)
    for repository, oid in session.execute(select(RootRow.repository_id, RootRow.oid)):
        by_root[oid].append(repository)
    return frozenset(
        frozenset({one, other})
        for family in by_root.values()
        for one in family
        for other in family
        if one != other
    )
