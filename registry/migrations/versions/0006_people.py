# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""People in git: the log commits to each address and name with a salt of its own, so that they can be erased."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from registry.database import PERSONAL, Id
from registry.evidence.model import Event
from registry.evidence.service import record

revision = "0006"
down_revision = "0005"

_BATCH = 2_000


def upgrade() -> None:
    """Create the table of what was forgotten, and let events explain the people that were sealed before."""
    op.create_table(
        "provenance_forgotten",
        sa.Column("id", Id, nullable=False),
        sa.Column("identity_id", Id, nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"],
            ["provenance_identities.id"],
            name=op.f("fk_provenance_forgotten_identity_id_provenance_identities"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance_forgotten")),
    )
    with Session(bind=op.get_bind()) as session:
        for kind in (_Identity, _Name):
            rows = session.scalars(sa.select(kind).order_by(kind.id)).all()
            for some in _batches(rows):
                event = Event("provenance.identified", kind.__tablename__, {"rows": len(some)})
                record(session, event, datetime.now(UTC), some)
        session.commit()


class _Then(DeclarativeBase):
    """The tables as they are at this revision."""


class _Identity(_Then):
    __tablename__ = "provenance_identities"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    email: Mapped[str] = mapped_column(sa.String(320), info=PERSONAL)
    domain: Mapped[str] = mapped_column(sa.String(255), info=PERSONAL)


class _Name(_Then):
    __tablename__ = "provenance_names"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    identity_id: Mapped[int] = mapped_column(Id)
    name: Mapped[str] = mapped_column(sa.String(320), info=PERSONAL)


def _batches(rows: Any) -> Any:
    return [rows[at : at + _BATCH] for at in range(0, len(rows), _BATCH)]
