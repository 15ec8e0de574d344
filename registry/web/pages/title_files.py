# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The files of a repository that hold lines of one sort (a state, a holder, a break), each with its lines by state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registry.custody.model import Repository
from registry.ownership.answers import State
from registry.pipeline.only import Only
from registry.pipeline.owned import FileAnswer
from registry.text import path_bytes
from registry.web import addresses
from registry.web.language import day, gettext, ngettext
from registry.web.masking import shown_path
from registry.web.pages import words
from registry.web.pages.dates import Dates
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.pages.title_only import address_of, asked_by, only_words
from registry.web.pages.title_words import in_order, state_word
from registry.web.tables import Cell, Table


@dataclass(frozen=True)
class Sort:
    """The lines that are meant; `names` are those of the holders, where they are told by these."""

    only: Only
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class FileRow:
    """One file, its state, how many of its lines are meant, and all of them by state."""

    path: str
    href: str
    work_type: str
    state: str
    meant: int
    lines: str


@dataclass(frozen=True)
class TitleFilesPage:
    """The files that hold lines of one sort."""

    frame: Frame
    dates: Dates
    rows: tuple[FileRow, ...]
    cut: str
    asked: tuple[tuple[str, str], ...]


def title_files_page(
    repository: Repository, files: Sequence[FileAnswer], sort: Sort, dates: Dates, most: int = 2000
) -> TitleFilesPage:
    """Return the page of the files that hold lines of one sort."""
    base = addresses.repository(repository.id, repository.full_name)
    name = only_words(sort.only, sort.names) or gettext("All files")
    crumbs = way(steps_to(repository), Crumb(gettext("Title"), dates.keep(f"{base}/title")), Crumb(name))
    return TitleFilesPage(
        frame=Frame(
            name[0].upper() + name[1:],
            _answer(files, name, dates),
            crumbs,
            lists=True,
            machine=dates.keep(
                addresses.api(f"repositories/{repository.id}/ownership/files{_state(sort.only)}")
            ),
        ),
        dates=dates,
        rows=tuple(_file(one, sort.only, dates, base) for one in files[:most]),
        cut=gettext("Only the first are shown; take the list along to see all.") if len(files) > most else "",
        asked=tuple(asked_by(sort.only)),
    )


def _answer(files: Sequence[FileAnswer], name: str, dates: Dates) -> str:
    return gettext(
        "As of %(day)s: %(lines)s in %(files)s (%(name)s).",
        day=day(dates.as_of),
        lines=ngettext("%(count)s line", "%(count)s lines", sum(one.meant for one in files)),
        files=ngettext("%(count)s file", "%(count)s files", len(files)),
        name=name,
    )


def _state(only: Only) -> str:
    """Return what of the question the API knows: the state."""
    return f"?state={only.state}" if only.state is not None else ""


def title_files_table(files: Iterable[FileAnswer]) -> Table:
    """Return the files with their lines by state as a list to take along."""
    columns = ("path", "work_type", "state", "lines", *(one.value for one in State))
    rows: list[tuple[Cell, ...]] = [
        (
            shown_path(path_bytes(one.path)),
            one.work_type,
            one.state,
            one.meant,
            *(one.lines.get(each, 0) for each in State),
        )
        for one in files
    ]
    return Table("title", columns, rows)


def _file(one: FileAnswer, only: Only, dates: Dates, base: str) -> FileRow:
    path = path_bytes(one.path)
    return FileRow(
        path=shown_path(path),
        href=dates.keep(address_of(f"{base}/why/{addresses.path(path)}", only)),
        work_type=words.work_type(one.work_type),
        state=state_word(one.state),
        meant=one.meant,
        lines="; ".join(f"{state_word(state)}: {one.lines[state]}" for state in in_order(one.lines)),
    )
