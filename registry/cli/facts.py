# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry import facts` and `export facts`: facts enter by sets, and come back as they were said."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from registry.cli.given import read_facts_file
from registry.cli.opening import open_register
from registry.cli.showing import show_json
from registry.errors import BadInputError
from registry.ownership.reading.mistakes import FactsError
from registry.parties import service as parties
from registry.pipeline.facts import Imported, documents_in, import_facts
from registry.pipeline.facts_file import export_facts
from registry.pipeline.finding_titles import find_titles
from registry.settings import Settings
from registry.text import visible

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group("import")
def importing() -> None:
    """Read facts into the register."""


@importing.command("facts")
@click.argument("file", type=_FILE)
@click.option("--documents", type=_FOLDER, help="A folder with a file for each paper, named after its id.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_obj
def import_command(settings: Settings, file: Path, documents: Path | None, as_json: bool) -> None:
    """Import the facts of FILE: what its set said before and says no longer is closed."""
    register = open_register(settings)
    try:
        found = documents_in(documents) if documents else ()
        report = import_facts(register, read_facts_file(file), found)
        found_anew = find_titles(register)
    except FactsError as error:
        msg = f"{visible(file.name)}, {error}"
        raise BadInputError(msg) from error
    if as_json:
        show_json(asdict(report))
        return
    for line in _told(report):
        click.echo(line)
    if found_anew:
        click.echo(f"the title of {found_anew} repositories was found anew")


@click.command("facts")
@click.argument("set_name", metavar="[SET]", required=False)
@click.pass_obj
def export_command(settings: Settings, set_name: str | None) -> None:
    """Print what SET says now as a facts file; without SET where there is only one."""
    register = open_register(settings)
    with register.sessions() as session:
        names = [one.set_name for one in parties.statements(session)]
        if set_name is None and len(names) != 1:
            known = ", ".join(names) or "none is stated yet"
            msg = f"name the set whose facts are wanted: {known}"
            raise BadInputError(msg)
        click.echo(export_facts(session, set_name or names[0]).decode(), nl=False)


def _told(report: Imported) -> list[str]:
    counted = f"{report.added} facts added, {report.closed} closed, {report.documents} documents taken in"
    if report.position is None:
        lines = [f"the set {report.set_name} says what it said before; nothing changed"]
    else:
        lines = [f"the set {report.set_name}: {counted} (event {report.position})"]
    if report.unseen:
        lines.append(f"no document is held of: {', '.join(report.unseen)}; they count as unseen")
    return lines
