# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry dependencies OWNER/NAME`: the third parties' components that its manifests and lock files name."""

from __future__ import annotations

import click

from registry.cli.opening import last_read, open_register
from registry.cli.showing import show_json, show_table
from registry.licences.dependencies.model import Component
from registry.licences.dependencies.output import to_json
from registry.pipeline.components import components
from registry.settings import Settings
from registry.text import visible_path

_DIRECT = {True: "direct", False: "through others", None: "not told"}


@click.command("dependencies")
@click.argument("full_name", metavar="OWNER/NAME")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON, with every place.")
@click.pass_obj
def command(settings: Settings, full_name: str, as_json: bool) -> None:
    """List the components that a repository's manifests and lock files name. Nothing is looked up elsewhere."""
    register = open_register(settings)
    with register.sessions() as session:
        repository, read = last_read(session, full_name)
        found = components(session, repository.id)
    if as_json:
        show_json(to_json(found, repository.full_name, read.commit))
        return
    columns = ("component", "needed for", "asked for", "licence", "place")
    show_table(columns, [_as_row(one) for one in found.components])
    for unread in found.unread:
        click.echo(f"not read, or not to its end: {visible_path(unread.path)} ({unread.note})")
    click.echo(f"{len(found.components)} components named in {len(found.files)} files")


def _as_row(one: Component) -> tuple[object, ...]:
    return (
        one.purl,
        one.scope,
        _DIRECT[one.direct],
        one.licence or " / ".join(one.licences) or "unknown",
        f"{visible_path(one.places[0].path)}:{one.places[0].line}",
    )
