# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry scrub`: read all blobs, a part at a time, and keep aside what went bad."""

from __future__ import annotations

import sys

import click

from registry.cli.opening import open_register
from registry.cli.watching import watching
from registry.evidence.scrub import scrub
from registry.pipeline.evidence import shelf
from registry.settings import Settings


@click.command("scrub")
@click.option("--part", nargs=2, type=int, default=(1, 1), metavar="I N", help="Part I of N, from 1.")
@click.pass_obj
def command(settings: Settings, part: tuple[int, int]) -> None:
    """Read each blob of one part; record what is missing or bad; exit code 0 only when none is."""
    number, parts = part
    if not 1 <= number <= parts <= 256:
        msg = f"there is no part {number} of {parts}; give two numbers from 1 to 256, the first no larger"
        raise click.BadParameter(msg)
    register = open_register(settings)
    with watching() as watch:
        found = scrub(shelf(register), register.clock(), number - 1, parts, watch)
    for damage in found.damage:
        click.echo(str(damage))
    click.echo(
        f"{found.looked} blobs read, {len(found.damage)} bad, {found.leftovers} unfinished files removed"
    )
    sys.exit(1 if found.damage else 0)
