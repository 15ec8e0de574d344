# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry backup`: copy the register into a folder while it runs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from registry.cli.opening import open_register
from registry.cli.watching import watching
from registry.evidence.backup import backup
from registry.pipeline.evidence import site
from registry.settings import Settings


@click.command("backup")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def command(settings: Settings, folder: Path) -> None:
    """Copy database, blobs and log into FOLDER; the signing key is backed up by itself."""
    register = open_register(settings, seed=False)
    with watching() as watch:
        made = backup(site(register), folder.absolute(), register.clock(), watch)
    for name in made.missing:
        click.echo(f"the blob {name} is missing and is not in the backup; `os2-registry verify` says more")
    click.echo(f"{made.events} events and {made.blobs - len(made.missing)} blobs are in {made.folder}")
    sys.exit(1 if made.missing else 0)
