# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""All that the register tells of one repository's licence on a day, from every stage that knows something of it."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from registry.custody.model import Repository
from registry.errors import NotFoundError
from registry.licences import service as licences
from registry.licences.output import Told
from registry.licences.policy_check import check
from registry.licences.values import values
from registry.pipeline.granted import granted


def told(session: Session, repository: Repository, day: date) -> Told:
    """Return it; raises NotFoundError where the tree was never read."""
    kept = licences.conclusion(session, repository.id)
    if kept is None:
        msg = f"{repository.full_name} holds nothing that was read; harvest it first"
        raise NotFoundError(msg)
    concluded = kept.on(day)
    return Told(
        repository=repository.full_name,
        commit=kept.commit,
        conclusion=concluded,
        policy=check(concluded, kept.decided, day),
        values=values(concluded, kept.decided, granted(session, repository.id), day),
        history=licences.points(session, repository.id),
    )
