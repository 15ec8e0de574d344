# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The one door of provenance: who wrote each line of a repository, and what is known of its files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from registry.errors import NotFoundError
from registry.provenance.bulk import Bulk
from registry.provenance.decisions import decide, overrides
from registry.provenance.elsewhere import kept_copies, known_elsewhere
from registry.provenance.looked_through import (
    lines_standing,
    look_through,
    look_through_no_longer,
    looked_through,
    own_revisions,
)
from registry.provenance.others import differences, without_list
from registry.provenance.people import (
    at_domain,
    author,
    authors,
    commits,
    found_by_name,
    found_domains,
    names,
    shares,
    shares_of,
)
from registry.provenance.records import CommitRow, FileRow, RootRow, SnapshotRow, path_key
from registry.provenance.rulings import rule, rulings
from registry.provenance.runs import unpack, unpack_numbers
from registry.provenance.searching import found_files
from registry.provenance.snapshot import BLAMED, Checked, File, Method, Relative, Skip, Snapshot, Totals, Why
from registry.provenance.texts import document, known_texts

__all__ = [
    "at_domain",
    "author",
    "authors",
    "commit_count",
    "commits",
    "decide",
    "differences",
    "document",
    "file",
    "files",
    "files_after",
    "found_by_name",
    "found_domains",
    "found_files",
    "inputs",
    "kept_copies",
    "known_elsewhere",
    "known_texts",
    "lines_standing",
    "look_through",
    "look_through_no_longer",
    "looked_through",
    "names",
    "overrides",
    "own_revisions",
    "relatives",
    "rule",
    "rulings",
    "shares",
    "shares_of",
    "snapshot",
    "snapshots",
    "without_list",
]

_OUTLINE = tuple(column for column in FileRow.__table__.columns if column.name != "runs")
_SHOWN = tuple(column for column in SnapshotRow.__table__.columns if column.name != "history")


def snapshots(session: Session) -> dict[int, Snapshot]:
    """Return the present of every repository that was read, by repository."""
    latest = select(func.max(SnapshotRow.id)).group_by(SnapshotRow.repository_id)
    rows = session.execute(select(*_SHOWN).where(SnapshotRow.id.in_(latest)))
    return {row.repository_id: _snapshot(row) for row in rows}


def snapshot(session: Session, repository: int) -> Snapshot | None:
    """Return the present of a repository, or None when its content was never read (empty, or not yet)."""
    query = select(*_SHOWN).where(SnapshotRow.repository_id == repository).order_by(SnapshotRow.id.desc())
    row = session.execute(query.limit(1)).first()
    return None if row is None else _snapshot(row)


def inputs(session: Session, repository: int) -> str | None:
    """Return what the present of a repository was computed from, as one key; None where there is none."""
    query = select(SnapshotRow.inputs).where(SnapshotRow.repository_id == repository)
    return session.scalar(query.order_by(SnapshotRow.id.desc()).limit(1))


def files(session: Session, repository: int, *, lines: bool = False) -> tuple[File, ...]:
    """Return every file of a repository's present, by path; with who wrote each line only when asked."""
    columns = FileRow.__table__.columns if lines else _OUTLINE
    query = select(*columns).where(FileRow.repository_id == repository, FileRow.until_snapshot.is_(None))
    return tuple(_file(row, lines=lines) for row in session.execute(query.order_by(FileRow.path)))


def blamed_files(session: Session, repository: int) -> tuple[File, ...]:
    """Return the files of a repository's present in which no commit is looked through: git blame told their lines."""
    query = select(*_OUTLINE).where(
        FileRow.repository_id == repository, FileRow.until_snapshot.is_(None), FileRow.detail == BLAMED
    )
    return tuple(_file(row, lines=False) for row in session.execute(query.order_by(FileRow.path)))


def files_after(
    session: Session, repository: int, after: bytes | None, most: int, skip: Skip | None = None
) -> tuple[File, ...]:
    """Return the first files behind a path (None: from the first on), of those left out for `skip` or of all."""
    query = select(*_OUTLINE).where(FileRow.repository_id == repository, FileRow.until_snapshot.is_(None))
    if after is not None:
        query = query.where(FileRow.path > after)
    if skip is not None:
        query = query.where(FileRow.skip == skip)
    rows = session.execute(query.order_by(FileRow.path).limit(most))
    return tuple(_file(row, lines=False) for row in rows)


def file(session: Session, repository: int, path: bytes) -> File:
    """Return one file of a repository's present, with who wrote each line; raises NotFoundError."""
    row = session.scalar(
        select(FileRow).where(
            FileRow.repository_id == repository,
            FileRow.path_key == path_key(path),
            FileRow.path == path,
            FileRow.until_snapshot.is_(None),
        )
    )
    if row is None:
        msg = "the repository has no such file in the commit that was read last"
        raise NotFoundError(msg)
    return _file(row, lines=True)


def relatives(session: Session, repository: int) -> tuple[Relative, ...]:
    """Return the repositories that share a root commit with this one, with how far each went alone."""
    roots = select(RootRow.oid).where(RootRow.repository_id == repository)
    query = select(RootRow.repository_id).where(RootRow.oid.in_(roots), RootRow.repository_id != repository)
    family = sorted(set(session.scalars(query)))
    if not family:
        return ()
    histories = _histories(session, [repository, *family])
    own = histories.pop(repository)
    return tuple(
        Relative(other, len(own & theirs), len(theirs - own), len(own - theirs))
        for other, theirs in histories.items()
    )


def commit_count(session: Session) -> int:
    """Return how many distinct commits the register holds; one in two repositories counts once."""
    return session.scalar(select(func.count()).select_from(CommitRow)) or 0


def _histories(session: Session, repositories: Iterable[int]) -> dict[int, set[int]]:
    found = {}
    for number in repositories:
        query = select(SnapshotRow.history).where(SnapshotRow.repository_id == number)
        packed = session.scalar(query.order_by(SnapshotRow.id.desc()).limit(1))
        found[number] = set(unpack_numbers(packed or b""))
    return found


def _snapshot(row: Any) -> Snapshot:
    counted = dict(row.totals)
    for group in ("left_out", "by_work_type"):
        counted[group] = {key: tuple(value) for key, value in counted[group].items()}
    counted["checked"] = Checked(**counted.get("checked", {}))
    return Snapshot(
        id=row.id,
        repository=row.repository_id,
        commit=row.oid.hex(),
        branch=row.branch,
        method=Method(row.method),
        read_at=row.read_at,
        observation=row.observation_id,
        commits=row.commits,
        roots=tuple(row.roots),
        totals=Totals(**counted),
        bulk=tuple(map(Bulk.from_json, row.bulk)),
    )


def _file(row: Any, *, lines: bool) -> File:
    return File(
        path=row.path,
        blob=row.blob.hex(),
        mode=row.mode,
        size=row.size,
        lines=row.lines,
        skip=Skip(row.skip) if row.skip else None,
        detail=row.detail,
        work_type=row.work_type,
        work_type_reason=Why(*row.work_type_reason),
        origin=row.origin,
        origin_reason=Why(*row.origin_reason),
        pairs=tuple(unpack(row.runs)) if lines and row.runs else (),
        versions=tuple(unpack_numbers(row.versions)) if row.versions else (),
    )
