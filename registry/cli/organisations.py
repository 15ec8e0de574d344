# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry organisations`: the accounts on GitHub that are looked at, and whose they are stated to be."""

from __future__ import annotations

from dataclasses import asdict

import click

from registry.cli.opening import open_register
from registry.cli.showing import show_json, show_table
from registry.custody import service as custody
from registry.custody.model import Keeper, Organisation
from registry.settings import Settings


@click.group("organisations", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """List the organisations on GitHub; `state` says whose one is."""
    if ctx.invoked_subcommand is not None:
        return
    register = open_register(ctx.obj)
    with register.sessions() as session:
        known = custody.organisations(session)
    if as_json:
        show_json([asdict(one) for one in known])
        return
    show_table(
        ("login", "whose", "harvested by --configured", "basis"),
        [(one.login, one.keeper, "yes" if one.configured else "no", one.basis) for one in known],
    )


@command.command("state")
@click.argument("login")
@click.option(
    "--keeper",
    type=click.Choice([str(one) for one in Keeper]),
    required=True,
    help="Whose organisation it is.",
)
@click.option("--basis", required=True, help="Who says so, and on what ground.")
@click.option("--configured/--not-configured", default=True, help="Whether --configured harvests it.")
@click.pass_obj
def state(settings: Settings, login: str, keeper: str, basis: str, configured: bool) -> None:
    """State whose an organisation is. Custody follows from it; title never does."""
    register = open_register(settings)
    with register.sessions.begin() as session:
        known = {one.login.lower(): one for one in custody.organisations(session)}.get(login.lower())
        stated = Organisation(
            login=known.login if known else login,
            github_id=known.github_id if known else None,
            keeper=Keeper(keeper),
            basis=basis,
            configured=configured,
        )
        custody.state(session, stated, register.clock())
