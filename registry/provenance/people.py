# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Who wrote: identities, their shares of repositories, and the commits behind them. Addresses stay inside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from registry.database import chunks
from registry.errors import NotFoundError
from registry.provenance.forgetting import was_erased
from registry.provenance.methods_records import OtherShareRow
from registry.provenance.records import ActivityRow, CommitRow, IdentityRow, NameRow, ShareRow
from registry.provenance.searching import small
from registry.provenance.snapshot import Author, CommitFacts, Share, day_of


def authors(session: Session, identities: Iterable[int]) -> dict[int, Author]:
    """Return the identities with these numbers, each under the first name that was seen with it."""
    found: dict[int, Author] = {}
    for chunk in chunks(sorted(set(identities))):
        query = (
            select(IdentityRow.id, IdentityRow.domain, NameRow.name)
            .join(NameRow, NameRow.identity_id == IdentityRow.id)
            .where(IdentityRow.id.in_(chunk))
            .order_by(NameRow.id)
        )
        for number, domain, name in session.execute(query):
            if number not in found or not found[number].name:
                found[number] = Author(number, _shown(name), domain)
    return found


def author(session: Session, number: int) -> Author:
    """Return one identity; raises NotFoundError."""
    found = authors(session, [number])
    if number not in found:
        msg = f"there is no contributor {number} in this register"
        raise NotFoundError(msg)
    return found[number]


def names(session: Session, number: int) -> tuple[str, ...]:
    """Return every name that was seen with an identity, in the order in which they were seen."""
    query = select(NameRow.name).where(NameRow.identity_id == number).order_by(NameRow.id)
    return tuple(name for name in session.scalars(query) if not was_erased(name))


def commits(session: Session, numbers: Iterable[int]) -> dict[int, CommitFacts]:
    """Return the commits with these numbers, for showing."""
    rows: list[CommitRow] = []
    for chunk in chunks(sorted(set(numbers))):
        rows += session.scalars(select(CommitRow).where(CommitRow.id.in_(chunk)))
    wanted = {name for row in rows for name in (row.author_id, row.committer_id, *row.co_authors)}
    people = _named(session, wanted)
    return {row.id: _commit(row, people) for row in rows}


def shares(session: Session, repository: int) -> tuple[Share, ...]:
    """Return what each identity wrote of one repository and did in it, most lines first."""
    return _shares(
        session,
        ShareRow.repository_id == repository,
        ActivityRow.repository_id == repository,
        OtherShareRow.repository_id == repository,
    )


def shares_of(session: Session, identities: Iterable[int]) -> tuple[Share, ...]:
    """Return what these identities wrote and did, a share for each repository, most lines first."""
    found: list[Share] = []
    for chunk in chunks(sorted(set(identities))):
        found += _shares(
            session,
            ShareRow.identity_id.in_(chunk),
            ActivityRow.identity_id.in_(chunk),
            OtherShareRow.identity_id.in_(chunk),
        )
    return tuple(sorted(found, key=lambda one: -one.total))


def at_domain(session: Session, domain: str) -> tuple[int, ...]:
    """Return the identities whose address is at this domain. It presumes an employer and proves none."""
    query = select(IdentityRow.id).where(IdentityRow.domain == domain.lower()).order_by(IdentityRow.id)
    return tuple(session.scalars(query))


def found_by_name(session: Session, words: str, most: int = 50) -> tuple[Author, ...]:
    """Return the identities one of whose names holds `words`, whatever the case."""
    query = (
        select(NameRow.identity_id)
        .where(small(func.lower(NameRow.name)).contains(words.lower(), autoescape=True))
        .distinct()
        .limit(most)
    )
    return tuple(authors(session, session.scalars(query)).values())


def found_domains(session: Session, words: str, most: int = 50) -> tuple[str, ...]:
    """Return the mail domains that hold `words`."""
    query = (
        select(IdentityRow.domain)
        .where(IdentityRow.domain.contains(words.lower(), autoescape=True))
        .distinct()
        .order_by(IdentityRow.domain)
        .limit(most)
    )
    return tuple(session.scalars(query))


def _shares(
    session: Session,
    of_share: ColumnElement[bool],
    of_activity: ColumnElement[bool],
    of_other: ColumnElement[bool],
) -> tuple[Share, ...]:
    written: dict[tuple[int, int], dict[str, Any]] = {}
    for row in session.scalars(select(ShareRow).where(of_share)):
        one = written.setdefault((row.repository_id, row.identity_id), _nothing())
        if row.lines:
            one["lines"][row.work_type] = row.lines
        one["files"] += row.files
        one["documents"] += row.documents
    done = {
        (row.repository_id, row.identity_id): row
        for row in session.scalars(select(ActivityRow).where(of_activity))
    }
    others: dict[tuple[int, int], dict[str, int]] = {}
    for other in session.scalars(select(OtherShareRow).where(of_other)):
        others.setdefault((other.repository_id, other.identity_id), {})[other.method] = other.lines
    keys = written.keys() | done.keys() | others.keys()
    people = authors(session, (identity for _, identity in keys))
    found = [
        replace(
            _share(people[key[1]], key[0], written.get(key) or _nothing(), done.get(key)),
            by_other_method=others.get(key, {}),
        )
        for key in keys
    ]
    return tuple(sorted(found, key=lambda one: (-one.total, -one.commits, one.author.id)))


def _nothing() -> dict[str, Any]:
    return {"lines": {}, "files": 0, "documents": 0}


def _share(author: Author, repository: int, written: Mapping[str, Any], done: ActivityRow | None) -> Share:
    return Share(
        author=author,
        repository=repository,
        lines=dict(written["lines"]),
        files=written["files"],
        documents=written["documents"],
        commits=done.commits if done else 0,
        co_authored=done.co_authored if done else 0,
        first_day=day_of(done.first_seconds, 0) if done else None,
        last_day=day_of(done.last_seconds, 0) if done else None,
    )


def _named(session: Session, wanted: Iterable[int]) -> dict[int, Author]:
    """Return the identities behind name numbers, under exactly those names."""
    found: dict[int, Author] = {}
    for chunk in chunks(sorted(set(wanted))):
        query = (
            select(NameRow.id, NameRow.identity_id, NameRow.name, IdentityRow.domain)
            .join(IdentityRow, IdentityRow.id == NameRow.identity_id)
            .where(NameRow.id.in_(chunk))
        )
        for number, identity, name, domain in session.execute(query):
            found[number] = Author(identity, _shown(name), domain)
    return found


def _shown(name: str) -> str:
    """Return a name; what erasing leaves of one is none."""
    return "" if was_erased(name) else name


def _commit(row: CommitRow, people: Mapping[int, Author]) -> CommitFacts:
    return CommitFacts(
        number=row.id,
        oid=row.oid.hex(),
        author=people[row.author_id],
        committer=people[row.committer_id],
        co_authors=tuple(people[number] for number in row.co_authors),
        day=day_of(row.author_seconds, row.author_offset),
        subject=row.subject,
    )
