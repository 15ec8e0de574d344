# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry checkpoint`: sign the log as it stands; make or replace the key that signs."""

from __future__ import annotations

import click

from registry.cli.opening import open_register
from registry.evidence.signing import checkpoint, new_key, rotate_key, set_clock_right
from registry.pipeline.evidence import places_of
from registry.settings import Settings


@click.command("checkpoint")
@click.option("--new-key", "name", metavar="NAME", help="First make the signing key of a log of this name.")
@click.option("--rotate", is_flag=True, help="Replace the signing key; old and new sign this checkpoint.")
@click.option("--clock-is-right", metavar="WHY", help="Record that the clock was wrong before; then sign.")
@click.pass_obj
def command(settings: Settings, name: str | None, rotate: bool, clock_is_right: str | None) -> None:
    """Verify the log from the disk, sign it, and keep the checkpoint beside it and apart."""
    register, places = open_register(settings), places_of(settings)
    if name is not None:
        new_key(register.sessions, places, name, register.clock())
        click.echo(
            f"the signing key is {places.key}; back it up by itself, and put {places.apart} on another volume"
        )
    if clock_is_right is not None:
        set_clock_right(register.sessions, clock_is_right, register.clock())
    if rotate:
        rotate_key(register.sessions, places, register.clock())
    signed = checkpoint(register.sessions, places, register.clock())
    click.echo(
        f"signed {signed.size} events, root {signed.root.hex()}, in {places.checkpoint} and {places.kept}"
    )
