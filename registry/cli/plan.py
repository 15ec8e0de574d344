# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry plan`: the ranked list of papers to get, by repository, by product or for all."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import click

from registry.cli.showing import show_json, show_table
from registry.custody import service as custody
from registry.errors import BadInputError
from registry.figures import percent
from registry.ownership.answers import Cure
from registry.pipeline.planning import ClosingPlan, Part, PlanRow, closing_plan, repositories_of
from registry.pipeline.register import open_register
from registry.settings import Settings

_DAY = click.DateTime(["%Y-%m-%d"])
_MOST_NAMED = 12


@click.command("plan")
@click.argument("full_name", metavar="[OWNER/NAME]", required=False)
@click.option("--product", metavar="SLUG", help="The repositories of one product.")
@click.option("--all", "everything", is_flag=True, help="Every repository that was read.")
@click.option("--as-of", type=_DAY, help="The day by which acts must have had effect; today by default.")
@click.option("--known", type=_DAY, help="The day by which facts must have been recorded; now by default.")
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON.")
@click.pass_obj
def command(
    settings: Settings,
    full_name: str | None,
    product: str | None,
    everything: bool,
    as_of: datetime | None,
    known: datetime | None,
    as_json: bool,
) -> None:
    """List the papers that would close the gaps, the most lines first, and what each must cover."""
    if sum((full_name is not None, product is not None, everything)) != 1:
        msg = "name one repository, or a product with --product, or give --all"
        raise BadInputError(msg)
    register = open_register(settings)
    day = as_of.date() if as_of else datetime.now(UTC).date()
    with register.sessions() as session:
        if full_name is not None:
            numbers: list[int] = [custody.by_name(session, full_name).id]
        else:
            numbers = repositories_of(session, product, private=True)
        found = closing_plan(session, numbers, day, known.date() if known else None)
    if as_json:
        show_json(plan_json(found))
        return
    _show(found)


def plan_json(found: ClosingPlan) -> dict[str, Any]:
    """Return the plan as JSON."""
    return {
        "asked": found.asked,
        "as_of": found.as_of.isoformat(),
        "claimable": found.claimable,
        "documented": found.documented,
        "unreachable": found.unreachable,
        "unforeseen": found.unforeseen,
        "left_as_licensed": found.left_as_licensed,
        "by_method": found.by_method,
        "exact": found.exact,
        "rows": [_row_json(one) for one in found.rows],
    }


def _row_json(row: PlanRow) -> dict[str, Any]:
    return {
        "papers": [_paper_json(one) for one in row.papers],
        "lines": row.lines,
        "cumulative": row.cumulative,
        "bound": row.bound,
        "documented_after": float(row.share),
        "schedule": [
            {
                "repository": part.full_name,
                "revision": part.revision,
                "lines": part.lines,
                "work_types": [kind.value for kind in part.work_types],
                "from": part.first_day.isoformat(),
                "until": part.last_day.isoformat(),
                "writers": list(part.writers),
            }
            for part in row.schedule
        ],
    }


def _paper_json(one: Cure) -> dict[str, str]:
    stated = {"by": one.by, "to": one.to, "agreement": one.agreement}
    return {"paper": one.paper.value} | {key: value for key, value in stated.items() if value}


def _show(found: ClosingPlan) -> None:
    click.echo(
        f"{found.documented} of {found.claimable} claimable lines are documented as {found.asked or 'nobody'}'s"
    )
    rows = (
        (number, "; ".join(_told(one, row) for one in row.papers), row.lines, percent(row.share), row.bound)
        for number, row in enumerate(found.rows, 1)
    )
    show_table(("", "papers", "lines", "documented then", "most possible"), rows)
    for number, row in enumerate(found.rows, 1):
        for part in row.schedule:
            kinds = ", ".join(part.work_types)
            click.echo(
                f"  {number}: {part.full_name} {part.revision}: {part.lines} lines ({kinds}) by {_names(part)}"
            )
    if found.left_as_licensed:
        click.echo(
            f"{found.left_as_licensed} lines were licensed in by volunteers, whom nobody asks to transfer"
        )
    if found.unreachable:
        click.echo(f"{found.unreachable} lines no single paper of a known giver mends")


def _names(part: Part) -> str:
    more = len(part.writers) - _MOST_NAMED
    named = ", ".join(part.writers[:_MOST_NAMED]) or "somebody who is not known"
    return f"{named} and {more} more" if more > 0 else named


def _told(one: Cure, row: PlanRow) -> str:
    words = [one.paper.value.replace("_", " "), "by", row.names.get(one.by, one.by)]
    if one.to:
        words += ["to", row.names.get(one.to, one.to)]
    return " ".join([*words, f"(about {one.agreement})"] if one.agreement else words)
