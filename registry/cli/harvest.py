# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry harvest`: pull repositories from GitHub or from git alone."""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from registry.cli.opening import open_register
from registry.cli.showing import progress, show_json, show_table
from registry.custody import service as custody
from registry.custody.model import Outcome
from registry.errors import BadInputError
from registry.pipeline.harvest import Report
from registry.pipeline.lock import harvesting
from registry.pipeline.mirrors import harvest_git, harvest_mirrors
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register
from registry.provenance.intake.tracing import Progress
from registry.provenance.snapshot import METHODS, Method
from registry.settings import Settings


def _seconds(_: click.Context, __: click.Parameter, value: float) -> float:
    if not 0 <= value < math.inf:
        msg = "give a number of seconds that is not below 0"
        raise click.BadParameter(msg)
    return value


@click.command("harvest")
@click.option("--org", "organisations", multiple=True, metavar="NAME", help="An organisation on GitHub.")
@click.option("--repository", "repositories", multiple=True, metavar="OWNER/NAME", help="One on GitHub.")
@click.option("--configured", is_flag=True, help="Every organisation that the register is set to look at.")
@click.option("--private", is_flag=True, help="Private repositories, too; needs a token that shows them.")
@click.option(
    "--administrators", is_flag=True, help="Ask who administers each --org; needs a member's token."
)
@click.option("--mirrors", metavar="DIR", help="A folder of git directories named owner+name.")
@click.option("--git", "address", metavar="PATH|URL", help="One git directory, or one https address.")
@click.option("--label", metavar="OWNER/NAME", help="The name under which --git is registered.")
@click.option(
    "--method", type=click.Choice([str(one) for one in METHODS]), default=str(Method.PLAIN), show_default=True
)
@click.option(
    "--methods",
    type=click.Choice(["one", "all"]),
    default="one",
    show_default=True,
    help="Look by the other methods, too, and keep what they say otherwise; takes several times as long.",
)
@click.option(
    "--seconds-a-file",
    default=120.0,
    show_default=True,
    callback=_seconds,
    help="The longest that blame may take.",
)
@click.option(
    "--longest-wait",
    default=3700.0,
    show_default=True,
    callback=_seconds,
    help="Seconds that rate limits may take.",
)
@click.option("--no-wait", is_flag=True, help="Fail, instead of waiting, when another harvest is at work.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_obj
def command(settings: Settings, /, no_wait: bool, as_json: bool, **options: Any) -> None:
    """Harvest repositories from GitHub or from git alone. Exit code 0 only if all that was asked was done.

    The token is read from GITHUB_TOKEN; without one, public repositories are harvested within 60 calls an hour.
    """
    _check(options)
    register = open_register(settings)
    with harvesting(settings.data, _tell, wait=not no_wait), progress() as say:
        report = _harvest(register, options, say)
    _show(report, as_json)
    if report.unsigned:
        _tell(f"the harvest is kept, but its log is not signed: {report.unsigned}")
    sys.exit(1 if report.failures or report.unsigned else 0)


def _tell(text: str) -> None:
    click.echo(text, err=True)


def _check(options: Mapping[str, Any]) -> None:
    on_github = bool(options["organisations"] or options["repositories"] or options["configured"])
    ways = [on_github, options["mirrors"] is not None, options["address"] is not None]
    if "" in {options["mirrors"], options["address"]}:
        msg = "--mirrors and --git need the name of a folder or an address; write . for this folder"
        raise BadInputError(msg)
    if sum(ways) != 1:
        msg = (
            "say what to harvest, one way: --org, --repository or --configured; --mirrors DIR; --git PATH|URL"
        )
        raise BadInputError(msg)


def _harvest(register: Register, options: Mapping[str, Any], say: Progress) -> Report:
    method = Method(options["method"])
    others = tuple(one for one in METHODS if one is not method) if options["methods"] == "all" else ()
    wish = Wish(method, options["seconds_a_file"], others)
    if options["mirrors"] is not None:
        return harvest_mirrors(register, Path(options["mirrors"]), wish, say)
    if options["address"] is not None:
        return harvest_git(register, options["address"], options["label"], wish, say)
    return _from_github(register, options, wish, say)


def _from_github(register: Register, options: Mapping[str, Any], wish: Wish, say: Progress) -> Report:
    from registry.pipeline.github import Asked, harvest_github  # noqa: PLC0415 - a fifth of a second that git alone need not pay

    organisations = list(options["organisations"])
    if options["configured"]:
        with register.sessions() as session:
            organisations += [one.login for one in custody.organisations(session) if one.configured]
    asked = Asked(
        organisations,
        options["repositories"],
        options["private"],
        options["longest_wait"],
        options["administrators"],
    )
    return harvest_github(register, asked, wish, say, _tell)


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
