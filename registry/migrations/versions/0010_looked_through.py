# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Commits that are looked through, by a person's decision; and what a repository's own list says."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from registry.database import Id, Moment

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Create the two tables."""
    op.create_table(
        "provenance_looked_through",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("oid", sa.LargeBinary(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("said_by", sa.String(length=300), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_looked_through_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_looked_through")),
    )
    op.create_index(
        op.f("ix_provenance_looked_through_repository_id"),
        "provenance_looked_through",
        ["repository_id"],
        unique=False,
    )
    op.create_table(
        "provenance_own_revisions",
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("blob", sa.LargeBinary(), nullable=False),
        sa.Column("revisions", sa.JSON(), nullable=False),
        sa.Column("further", sa.Integer(), nullable=False),
        sa.Column("problem", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_own_revisions_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("repository_id", name=op.f("pk_provenance_own_revisions")),
    )
