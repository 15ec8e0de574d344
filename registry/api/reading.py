# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading for an answer: the services asked, private repositories left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from registry.api.asked import Dated
from registry.api.telling.repositories import Known
from registry.api.words import NothingThereError
from registry.connection import now
from registry.custody import service as custody
from registry.custody.model import Organisation, Repository
from registry.errors import NotFoundError
from registry.governance import service as governance
from registry.governance.model import Product
from registry.licences import service as licences
from registry.licences.service import Kept
from registry.ownership.facts import Facts
from registry.pipeline import ownership
from registry.pipeline.facts import NOTHING_STATED, facts_known
from registry.pipeline.owned import Answers
from registry.provenance import service as provenance
from registry.provenance.snapshot import Snapshot

_NOTHING_READ = (
    "Der er ikke læst noget indhold, eller der er intet.",
    "No content has been read, or there is none.",
)
_AHEAD = (
    "Der er intet svar for en dag, som ligger efter i dag.",
    "There is no answer for a day that lies ahead.",
)
_NOT_LOOKED_AT = ("Licensen er ikke undersøgt endnu.", "Nobody has looked for a licence yet.")


def known(session: Session) -> Known:
    """Return what is known of every public repository."""
    return Known(
        repositories=custody.repositories(session),
        snapshots=provenance.snapshots(session),
        conclusions={number: kept.conclusion for number, kept in licences.conclusions(session).items()},
        products=governance.products(session),
    )


def known_of(session: Session, one: Repository) -> Known:
    """Return what is known of one repository."""
    read, kept = provenance.snapshot(session, one.id), licences.conclusion(session, one.id)
    return Known(
        repositories=(one,),
        snapshots={one.id: read} if read else {},
        conclusions={one.id: kept.conclusion} if kept else {},
        products=governance.products(session),
    )


def read(session: Session, number: int) -> tuple[Repository, Snapshot]:
    """Return a public repository and what was read of it last; raises NotFoundError where nothing was."""
    found = custody.repository(session, number)
    snapshot = provenance.snapshot(session, number)
    if snapshot is None:
        raise NothingThereError(*_NOTHING_READ)
    return found, snapshot


def answers(session: Session, number: int) -> Answers | None:
    """Return whose a repository is today; None where nothing was read."""
    if provenance.snapshot(session, number) is None:
        return None
    return ownership.answers(session, number, now().date())


def concluded(session: Session, number: int) -> tuple[Repository, Kept]:
    """Return a public repository and what is concluded of its licence; raises NotFoundError where nothing is."""
    found = custody.repository(session, number)
    kept = licences.conclusion(session, number)
    if kept is None:
        raise NothingThereError(*_NOT_LOOKED_AT)
    return found, kept


def organisation(session: Session, login: str) -> Organisation | None:
    """Return what is stated of an organisation on GitHub, whatever the case of its login."""
    stated = (one for one in custody.organisations(session) if one.login.lower() == login.lower())
    return next(stated, None)


def read_parts(session: Session, product: Product) -> Sequence[int]:
    """Return a product's public repositories of today of which something was read; NotFoundError for none."""
    today = now().date()
    names = {one.full_name.lower() for one in product.parts if one.until is None or one.until >= today}
    read = provenance.snapshots(session)
    found = [
        one.id for one in custody.repositories(session) if one.id in read and one.full_name.lower() in names
    ]
    if not found:
        raise NothingThereError(*_NOTHING_READ)
    return found


def by_name(session: Session) -> dict[str, Repository]:
    """Return the public repositories, by their names in lower case."""
    return {one.full_name.lower(): one for one in custody.repositories(session)}


def facts(session: Session) -> Facts:
    """Return what is stated of parties and papers; nothing where nothing is."""
    try:
        return facts_known(session)
    except NotFoundError:
        return NOTHING_STATED


def named(session: Session, owner: str, name: str) -> Repository:
    """Return the public repository that bears a name; a private one is as one that is not there."""
    found = custody.by_name(session, f"{owner}/{name}")
    return custody.repository(session, found.id)


def days(asked: Dated, today: date) -> tuple[date, date | None]:
    """Return the two days of an answer on title; raises NotFoundError for one that lies ahead."""
    if max(asked.as_of or today, asked.known or today) > today:
        raise NothingThereError(*_AHEAD)
    return asked.as_of or today, asked.known
