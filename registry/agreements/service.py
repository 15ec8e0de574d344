# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The one door of agreements: papers, declarations and claims as stated by sets, and the documents held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.agreements.forms import AGREEMENTS, CLAIMS, DECLARATIONS
from registry.agreements.model import Agreement, Claim, Declaration
from registry.agreements.records import DocumentRow
from registry.parties.stating import Binder, Change, Told, change, stated, told


@dataclass(frozen=True)
class Papers:
    """What sets of facts say of papers and claims, each with its place."""

    agreements: tuple[Told[Agreement], ...] = ()
    declarations: tuple[Told[Declaration], ...] = ()
    claims: tuple[Told[Claim], ...] = ()


@dataclass(frozen=True)
class Held:
    """A document that the register holds of a paper: a blob of evidence."""

    paper: str
    digest: str
    name: str
    size: int
    observation: int


def papers(
    session: Session, at: int | None = None, set_name: str | None = None, *, bound: bool = True
) -> Papers:
    """Return what was stated at a position of the log (None: now), by one set or by all."""

    def of(form: object) -> tuple[Told, ...]:  # type: ignore[type-arg]
        return tuple(told(stated(session, form, at, set_name), form, bound=bound))  # type: ignore[arg-type]

    return Papers(of(AGREEMENTS), of(DECLARATIONS), of(CLAIMS))


def changes(session: Session, set_name: str, wanted: Papers, bind: Binder) -> Change:
    """Return what must be added and closed for the set to say exactly what is wanted."""
    return (
        change(session, AGREEMENTS, set_name, wanted.agreements, bind)
        + change(session, DECLARATIONS, set_name, wanted.declarations, bind)
        + change(session, CLAIMS, set_name, wanted.claims, bind)
    )


def documents(session: Session, at: int | None = None) -> dict[str, Held]:
    """Return the document held of each paper at a position of the log (None: now)."""
    query = select(DocumentRow)
    if at is None:
        query = query.where(DocumentRow.closed.is_(None))
    else:
        still = DocumentRow.closed.is_(None) | (DocumentRow.closed > at)
        query = query.where(DocumentRow.recorded <= at, still)
    rows = session.scalars(query.order_by(DocumentRow.id))
    return {row.paper: Held(row.paper, row.digest, row.name, row.size, row.observation_id) for row in rows}


def taken_in(session: Session, found: Iterable[Held]) -> Change:
    """Return the rows of documents that are held from now on, and the closing of those they replace."""
    rows = tuple(
        DocumentRow(
            paper=one.paper, digest=one.digest, name=one.name, size=one.size, observation_id=one.observation
        )
        for one in found
    )
    names = {row.paper for row in rows}
    query = select(DocumentRow).where(DocumentRow.paper.in_(names), DocumentRow.closed.is_(None))
    return Change(rows, tuple(session.scalars(query)))
