# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Finding titles: after a harvest, an import or an erasure, of each repository whose answer holds no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.evidence.canonical import digest
from registry.evidence.verification.model import Derived
from registry.pipeline.determined import Determined, ask, determine
from registry.pipeline.evidence import seal_titles
from registry.pipeline.in_short import kept, pack
from registry.pipeline.ownership import answers
from registry.pipeline.prints import Prints
from registry.pipeline.register import Register
from registry.pipeline.titles import holding, prints, titles
from registry.pipeline.titles_records import TitleRow
from registry.provenance import service as provenance
from registry.provenance.model import WorkType
from registry.provenance.signatures import addresses_of
from registry.provenance.snapshot import Snapshot


def find_titles(register: Register) -> int:
    """Find whose each repository is today whose answer holds no more, and keep it; returns of how many it was found.

    Answers are found first, and kept in one short transaction: nobody waits for them with a lock.
    """
    now = register.clock()
    with register.sessions() as session:
        snapshots = provenance.snapshots(session)
        missing = sorted(titles(session, snapshots, now.date()).missing)
        made = prints(session)
        rows = [_found(session, made, snapshots[number], now.date()) for number in missing]
    if rows:
        with register.sessions.begin() as session:
            for chunk in chunks(missing):
                session.execute(delete(TitleRow).where(TitleRow.repository_id.in_(chunk)))
            session.execute(insert(TitleRow), rows)
            seal_titles(session, missing, now)
    return len(rows)


def recomputed() -> Derived:
    """Return how verification finds again what is kept: every answer that holds must be the one found anew."""
    return Derived(TitleRow.__tablename__, frozenset(), _as_kept, _as_found)


def _found(session: Session, made: Prints, snapshot: Snapshot, today: date) -> dict[str, Any]:
    """Return the row of a repository; `made` makes its print."""
    found = determine(session, ask(session, snapshot.repository, today, of_day=True))
    identities = sorted({one.identity for one in found.groups.written.people.values()})
    emails = addresses_of(session, identities)
    known = [emails.get(one, "") for one in identities]
    answer = answers(session, snapshot.repository, today)
    return {
        "repository_id": snapshot.repository,
        "snapshot_id": snapshot.id,
        "found": today,
        "until": _until(found, made.next_acting(snapshot, known, today)),
        "bearing": made.of(snapshot, known),
        "content": pack(kept(answer.in_short, tuple(identities))),
    }


def _until(found: Determined, acting: date | None) -> date:
    """Return the last day until which an answer is sure to hold, if nothing new becomes known."""
    today, written = found.key.as_of, found.groups.written
    if written.tree.stood is not None:  # the main line has commits of days that lie ahead
        return today
    turns = [one.day for one in written.writers if one.day > today]
    turns += [acting] if acting is not None else []
    if any(kind is WorkType.DATA for kind, _, _ in found.groups.lines) and today.year < date.max.year:
        turns.append(date(today.year + 1, 1, 1))  # s. 71 counts by years
    return min(turns) - timedelta(1) if turns else date.max


def _as_kept(session: Session) -> Iterator[tuple[str, str]]:
    for number, row in _rows(session).items():
        yield str(number), digest(row.content)


def _as_found(session: Session) -> Iterator[tuple[str, str]]:
    snapshots, made = provenance.snapshots(session), prints(session)
    for number, row in _rows(session).items():
        again = _found(session, made, snapshots[number], row.found)
        yield str(number), digest(again["content"])


def _rows(session: Session) -> Mapping[int, Any]:
    """Return the rows that hold: of the others nothing can be found again, and no page reads them."""
    snapshots = provenance.snapshots(session)
    rows = {row.repository_id: row for row in session.scalars(select(TitleRow))}
    there = [n for n, row in rows.items() if n in snapshots and snapshots[n].id == row.snapshot_id]
    return {number: rows[number] for number in holding(session, snapshots, there)}
