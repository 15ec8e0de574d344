# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A decision: what a person concludes of a repository's licence, or which exception from the policy holds until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from registry.errors import BadInputError, NotFoundError
from registry.evidence.model import Event
from registry.evidence.service import record
from registry.licences.expressions import normalise
from registry.licences.records import DecisionRow
from registry.text import storable

NO_LICENCE = "NONE"
"""What stands for "there is no licence", as SPDX writes it."""


class DecisionKind(StrEnum):
    """What was decided."""

    CONCLUSION = "conclusion"
    EXCEPTION = "exception"


class DecidedPart(StrEnum):
    """Of which part of a repository it speaks."""

    CODE = "code"
    DOCUMENTATION = "documentation"


@dataclass(frozen=True)
class Decision:
    """A decision: `expression` is SPDX or NONE; it holds from `first` to `last`, both days included.

    `last` None: until another decision. `by` is a role and an organisation; `day` is when it was recorded;
    `number` is the register's own, 0 before it is recorded.
    """

    kind: DecisionKind
    part: DecidedPart
    expression: str
    first: date
    last: date | None
    by: str
    reason: str
    day: date | None = None
    number: int = 0

    def holds(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


def decide(session: Session, repository: int, wanted: Decision, now: datetime) -> Decision:
    """Record a decision; an earlier conclusion of the same part is closed. Raises BadInputError.

    An exception must end: whoever decided it is asked again.
    """
    checked = _checked(wanted)
    closed = _replaced(session, repository, wanted)
    for row in closed:
        row.until = now
    new = DecisionRow(
        repository_id=repository,
        kind=wanted.kind,
        part=wanted.part,
        expression=checked,
        first=wanted.first,
        last=wanted.last,
        said_by=wanted.by,
        reason=wanted.reason,
        since=now,
    )
    event = Event(
        "licences.decided", f"repository/{repository}", {"kind": wanted.kind, "expression": checked}
    )
    record(session, event, now, [*closed, new])
    return _decision(new)


def withdraw(session: Session, repository: int, number: int, now: datetime) -> Decision:
    """Close a decision of a repository; raises NotFoundError."""
    row = session.scalar(_open(repository).where(DecisionRow.id == number))
    if row is None:
        msg = f"this repository has no decision {number} that still holds; list them without --withdraw"
        raise NotFoundError(msg)
    row.until = now
    record(
        session,
        Event("licences.decision_withdrawn", f"repository/{repository}", {"number": number}),
        now,
        [row],
    )
    return _decision(row)


def decisions(session: Session, repository: int) -> tuple[Decision, ...]:
    """Return the decisions of a repository that were not withdrawn or replaced, in the order in which they were made."""
    return tuple(map(_decision, session.scalars(_open(repository).order_by(DecisionRow.id))))


def decisions_of_all(session: Session) -> dict[int, tuple[Decision, ...]]:
    """Return the same for every repository that has one."""
    found: dict[int, list[Decision]] = {}
    for row in session.scalars(
        select(DecisionRow).where(DecisionRow.until.is_(None)).order_by(DecisionRow.id)
    ):
        found.setdefault(row.repository_id, []).append(_decision(row))
    return {number: tuple(some) for number, some in found.items()}


def _checked(wanted: Decision) -> str:
    for what, said, longest in (("who decides", wanted.by, 300), ("the reason", wanted.reason, 5000)):
        if not said.strip() or storable(said, longest) != said:
            msg = f"{what} is missing, longer than {longest} characters, or no text; nothing was recorded"
            raise BadInputError(msg)
    if wanted.last is not None and wanted.last < wanted.first:
        msg = f"the last day {wanted.last} lies before the first day {wanted.first}; nothing was recorded"
        raise BadInputError(msg)
    if wanted.kind is DecisionKind.EXCEPTION and wanted.last is None:
        msg = "an exception from the policy needs its last day; nothing was recorded"
        raise BadInputError(msg)
    expression = NO_LICENCE if wanted.expression == NO_LICENCE else normalise(wanted.expression)
    if expression is None:
        msg = f"{storable(wanted.expression, 100)!r} is no SPDX licence expression; write it as in `MPL-2.0`, or NONE"
        raise BadInputError(msg)
    return expression


def _replaced(session: Session, repository: int, wanted: Decision) -> list[DecisionRow]:
    if wanted.kind is not DecisionKind.CONCLUSION:
        return []
    same = (DecisionRow.kind == wanted.kind) & (DecisionRow.part == wanted.part)
    return list(session.scalars(_open(repository).where(same)))


def _open(repository: int) -> Select[DecisionRow]:
    return select(DecisionRow).where(DecisionRow.repository_id == repository, DecisionRow.until.is_(None))


def _decision(row: DecisionRow) -> Decision:
    return Decision(
        kind=DecisionKind(row.kind),
        part=DecidedPart(row.part),
        expression=row.expression,
        first=row.first,
        last=row.last,
        by=row.said_by,
        reason=row.reason,
        day=row.since.date(),
        number=row.id,
    )
