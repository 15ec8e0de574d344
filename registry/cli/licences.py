# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry licences OWNER/NAME`: what every place in a repository says of its licence."""

from __future__ import annotations

import click

from registry.cli.opening import open_register
from registry.cli.showing import show_json, show_table
from registry.custody import service as custody
from registry.errors import NotFoundError
from registry.licences import service as licences
from registry.licences.output import to_json
from registry.settings import Settings
from registry.text import visible_path


@click.command("licences")
@click.argument("full_name", metavar="OWNER/NAME")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_obj
def command(settings: Settings, full_name: str, as_json: bool) -> None:
    """Tell the licence of a repository: each source with its place, and whether they agree."""
    register = open_register(settings)
    with register.sessions() as session:
        repository = custody.by_name(session, full_name)
        kept = licences.conclusion(session, repository.id)
    if kept is None:
        msg = f"{repository.full_name} holds nothing that was read; harvest it first"
        raise NotFoundError(msg)
    if as_json:
        show_json(to_json(kept.conclusion, repository.full_name, kept.commit))
        return
    found = kept.conclusion
    show_table(
        ("kind", "place", "licence", "text"),
        [
            (one.kind, f"{visible_path(one.path)}:{one.line}", one.expression or "", one.text[:80])
            for one in found.sources
        ],
    )
    for contradiction in found.contradictions:
        places = ", ".join(f"{visible_path(one.path)}:{one.line}" for one in contradiction.places)
        click.echo(f"contradiction: {' / '.join(contradiction.expressions)} at {places}")
    click.echo(f"{found.concluded or 'no licence concluded'} ({found.light}: {found.reason})")
