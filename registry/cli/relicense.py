# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry relicense OWNER/NAME --to LICENCE`: whose consent another licence takes, file by file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import click
from sqlalchemy.orm import Session

from registry.cli.showing import show_json, show_table
from registry.custody import service as custody
from registry.errors import BadInputError, NotFoundError
from registry.governance import service as governance
from registry.licences.relicensing.passage import target_of
from registry.licences.terms.output import DISCLAIMER
from registry.pipeline.refusal import Refusal, matching, refusal
from registry.pipeline.register import open_register
from registry.pipeline.relicensing import Relicensing, relicensing
from registry.pipeline.relicensing_json import refusal_json, relicensing_json
from registry.provenance import service as provenance
from registry.settings import Settings
from registry.text import visible

_DAY = click.DateTime(["%Y-%m-%d"])
_MOST = 40


@click.command("relicense")
@click.argument("full_name", metavar="[OWNER/NAME]", required=False)
@click.option("--product", metavar="SLUG", help="The repositories of one product.")
@click.option(
    "--to", "target", metavar="LICENCE", required=True, help="An SPDX licence, or a choice (A OR B)."
)
@click.option(
    "--refuses", multiple=True, metavar="PARTY", help="Who refuses, by id or name; can be repeated."
)
@click.option("--as-of", type=_DAY, help="The day by which acts must have had effect; today by default.")
@click.option("--known", type=_DAY, help="The day by which facts must have been recorded; now by default.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON, file by file.")
@click.pass_obj
def command(
    settings: Settings,
    full_name: str | None,
    product: str | None,
    target: str,
    refuses: tuple[str, ...],
    as_of: datetime | None,
    known: datetime | None,
    as_json: bool,
) -> None:
    """Say, file by file, whose consent it takes to give OWNER/NAME under LICENCE, and whose it does not."""
    wanted = _target(target)
    day = as_of.date() if as_of else datetime.now(UTC).date()
    register = open_register(settings)
    with register.sessions() as session:
        names = _names(session, full_name, product)
        found = [
            (name, relicensing(session, number, wanted, day, known.date() if known else None))
            for name, number in names
        ]
        refused = _refused(session, [one for _, one in found], refuses) if refuses else None
    if as_json:
        show_json(_json(found, refused))
        return
    for number, (name, one) in enumerate(found):
        _show(name, one, refused[number] if refused else None)
    click.echo(DISCLAIMER.en)


def _target(text: str) -> str:
    target = target_of(text)
    if target is None:
        msg = (
            f"{visible(text, 100)!r} is no licence that the register has terms for, nor a choice (A OR B) of such; "
            "write it as in `--to EUPL-1.2`"
        )
        raise BadInputError(msg)
    return target


def _names(session: Session, full_name: str | None, product: str | None) -> list[tuple[str, int]]:
    if (full_name is None) == (product is None):
        msg = "name one repository, or a product with --product"
        raise BadInputError(msg)
    parts = [part.full_name for part in governance.product(session, product).parts] if product else []
    wanted = [custody.by_name(session, name) for name in parts or [full_name or ""]]
    read = provenance.snapshots(session)
    found = [(one.full_name, int(one.id)) for one in wanted if one.id in read]
    if not found:
        msg = "nothing of it was read; harvest it first"
        raise NotFoundError(msg)
    return found


def _refused(session: Session, found: Sequence[Relicensing], refuses: Sequence[str]) -> list[Refusal]:
    ids = set()
    for wanted in refuses:
        matched = {match for one in found if (match := matching(one, wanted))}
        if len(matched) != 1:
            asked = sorted({party.name for one in found for party in one.parties})[:10]
            msg = f"{visible(wanted, 100)!r} is nobody whose consent is needed" + (
                f"; needed is that of {', '.join(asked)}" if asked else "; nobody's is known to be"
            )
            raise BadInputError(msg)
        ids |= matched
    return [refusal(session, one, ids) for one in found]


def _json(found: Sequence[tuple[str, Relicensing]], refused: Sequence[Refusal] | None) -> dict[str, Any]:
    told = [{"repository": name} | relicensing_json(one) for name, one in found]
    if refused is not None:
        told = [one | {"refusal": refusal_json(each)} for one, each in zip(told, refused, strict=True)]
    return told[0] if len(told) == 1 else {"repositories": told}


def _show(name: str, found: Relicensing, refused: Refusal | None) -> None:
    click.echo(f"{visible(name)} at {found.revision} under {found.target}, as of {found.as_of.isoformat()}")
    if not found.assessed:
        click.echo("The title is not assessed: no paper is registered that could concern this repository.")
    show_table(("outcome", "files", "lines"), ((key, *counts) for key, counts in found.counted().items()))
    rows = {step.rule: step for one in found.files for step in one.passage.steps}
    show_table(
        ("from", "what the licence says", "clauses"),
        (
            (one.inbound, one.why.en, ", ".join(clause.name.en for clause in one.clauses))
            for one in rows.values()
        ),
    )
    show_table(
        ("whose consent", "files", "lines"), ((p.name, p.files, p.lines) for p in found.parties[:_MOST])
    )
    if len(found.parties) > _MOST:
        click.echo(f"and {len(found.parties) - _MOST} more; --json names all")
    if refused is not None:
        _show_refusal(refused)


def _show_refusal(refused: Refusal) -> None:
    click.echo(f"If {', '.join(refused.parties)} refuse: {len(refused.files)} files to rewrite or leave out")
    show_table(
        ("file", "lines of theirs", "of"), ((visible(one.path), one.lines, one.of) for one in refused.files)
    )
    click.echo(
        f"{refused.unclear} further files hold lines of nobody known; in {refused.left} of those above others "
        "must agree, too. A rewrite must be independent work: what adapts the old lines needs the same consent."
    )
