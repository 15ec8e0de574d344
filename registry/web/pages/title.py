# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The title of a repository: how much is documented as the association's, who holds the rest, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from registry.custody.model import Repository
from registry.ownership.answers import State
from registry.ownership.shares import Share
from registry.pipeline.only import Only
from registry.pipeline.owned import Answers
from registry.web import addresses
from registry.web.charts import Bar
from registry.web.language import day, gettext, ngettext, percent
from registry.web.masking import shown
from registry.web.pages import words
from registry.web.pages.dates import Dates
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.pages.title_holders import HolderRow, holder_rows
from registry.web.pages.title_only import address_of
from registry.web.pages.title_words import (
    break_sentence,
    present,
    share_bar,
    state_word,
    tone,
    weak_words,
)


class Figure(NamedTuple):
    """A number, and the address of what it counts."""

    number: int
    href: str


@dataclass(frozen=True)
class StateRow:
    """One state: lines of code, of documentation and of both, and files."""

    name: str
    tone: str
    code: Figure
    documentation: Figure
    lines: Figure
    files: Figure


@dataclass(frozen=True)
class ReasonRow:
    """What is missing or weak, and in how many lines."""

    text: str
    href: str
    lines: int


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
    missing: tuple[ReasonRow, ...]
    weak: tuple[ReasonRow, ...]
    by_method: str
    by_method_href: str
    later: str
    left_out: str


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
        holders=holder_rows(found, lambda only: _files(base, dates, only)) if found.assessed else (),
        missing=tuple(
            ReasonRow(break_sentence(one), _files(base, dates, Only(broken=one)), lines)
            for one, lines in found.breaks.items()
        ),
        weak=tuple(
            ReasonRow(weak_words(one), _files(base, dates, Only(weak=one)), lines)
            for one, lines in found.weak.items()
        ),
        by_method=_by_method(found),
        by_method_href=_files(base, dates, Only(by_method=True)),
        later=_later(found),
        left_out=", ".join(f"{words.skip(one)}: {count}" for one, count in found.left_out.items() if count),
    )


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
    everything = found.lines.all
    if everything.documented is None or everything.usable is None:
        return gettext("As of %(day)s nothing stood here that somebody can hold.", day=day(dates.as_of))
    return gettext(
        "As of %(day)s, %(all)s of the lines that somebody can hold are documented as the association's: "
        "%(parts)s.%(licensed)s",
        day=day(dates.as_of),
        all=percent(float(everything.documented)),
        parts=_parts(found.lines.code.documented, found.lines.documentation.documented),
        licensed=_licensed(everything),
    )


def _licensed(everything: Share) -> str:
    """Return how far licences from holders lead beyond what is the association's own."""
    if everything.usable is None or everything.usable == everything.documented:
        return ""
    said = gettext(
        "With the lines that their holders have licensed to it, it is %(usable)s.",
        usable=percent(float(everything.usable)),
    )
    return f" {said}"


def _parts(code: Fraction | None, documentation: Fraction | None) -> str:
    """Return the shares of code and of documentation, where there is such."""
    told = []
    if code is not None:
        told.append(gettext("%(share)s of the code", share=percent(float(code))))
    if documentation is not None:
        told.append(gettext("%(share)s of the documentation", share=percent(float(documentation))))
    return ", ".join(told)


def _links(found: Answers, dates: Dates, base: str, *, code: bool) -> dict[State, str]:
    return {state: _files(base, dates, Only(state, code=code)) for state in found.states}


def _files(base: str, dates: Dates, only: Only) -> str:
    return dates.keep(address_of(f"{base}/title/files", only))


def _bars(found: Answers, dates: Dates, base: str) -> tuple[tuple[str, Bar, str], ...]:
    parts = (
        ("code", gettext("Code, by state of the title"), found.lines.code),
        ("documentation", gettext("Documentation, by state of the title"), found.lines.documentation),
    )
    links = {name: _links(found, dates, base, code=name == "code") for name, _, _ in parts}
    return tuple(
        (title, share_bar(title, share, links[name]), name) for name, title, share in parts if share.claimable
    )


def _rows(found: Answers, dates: Dates, base: str) -> tuple[StateRow, ...]:
    lines, files = found.lines, found.files

    def figure(share: Share, state: State, code: bool | None = None) -> Figure:
        return Figure(share.by_state.get(state, 0), _files(base, dates, Only(state, code=code)))

    return tuple(
        StateRow(
            name=state_word(state),
            tone=tone(state),
            code=figure(lines.code, state, code=True),
            documentation=figure(lines.documentation, state, code=False),
            lines=figure(lines.all, state),
            files=Figure(files.all.by_state.get(state, 0), ""),
        )
        for state in present((lines.all, files.all))
    )


def _by_method(found: Answers) -> str:
    if not found.by_method:
        return ""
    return ngettext(
        "For %(count)s line the answer depends on which change counts as the one that wrote it: the last one, or "
        "an earlier one when moving, copying and reformatting are followed. It stands under the worst answer.",
        "For %(count)s lines the answer depends on which change counts as the one that wrote them: the last one, "
        "or an earlier one when moving, copying and reformatting are followed. They stand under the worst answer.",
        found.by_method,
    )


def _later(found: Answers) -> str:
    if not found.later:
        return ""
    return ngettext(
        "%(count)s line was written after that day and is not counted.",
        "%(count)s lines were written after that day and are not counted.",
        found.later,
    )
