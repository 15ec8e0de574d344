# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Where other methods name other commits for lines, and what that gives each identity."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from registry.database import Id

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Create the two tables."""
    op.create_table(
        "provenance_differences",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("path", sa.LargeBinary(), nullable=False),
        sa.Column("path_key", sa.LargeBinary(), nullable=False),
        sa.Column("method", sa.String(length=10), nullable=False),
        sa.Column("runs", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_differences_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_differences")),
    )
    op.create_index(
        "ix_provenance_differences_path",
        "provenance_differences",
        ["repository_id", "path_key"],
        unique=False,
    )
    op.create_table(
        "provenance_other_shares",
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("identity_id", Id, nullable=False),
        sa.Column("method", sa.String(length=10), nullable=False),
        sa.Column("lines", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"],
            ["provenance_identities.id"],
            name=op.f("fk_provenance_other_shares_identity_id_provenance_identities"),
        ),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_other_shares_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint(
            "repository_id", "identity_id", "method", name=op.f("pk_provenance_other_shares")
        ),
    )
    op.create_index(
        op.f("ix_provenance_other_shares_identity_id"),
        "provenance_other_shares",
        ["identity_id"],
        unique=False,
    )
