# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Earlier: a reading of before, whose answers still hold where nothing came since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from harvesters.git.model import Commit, Oid
from registry.provenance import service as provenance
from registry.provenance.snapshot import File, Method, Snapshot


@dataclass(frozen=True)
class Earlier:
    """The commit that was read, its files by path, and the snapshot; nothing where none is of use."""

    commit: Oid | None = None
    files: Mapping[bytes, File] = field(default_factory=dict)
    snapshot: Snapshot | None = None


def earlier(session: Session, repository: int, method: Method, found: Sequence[Commit]) -> Earlier:
    """Return an earlier reading of the same history in the same way, of this repository or another one."""
    other = provenance.known_elsewhere(session, repository, method, [commit.oid for commit in found])
    for number in (repository, other):
        before = provenance.snapshot(session, number) if number is not None else None
        if before is not None and _usable(before, method, found):
            break
    else:
        return Earlier()
    files = provenance.files(session, before.repository, lines=True)
    return Earlier(Oid(before.commit), {file.path: file for file in files}, before)


def _usable(before: Snapshot, method: Method, found: Sequence[Commit]) -> bool:
    if before.method != method or before.totals.looked_through:
        return False
    return _reach(found, before.commit) == before.commits


def _reach(found: Sequence[Commit], tip: str) -> int:
    """Return how many commits a tip leads to: more than before when a cut history was made whole."""
    parents = {commit.oid: commit.parents for commit in found}
    reached: set[Oid] = set()
    waiting = [Oid(tip)]
    while waiting:
        oid = waiting.pop()
        if oid in parents and oid not in reached:
            reached.add(oid)
            waiting += parents[oid]
    return len(reached)
