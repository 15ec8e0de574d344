# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Keeping: a snapshot enters the register whole or not at all, in the caller's transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from harvesters.git.model import Oid
from registry.database import Base, chunks
from registry.evidence.model import Event
from registry.evidence.service import record
from registry.provenance.bulk import Bulk
from registry.provenance.depth import grade
from registry.provenance.methods import Difference
from registry.provenance.numbers import identities_of
from registry.provenance.others import keep_differences
from registry.provenance.records import (
    ActivityRow,
    CommitRow,
    FileRow,
    LinesRow,
    NameRow,
    RootRow,
    ShareRow,
    SnapshotRow,
    path_key,
)
from registry.provenance.rolled import keep_rollup
from registry.provenance.runs import NOBODY, pack, pack_numbers, plain, unpack
from registry.provenance.snapshot import Checked, File, Method
from registry.provenance.sums import Written, lines_by_commit, totals, written


@dataclass(frozen=True)
class Read:
    """A main line, read to the end. `numbers` are those of all commits that the head reaches.

    `people` are the rows of those identities and names that the register learned on the way.
    """

    repository: int
    commit: str
    branch: str
    inputs: str
    method: Method
    observation: int | None
    numbers: Mapping[Oid, int]
    roots: Sequence[str]
    bulk: Sequence[Bulk]
    files: Sequence[File]
    checked: Checked = field(default_factory=Checked)
    people: Sequence[Base] = ()
    otherwise: Mapping[Method, Sequence[Difference]] = field(
        default_factory=dict
    )  # by each method looked by, too
    through: frozenset[Oid] = frozenset()  # commits on the register's list


def keep_snapshot(session: Session, read: Read, now: datetime) -> int:
    """Keep `read` as the present of its repository; returns the snapshot's number."""
    row = _snapshot_row(read, now)
    session.add(row)
    session.flush()
    _keep_files(session, read, row.id)
    _keep_sums(session, read)
    found = [one for differences in read.otherwise.values() for one in differences]
    keep_differences(session, read.repository, read.files, found)
    counting = [one for one in found if one.method is not Method.WITHOUT_LIST]
    keep_rollup(session, read.repository, row.id, read.files, counting)
    facts: dict[str, Any] = {"commit": read.commit, "files": len(read.files), "digest": digest_of(read.files)}
    record(
        session, Event("provenance.read", f"repository/{read.repository}", facts), now, [row, *read.people]
    )
    return row.id


def _snapshot_row(read: Read, now: datetime) -> SnapshotRow:
    graded = {read.numbers[Oid(one.commit)]: grade(one) for one in read.bulk}
    return SnapshotRow(
        repository_id=read.repository,
        oid=bytes.fromhex(read.commit),
        branch=read.branch,
        inputs=read.inputs,
        method=read.method,
        read_at=now,
        observation_id=read.observation,
        history=pack_numbers(sorted(read.numbers.values())),
        commits=len(read.numbers),
        roots=list(read.roots),
        totals=asdict(
            replace(
                totals(read.files, graded),
                checked=read.checked,
                by_other_method=_lines_by_method(read),
                looked_through=sorted(read.through),
            )
        ),
        bulk=[one.to_json() for one in read.bulk],
    )


def _lines_by_method(read: Read) -> dict[str, int]:
    return {
        str(method): sum(one.lines for one in found)
        for method, found in read.otherwise.items()
        if method is not Method.WITHOUT_LIST
    }


def digest_of(files: Sequence[File]) -> str:
    """Return one digest of all that a snapshot says of its files, in the order of their paths."""
    running = hashlib.sha256()
    for file in sorted(files, key=lambda one: one.path):
        running.update(b"%d:%s" % (len(file.path), file.path))
        running.update(f"{file.blob} {file.skip} {file.work_type} {file.origin} ".encode())
        running.update(plain(file.pairs))
    return running.hexdigest()


def _keep_files(session: Session, read: Read, snapshot: int) -> None:
    """Close the rows that are no longer so and add the new ones; a row that still holds stays as it is."""
    query = select(FileRow).where(FileRow.repository_id == read.repository, FileRow.until_snapshot.is_(None))
    held = {row.path: row for row in session.scalars(query)}
    wanted = {file.path: _row(file) for file in read.files}
    ended = [row.id for path, row in held.items() if path not in wanted or not _same(row, wanted[path])]
    for chunk in chunks(ended):
        session.execute(update(FileRow).where(FileRow.id.in_(chunk)).values(until_snapshot=snapshot))
    closed = set(ended)
    new = [
        values | {"repository_id": read.repository, "from_snapshot": snapshot, "until_snapshot": None}
        for path, values in wanted.items()
        if path not in held or held[path].id in closed
    ]
    for chunk_new in chunks(new):
        session.execute(insert(FileRow), chunk_new)


def _row(file: File) -> dict[str, Any]:
    return {
        "path": file.path,
        "path_key": path_key(file.path),
        "blob": bytes.fromhex(file.blob),
        "mode": file.mode,
        "size": file.size,
        "lines": file.lines,
        "skip": file.skip,
        "detail": file.detail,
        "work_type": file.work_type,
        "work_type_reason": list(astuple(file.work_type_reason)),
        "origin": file.origin,
        "origin_reason": list(astuple(file.origin_reason)),
        "runs": pack(file.pairs) if file.skip is None else None,
        "versions": pack_numbers(sorted(file.versions)) if file.versions else None,
    }


def _same(row: FileRow, values: Mapping[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in values.items() if name != "runs") and (
        row.runs == values["runs"] or (unpack(row.runs or b"") == unpack(values["runs"] or b""))
    )


def _keep_sums(session: Session, read: Read) -> None:
    for table in (LinesRow, ShareRow, ActivityRow, RootRow):
        session.execute(delete(table).where(table.repository_id == read.repository))
    here = {"repository_id": read.repository}
    lines = [
        here | {"commit_id": commit, "work_type": kind, "lines": count}
        for (commit, kind), count in lines_by_commit(read.files).items()
    ]
    numbers = {commit for file in read.files for _, commit in file.pairs}
    numbers |= {commit for file in read.files for commit in file.versions}
    numbers.discard(NOBODY)
    shares = [
        here | {"identity_id": identity, "work_type": kind} | _share(one)
        for (identity, kind), one in written(read.files, identities_of(session, numbers)).items()
    ]
    activity = [here | one for one in _activity(session, list(read.numbers.values()))]
    roots = [here | {"oid": bytes.fromhex(oid)} for oid in read.roots]
    _insert(session, LinesRow, lines)
    _insert(session, ShareRow, shares)
    _insert(session, ActivityRow, activity)
    _insert(session, RootRow, roots)


def _insert(session: Session, table: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    for chunk in chunks(rows):
        session.execute(insert(table), chunk)


def _share(one: Written) -> dict[str, int]:
    return {"lines": one.lines, "files": one.files, "documents": one.documents}


def _activity(session: Session, numbers: Sequence[int]) -> list[dict[str, int]]:
    """Return what each identity did in the history: as author, and as co-author by trailer."""
    found: dict[int, dict[str, int]] = {}
    names: dict[int, int] = {}
    for chunk in chunks(sorted(numbers)):
        query = select(CommitRow.author_id, CommitRow.author_seconds, CommitRow.co_authors).where(
            CommitRow.id.in_(chunk)
        )
        rows = session.execute(query).all()
        wanted = {name for author, _, others in rows for name in (author, *others)} - names.keys()
        for some in chunks(sorted(wanted)):
            pairs = select(NameRow.id, NameRow.identity_id).where(NameRow.id.in_(some))
            names.update(session.execute(pairs).all())
        for author, seconds, others in rows:
            _count(found, names[author], seconds, "commits")
            for other in {names[other] for other in others}:
                _count(found, other, seconds, "co_authored")
    return list(found.values())


def _count(found: dict[int, dict[str, int]], identity: int, seconds: int, what: str) -> None:
    one = found.setdefault(
        identity,
        {
            "identity_id": identity,
            "commits": 0,
            "co_authored": 0,
            "first_seconds": seconds,
            "last_seconds": seconds,
        },
    )
    one[what] += 1
    one["first_seconds"] = min(one["first_seconds"], seconds)
    one["last_seconds"] = max(one["last_seconds"], seconds)
