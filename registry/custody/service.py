# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The one door of custody: what is known of repositories and who controls them, as frozen values."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from registry.custody.accounts import administrators, sight_account, sight_administrators
from registry.custody.harvests import add_result, begin, end, harvests, results
from registry.custody.model import (
    Holding,
    Keeper,
    Organisation,
    Repository,
    RepositoryFacts,
    RepositoryId,
    State,
    Visibility,
)
from registry.custody.organisations import organisations, seeded, state
from registry.custody.records import HoldingRow, RepositoryRow, ResultRow, StateRow
from registry.custody.repositories import (
    Sight,
    by_github_id,
    sight_by_label,
    sight_missing,
    sight_of_wiki,
    sight_on_github,
    wiki_of,
)
from registry.errors import BadInputError, NotFoundError
from registry.text import storable

__all__ = [
    "Sight",
    "add_result",
    "administrators",
    "begin",
    "by_github_id",
    "by_name",
    "end",
    "harvests",
    "held_by",
    "holdings",
    "organisations",
    "repositories",
    "repositories_among",
    "repository",
    "results",
    "seeded",
    "sight_account",
    "sight_administrators",
    "sight_by_label",
    "sight_missing",
    "sight_of_wiki",
    "sight_on_github",
    "state",
    "wiki_of",
]


def repositories(session: Session, *, private: bool = False) -> tuple[Repository, ...]:
    """Return every repository by name; private ones only when asked for."""
    found = _load(session, None)
    return tuple(one for one in found if private or not one.private)


def repositories_among(session: Session, numbers: Collection[int]) -> dict[int, Repository]:
    """Return those of some repositories that are shown, by number."""
    found = _load(session, sorted(numbers)) if numbers else ()
    return {one.id: one for one in found if not one.private}


def repository(session: Session, number: int, *, private: bool = False) -> Repository:
    """Return one repository; raises NotFoundError, for a private one, too, unless it is asked for."""
    for one in _load(session, [number]):
        if private or not one.private:
            return one
    msg = f"there is no repository {number} in this register"
    raise NotFoundError(msg)


def by_name(session: Session, full_name: str) -> Repository:
    """Return the repository that bears OWNER/NAME now, else the one that bore it last.

    One that GitHub showed outranks one that is known by its import label alone.
    Raises BadInputError for a text that is no OWNER/NAME, NotFoundError for an unknown one.
    """
    owner, slash, name = full_name.partition("/")
    if not (owner and slash and name) or storable(full_name, len(full_name)) != full_name:
        msg = f"{full_name!r} names no repository; write OWNER/NAME"
        raise BadInputError(msg)
    rows = session.execute(
        select(HoldingRow.repository_id, HoldingRow.until, RepositoryRow.github_id)
        .join(RepositoryRow, RepositoryRow.id == HoldingRow.repository_id)
        .where(func.lower(HoldingRow.owner) == owner.lower(), func.lower(HoldingRow.name) == name.lower())
    ).all()
    if not rows:
        msg = f"no repository {full_name} is known; `os2-registry repositories` lists those that are"
        raise NotFoundError(msg)
    best = max(rows, key=lambda row: (row.until is None, row.github_id is not None, row.repository_id))
    return _load(session, [best.repository_id])[0]


def holdings(session: Session, number: RepositoryId) -> tuple[Holding, ...]:
    """Return the dated names and controllers of a repository, latest first."""
    rows = session.scalars(
        select(HoldingRow).where(HoldingRow.repository_id == number).order_by(HoldingRow.id.desc())
    )
    return tuple(map(_holding, rows))


def held_by(session: Session, login: str) -> tuple[tuple[RepositoryId, Holding], ...]:
    """Return every dated name that a login has held a repository under, now or before, by name."""
    rows = session.scalars(
        select(HoldingRow)
        .where(func.lower(HoldingRow.owner) == login.lower())
        .order_by(func.lower(HoldingRow.name), HoldingRow.id)
    )
    return tuple((RepositoryId(row.repository_id), _holding(row)) for row in rows)


def _holding(row: HoldingRow) -> Holding:
    return Holding(row.owner, row.name, row.since, row.until, row.observation_id)


_LISTED = (
    RepositoryRow.id, RepositoryRow.github_id, RepositoryRow.label, RepositoryRow.wiki_of, RepositoryRow.first_seen,
    HoldingRow.owner, HoldingRow.name,
    StateRow.id.label("state"), StateRow.facts, StateRow.visibility, StateRow.private, StateRow.since,
    StateRow.observation_id,
)  # fmt: skip
"""Columns, not objects that follow their rows: a list of 500 is read often and changed never."""


def _load(session: Session, numbers: list[int] | None) -> list[Repository]:
    """Four queries, however many repositories: the overview shows 500 of them."""
    query = (
        select(*_LISTED)
        .join(HoldingRow, (HoldingRow.repository_id == RepositoryRow.id) & HoldingRow.until.is_(None))
        .outerjoin(StateRow, (StateRow.repository_id == RepositoryRow.id) & StateRow.until.is_(None))
        .order_by(func.lower(HoldingRow.owner), func.lower(HoldingRow.name), RepositoryRow.id)
    )
    seen = select(ResultRow.repository_id, func.max(ResultRow.at)).group_by(ResultRow.repository_id)
    if numbers is not None:
        query = query.where(RepositoryRow.id.in_(numbers))
        seen = seen.where(ResultRow.repository_id.in_(numbers))
    last_seen: dict[int | None, datetime] = dict(session.execute(seen).all())
    keepers = {one.login.lower(): one for one in organisations(session)}
    rows = session.execute(query).all()
    parents = _states_of_parents(session, [row.wiki_of for row in rows])
    return [
        _repository(
            row,
            row if row.state is not None else parents.get(row.wiki_of or 0),
            keepers.get(row.owner.lower()),
            last_seen.get(row.id),
        )
        for row in rows
    ]


def _states_of_parents(session: Session, numbers: Iterable[int | None]) -> dict[int, StateRow]:
    """A wiki is as visible and as private as the repository that it belongs to."""
    wanted = {number for number in numbers if number is not None}
    rows = session.scalars(
        select(StateRow).where(StateRow.repository_id.in_(wanted), StateRow.until.is_(None))
    )
    return {row.repository_id: row for row in rows} if wanted else {}


def _repository(
    row: Any, stated: Any, organisation: Organisation | None, last_seen: datetime | None
) -> Repository:
    return Repository(
        id=RepositoryId(row.id),
        owner=row.owner,
        name=row.name,
        github_id=row.github_id,
        label=row.label,
        wiki_of=None if row.wiki_of is None else RepositoryId(row.wiki_of),
        private=stated.private if stated else False,
        state=_state(stated) if stated else None,
        visibility=Visibility(stated.visibility) if stated else Visibility.NOT_OBSERVED,
        keeper=organisation.keeper if organisation else Keeper.UNSTATED,
        first_seen=row.first_seen,
        last_seen=last_seen,
    )


def _state(row: Any) -> State:
    facts = RepositoryFacts(**(dict(row.facts) | {"topics": tuple(row.facts["topics"])}))
    return State(facts, Visibility(row.visibility), row.since, row.observation_id)
