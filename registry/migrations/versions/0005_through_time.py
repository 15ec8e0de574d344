# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The main line of each repository, the life of each path along it, and what each month changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from registry.database import Id

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the three tables."""
    op.create_table(
        "provenance_main_lines",
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("commits", sa.LargeBinary(), nullable=False),
        sa.Column("seconds", sa.LargeBinary(), nullable=False),
        sa.Column("kinds", sa.String(length=64), nullable=False),
        _repository("provenance_main_lines"),
        sa.PrimaryKeyConstraint("repository_id", name=op.f("pk_provenance_main_lines")),
    )
    op.create_table(
        "provenance_edits",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("path", sa.LargeBinary(), nullable=False),
        sa.Column("path_key", sa.LargeBinary(), nullable=False),
        sa.Column("work_type", sa.String(length=20), nullable=True),
        sa.Column("edits", sa.LargeBinary(), nullable=False),
        _repository("provenance_edits"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_edits")),
    )
    op.create_index(
        "ix_provenance_edits_path", "provenance_edits", ["repository_id", "path_key"], unique=False
    )
    op.create_table(
        "provenance_growth",
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("changes", sa.LargeBinary(), nullable=False),
        _repository("provenance_growth"),
        sa.PrimaryKeyConstraint("repository_id", "month", name=op.f("pk_provenance_growth")),
    )


def _repository(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_repository_id_custody_repositories")
    return sa.ForeignKeyConstraint(["repository_id"], ["custody_repositories.id"], name=name)
