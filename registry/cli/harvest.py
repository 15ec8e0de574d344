# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry harvest`: pull repositories from GitHub or from git alone."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from registry.cli.showing import progress, show_json, show_table
from registry.custody.model import Outcome
from registry.errors import BadInputError
from registry.pipeline.harvest import Report
from registry.pipeline.lock import harvesting
from registry.pipeline.mirrors import harvest_git, harvest_mirrors
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register, open_register
from registry.provenance.intake.attribution import Progress
from registry.provenance.snapshot import Method
from registry.settings import Settings


@click.command("harvest")
@click.option("--mirrors", metavar="DIR", help="A folder of git directories named owner+name.")
@click.option("--git", "address", metavar="PATH|URL", help="One git directory, or one https address.")
@click.option("--label", metavar="OWNER/NAME", help="The name under which --git is registered.")
@click.option("--method", type=click.Choice(list(Method)), default=Method.PLAIN, show_default=True)
@click.option("--seconds-a-file", default=120.0, show_default=True, help="The longest that blame may take.")
@click.option("--no-wait", is_flag=True, help="Fail, instead of waiting, when another harvest is at work.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_obj
def command(
    settings: Settings,
    mirrors: str | None,
    address: str | None,
    label: str | None,
    method: str,
    seconds_a_file: float,
    no_wait: bool,
    as_json: bool,
) -> None:
    """Harvest repositories. Exit code 0 only if all that was asked was done."""
    if (mirrors is None) == (address is None):
        msg = "say what to harvest: --mirrors DIR or --git PATH|URL"
        raise BadInputError(msg)
    register = open_register(settings)
    wish = Wish(Method(method), seconds_a_file)
    with (
        harvesting(settings.data, lambda text: click.echo(text, err=True), wait=not no_wait),
        progress() as say,
    ):
        report = _harvest(register, mirrors, address, label, wish, say)
    _show(report, as_json)
    sys.exit(1 if report.failures else 0)


def _harvest(
    register: Register,
    mirrors: str | None,
    address: str | None,
    label: str | None,
    wish: Wish,
    say: Progress,
) -> Report:
    if mirrors is not None:
        return harvest_mirrors(register, Path(mirrors), wish, say)
    assert address is not None
    return harvest_git(register, address, label, wish, say)


def _show(report: Report, as_json: bool) -> None:
    if as_json:
        show_json(
            {
                "harvest": report.number,
                "calls": report.calls,
                "results": [
                    {
                        "repository": one.name,
                        "outcome": one.outcome,
                        "message": one.message,
                        "problems": list(one.problems),
                    }
                    for one in report.results
                ],
            }
        )
        return
    rows = [(one.name, one.outcome, _said(one.message, one.problems)) for one in report.results]
    show_table(("repository", "outcome", "said"), rows)
    counted = Counter(one.outcome for one in report.results)
    click.echo(", ".join(f"{counted[outcome]} {outcome}" for outcome in Outcome if counted[outcome]))


def _said(message: str, problems: tuple[str, ...]) -> str:
    return "; ".join([text for text in (message, *problems[:3]) if text])
