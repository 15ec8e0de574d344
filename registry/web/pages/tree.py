# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The file tree: one folder of a repository, as a map and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from registry.custody.model import Repository
from registry.errors import NotFoundError
from registry.provenance.snapshot import File, Snapshot
from registry.web import addresses
from registry.web.charts import Part, Treemap, treemap
from registry.web.language import gettext, ngettext, percent
from registry.web.masking import shown_path
from registry.web.pages import words
from registry.web.pages.files import EntryRow, file_row
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to

_TONES = {
    "program": "tone-1",
    "design": "tone-2",
    "configuration": "tone-3",
    "documentation": "tone-4",
    "data": "tone-5",
    "media": "tone-6",
}
_MOST_BOXES = 60


@dataclass(frozen=True)
class TreePage:
    """One folder."""

    frame: Frame
    rows: tuple[EntryRow, ...]
    map: Treemap | None
    legend: tuple[tuple[str, str], ...]
    counts: str


def tree_page(repository: Repository, snapshot: Snapshot, files: Sequence[File], folder: bytes) -> TreePage:
    """Return the page of a folder (b"" is the top); raises NotFoundError for a folder that is not there."""
    inside = b"" if not folder else folder + b"/"
    within = [file for file in files if file.path.startswith(inside)]
    if not within:
        name = shown_path(folder)
        raise NotFoundError(
            gettext("There is no folder %(path)s in the change that was read last.", path=name)
        )
    base = addresses.repository(repository.id, repository.full_name)
    rows = _rows(within, inside, base)
    lines = sum(row.lines for row in rows)
    return TreePage(
        frame=Frame(
            title=shown_path(folder) or gettext("Files"),
            answer=_answer(snapshot, within, lines, folder),
            crumbs=way(steps_to(repository), *_steps(base, folder)),
            lists=True,
        ),
        rows=tuple(rows),
        map=_map(rows),
        legend=tuple((words.work_type(key), tone) for key, tone in _TONES.items()),
        counts=ngettext("%(count)s file", "%(count)s files", len(within)),
    )


@dataclass
class _Folder:
    lines: int = 0
    own: int = 0
    left_out: int = 0


def _rows(within: Sequence[File], inside: bytes, base: str) -> list[EntryRow]:
    total = sum(file.lines for file in within if file.skip is None) or 1
    folders: dict[bytes, _Folder] = {}
    kinds: dict[bytes, dict[str, int]] = {}
    rows: list[EntryRow] = []
    for file in within:
        name, slash, _ = file.path[len(inside) :].partition(b"/")
        if not slash:
            rows.append(file_row(file, inside, base, total))
            continue
        one = folders.setdefault(name, _Folder())
        if file.skip is None:
            one.lines += file.lines
            one.own += 1
            counted = kinds.setdefault(name, {})
            counted[file.work_type] = counted.get(file.work_type, 0) + file.lines
        else:
            one.left_out += 1
    found = [
        _folder_row(inside + name, name, one, kinds.get(name, {}), (base, total))
        for name, one in folders.items()
    ]
    return sorted(found, key=lambda row: row.name.lower()) + sorted(rows, key=lambda row: row.name.lower())


def _folder_row(
    path: bytes, name: bytes, one: _Folder, kinds: dict[str, int], around: tuple[str, int]
) -> EntryRow:
    base, total = around
    return EntryRow(
        name=shown_path(name) + "/",
        href=f"{base}/tree/{addresses.path(path)}",
        folder=True,
        lines=one.lines,
        share=one.lines / total,
        own_files=one.own,
        left_out=one.left_out,
        kind=max(kinds, key=lambda key: kinds[key], default=""),
        why="",
    )


def _map(rows: Sequence[EntryRow]) -> Treemap | None:
    largest = sorted((row for row in rows if row.lines), key=lambda row: -row.lines)
    if len(largest) < 2:
        return None
    parts = [
        Part(row.name, row.lines, _TONES.get(row.kind, "tone-6"), row.href) for row in largest[:_MOST_BOXES]
    ]
    description = ", ".join(f"{row.name} {percent(row.share)}" for row in largest[:5])
    return treemap(
        gettext("Lines by folder and file"),
        gettext(
            "The area is the number of lines, the tone the work type that most of them are. Largest: "
            "%(largest)s. The table below holds the same figures.",
            largest=description,
        ),
        parts,
    )


def _answer(snapshot: Snapshot, within: Sequence[File], lines: int, folder: bytes) -> str:
    left_out = sum(1 for file in within if file.skip is not None)
    where = gettext("In this folder") if folder else gettext("In the repository")
    return gettext(
        "%(where)s: %(lines)s in %(files)s, and %(left_out)s left out, at the change %(commit)s.",
        where=where,
        lines=ngettext("%(count)s line", "%(count)s lines", lines),
        files=ngettext("%(count)s file", "%(count)s files", len(within) - left_out),
        left_out=ngettext("%(count)s file", "%(count)s files", left_out),
        commit=snapshot.commit[:10],
    )


def _steps(base: str, folder: bytes) -> list[Crumb]:
    if not folder:
        return [Crumb(gettext("Files"))]
    return [Crumb(gettext("Files"), f"{base}/tree/"), *folder_steps(base, folder)]


def folder_steps(base: str, path: bytes) -> list[Crumb]:
    """Return the steps of the way to a path; the last one has no address."""
    names = path.split(b"/")
    steps = [
        Crumb(shown_path(name), f"{base}/tree/{addresses.path(b'/'.join(names[: place + 1]))}")
        for place, name in enumerate(names[:-1])
    ]
    return [*steps, Crumb(shown_path(names[-1]))]
