# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Where blobs first stood, and what repositories have from one another."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from registry.database import Id

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the two tables."""
    op.create_table(
        "provenance_sightings",
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("blobs", Id, nullable=False),
        sa.Column("firsts", sa.LargeBinary(), nullable=False),
        sa.Column("arrivals", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_sightings_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("repository_id", name=op.f("pk_provenance_sightings")),
    )
    op.create_table(
        "provenance_copies",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("path", sa.LargeBinary(), nullable=False),
        sa.Column("path_key", sa.LargeBinary(), nullable=False),
        sa.Column("blob", sa.LargeBinary(), nullable=False),
        sa.Column("lines", Id, nullable=False),
        sa.Column("commit_id", Id, nullable=False),
        sa.Column("source_id", Id, nullable=False),
        sa.Column("source_commit_id", Id, nullable=False),
        sa.Column("source_path", sa.LargeBinary(), nullable=False),
        sa.Column("family", sa.Boolean(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{table}.id"], name=op.f(f"fk_provenance_copies_{column}_{table}")
            )
            for column, table in (
                ("repository_id", "custody_repositories"),
                ("commit_id", "provenance_commits"),
                ("source_id", "custody_repositories"),
                ("source_commit_id", "provenance_commits"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_copies")),
    )
    op.create_index(
        "ix_provenance_copies_path", "provenance_copies", ["repository_id", "path_key"], unique=False
    )
    op.create_index(op.f("ix_provenance_copies_source_id"), "provenance_copies", ["source_id"], unique=False)
