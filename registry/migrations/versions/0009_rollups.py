# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What the files of each repository's present add up to; it is filled when a repository is read next."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from registry.database import Id

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "provenance_rollups",
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("snapshot_id", Id, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_rollups_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("repository_id", name=op.f("pk_provenance_rollups")),
    )
