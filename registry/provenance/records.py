# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The tables of provenance. Private to this stage.

All but what people decided and what was forgotten can be computed again from the mirrors. What is about a person
stands in columns that the log can forget.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from registry.database import PERSONAL, Base, Id


class IdentityRow(Base):
    """An address as git knows it, in lower case; two names at one address are one identity."""

    __tablename__ = "provenance_identities"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    email: Mapped[str] = mapped_column(String(320), unique=True, info=PERSONAL)
    domain: Mapped[str] = mapped_column(String(255), index=True, info=PERSONAL)


class NameRow(Base):
    """A name that was seen with an address."""

    __tablename__ = "provenance_names"
    __table_args__ = (UniqueConstraint("identity_id", "name"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    identity_id: Mapped[int] = mapped_column(ForeignKey("provenance_identities.id"))
    name: Mapped[str] = mapped_column(String(320), info=PERSONAL)


class ForgottenRow(Base):
    """An address that was erased, as a salted digest: the next reading that meets it learns it no second time."""

    __tablename__ = "provenance_forgotten"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    identity_id: Mapped[int] = mapped_column(ForeignKey("provenance_identities.id"))
    salt: Mapped[bytes]
    digest: Mapped[bytes]


class CommitRow(Base):
    """A commit, once, however many repositories hold it; as its raw object says."""

    __tablename__ = "provenance_commits"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    oid: Mapped[bytes] = mapped_column(unique=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("provenance_names.id"), index=True)
    committer_id: Mapped[int] = mapped_column(ForeignKey("provenance_names.id"))
    author_seconds: Mapped[int] = mapped_column(Id)
    author_offset: Mapped[int] = mapped_column(Id)
    committer_seconds: Mapped[int] = mapped_column(Id)
    parents: Mapped[int]
    co_authors: Mapped[list[Any]]  # numbers of provenance_names
    subject: Mapped[str] = mapped_column(Text)


class SnapshotRow(Base):
    """One commit of one repository's main line, read to the end; the latest is the repository's present."""

    __tablename__ = "provenance_snapshots"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), index=True)
    oid: Mapped[bytes]
    branch: Mapped[str] = mapped_column(Text)
    inputs: Mapped[str] = mapped_column(String(200))
    method: Mapped[str] = mapped_column(String(10))
    read_at: Mapped[datetime]
    observation_id: Mapped[int | None]
    history: Mapped[bytes]  # packed numbers of the commits that the head reaches
    commits: Mapped[int]
    roots: Mapped[list[Any]]  # their ids, 40 hex digits
    totals: Mapped[Mapping[str, Any]]
    bulk: Mapped[list[Any]]  # commits that brought much at once, as `Bulk.to_json` writes them


def path_key(path: bytes) -> bytes:
    """Return what a path is found by."""
    return hashlib.sha256(path).digest()[:8]


class FileRow(Base):
    """A file of the main line, from the snapshot that first showed it so until the one that no longer did."""

    __tablename__ = "provenance_files"
    __table_args__ = (
        Index("ix_provenance_files_now", "repository_id", "until_snapshot"),
        Index("ix_provenance_files_path", "repository_id", "path_key"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"))
    path: Mapped[bytes]
    path_key: Mapped[bytes]  # the beginning of its digest: a path may be longer than an index takes
    blob: Mapped[bytes]
    mode: Mapped[int]
    size: Mapped[int | None] = mapped_column(Id)
    lines: Mapped[int]
    skip: Mapped[str | None] = mapped_column(String(20))
    detail: Mapped[str] = mapped_column(Text)
    work_type: Mapped[str] = mapped_column(String(20))
    work_type_reason: Mapped[list[Any]]  # rule, Danish, English
    origin: Mapped[str] = mapped_column(String(20))
    origin_reason: Mapped[list[Any]]
    runs: Mapped[bytes | None]
    versions: Mapped[bytes | None]  # packed numbers of the commits that wrote a file without lines
    from_snapshot: Mapped[int]
    until_snapshot: Mapped[int | None]


class BlobRow(Base):
    """What the bytes of a blob tell: once per blob and version of the inspector."""

    __tablename__ = "provenance_blobs"
    __table_args__ = (UniqueConstraint("blob", "inspector"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    blob: Mapped[bytes]
    inspector: Mapped[int]
    facts: Mapped[Mapping[str, Any]]


class LinesRow(Base):
    """How many lines of a repository's present one commit wrote, by work type: shares are its sums."""

    __tablename__ = "provenance_lines"

    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), primary_key=True)
    commit_id: Mapped[int] = mapped_column(ForeignKey("provenance_commits.id"), primary_key=True)
    work_type: Mapped[str] = mapped_column(String(20), primary_key=True)
    lines: Mapped[int] = mapped_column(Id)


class ShareRow(Base):
    """What one identity wrote of a repository's present, by work type, summed from the rows above."""

    __tablename__ = "provenance_shares"

    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), primary_key=True)
    identity_id: Mapped[int] = mapped_column(
        ForeignKey("provenance_identities.id"), primary_key=True, index=True
    )
    work_type: Mapped[str] = mapped_column(String(20), primary_key=True)
    lines: Mapped[int] = mapped_column(Id)
    files: Mapped[int] = mapped_column(Id)  # text files with a line of theirs
    documents: Mapped[int] = mapped_column(Id)  # files without lines of which they wrote a version


class ActivityRow(Base):
    """How much one identity did in a repository's whole history, and between which days."""

    __tablename__ = "provenance_activity"

    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), primary_key=True)
    identity_id: Mapped[int] = mapped_column(
        ForeignKey("provenance_identities.id"), primary_key=True, index=True
    )
    commits: Mapped[int] = mapped_column(Id)
    co_authored: Mapped[int] = mapped_column(Id)
    first_seconds: Mapped[int] = mapped_column(Id)
    last_seconds: Mapped[int] = mapped_column(Id)


class RootRow(Base):
    """A commit without parents in a repository's history: repositories that share one are a family."""

    __tablename__ = "provenance_roots"

    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), primary_key=True)
    oid: Mapped[bytes] = mapped_column(primary_key=True, index=True)


class MainLineRow(Base):
    """The main line of a repository: the chain of first parents, oldest first, that its edits are told along."""

    __tablename__ = "provenance_main_lines"

    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), primary_key=True)
    commits: Mapped[bytes]  # packed numbers of its commits
    seconds: Mapped[bytes]  # packed: when each was committed, never earlier than the one before it
    kinds: Mapped[str] = mapped_column(String(64))  # the digest of what each path counts as


class EditsRow(Base):
    """The life of a path along the main line: its present, and what each commit kept, dropped and put in."""

    __tablename__ = "provenance_edits"
    __table_args__ = (Index("ix_provenance_edits_path", "repository_id", "path_key"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"))
    path: Mapped[bytes]
    path_key: Mapped[bytes]
    work_type: Mapped[str | None] = mapped_column(
        String(20)
    )  # none where the path is not the repository's own
    edits: Mapped[bytes]


class GrowthRow(Base):
    """What one month brought to the main line and took from it: lines by commit and work type."""

    __tablename__ = "provenance_growth"

    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), primary_key=True)
    month: Mapped[int] = mapped_column(primary_key=True)  # months since the year 0
    changes: Mapped[bytes]


class OverrideRow(Base):
    """What a person says of files: work type or origin, with who, why and when; closed, never changed."""

    __tablename__ = "provenance_overrides"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    repository_id: Mapped[int] = mapped_column(ForeignKey("custody_repositories.id"), index=True)
    glob: Mapped[str] = mapped_column(String(1000))
    work_type: Mapped[str | None] = mapped_column(String(20))
    origin: Mapped[str | None] = mapped_column(String(20))
    said_by: Mapped[str] = mapped_column(String(300), info=PERSONAL)
    reason: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime]
    until: Mapped[datetime | None]
