# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rolled up: roll-ups made of files, kept with a snapshot, and read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.provenance.methods import Difference
from registry.provenance.records import CommitRow
from registry.provenance.rollup import (
    RollUp,
    Signing,
    lines_of,
    pack_rollup,
    roll_up,
    unpack_rollup,
)
from registry.provenance.rollup_records import RollUpRow
from registry.provenance.runs import NOBODY
from registry.provenance.snapshot import File, day_of


def rolled_up(session: Session, files: Iterable[File], differences: Sequence[Difference] = ()) -> RollUp:
    """Return the roll-up of some files (read with lines) and what other methods say otherwise of them."""
    by_path: defaultdict[bytes, list[Difference]] = defaultdict(list)
    for one in differences:
        by_path[one.path].append(one)
    told = [(file, lines_of(file, by_path.get(file.path, ()))) for file in files]
    numbers = {commit for _, lines in told for writers in lines for commit in writers} - {NOBODY}
    return roll_up(told, signings(session, numbers))


def keep_rollup(
    session: Session, repository: int, snapshot: int, files: Sequence[File], found: Sequence[Difference]
) -> None:
    """Keep the roll-up of a repository's present in place of the one that was kept before."""
    session.execute(delete(RollUpRow).where(RollUpRow.repository_id == repository))
    content = pack_rollup(rolled_up(session, sorted(files, key=lambda one: one.path), found))
    row = {"repository_id": repository, "snapshot_id": snapshot, "content": content}
    session.execute(insert(RollUpRow), [row])


def kept_rollup(session: Session, repository: int, snapshot: int) -> RollUp | None:
    """Return the roll-up that was kept with a snapshot; None where there is none: it was read before there were any."""
    query = select(RollUpRow.content).where(
        RollUpRow.repository_id == repository, RollUpRow.snapshot_id == snapshot
    )
    content = session.scalar(query)
    return None if content is None else unpack_rollup(content)


def signings(session: Session, numbers: Iterable[int]) -> Mapping[int, Signing]:
    """Return who signed each of these commits, and when."""
    columns = (
        CommitRow.id,
        CommitRow.author_id,
        CommitRow.co_authors,
        CommitRow.author_seconds,
        CommitRow.author_offset,
        CommitRow.committer_seconds,
    )
    found = {}
    for chunk in chunks(sorted(set(numbers))):
        for row in session.execute(select(*columns).where(CommitRow.id.in_(chunk))):
            found[row.id] = _signing(row)
    return found


def _signing(row: Any) -> Signing:
    written = day_of(row.author_seconds, row.author_offset)
    committed = day_of(row.committer_seconds, 0)
    return Signing((row.author_id, *row.co_authors), _ordinal(written), _ordinal(committed))


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
