# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Others: what other methods say of a repository's present, kept and read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, delete, insert, select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.provenance.methods import Difference, otherwise
from registry.provenance.methods_records import DifferenceRow, OtherShareRow
from registry.provenance.numbers import identities_of
from registry.provenance.records import path_key
from registry.provenance.runs import NOBODY, pack, unpack
from registry.provenance.snapshot import File, Method


def differences(session: Session, repository: int, path: bytes | None = None) -> tuple[Difference, ...]:
    """Return what other methods say otherwise of a repository's present, or of one file of it, by path.

    What would hold without the register's list is not among it: what a person decided takes its place.
    """
    return _read(session, repository, path, DifferenceRow.method != Method.WITHOUT_LIST)


def without_list(session: Session, repository: int, path: bytes | None = None) -> tuple[Difference, ...]:
    """Return what would be said otherwise if the register looked nothing through, by path."""
    return _read(session, repository, path, DifferenceRow.method == Method.WITHOUT_LIST)


def _read(
    session: Session, repository: int, path: bytes | None, which: ColumnElement[bool]
) -> tuple[Difference, ...]:
    query = select(DifferenceRow).where(DifferenceRow.repository_id == repository, which)
    if path is not None:
        query = query.where(DifferenceRow.path_key == path_key(path), DifferenceRow.path == path)
    rows = session.scalars(query.order_by(DifferenceRow.path, DifferenceRow.id))
    return tuple(Difference(row.path, Method(row.method), tuple(unpack(row.runs))) for row in rows)


def keep_differences(
    session: Session, repository: int, files: Sequence[File], found: Sequence[Difference]
) -> None:
    """Keep what other methods say otherwise in place of what was kept before."""
    for table in (DifferenceRow, OtherShareRow):
        session.execute(delete(table).where(table.repository_id == repository))
    here = {"repository_id": repository}
    rows = [
        here
        | {"path": one.path, "path_key": path_key(one.path), "method": one.method, "runs": pack(one.pairs)}
        for one in found
    ]
    shares = [
        here | {"identity_id": identity, "method": method, "lines": lines}
        for method, by_identity in _shares(session, files, found).items()
        for identity, lines in sorted(by_identity.items())
    ]
    for chunk in chunks(rows):
        session.execute(insert(DifferenceRow), chunk)
    for chunk_of_shares in chunks(shares):
        session.execute(insert(OtherShareRow), chunk_of_shares)


def _shares(
    session: Session, files: Iterable[File], found: Sequence[Difference]
) -> Mapping[Method, Mapping[int, int]]:
    """Return by method how many lines each identity has, where that is another number than by the main one."""
    pairs = {file.path: file.pairs for file in files}
    moved: defaultdict[Method, Counter[int]] = defaultdict(Counter)
    for one in found:
        if one.method is Method.WITHOUT_LIST:
            continue
        for run in otherwise(pairs[one.path], one):
            moved[one.method][run.commit] -= run.count
            moved[one.method][run.other] += run.count
    if not moved:
        return {}
    main: Counter[int] = Counter()
    for file in files:
        for count, commit in file.pairs:
            main[commit] += count
    numbers = {commit for commits in (main, *moved.values()) for commit in commits} - {NOBODY}
    identities = identities_of(session, numbers)
    return {method: _differing(main, delta, identities) for method, delta in moved.items()}


def _differing(
    main: Mapping[int, int], delta: Mapping[int, int], identities: Mapping[int, int]
) -> dict[int, int]:
    lines: Counter[int] = Counter()
    change: Counter[int] = Counter()
    for commit, identity in identities.items():
        lines[identity] += main.get(commit, 0)
        change[identity] += delta.get(commit, 0)
    return {identity: lines[identity] + count for identity, count in change.items() if count}
