# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The tables of what is found beside the lines: deliveries, copies, documents. Private to this stage.

All but what people decided can be computed again from the mirrors.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from registry.database import PERSONAL, Base, Id


class CountsRow(Base):
    """What the files of one commit amount to: counted once per commit and version of the counter."""

    __tablename__ = "provenance_counts"
    __table_args__ = (UniqueConstraint("commit_id", "counter"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    commit_id: Mapped[int] = mapped_column(ForeignKey("provenance_commits.id"))
    counter: Mapped[int]
    counts: Mapped[Mapping[str, Any]]


class SightingsRow(Base):
    """Where each blob of a repository's history first stood, packed: about ten bytes a blob."""

    __tablename__ = "provenance_sightings"

    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), primary_key=True)
    blobs: Mapped[int] = mapped_column(Id)
    firsts: Mapped[bytes]
    arrivals: Mapped[bytes]


class CopyRow(Base):
    """Lines of a repository's present that stood, byte for byte, in another repository before."""

    __tablename__ = "provenance_copies"
    __table_args__ = (Index("ix_provenance_copies_path", "repository_id", "path_key"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"))
    path: Mapped[bytes]
    path_key: Mapped[bytes]
    blob: Mapped[bytes]
    lines: Mapped[int] = mapped_column(Id)
    commit_id: Mapped[int] = mapped_column(ForeignKey("provenance_commits.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), index=True)
    source_commit_id: Mapped[int] = mapped_column(ForeignKey("provenance_commits.id"))
    source_path: Mapped[bytes]
    family: Mapped[bool]


class TextRow(Base):
    """The text of a document's blob, or why there is none: taken out once per blob and version of the extractor."""

    __tablename__ = "provenance_texts"
    __table_args__ = (UniqueConstraint("blob", "extractor"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    blob: Mapped[bytes]
    extractor: Mapped[int]
    problem: Mapped[str | None] = mapped_column(String(20))
    paragraphs: Mapped[int]
    text: Mapped[bytes]  # a JSON list of paragraphs, compressed


class DocumentRow(Base):
    """A document of a repository's present: its versions, and whose the paragraphs of its text are."""

    __tablename__ = "provenance_documents"
    __table_args__ = (Index("ix_provenance_documents_path", "repository_id", "path_key"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"))
    path: Mapped[bytes]
    path_key: Mapped[bytes]
    versions: Mapped[list[Any]]  # [number of the commit, blob, size or null], oldest first
    runs: Mapped[bytes | None]
    unread: Mapped[int]


class RulingRow(Base):
    """What a person says a commit is: a delivery of some kind, or its author's own work; closed, never changed."""

    __tablename__ = "provenance_rulings"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), index=True)
    oid: Mapped[bytes]
    kind: Mapped[str] = mapped_column(String(20))
    deliverer: Mapped[str] = mapped_column(String(300))
    said_by: Mapped[str] = mapped_column(String(300))
    reason: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime]
    until: Mapped[datetime | None]


class LookedThroughRow(Base):
    """What a person says of a commit: that it is looked through, or no longer; closed, never changed."""

    __tablename__ = "provenance_looked_through"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), index=True)
    oid: Mapped[bytes]
    listed: Mapped[bool]
    said_by: Mapped[str] = mapped_column(String(300), info=PERSONAL)
    reason: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime]
    until: Mapped[datetime | None]


class OwnRevisionsRow(Base):
    """What a repository's own list of revisions to ignore says, line by line, and what became of each."""

    __tablename__ = "provenance_own_revisions"

    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), primary_key=True)
    blob: Mapped[bytes]
    revisions: Mapped[list[Any]]  # [line, what it says, commit or "", standing]
    further: Mapped[int]
    problem: Mapped[str] = mapped_column(String(20))
