# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The command line: `os2-registry`. Each command is a file: it parses, calls one service, and shows."""

from __future__ import annotations

import importlib
import os
import sys
from typing import NoReturn

import click

from harvesters.errors import HarvestError
from registry.errors import RegistryError, cause_of
from registry.settings import read_settings
from registry.text import visible

_COMMANDS = {
    "backup": "registry.cli.backup",
    "check-combination": "registry.cli.combination",
    "checkpoint": "registry.cli.checkpoint",
    "decide": "registry.cli.decide",
    "demo": "registry.cli.demo",
    "dependencies": "registry.cli.dependencies",
    "determine": "registry.cli.determine",
    "erase": "registry.cli.erase",
    "export": "registry.cli.export",
    "harvest": "registry.cli.harvest",
    "import": "registry.cli.facts:importing",
    "licences": "registry.cli.licences",
    "organisations": "registry.cli.organisations",
    "ownership": "registry.cli.ownership",
    "plan": "registry.cli.plan",
    "products": "registry.cli.products",
    "provenance": "registry.cli.provenance",
    "relicense": "registry.cli.relicense",
    "repositories": "registry.cli.repositories",
    "restore": "registry.cli.restore",
    "rights": "registry.cli.rights",
    "scrub": "registry.cli.scrub",
    "serve": "registry.cli.serve",
    "terms": "registry.cli.terms",
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
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name or "command")
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


def main(arguments: list[str] | None = None) -> None:
    """Run the program; an error that we know is one sentence and exit code 1, Ctrl-C is 130."""
    try:
        sys.exit(program.main(arguments, prog_name="os2-registry", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        _end("stopped; what was harvested before is kept, and the next run goes on from there", 130)
    except BrokenPipeError:
        _end("", 1)
    except (RegistryError, HarvestError) as error:
        _end(str(error))
    except OSError as error:
        _end(f"{error.filename or 'the operating system'}: {error.strerror or error}")
    except Exception as error:
        from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415 - commands that never ask need not wait for it

        if not isinstance(error, SQLAlchemyError):
            raise
        _end(f"the database cannot be used: {cause_of(error)}")


def _end(sentence: str, code: int = 1) -> NoReturn:
    """Say what ended the program, in text that cannot act on a terminal."""
    if sentence:
        click.echo(f"os2-registry: {visible(sentence, 2000)}", err=True)
    sys.exit(code)
