# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry erase`: erase what is about a person, or bytes that must not be kept; the log says so."""

from __future__ import annotations

import click

from registry.cli.given import NUMBER
from registry.cli.opening import open_register
from registry.evidence.model import Position
from registry.pipeline.erasing import erase_blob, erase_contributor, erase_row
from registry.pipeline.finding_titles import find_titles
from registry.settings import Settings

_REASON = click.option(
    "--reason", required=True, help="Why. It stands in the log for ever: name nobody in it."
)


@click.group("erase")
def command() -> None:
    """Erase for good. The log's proofs hold on, `verify` says what was erased, and a backup forgets it again.

    What the repositories themselves say stays in the mirrors: commits are not rewritten.
    """


@command.command("contributor")
@click.argument("number", type=NUMBER)
@_REASON
@click.pass_obj
def contributor(settings: Settings, number: int, reason: str) -> None:
    """Erase address and names of contributor NUMBER; a later harvest learns them no second time.

    The number stands in the address of the contributor's page.
    """
    register = open_register(settings)
    _told(erase_contributor(register, number, reason))
    find_titles(register)


@command.command("row")
@click.argument("table")
@click.argument("number", type=NUMBER)
@_REASON
@click.pass_obj
def row(settings: Settings, table: str, number: int, reason: str) -> None:
    """Erase the personal columns of row NUMBER of TABLE, as parties_identities 3.

    The facts file that said so is evidence of its own: `erase blob`.
    """
    register = open_register(settings)
    _told(erase_row(register, table, number, reason))
    find_titles(register)


@command.command("blob")
@click.argument("digest")
@_REASON
@click.pass_obj
def blob(settings: Settings, digest: str, reason: str) -> None:
    """Erase the bytes whose SHA-256 is DIGEST."""
    _told(erase_blob(open_register(settings), digest, reason))


def _told(position: Position) -> None:
    click.echo(
        f"erased; event {position} of the log says so. Earlier backups forget it when they are restored"
    )
