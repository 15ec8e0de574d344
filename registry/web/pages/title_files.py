# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The files of a repository by the state of their title, each with its lines by state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registry.custody.model import Repository
from registry.ownership.answers import State
from registry.pipeline.owned import FileAnswer
from registry.text import path_bytes
from registry.web import addresses
from registry.web.language import gettext, ngettext
from registry.web.masking import shown_path
from registry.web.pages import words
from registry.web.pages.dates import Dates
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.pages.title_words import in_order, state_word
from registry.web.tables import Cell, Table


@dataclass(frozen=True)
class FileRow:
    """One file, its state, its lines by state."""

    path: str
    href: str
    work_type: str
    state: str
    lines: str


@dataclass(frozen=True)
class TitleFilesPage:
    """The files of one state."""

    frame: Frame
    dates: Dates
    rows: tuple[FileRow, ...]
    cut: str
    state: str


def title_files_page(
    repository: Repository, files: Sequence[FileAnswer], state: State, dates: Dates, most: int = 2000
) -> TitleFilesPage:
    """Return the page of the files that hold lines of one state."""
    base = addresses.repository(repository.id, repository.full_name)
    here = [one for one in files if one.lines.get(state)]
    name = state_word(state)
    count = ngettext("%(count)s file holds lines that are", "%(count)s files hold lines that are", len(here))
    crumbs = way(steps_to(repository), Crumb(gettext("Title"), dates.keep(f"{base}/title")), Crumb(name))
    return TitleFilesPage(
        frame=Frame(
            name.capitalize(),
            f"{count}: {name}.",
            crumbs,
            lists=True,
            machine=dates.keep(
                addresses.api(f"repositories/{repository.id}/ownership/files?state={state.value}")
            ),
        ),
        dates=dates,
        rows=tuple(_file(one, dates, base) for one in here[:most]),
        cut=gettext("Only the first are shown; take the list along to see all.") if len(here) > most else "",
        state=state.value,
    )


def title_files_table(files: Iterable[FileAnswer], state: State | None = None) -> Table:
    """Return the files with their lines by state as a list to take along."""
    columns = ("path", "work_type", "state", *(one.value for one in State))
    rows: list[tuple[Cell, ...]] = [
        (
            shown_path(path_bytes(one.path)),
            one.work_type,
            one.state,
            *(one.lines.get(each, 0) for each in State),
        )
        for one in files
        if state is None or one.lines.get(state)
    ]
    return Table("title", columns, rows)


def _file(one: FileAnswer, dates: Dates, base: str) -> FileRow:
    path = path_bytes(one.path)
    return FileRow(
        path=shown_path(path),
        href=dates.keep(f"{base}/why/{addresses.path(path)}"),
        work_type=words.work_type(one.work_type),
        state=state_word(one.state),
        lines=", ".join(f"{state_word(state)}: {one.lines[state]}" for state in in_order(one.lines)),
    )
