# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Files: a row for each, and lists of them by why they were left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from registry.custody.model import Repository
from registry.provenance.snapshot import File, Skip
from registry.web import addresses
from registry.web.language import gettext, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages import words
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.tables import Table

REASONS = tuple(str(skip) for skip in Skip)


@dataclass(frozen=True)
class EntryRow:
    """A folder or file; figures of a folder are those of everything below it."""

    name: str
    href: str
    folder: bool
    lines: int
    share: float
    own_files: int
    left_out: int
    kind: str
    why: str


@dataclass(frozen=True)
class FilesPage:
    """A list of files that share something."""

    frame: Frame
    rows: tuple[EntryRow, ...]


def files_page(repository: Repository, files: Iterable[File], reason: str) -> FilesPage:
    """Return the files that were left out for one reason."""
    chosen = [file for file in files if file.skip == reason]
    base = addresses.repository(repository.id, repository.full_name)
    title = words.skip(reason)
    return FilesPage(
        frame=Frame(
            title=title,
            answer=gettext(
                "%(files)s of %(repository)s were left out of the lines for this reason. Beside each "
                "stands why.",
                files=ngettext("%(count)s file", "%(count)s files", len(chosen)),
                repository=repository.full_name,
            ),
            crumbs=way(steps_to(repository), Crumb(gettext("Left out"))),
            lists=True,
        ),
        rows=tuple(file_row(file, b"", base, 1) for file in chosen),
    )


def files_table(files: Iterable[File]) -> Table:
    """Return files as a list to take along."""
    columns = (
        "path", "lines", "size", "work_type", "work_type_reason", "origin", "origin_reason", "left_out",
        "detail", "blob",
    )  # fmt: skip
    rows = [
        (
            shown_path(file.path), file.lines, file.size, file.work_type, file.work_type_reason.en, file.origin,
            file.origin_reason.en, str(file.skip) if file.skip else None, file.detail, file.blob,
        )
        for file in files
    ]  # fmt: skip
    return Table("files", columns, rows)


def file_row(file: File, inside: bytes, base: str, total: int) -> EntryRow:
    """Return the row of a file; `inside` is the folder that its name is read from."""
    own = file.skip is None
    return EntryRow(
        name=shown_path(file.path[len(inside) :]),
        href=f"{base}/file/{addresses.path(file.path)}",
        folder=False,
        lines=file.lines if own else 0,
        share=file.lines / total if own else 0.0,
        own_files=1 if own else 0,
        left_out=0 if own else 1,
        kind=file.work_type,
        why="" if own else why_left_out(file),
    )


# the detail of these repeats in other words what their name says
_SAYS_ENOUGH = frozenset({Skip.SYMLINK, Skip.SUBMODULE, Skip.EMPTY, Skip.LFS_POINTER, Skip.BINARY})


def why_left_out(file: File) -> str:
    """Return in words why a file's lines are attributed to nobody."""
    if file.skip is None:
        return ""
    reason = ""
    if file.skip in {Skip.THIRD_PARTY, Skip.GENERATED}:
        reason = words.why(file.origin_reason)
    elif file.skip not in _SAYS_ENOUGH:
        reason = shown(file.detail)
    return f"{words.skip(file.skip)}: {reason}" if reason else words.skip(file.skip)
