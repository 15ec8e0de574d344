# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The organisations on GitHub that the register looks at, and whose they are stated to be."""

from __future__ import annotations

import re
from datetime import datetime
from importlib.resources import files

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.custody.model import Keeper, Organisation
from registry.custody.records import OrganisationRow
from registry.database import Base
from registry.errors import BadInputError
from registry.evidence.model import Event
from registry.evidence.service import record
from registry.text import storable

_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
_LONGEST = 5000


def seeded() -> tuple[Organisation, ...]:
    """Return the organisations that every new register starts with."""
    known = yaml.safe_load(files("registry.custody").joinpath("organisations.yaml").read_bytes())
    basis = str(known["basis"])
    return tuple(
        Organisation(str(login), None, Keeper(known["keeper"]), basis, configured=True)
        for login in known["logins"]
    )


def state(session: Session, stated: Organisation, now: datetime) -> None:
    """Record a statement about an organisation; the earlier one is closed. The same again changes nothing.

    Raises BadInputError for what is no login, or a statement that says no basis.
    """
    _check(stated)
    last = session.scalar(
        select(OrganisationRow).where(OrganisationRow.login == stated.login, OrganisationRow.until.is_(None))
    )
    if last and _organisation(last) == stated:
        return
    rows: list[Base] = []
    if last:
        last.until = now
        rows.append(last)
    rows.append(
        OrganisationRow(
            login=stated.login,
            github_id=stated.github_id,
            keeper=stated.keeper,
            basis=stated.basis,
            configured=stated.configured,
            since=now,
        )
    )
    record(session, Event("custody.organisation", f"organisation/{stated.login}"), now, rows)


def _check(stated: Organisation) -> None:
    if not _LOGIN.fullmatch(stated.login):
        msg = f"{stated.login[:100]!r} is no login of GitHub; give it as in github.com/LOGIN"
        raise BadInputError(msg)
    if not stated.basis.strip() or storable(stated.basis, _LONGEST) != stated.basis:
        msg = f"the basis of what is stated of {stated.login} is missing, no text, or longer than {_LONGEST} characters"
        raise BadInputError(msg)


def organisations(session: Session) -> tuple[Organisation, ...]:
    """Return every organisation as it is stated now, by login."""
    rows = session.scalars(
        select(OrganisationRow).where(OrganisationRow.until.is_(None)).order_by(OrganisationRow.login)
    )
    return tuple(map(_organisation, rows))


def _organisation(row: OrganisationRow) -> Organisation:
    return Organisation(row.login, row.github_id, Keeper(row.keeper), row.basis, row.configured)
