# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The versions of documents, and the texts that were taken out of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from registry.database import Id

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Create the two tables."""
    op.create_table(
        "provenance_texts",
        sa.Column("id", Id, nullable=False),
        sa.Column("blob", sa.LargeBinary(), nullable=False),
        sa.Column("extractor", sa.Integer(), nullable=False),
        sa.Column("problem", sa.String(length=20), nullable=True),
        sa.Column("paragraphs", sa.Integer(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_texts")),
        sa.UniqueConstraint("blob", "extractor", name=op.f("uq_provenance_texts_blob_extractor")),
    )
    op.create_table(
        "provenance_documents",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("path", sa.LargeBinary(), nullable=False),
        sa.Column("path_key", sa.LargeBinary(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("runs", sa.LargeBinary(), nullable=True),
        sa.Column("unread", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_documents_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_documents")),
    )
    op.create_index(
        "ix_provenance_documents_path", "provenance_documents", ["repository_id", "path_key"], unique=False
    )
