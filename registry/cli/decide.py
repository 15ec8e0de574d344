# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry decide OWNER/NAME`: what a person concludes of a licence, and dated exceptions from the policy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import click

from registry.cli.given import NUMBER
from registry.cli.opening import open_register
from registry.cli.showing import show_json, show_table
from registry.custody import service as custody
from registry.errors import BadInputError
from registry.licences import service as licences
from registry.licences.decisions import DecidedPart, Decision, DecisionKind
from registry.licences.output import decision_json
from registry.pipeline.register import Register
from registry.pipeline.said import refuse_cpr
from registry.settings import Settings

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("decide")
@click.argument("full_name", metavar="OWNER/NAME")
@click.option("--licence", metavar="EXPRESSION", help="What a person concludes: an SPDX expression, or NONE.")
@click.option(
    "--exception", metavar="EXPRESSION", help="A licence that may differ from the policy until --until."
)
@click.option("--documentation", is_flag=True, help="It is about the documentation, not the code.")
@click.option("--from", "first", type=_DAY, help="The first day it holds; today by default.")
@click.option("--until", "last", type=_DAY, help="The last day it holds; an exception needs one.")
@click.option("--by", default="", help="Who decides: a role and an organisation.")
@click.option("--reason", default="", help="Why.")
@click.option("--withdraw", type=NUMBER, metavar="NUMBER", help="Withdraw the decision of this number.")
@click.option("--json", "as_json", is_flag=True, help="Print the decisions that hold as JSON.")
@click.pass_obj
def command(
    settings: Settings,
    full_name: str,
    licence: str | None,
    exception: str | None,
    documentation: bool,
    first: datetime | None,
    last: datetime | None,
    by: str,
    reason: str,
    withdraw: int | None,
    as_json: bool,
) -> None:
    """Record a decision on a repository's licence in the register's log; without one, list those that hold."""
    if sum(one is not None for one in (licence, exception, withdraw)) > 1:
        msg = "give one of --licence, --exception and --withdraw; nothing was recorded"
        raise BadInputError(msg)
    register = open_register(settings)
    now, wanted = register.clock(), None
    if licence is not None or exception is not None:
        refuse_cpr(f"{by} {reason}".encode(), "the decision")
        wanted = Decision(
            kind=DecisionKind.CONCLUSION if licence is not None else DecisionKind.EXCEPTION,
            part=DecidedPart.DOCUMENTATION if documentation else DecidedPart.CODE,
            expression=str(licence or exception),
            first=first.date() if first else now.date(),
            last=last.date() if last else None,
            by=by,
            reason=reason,
        )
    _show(_done(register, full_name, wanted, withdraw, now), as_json)


def _done(
    register: Register, full_name: str, wanted: Decision | None, withdraw: int | None, now: datetime
) -> tuple[Decision, ...]:
    """Record or withdraw what was asked for, and return the decisions that hold then."""
    with register.sessions.begin() as session:
        repository = custody.by_name(session, full_name)
        if withdraw is not None:
            licences.withdraw(session, repository.id, withdraw, now)
        elif wanted is not None:
            licences.decide(session, repository.id, wanted, now)
        return licences.decisions(session, repository.id)


def _show(kept: Sequence[Decision], as_json: bool) -> None:
    if as_json:
        show_json([decision_json(one) for one in kept])
        return
    columns = ("number", "kind", "part", "licence", "from", "until", "by", "reason")
    rows = [
        (one.number, one.kind, one.part, one.expression, one.first, _end(one.last), one.by, one.reason)
        for one in kept
    ]
    show_table(columns, rows)


def _end(last: date | None) -> str:
    return last.isoformat() if last else "until another decision"
