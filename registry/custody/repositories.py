# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A repository enters at first sight; each later sight adds what differs and closes what ended."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.custody.model import RepositoryFacts, RepositoryId, Visibility
from registry.custody.records import HoldingRow, RepositoryRow, StateRow
from registry.database import Base
from registry.errors import NotFoundError
from registry.evidence.model import Event
from registry.evidence.service import record


@dataclass(frozen=True)
class Sight:
    """A repository as one answer of GitHub showed it."""

    github_id: int
    owner: str
    name: str
    facts: RepositoryFacts
    observation: int | None


def sight_by_label(session: Session, owner: str, name: str, now: datetime) -> RepositoryId:
    """Return the repository that bears this import label; added at first sight, with custody not observed."""
    label = f"{owner}/{name}"
    row = session.scalar(select(RepositoryRow).where(RepositoryRow.label == label))
    if row is None:
        row = RepositoryRow(label=label, first_seen=now)
        session.add(row)
        session.flush()
        holding = HoldingRow(repository_id=row.id, owner=owner, name=name, since=now)
        _record(session, "custody.labelled", row.id, now, [row, holding])
    return RepositoryId(row.id)


def sight_on_github(session: Session, seen: Sight, now: datetime) -> RepositoryId:
    """Return the repository with this numeric id, with what is new about it recorded.

    A rename or a move closes the old holding and opens one; so does a login that now belongs to somebody
    else, because the id, not the name, is what a repository is known by.
    """
    row = session.scalar(select(RepositoryRow).where(RepositoryRow.github_id == seen.github_id))
    if row is None:
        row = RepositoryRow(github_id=seen.github_id, first_seen=now)
        session.add(row)
        session.flush()
        _record(session, "custody.first_seen", row.id, now, [row])
    _hold(session, row.id, seen, now)
    _state(
        session, row.id, Visibility.VISIBLE, _with_parent(session, row.id, seen.facts), seen.observation, now
    )
    return RepositoryId(row.id)


def _with_parent(session: Session, repository: int, facts: RepositoryFacts) -> RepositoryFacts:
    """Lists do not tell a fork's parent: what was learnt of it holds until it is asked for again."""
    last = _open_state(session, repository) if facts.fork and facts.parent is None else None
    return replace(facts, parent=last.facts["parent"]) if last else facts


def sight_of_wiki(session: Session, of: RepositoryId, owner: str, name: str, now: datetime) -> RepositoryId:
    """Return the wiki of a repository: a git repository of its own, named OWNER/NAME.wiki."""
    row = session.scalar(select(RepositoryRow).where(RepositoryRow.wiki_of == of))
    if row is None:
        row = RepositoryRow(wiki_of=of, first_seen=now)
        session.add(row)
        session.flush()
        _record(session, "custody.first_seen", row.id, now, [row])
    _hold(session, row.id, Sight(0, owner, f"{name}.wiki", RepositoryFacts(), None), now)
    return RepositoryId(row.id)


def by_github_id(session: Session, github_id: int) -> RepositoryId:
    """Return the repository with this numeric id; raises NotFoundError."""
    number = session.scalar(select(RepositoryRow.id).where(RepositoryRow.github_id == github_id))
    if number is None:
        msg = f"no repository with GitHub's number {github_id} is known"
        raise NotFoundError(msg)
    return RepositoryId(number)


def wiki_of(session: Session, of: RepositoryId) -> RepositoryId | None:
    """Return the wiki of a repository, or None where none was ever seen."""
    number = session.scalar(select(RepositoryRow.id).where(RepositoryRow.wiki_of == of))
    return None if number is None else RepositoryId(number)


def sight_missing(
    session: Session,
    repository: RepositoryId,
    visibility: Visibility,
    observation: int | None,
    now: datetime,
) -> None:
    """Record that a known repository answered 404 or 451; its names and facts are kept."""
    last = _open_state(session, repository)
    facts = RepositoryFacts(**_facts(last)) if last else RepositoryFacts()
    _state(session, repository, visibility, facts, observation, now)


def _hold(session: Session, repository: int, seen: Sight, now: datetime) -> None:
    open_row = session.scalar(
        select(HoldingRow).where(HoldingRow.repository_id == repository, HoldingRow.until.is_(None))
    )
    if open_row and (open_row.owner, open_row.name) == (seen.owner, seen.name):
        return
    rows: list[Base] = []
    if open_row:
        open_row.until = now
        rows.append(open_row)
    rows.append(
        HoldingRow(
            repository_id=repository,
            owner=seen.owner,
            name=seen.name,
            since=now,
            observation_id=seen.observation,
        )
    )
    _record(session, "custody.moved" if open_row else "custody.named", repository, now, rows)


def _state(
    session: Session,
    repository: int,
    visibility: Visibility,
    facts: RepositoryFacts,
    observation: int | None,
    now: datetime,
) -> None:
    last = _open_state(session, repository)
    written = asdict(facts) | {"topics": list(facts.topics)}
    if last and last.visibility == visibility and dict(last.facts) == written:
        return
    rows: list[Base] = []
    if last:
        last.until = now
        rows.append(last)
    rows.append(
        StateRow(
            repository_id=repository,
            visibility=visibility,
            private=facts.private,
            facts=written,
            since=now,
            observation_id=observation,
        )
    )
    _record(session, "custody.observed", repository, now, rows)


def _open_state(session: Session, repository: int) -> StateRow | None:
    return session.scalar(
        select(StateRow).where(StateRow.repository_id == repository, StateRow.until.is_(None))
    )


def _facts(row: StateRow) -> dict[str, Any]:
    return dict(row.facts) | {"topics": tuple(row.facts["topics"])}


def _record(session: Session, kind: str, repository: int, now: datetime, rows: list[Base]) -> None:
    record(session, Event(kind, f"repository/{repository}"), now, rows)
