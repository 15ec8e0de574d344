# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The title of a repository: how much is documented as the association's, who holds the rest, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from registry.custody.model import Repository
from registry.ownership.answers import State
from registry.pipeline.owned import Answers, FileAnswer
from registry.text import path_bytes
from registry.web import addresses
from registry.web.charts import Bar
from registry.web.language import day, gettext, ngettext, percent
from registry.web.masking import shown, shown_path
from registry.web.pages import words
from registry.web.pages.dates import Dates
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.pages.title_words import break_sentence, present, share_bar, state_word, tone, weak_words
from registry.web.tables import Cell, Table

_MOST_HOLDERS = 30


@dataclass(frozen=True)
class StateRow:
    """One state: lines of code, of documentation and of both, and files."""

    name: str
    href: str
    tone: str
    code: int
    documentation: int
    lines: int
    files: int


@dataclass(frozen=True)
class HolderRow:
    """Who holds how many lines; several names hold together."""

    names: str
    lines: int
    licensed: int
    states: str


@dataclass(frozen=True)
class TitlePage:
    """Everything on the page of a repository's title."""

    frame: Frame
    dates: Dates
    assessed: bool
    plan: str
    relicence: str
    bars: tuple[tuple[str, Bar, str], ...]
    rows: tuple[StateRow, ...]
    holders: tuple[HolderRow, ...]
    missing: tuple[tuple[str, int], ...]
    weak: tuple[tuple[str, int], ...]
    later: str
    left_out: str


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


def title_page(repository: Repository, found: Answers, dates: Dates) -> TitlePage:
    """Return the page of a repository's title."""
    base = addresses.repository(repository.id, repository.full_name)
    return TitlePage(
        frame=_frame(repository, found, dates, gettext("Title")),
        dates=dates,
        assessed=found.assessed,
        plan=dates.keep(f"{base}/plan") if found.asked else "",
        relicence=dates.keep(f"{base}/relicence"),
        bars=_bars(found, dates, base) if found.assessed else (),
        rows=_rows(found, dates, base) if found.assessed else (),
        holders=_holders(found) if found.assessed else (),
        missing=tuple((break_sentence(one), lines) for one, lines in found.breaks.items()),
        weak=tuple((weak_words(one), lines) for one, lines in found.weak.items()),
        later=_later(found),
        left_out=", ".join(f"{words.skip(one)}: {count}" for one, count in found.left_out.items() if count),
    )


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


def documented(share: Fraction | None) -> str:
    """Return a share in words."""
    return gettext("nothing that somebody can hold") if share is None else percent(float(share))


def _frame(repository: Repository, found: Answers, dates: Dates, title: str) -> Frame:
    name = shown(repository.full_name)
    return Frame(
        title=gettext("Title of %(name)s", name=name),
        answer=_answer(found, dates),
        crumbs=way(steps_to(repository), Crumb(title)),
        lists=True,
        log=addresses.log_about(f"repository/{repository.id}"),
        machine=dates.keep(addresses.api(f"repositories/{repository.id}/ownership")),
    )


def _answer(found: Answers, dates: Dates) -> str:
    if not found.assessed:
        return gettext(
            "The title is not assessed as of %(day)s: no paper is registered that could concern this repository. "
            "This says nothing for or against anybody's right.",
            day=day(dates.as_of),
        )
    return gettext(
        "As of %(day)s, %(all)s of the lines that somebody can hold are documented as the association's: "
        "%(code)s of the code, %(documentation)s of the documentation. It may use %(usable)s.",
        day=day(dates.as_of),
        all=documented(found.lines.all.documented),
        code=documented(found.lines.code.documented),
        documentation=documented(found.lines.documentation.documented),
        usable=documented(found.lines.all.usable),
    )


def _links(found: Answers, dates: Dates, base: str) -> dict[State, str]:
    return {state: dates.keep(f"{base}/title/files?state={state.value}") for state in found.states}


def _bars(found: Answers, dates: Dates, base: str) -> tuple[tuple[str, Bar, str], ...]:
    links = _links(found, dates, base)
    parts = (
        ("code", gettext("Code, by state of the title"), found.lines.code),
        ("documentation", gettext("Documentation, by state of the title"), found.lines.documentation),
    )
    return tuple(
        (title, share_bar(title, share, links), name) for name, title, share in parts if share.claimable
    )


def _rows(found: Answers, dates: Dates, base: str) -> tuple[StateRow, ...]:
    links, lines, files = _links(found, dates, base), found.lines, found.files
    return tuple(
        StateRow(
            name=state_word(state),
            href=links.get(state, ""),
            tone=tone(state),
            code=lines.code.by_state.get(state, 0),
            documentation=lines.documentation.by_state.get(state, 0),
            lines=lines.all.by_state.get(state, 0),
            files=files.all.by_state.get(state, 0),
        )
        for state in present((lines.all, files.all))
    )


def _holders(found: Answers) -> tuple[HolderRow, ...]:
    return tuple(
        HolderRow(
            names=shown(" + ".join(one.names), 300) or gettext("nobody who is known"),
            lines=one.total,
            licensed=one.licensed,
            states=", ".join(state_word(state) for state in present_in(one.lines)),
        )
        for one in found.holders[:_MOST_HOLDERS]
    )


def present_in(lines: Iterable[State]) -> list[State]:
    """Return states in the order of the pages."""
    return sorted(lines, key=list(State).index)


def _later(found: Answers) -> str:
    if not found.later:
        return ""
    return ngettext(
        "%(count)s line was written after that day and is not counted.",
        "%(count)s lines were written after that day and are not counted.",
        found.later,
    )


def _file(one: FileAnswer, dates: Dates, base: str) -> FileRow:
    path = path_bytes(one.path)
    return FileRow(
        path=shown_path(path),
        href=dates.keep(f"{base}/why/{addresses.path(path)}"),
        work_type=words.work_type(one.work_type),
        state=state_word(one.state),
        lines=", ".join(f"{state_word(state)}: {one.lines[state]}" for state in present_in(one.lines)),
    )
