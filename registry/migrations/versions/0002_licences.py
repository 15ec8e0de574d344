# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The components that manifests name, the history of licences, and what persons decide of licences."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from registry.database import Id, Moment

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the three tables."""
    op.create_table(
        "licences_listings",
        sa.Column("id", Id, nullable=False),
        sa.Column("blob", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(length=100), nullable=False),
        sa.Column("lister", sa.String(length=20), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_licences_listings")),
        sa.UniqueConstraint("blob", "kind", "lister", name=op.f("uq_licences_listings_blob_kind_lister")),
    )
    op.create_table(
        "licences_history",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("oid", sa.LargeBinary(), nullable=False),
        sa.Column("commits", sa.JSON(), nullable=False),
        sa.Column("concluded", sa.Text(), nullable=True),
        sa.Column("light", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("documentation", sa.Text(), nullable=True),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_licences_history_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_licences_history")),
        sa.UniqueConstraint("repository_id", "place", name=op.f("uq_licences_history_repository_id_place")),
    )
    op.create_table(
        "licences_decisions",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("expression", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("said_by", sa.String(length=300), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_licences_decisions_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_licences_decisions")),
    )
    op.create_index(
        op.f("ix_licences_decisions_repository_id"), "licences_decisions", ["repository_id"], unique=False
    )
