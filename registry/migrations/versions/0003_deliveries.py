# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What commits that brought much at once amount to, and what persons ruled of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from registry.database import Id, Moment

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the two tables."""
    op.create_table(
        "provenance_counts",
        sa.Column("id", Id, nullable=False),
        sa.Column("commit_id", Id, nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commit_id"],
            ["provenance_commits.id"],
            name=op.f("fk_provenance_counts_commit_id_provenance_commits"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_counts")),
        sa.UniqueConstraint("commit_id", "counter", name=op.f("uq_provenance_counts_commit_id_counter")),
    )
    op.create_table(
        "provenance_rulings",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("oid", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("deliverer", sa.String(length=300), nullable=False),
        sa.Column("said_by", sa.String(length=300), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_rulings_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_rulings")),
    )
    op.create_index(
        op.f("ix_provenance_rulings_repository_id"), "provenance_rulings", ["repository_id"], unique=False
    )
