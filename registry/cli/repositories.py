# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry repositories`: what is known, and what a person decides of a repository's files."""

from __future__ import annotations

from typing import Any

import click

from registry.cli import looked_through
from registry.cli.copies import copies
from registry.cli.deliveries import deliveries, depths, ruling
from registry.cli.opening import open_register
from registry.cli.showing import show_json, show_table
from registry.custody import service as custody
from registry.custody.model import Repository
from registry.errors import BadInputError
from registry.globs import compile_glob
from registry.provenance import service as provenance
from registry.provenance.model import Origin, Override, WorkType
from registry.provenance.snapshot import Snapshot
from registry.settings import Settings


@click.group("repositories", invoke_without_command=True)
@click.option("--private", is_flag=True, help="List private repositories, too.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_context
def command(ctx: click.Context, private: bool, as_json: bool) -> None:
    """List the repositories; `set` decides on files of one."""
    if ctx.invoked_subcommand is not None:
        return
    register = open_register(ctx.obj)
    with register.sessions() as session:
        known = custody.repositories(session, private=private)
        read = provenance.snapshots(session)
    if as_json:
        show_json([_as_json(one, read.get(one.id)) for one in known])
        return
    show_table(
        ("id", "repository", "custody", "commit", "files", "lines", "last looked at"),
        [_as_row(one, read.get(one.id)) for one in known],
    )


@command.command("set")
@click.argument("full_name", metavar="OWNER/NAME")
@click.argument("glob")
@click.option("--origin", type=click.Choice([str(one) for one in Origin]), help="Where the files come from.")
@click.option(
    "--work-type", type=click.Choice([str(one) for one in WorkType]), help="What kind of work they are."
)
@click.option("--by", required=True, help="Who decides: a role and an organisation.")
@click.option("--reason", required=True, help="Why.")
@click.pass_obj
def set_files(
    settings: Settings,
    full_name: str,
    glob: str,
    origin: str | None,
    work_type: str | None,
    by: str,
    reason: str,
) -> None:
    """Decide on the files that GLOB describes; acts at the next harvest. Globs are anchored at the root."""
    if origin is None and work_type is None:
        msg = "say what the files are: --origin or --work-type"
        raise BadInputError(msg)
    compile_glob(glob)
    register = open_register(settings)
    now = register.clock()
    decision = Override(
        glob=glob,
        work_type=WorkType(work_type) if work_type else None,
        origin=Origin(origin) if origin else None,
        by=by,
        reason=reason,
        day=now.date(),
    )
    with register.sessions.begin() as session:
        repository = custody.by_name(session, full_name)
        provenance.decide(session, repository.id, decision, now)
    click.echo(f"recorded; harvest {repository.full_name} again for it to act")


def _as_json(one: Repository, read: Snapshot | None) -> dict[str, Any]:
    return {
        "id": one.id,
        "repository": one.full_name,
        "github_id": one.github_id,
        "custody": one.light,
        "visibility": one.visibility,
        "keeper": one.keeper,
        "commit": read.commit if read else None,
        "commits": read.commits if read else None,
        "files": read.totals.files if read else None,
        "lines": read.totals.lines if read else None,
        "last_seen": one.last_seen.isoformat() if one.last_seen else None,
    }


def _as_row(one: Repository, read: Snapshot | None) -> tuple[object, ...]:
    return (
        one.id,
        one.full_name,
        "not observed" if one.state is None else f"{one.light} ({one.visibility})",
        read.commit[:10] if read else "not read",
        read.totals.files if read else "",
        read.totals.lines if read else "",
        f"{one.last_seen:%Y-%m-%d %H:%M}" if one.last_seen else "",
    )


command.add_command(copies)
command.add_command(deliveries)
command.add_command(depths)
command.add_command(looked_through.listed)
command.add_command(looked_through.decide)
command.add_command(ruling)
