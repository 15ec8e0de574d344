# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry rights ROLE`: the statements that let a role of PostgreSQL add evidence and never change it."""

from __future__ import annotations

import click

from registry.evidence.guards import rights
from registry.migrations.tables import METADATA


@click.command("rights")
@click.argument("role")
def command(role: str) -> None:
    """Print SQL for PostgreSQL: run it as the owner of the tables, and let the register connect as ROLE.

    The owner alone can then change or remove what the log holds, and migrate. After each migration: again.
    """
    names = [*(table.name for table in METADATA.sorted_tables), "alembic_version"]
    for statement in rights(role, names):
        click.echo(f"{statement};")
