# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shapes of files and lines."""

from __future__ import annotations

from datetime import date

from registry.api.shapes.shape import Shape
from registry.provenance.model import Origin, WorkType
from registry.provenance.snapshot import Skip


class File(Shape):
    """A file of the commit read last. `left_out` says why its lines are attributed to nobody; null: they are."""

    path: str
    blob: str
    size: int | None
    lines: int
    work_type: WorkType
    work_type_reason: str
    origin: Origin
    origin_reason: str
    left_out: Skip | None
    lines_address: str


class Files(Shape):
    """A part of the files, by path."""

    repository: int
    commit: str
    items: tuple[File, ...]
    next: str | None


class Author(Shape):
    """A person as a commit names one."""

    contributor: int
    name: str
    mail_domain: str


class Run(Shape):
    """Lines of one commit that stand together; `first` counts from 1."""

    first: int
    last: int
    commit: str
    day: date | None
    author: Author
    co_authors: tuple[Author, ...]
    subject: str


class Lines(Shape):
    """A part of a file's lines with who wrote them; `versions` are the commits that wrote a file without lines."""

    repository: int
    commit: str
    file: File
    items: tuple[Run, ...]
    versions: tuple[str, ...]
    next: str | None
