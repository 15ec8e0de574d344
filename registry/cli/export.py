# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry export spdx|notice|publiccode OWNER/NAME`: what is registered, as a file to deliver."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
from sqlalchemy.orm import Session

from registry.cli.facts import export_command
from registry.cli.opening import open_register
from registry.custody import service as custody
from registry.errors import BadInputError
from registry.exports import service as exports
from registry.exports.model import Inventory
from registry.pipeline.register import now
from registry.settings import Settings

_PRIVATE = click.option("--private", is_flag=True, help="Export a private repository, too.")
_OUTPUT = click.option("--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to FILE.")
_NAME = click.argument("full_name", metavar="OWNER/NAME")
_FORMATS = click.Choice(["json", "tag-value", "yaml", "xml", "rdf"])


@click.group("export")
def command() -> None:
    """Write SPDX, NOTICE, or a patch that proposes publiccode.yml, REUSE.toml and NOTICE for a repository."""


command.add_command(export_command)


@command.command("spdx")
@_NAME
@click.option("--format", "form", type=_FORMATS, default="json", show_default=True)
@click.option("--spdx-version", type=click.Choice(exports.VERSIONS), default="2.3", show_default=True)
@click.option("--validate", is_flag=True, help="Hold the document against SPDX's own validator first.")
@_PRIVATE
@_OUTPUT
@click.pass_obj
def spdx(
    settings: Settings,
    full_name: str,
    form: str,
    spdx_version: str,
    validate: bool,
    private: bool,
    output: Path | None,
) -> None:
    """Write the SPDX document of the commit read last."""
    with open_register(settings).sessions() as session:
        found = _inventory(session, settings, full_name, private)
    _write(exports.spdx(found, spdx_version, form, validate=validate), output)


@command.command("notice")
@_NAME
@click.option("--texts", is_flag=True, help="Add where the source is, and the text of every licence.")
@_PRIVATE
@_OUTPUT
@click.pass_obj
def notice(settings: Settings, full_name: str, texts: bool, private: bool, output: Path | None) -> None:
    """Write the copyright notices and licence names that a delivery must carry, with their places."""
    with open_register(settings).sessions() as session:
        found = _inventory(session, settings, full_name, private)
    made = exports.delivery(found) if texts else exports.notice(found)
    _write([made.encode()], output)


@command.command("publiccode")
@_NAME
@_PRIVATE
@_OUTPUT
@click.pass_obj
def publiccode(settings: Settings, full_name: str, private: bool, output: Path | None) -> None:
    """Write a patch that adds publiccode.yml, REUSE.toml and NOTICE, as far as the register knows their content."""
    with open_register(settings).sessions() as session:
        made = exports.proposals(session, _inventory(session, settings, full_name, private))
    _write([made.encode()], output)


def _inventory(session: Session, settings: Settings, full_name: str, private: bool) -> Inventory:
    repository = custody.by_name(session, full_name)
    return exports.collect(session, settings, repository, now().date(), private=private)


def _write(pieces: Iterable[bytes], output: Path | None) -> None:
    if output is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    try:
        with output.open("wb") as file:
            file.writelines(pieces)
    except OSError as error:
        msg = f"{output} cannot be written: {error.strerror}; choose another with --output"
        raise BadInputError(msg) from error
