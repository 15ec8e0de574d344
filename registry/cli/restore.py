# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry restore`: make a register of a backup, in an empty place, and verify it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from registry.cli.opening import open_register
from registry.cli.verify import show
from registry.cli.watching import watching
from registry.evidence.restoring import put_database, restore
from registry.migrations import migrate
from registry.pipeline.evidence import DERIVED, site
from registry.settings import Settings


@click.command("restore")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.pass_obj
def command(settings: Settings, folder: Path) -> None:
    """Restore the backup in FOLDER where --data and --database hold nothing yet; erase and verify."""
    put_database(folder, settings.database_url)
    register = open_register(settings, seed=False)
    with watching() as watch:
        restored = restore(folder, site(register), DERIVED, migrate, watch)
    show(restored.verification)
    if restored.behind:
        click.echo(
            f"the checkpoint kept apart has {restored.behind} events more: this register is only read; "
            "restore a newer backup to go on"
        )
    sys.exit(0 if restored.verification.holds else 1)
