# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry demo`: an invented organisation and this very source, harvested and served."""

from __future__ import annotations

from pathlib import Path

import click

from registry.app import create_app, serve
from registry.cli.opening import open_register
from registry.cli.showing import progress, show_json
from registry.demo.harvest import CHECKOUT, harvest_checkout, harvest_demonstration
from registry.pipeline.harvest import Report
from registry.pipeline.register import Register
from registry.settings import Settings, read_settings

_CHECKOUT = Path(__file__).resolve().parents[2]


_LOOK_AT = (
    ("/", "the overview: products and repositories, four facts each"),
    ("/en/", "the same in English"),
    ("/da/p/sagsvejen", "a product; from its repository on to title, closing plan and why"),
    ("/da/p/borgerblik", "releases that came in bulk; licences that contradict each other"),
    ("/da/licences", "what one may, must and must not do"),
    ("/da/harvests", "what was harvested, and what could not be"),
    ("/da/log", "the register's log, its checkpoint and its proofs"),
)


@click.command("demo")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--no-serve", is_flag=True, help="Harvest only.")
@click.option("--json", "as_json", is_flag=True, help="Print what was harvested as JSON; implies --no-serve.")
@click.pass_obj
def command(settings: Settings, port: int, no_serve: bool, as_json: bool) -> None:
    """Harvest the demonstration into a register of its own and serve it. Needs no token and no network."""
    register = open_register(read_settings({}, data=str(settings.data / "demo")), seed=False)
    reports = _harvest(register)
    if as_json:
        show_json([{"harvest": one.number, "repositories": len(one.results)} for one in reports])
        return
    _say_what_to_look_at(reports, port)
    if not no_serve:
        serve(create_app(register.settings, register.sessions), port=port)


def _harvest(register: Register) -> list[Report]:
    with progress() as say:
        reports = harvest_demonstration(register, say, lambda text: click.echo(text, err=True))
        if (_CHECKOUT / ".git").exists():
            reports.append(
                harvest_checkout(register, _CHECKOUT, say, lambda text: click.echo(text, err=True))
            )
    return reports


def _say_what_to_look_at(reports: list[Report], port: int) -> None:
    base = f"http://127.0.0.1:{port}"
    counted = sum(len(report.results) for report in reports)
    click.echo(
        f"{counted} results of {len(reports)} harvests are kept. Everyone in them is invented, but for"
    )
    click.echo(f"{CHECKOUT}, which is the source of this register. Look at:")
    for path, what in _LOOK_AT:
        click.echo(f"  {base}{path:<20} {what}")
    click.echo("Ctrl-C ends it.")
