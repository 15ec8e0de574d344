# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The first tables of the register."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from registry.database import Id, Moment
from registry.evidence import guards

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "agreements_agreements",
        sa.Column("paper", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("assignors", sa.JSON(), nullable=False),
        sa.Column("employees", sa.Boolean(), nullable=False),
        sa.Column("assignee", sa.String(length=200), nullable=True),
        sa.Column("signed", sa.Date(), nullable=False),
        sa.Column("effective", sa.Date(), nullable=True),
        sa.Column("terminated", sa.Date(), nullable=True),
        sa.Column("covers", sa.JSON(), nullable=True),
        sa.Column("rights", sa.JSON(), nullable=False),
        sa.Column("form", sa.String(length=20), nullable=False),
        sa.Column("authority", sa.String(length=20), nullable=False),
        sa.Column("document", sa.String(length=20), nullable=False),
        sa.Column("open_source", sa.Boolean(), nullable=False),
        sa.Column("decision", sa.Boolean(), nullable=False),
        sa.Column("more", sa.JSON(), nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("set_name", sa.String(length=100), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Date(), nullable=True),
        sa.Column("recorded", Id, nullable=False),
        sa.Column("closed", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements_agreements")),
    )
    op.create_index(op.f("ix_agreements_agreements_paper"), "agreements_agreements", ["paper"], unique=False)
    op.create_index(
        op.f("ix_agreements_agreements_recorded"), "agreements_agreements", ["recorded"], unique=False
    )
    op.create_index(
        op.f("ix_agreements_agreements_set_name"), "agreements_agreements", ["set_name"], unique=False
    )
    op.create_table(
        "agreements_claims",
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("covers", sa.JSON(), nullable=False),
        sa.Column("withdrawn", sa.Date(), nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("set_name", sa.String(length=100), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Date(), nullable=True),
        sa.Column("recorded", Id, nullable=False),
        sa.Column("closed", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements_claims")),
    )
    op.create_index(op.f("ix_agreements_claims_recorded"), "agreements_claims", ["recorded"], unique=False)
    op.create_index(op.f("ix_agreements_claims_set_name"), "agreements_claims", ["set_name"], unique=False)
    op.create_table(
        "agreements_declarations",
        sa.Column("paper", sa.String(length=200), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("declares", sa.String(length=20), nullable=False),
        sa.Column("about", sa.JSON(), nullable=True),
        sa.Column("signed", sa.Date(), nullable=False),
        sa.Column("form", sa.String(length=20), nullable=False),
        sa.Column("authority", sa.String(length=20), nullable=False),
        sa.Column("document", sa.String(length=20), nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("set_name", sa.String(length=100), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Date(), nullable=True),
        sa.Column("recorded", Id, nullable=False),
        sa.Column("closed", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements_declarations")),
    )
    op.create_index(
        op.f("ix_agreements_declarations_paper"), "agreements_declarations", ["paper"], unique=False
    )
    op.create_index(
        op.f("ix_agreements_declarations_recorded"), "agreements_declarations", ["recorded"], unique=False
    )
    op.create_index(
        op.f("ix_agreements_declarations_set_name"), "agreements_declarations", ["set_name"], unique=False
    )
    op.create_table(
        "agreements_documents",
        sa.Column("id", Id, nullable=False),
        sa.Column("paper", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", Id, nullable=False),
        sa.Column("observation_id", sa.Integer(), nullable=False),
        sa.Column("recorded", Id, nullable=False),
        sa.Column("closed", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements_documents")),
    )
    op.create_index(op.f("ix_agreements_documents_paper"), "agreements_documents", ["paper"], unique=False)
    op.create_index(
        op.f("ix_agreements_documents_recorded"), "agreements_documents", ["recorded"], unique=False
    )
    op.create_table(
        "custody_administrators",
        sa.Column("id", Id, nullable=False),
        sa.Column("login", sa.String(length=100), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("seen_at", Moment(), nullable=False),
        sa.Column("observation_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody_administrators")),
    )
    op.create_index(
        op.f("ix_custody_administrators_login"), "custody_administrators", ["login"], unique=False
    )
    op.create_table(
        "custody_harvests",
        sa.Column("id", Id, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody_harvests")),
    )
    op.create_table(
        "custody_organisations",
        sa.Column("id", Id, nullable=False),
        sa.Column("login", sa.String(length=100), nullable=False),
        sa.Column("github_id", Id, nullable=True),
        sa.Column("keeper", sa.String(length=20), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("configured", sa.Boolean(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody_organisations")),
    )
    op.create_index(op.f("ix_custody_organisations_login"), "custody_organisations", ["login"], unique=False)
    op.create_table(
        "custody_repositories",
        sa.Column("id", Id, nullable=False),
        sa.Column("github_id", Id, nullable=True),
        sa.Column("label", sa.String(length=500), nullable=True),
        sa.Column("wiki_of", Id, nullable=True),
        sa.Column("first_seen", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["wiki_of"],
            ["custody_repositories.id"],
            name=op.f("fk_custody_repositories_wiki_of_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody_repositories")),
        sa.UniqueConstraint("github_id", name=op.f("uq_custody_repositories_github_id")),
        sa.UniqueConstraint("label", name=op.f("uq_custody_repositories_label")),
    )
    op.create_table(
        "evidence_events",
        sa.Column("position", Id, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.Column("leaf", sa.LargeBinary(), nullable=False),
        sa.Column("leaf_hash", sa.LargeBinary(), nullable=False),
        sa.Column("rows", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_evidence_events")),
    )
    op.create_index(op.f("ix_evidence_events_kind"), "evidence_events", ["kind"], unique=False)
    op.create_index(op.f("ix_evidence_events_subject"), "evidence_events", ["subject"], unique=False)
    op.create_table(
        "evidence_head",
        sa.Column("id", Id, autoincrement=False, nullable=False),
        sa.Column("size", Id, nullable=False),
        sa.Column("latest", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_head")),
    )
    op.create_table(
        "evidence_observations",
        sa.Column("id", Id, nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("key", sa.String(length=500), nullable=False),
        sa.Column("source", sa.String(length=2000), nullable=False),
        sa.Column("seen_at", Moment(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("tool", sa.String(length=100), nullable=False),
        sa.Column("previous", sa.Integer(), nullable=True),
        sa.Column("recorded", Id, nullable=False),
        sa.Column("closed", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_observations")),
    )
    op.create_index(
        op.f("ix_evidence_observations_digest"), "evidence_observations", ["digest"], unique=False
    )
    op.create_index(
        "ix_evidence_observations_kind_key", "evidence_observations", ["kind", "key"], unique=False
    )
    op.create_index(
        op.f("ix_evidence_observations_recorded"), "evidence_observations", ["recorded"], unique=False
    )
    op.create_table(
        "evidence_personal",
        sa.Column("position", Id, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("position", "name", name=op.f("pk_evidence_personal")),
    )
    op.create_index(op.f("ix_evidence_personal_name"), "evidence_personal", ["name"], unique=False)
    op.create_table(
        "governance_products",
        sa.Column("id", Id, nullable=False),
        sa.Column("slug", sa.String(length=100), nullable=False),
        sa.Column("name_da", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("contact_role", sa.String(length=200), nullable=False),
        sa.Column("contact_organisation", sa.String(length=200), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_products")),
    )
    op.create_index(op.f("ix_governance_products_slug"), "governance_products", ["slug"], unique=False)
    op.create_table(
        "licences_detections",
        sa.Column("id", Id, nullable=False),
        sa.Column("blob", sa.LargeBinary(), nullable=False),
        sa.Column("named", sa.String(length=100), nullable=False),
        sa.Column("detector", sa.String(length=20), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_licences_detections")),
        sa.UniqueConstraint(
            "blob", "named", "detector", name=op.f("uq_licences_detections_blob_named_detector")
        ),
    )
    op.create_table(
        "parties_domains",
        sa.Column("domain", sa.String(length=255), nullable=False),
        sa.Column("party", sa.String(length=200), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("set_name", sa.String(length=100), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Date(), nullable=True),
        sa.Column("recorded", Id, nullable=False),
        sa.Column("closed", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties_domains")),
    )
    op.create_index(op.f("ix_parties_domains_recorded"), "parties_domains", ["recorded"], unique=False)
    op.create_index(op.f("ix_parties_domains_set_name"), "parties_domains", ["set_name"], unique=False)
    op.create_table(
        "parties_engagements",
        sa.Column("person", sa.String(length=200), nullable=True),
        sa.Column("party", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("basis", sa.String(length=20), nullable=False),
        sa.Column("duties", sa.Boolean(), nullable=False),
        sa.Column("covers", sa.JSON(), nullable=False),
        sa.Column("id", Id, nullable=False),
        sa.Column("set_name", sa.String(length=100), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Date(), nullable=True),
        sa.Column("recorded", Id, nullable=False),
        sa.Column("closed", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties_engagements")),
    )
    op.create_index(
        op.f("ix_parties_engagements_recorded"), "parties_engagements", ["recorded"], unique=False
    )
    op.create_index(
        op.f("ix_parties_engagements_set_name"), "parties_engagements", ["set_name"], unique=False
    )
    op.create_table(
        "parties_identities",
        sa.Column("person", sa.String(length=200), nullable=True),
        sa.Column("basis", sa.String(length=20), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("github_id", sa.String(length=50), nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("set_name", sa.String(length=100), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Date(), nullable=True),
        sa.Column("recorded", Id, nullable=False),
        sa.Column("closed", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties_identities")),
    )
    op.create_index(op.f("ix_parties_identities_recorded"), "parties_identities", ["recorded"], unique=False)
    op.create_index(op.f("ix_parties_identities_set_name"), "parties_identities", ["set_name"], unique=False)
    op.create_table(
        "parties_parties",
        sa.Column("party", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("founded", sa.Date(), nullable=True),
        sa.Column("ended", sa.Date(), nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("set_name", sa.String(length=100), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Date(), nullable=True),
        sa.Column("recorded", Id, nullable=False),
        sa.Column("closed", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties_parties")),
    )
    op.create_index(op.f("ix_parties_parties_party"), "parties_parties", ["party"], unique=False)
    op.create_index(op.f("ix_parties_parties_recorded"), "parties_parties", ["recorded"], unique=False)
    op.create_index(op.f("ix_parties_parties_set_name"), "parties_parties", ["set_name"], unique=False)
    op.create_table(
        "parties_statements",
        sa.Column("id", Id, nullable=False),
        sa.Column("set_name", sa.String(length=100), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("asked", sa.String(length=200), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("observation_id", sa.Integer(), nullable=False),
        sa.Column("recorded", Id, nullable=False),
        sa.Column("closed", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties_statements")),
    )
    op.create_index(op.f("ix_parties_statements_recorded"), "parties_statements", ["recorded"], unique=False)
    op.create_index(op.f("ix_parties_statements_set_name"), "parties_statements", ["set_name"], unique=False)
    op.create_table(
        "parties_successions",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("giver", sa.String(length=200), nullable=False),
        sa.Column("takers", sa.JSON(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("covers", sa.JSON(), nullable=True),
        sa.Column("id", Id, nullable=False),
        sa.Column("set_name", sa.String(length=100), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Date(), nullable=True),
        sa.Column("recorded", Id, nullable=False),
        sa.Column("closed", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties_successions")),
    )
    op.create_index(
        op.f("ix_parties_successions_recorded"), "parties_successions", ["recorded"], unique=False
    )
    op.create_index(
        op.f("ix_parties_successions_set_name"), "parties_successions", ["set_name"], unique=False
    )
    op.create_table(
        "provenance_blobs",
        sa.Column("id", Id, nullable=False),
        sa.Column("blob", sa.LargeBinary(), nullable=False),
        sa.Column("inspector", sa.Integer(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_blobs")),
        sa.UniqueConstraint("blob", "inspector", name=op.f("uq_provenance_blobs_blob_inspector")),
    )
    op.create_table(
        "provenance_identities",
        sa.Column("id", Id, nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("domain", sa.String(length=255), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_identities")),
        sa.UniqueConstraint("email", name=op.f("uq_provenance_identities_email")),
    )
    op.create_index(
        op.f("ix_provenance_identities_domain"), "provenance_identities", ["domain"], unique=False
    )
    op.create_table(
        "custody_harvest_ends",
        sa.Column("harvest_id", Id, nullable=False),
        sa.Column("finished_at", Moment(), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["harvest_id"],
            ["custody_harvests.id"],
            name=op.f("fk_custody_harvest_ends_harvest_id_custody_harvests"),
        ),
        sa.PrimaryKeyConstraint("harvest_id", name=op.f("pk_custody_harvest_ends")),
    )
    op.create_table(
        "custody_holdings",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("owner", sa.String(length=255), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=True),
        sa.Column("observation_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_custody_holdings_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody_holdings")),
    )
    op.create_index("ix_custody_holdings_owner_name", "custody_holdings", ["owner", "name"], unique=False)
    op.create_index(
        op.f("ix_custody_holdings_repository_id"), "custody_holdings", ["repository_id"], unique=False
    )
    op.create_table(
        "custody_results",
        sa.Column("id", Id, nullable=False),
        sa.Column("harvest_id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=True),
        sa.Column("name", sa.String(length=600), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("observation_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["harvest_id"],
            ["custody_harvests.id"],
            name=op.f("fk_custody_results_harvest_id_custody_harvests"),
        ),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_custody_results_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody_results")),
    )
    op.create_index(op.f("ix_custody_results_harvest_id"), "custody_results", ["harvest_id"], unique=False)
    op.create_index(
        op.f("ix_custody_results_repository_id"), "custody_results", ["repository_id"], unique=False
    )
    op.create_table(
        "custody_states",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("visibility", sa.String(length=20), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=True),
        sa.Column("observation_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_custody_states_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody_states")),
    )
    op.create_index(
        op.f("ix_custody_states_repository_id"), "custody_states", ["repository_id"], unique=False
    )
    op.create_table(
        "licences_conclusions",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("oid", sa.LargeBinary(), nullable=False),
        sa.Column("concluded", sa.Text(), nullable=True),
        sa.Column("light", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_licences_conclusions_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_licences_conclusions")),
    )
    op.create_index(
        "ix_licences_conclusions_now", "licences_conclusions", ["repository_id", "until"], unique=False
    )
    op.create_table(
        "provenance_activity",
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("identity_id", Id, nullable=False),
        sa.Column("commits", Id, nullable=False),
        sa.Column("co_authored", Id, nullable=False),
        sa.Column("first_seconds", Id, nullable=False),
        sa.Column("last_seconds", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"],
            ["provenance_identities.id"],
            name=op.f("fk_provenance_activity_identity_id_provenance_identities"),
        ),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_activity_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("repository_id", "identity_id", name=op.f("pk_provenance_activity")),
    )
    op.create_index(
        op.f("ix_provenance_activity_identity_id"), "provenance_activity", ["identity_id"], unique=False
    )
    op.create_table(
        "provenance_files",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("path", sa.LargeBinary(), nullable=False),
        sa.Column("path_key", sa.LargeBinary(), nullable=False),
        sa.Column("blob", sa.LargeBinary(), nullable=False),
        sa.Column("mode", sa.Integer(), nullable=False),
        sa.Column("size", Id, nullable=True),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("skip", sa.String(length=20), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("work_type", sa.String(length=20), nullable=False),
        sa.Column("work_type_reason", sa.JSON(), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("origin_reason", sa.JSON(), nullable=False),
        sa.Column("runs", sa.LargeBinary(), nullable=True),
        sa.Column("versions", sa.LargeBinary(), nullable=True),
        sa.Column("from_snapshot", sa.Integer(), nullable=False),
        sa.Column("until_snapshot", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_files_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_files")),
    )
    op.create_index(
        "ix_provenance_files_now", "provenance_files", ["repository_id", "until_snapshot"], unique=False
    )
    op.create_index(
        "ix_provenance_files_path", "provenance_files", ["repository_id", "path_key"], unique=False
    )
    op.create_table(
        "provenance_names",
        sa.Column("id", Id, nullable=False),
        sa.Column("identity_id", Id, nullable=False),
        sa.Column("name", sa.String(length=320), nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"],
            ["provenance_identities.id"],
            name=op.f("fk_provenance_names_identity_id_provenance_identities"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_names")),
        sa.UniqueConstraint("identity_id", "name", name=op.f("uq_provenance_names_identity_id_name")),
    )
    op.create_table(
        "provenance_overrides",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("glob", sa.String(length=1000), nullable=False),
        sa.Column("work_type", sa.String(length=20), nullable=True),
        sa.Column("origin", sa.String(length=20), nullable=True),
        sa.Column("said_by", sa.String(length=300), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_overrides_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_overrides")),
    )
    op.create_index(
        op.f("ix_provenance_overrides_repository_id"), "provenance_overrides", ["repository_id"], unique=False
    )
    op.create_table(
        "provenance_roots",
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("oid", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_roots_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("repository_id", "oid", name=op.f("pk_provenance_roots")),
    )
    op.create_index(op.f("ix_provenance_roots_oid"), "provenance_roots", ["oid"], unique=False)
    op.create_table(
        "provenance_shares",
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("identity_id", Id, nullable=False),
        sa.Column("work_type", sa.String(length=20), nullable=False),
        sa.Column("lines", Id, nullable=False),
        sa.Column("files", Id, nullable=False),
        sa.Column("documents", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"],
            ["provenance_identities.id"],
            name=op.f("fk_provenance_shares_identity_id_provenance_identities"),
        ),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_shares_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint(
            "repository_id", "identity_id", "work_type", name=op.f("pk_provenance_shares")
        ),
    )
    op.create_index(
        op.f("ix_provenance_shares_identity_id"), "provenance_shares", ["identity_id"], unique=False
    )
    op.create_table(
        "provenance_snapshots",
        sa.Column("id", Id, nullable=False),
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("oid", sa.LargeBinary(), nullable=False),
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("inputs", sa.String(length=200), nullable=False),
        sa.Column("method", sa.String(length=10), nullable=False),
        sa.Column("read_at", Moment(), nullable=False),
        sa.Column("observation_id", sa.Integer(), nullable=True),
        sa.Column("history", sa.LargeBinary(), nullable=False),
        sa.Column("commits", sa.Integer(), nullable=False),
        sa.Column("roots", sa.JSON(), nullable=False),
        sa.Column("totals", sa.JSON(), nullable=False),
        sa.Column("bulk", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_snapshots_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_snapshots")),
    )
    op.create_index(
        op.f("ix_provenance_snapshots_repository_id"), "provenance_snapshots", ["repository_id"], unique=False
    )
    op.create_table(
        "provenance_commits",
        sa.Column("id", Id, nullable=False),
        sa.Column("oid", sa.LargeBinary(), nullable=False),
        sa.Column("author_id", Id, nullable=False),
        sa.Column("committer_id", Id, nullable=False),
        sa.Column("author_seconds", Id, nullable=False),
        sa.Column("author_offset", Id, nullable=False),
        sa.Column("committer_seconds", Id, nullable=False),
        sa.Column("parents", sa.Integer(), nullable=False),
        sa.Column("co_authors", sa.JSON(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["provenance_names.id"],
            name=op.f("fk_provenance_commits_author_id_provenance_names"),
        ),
        sa.ForeignKeyConstraint(
            ["committer_id"],
            ["provenance_names.id"],
            name=op.f("fk_provenance_commits_committer_id_provenance_names"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_commits")),
        sa.UniqueConstraint("oid", name=op.f("uq_provenance_commits_oid")),
    )
    op.create_index(
        op.f("ix_provenance_commits_author_id"), "provenance_commits", ["author_id"], unique=False
    )
    op.create_table(
        "provenance_lines",
        sa.Column("repository_id", Id, nullable=False),
        sa.Column("commit_id", Id, nullable=False),
        sa.Column("work_type", sa.String(length=20), nullable=False),
        sa.Column("lines", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["commit_id"],
            ["provenance_commits.id"],
            name=op.f("fk_provenance_lines_commit_id_provenance_commits"),
        ),
        sa.ForeignKeyConstraint(
            ["repository_id"],
            ["custody_repositories.id"],
            name=op.f("fk_provenance_lines_repository_id_custody_repositories"),
        ),
        sa.PrimaryKeyConstraint("repository_id", "commit_id", "work_type", name=op.f("pk_provenance_lines")),
    )
    for statement in guards.statements(op.get_bind().dialect.name):
        op.execute(statement)
