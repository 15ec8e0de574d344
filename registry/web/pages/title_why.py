# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Why: the chain behind each run of a file's lines, step by step, with its breaks, weaknesses and missing papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from registry.custody.model import Repository
from registry.ownership.answers import State
from registry.ownership.facts import Facts
from registry.pipeline.only import Only
from registry.pipeline.owned import Run
from registry.pipeline.stated import Sources
from registry.web import addresses
from registry.web.language import day, gettext, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages.dates import Dates
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.lines import Span
from registry.web.pages.origins import steps_to
from registry.web.pages.title_chain import (
    ChainTelling,
    PaperRef,
)
from registry.web.pages.title_only import asked_by, only_words
from registry.web.pages.title_run import Why, span_word, why_of
from registry.web.pages.title_words import (
    ORDER,
    state_word,
    teller,
)
from registry.web.tables import Table

_MOST = 300


@dataclass(frozen=True)
class WhyPage:
    """The runs of a file; `every` is the address of all of them where only some are shown.

    `read` is the evidence of the reading that names the changes, `sets` the sets of facts behind the chains.
    """

    frame: Frame
    dates: Dates
    runs: tuple[Why, ...]
    cut: str
    file: str
    plan: str
    every: str
    read: int | None
    sets: tuple[PaperRef, ...]
    asked: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Asked:
    """What of a file is asked about, and by what facts it is told."""

    repository: Repository
    path: bytes
    span: Span | None
    only: Only
    facts: Facts
    sources: Sources


def why_page(asked: Asked, runs: Sequence[Run], dates: Dates) -> WhyPage:
    """Return the page of the chains behind a file's lines."""
    base = addresses.repository(asked.repository.id, asked.repository.full_name)
    path = addresses.path(asked.path)
    file = dates.keep(f"{base}/file/{path}")
    told = ChainTelling(teller(asked.facts), asked.sources)
    limited = asked.only.limits or asked.span is not None
    return WhyPage(
        frame=_frame(asked, _answer(runs, asked, told, dates), dates),
        dates=dates,
        runs=tuple(why_of(one, told, file) for one in runs[:_MOST]),
        cut=gettext("Only the first are shown; take the list along to see all.") if len(runs) > _MOST else "",
        file=file,
        plan=dates.keep(f"{base}/plan"),
        every=dates.keep(f"{base}/why/{path}") if limited else "",
        read=dates.tree.observation if dates.tree else None,
        sets=tuple(PaperRef(shown(one.name, 100), one.observation) for one in asked.sources.sets),
        asked=(*_lines(asked.span), *asked_by(asked.only)),
    )


def _frame(asked: Asked, answer: str, dates: Dates) -> Frame:
    base = addresses.repository(asked.repository.id, asked.repository.full_name)
    title = gettext("Why: %(file)s", file=shown_path(asked.path.rsplit(b"/", 1)[-1]))
    crumbs = way(
        steps_to(asked.repository),
        Crumb(gettext("Title"), dates.keep(f"{base}/title")),
        Crumb(shown_path(asked.path), dates.keep(f"{base}/file/{addresses.path(asked.path)}")),
        Crumb(span_word(asked.span) or gettext("all lines")),
    )
    return Frame(title, answer, crumbs, lists=True, machine=dates.keep(_machine(asked)))


def why_table(runs: Sequence[Run]) -> Table:
    """Return the runs with their answers as a list to take along."""
    columns = ("first_line", "last_line", "commit", "day", "work_type", "state", "holders", "breaks", "weak")
    rows = [
        (
            one.first, one.last, one.commit, one.day.isoformat(), one.work_type,
            one.answer.state if one.answer else None,
            " ".join(map(shown, one.answer.holders)) if one.answer else "",
            " ".join(one.answer.breaks) if one.answer else "",
            " ".join(one.answer.weak) if one.answer else "",
        )
        for one in runs
    ]  # fmt: skip
    return Table("why", columns, rows)


def _machine(asked: Asked) -> str:
    lines = f"&lines={asked.span.first}-{asked.span.last}" if asked.span else ""
    path = addresses.path(asked.path)
    return addresses.api(f"repositories/{asked.repository.id}/ownership/lines?path={path}{lines}")


def _lines(span: Span | None) -> tuple[tuple[str, str], ...]:
    return (("lines", f"{span.first}-{span.last}"),) if span else ()


def _answer(runs: Sequence[Run], asked: Asked, told: ChainTelling, dates: Dates) -> str:
    if not runs:
        return gettext("The file holds nothing that somebody can hold, or was not read, or no line is meant.")
    lines: Counter[State | None] = Counter()
    for one in runs:
        lines[one.answer.state if one.answer else None] += one.count
    order: list[State | None] = [*ORDER, None]
    states = "; ".join(f"{lines[one]} {_word(one)}" for one in order if one in lines)
    said = gettext(
        "As of %(day)s: %(lines)s, by state: %(states)s.",
        day=day(dates.as_of),
        lines=ngettext("%(count)s line", "%(count)s lines", lines.total()),
        states=states,
    )
    meant = only_words(asked.only, tuple(map(told.tell.name, asked.only.holders or ())))
    shown_alone = gettext("Only these are shown: %(lines)s.", lines=meant)
    return f"{said} {shown_alone}" if meant else said


def _word(state: State | None) -> str:
    return state_word(state) if state is not None else gettext("written after the day asked about")
