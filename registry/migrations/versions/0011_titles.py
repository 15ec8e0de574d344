# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Whose each repository is, in short, for pages that show many; it is filled after the next harvest or import."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from registry.database import Id

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "ownership_titles",
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("snapshot_id", Id, nullable=False),
        sa.Column("found", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("bearing", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_ownership_titles_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("repository_id", name=op.f("pk_ownership_titles")),
    )
