# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry repositories copies OWNER/NAME`: the lines that stood in another repository before."""

from __future__ import annotations

from collections.abc import Mapping

import click

from registry.cli.opening import open_register
from registry.cli.showing import show_json, show_table
from registry.custody import service as custody
from registry.provenance import service as provenance
from registry.provenance.copies import Copy
from registry.provenance.snapshot import CommitFacts
from registry.settings import Settings
from registry.text import path_text, visible_path


@click.command("copies")
@click.argument("full_name", metavar="OWNER/NAME")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_obj
def copies(settings: Settings, full_name: str, as_json: bool) -> None:
    """List the lines that stood, byte for byte, in another repository of the register before."""
    register = open_register(settings)
    with register.sessions() as session:
        repository = custody.by_name(session, full_name)
        found = provenance.kept_copies(session, repository.id)
        names: dict[int, str] = {one.id: one.full_name for one in custody.repositories(session, private=True)}
        numbers = {number for one in found for number in (one.commit, one.source_commit)}
        commits = provenance.commits(session, numbers)
    if as_json:
        show_json([_as_json(one, names, commits) for one in found])
        return
    columns = ("file", "lines", "came", "stood before in", "there since")
    show_table(columns, [_as_row(one, names, commits) for one in found])
    click.echo(f"{sum(one.lines for one in found)} lines in {len({one.path for one in found})} files")


def _as_json(one: Copy, names: Mapping[int, str], commits: Mapping[int, CommitFacts]) -> dict[str, object]:
    return {
        "path": path_text(one.path),
        "blob": one.blob.hex(),
        "lines": one.lines,
        "commit": commits[one.commit].oid,
        "source": names[one.source],
        "source_path": path_text(one.source_path),
        "source_commit": commits[one.source_commit].oid,
        "shared_history": one.family,
    }


def _as_row(one: Copy, names: Mapping[int, str], commits: Mapping[int, CommitFacts]) -> tuple[object, ...]:
    return (
        visible_path(one.path),
        one.lines,
        commits[one.commit].day or "",
        f"{names[one.source]}: {visible_path(one.source_path)}",
        commits[one.source_commit].day or "",
    )
