# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The command line: `os2-registry`. Each command is a file: it parses, calls one service, and shows."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from harvesters.errors import HarvestError
from registry.errors import RegistryError
from registry.settings import read_settings

_COMMANDS = {
    "backup": "registry.cli.backup",
    "checkpoint": "registry.cli.checkpoint",
    "demo": "registry.cli.demo",
    "determine": "registry.cli.determine",
    "harvest": "registry.cli.harvest",
    "licences": "registry.cli.licences",
    "organisations": "registry.cli.organisations",
    "products": "registry.cli.products",
    "provenance": "registry.cli.provenance",
    "repositories": "registry.cli.repositories",
    "restore": "registry.cli.restore",
    "scrub": "registry.cli.scrub",
    "serve": "registry.cli.serve",
    "verify": "registry.cli.verify",
}


class Commands(click.Group):
    """The commands by name; each is loaded when it is called, so that none waits for another's libraries."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command, or None where there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        command = importlib.import_module(_COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--database", metavar="URL", help="SQLAlchemy URL; also OS2_REGISTRY_DATABASE.")
@click.option("--data", metavar="DIR", help="Folder of evidence and mirrors; also OS2_REGISTRY_DATA.")
@click.version_option(package_name="os2-ownership-registry")
@click.pass_context
def program(ctx: click.Context, database: str | None, data: str | None) -> None:
    """Who controls, wrote, owns and licenses OS2's code and documentation: with evidence."""
    ctx.obj = read_settings(os.environ, database, data)


def main(arguments: list[str] | None = None) -> Any:
    """Run the program; an error that we know is one sentence and exit code 1, Ctrl-C is 130."""
    try:
        return program.main(arguments, prog_name="os2-registry")
    except (RegistryError, HarvestError) as error:
        click.echo(f"os2-registry: {error}", err=True)
        sys.exit(1)
