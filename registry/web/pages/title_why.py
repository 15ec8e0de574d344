# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Why: the chain behind each run of a file's lines, step by step, with its breaks, weaknesses and missing papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from registry.custody.model import Repository
from registry.ownership.answers import Determination, State
from registry.ownership.facts import Facts
from registry.pipeline.only import Only
from registry.pipeline.owned import Run
from registry.pipeline.stated import Sources
from registry.web import addresses
from registry.web.language import day, gettext, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages import words
from registry.web.pages.dates import Dates
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.lines import Span
from registry.web.pages.origins import steps_to
from registry.web.pages.title_chain import (
    CandidateRow,
    ChainStep,
    ChainTelling,
    PaperRef,
    PartRow,
    agree,
    holders_word,
    state_of,
    whose,
)
from registry.web.pages.title_only import asked_by, only_words
from registry.web.pages.title_words import (
    ORDER,
    break_sentence,
    flag_sentence,
    state_word,
    teller,
    tone,
    weak_words,
)
from registry.web.tables import Table

_MOST = 300


@dataclass(frozen=True)
class Why:
    """One run of lines: who wrote it, its state, the chain behind it, and what stands against that.

    `candidates` are told where they come to different answers; where they do not, `same` says so. Beside a break, and
    what is weak, stands in which author's chain it lies. `parts` are told where they come to different answers.
    """

    id: str
    lines: str
    lines_href: str
    state: str
    tone: str
    wrote: str
    delivered: str
    day: date
    commit: str
    work_type: str
    holders_word: str
    holders: str
    steps: tuple[ChainStep, ...]
    candidates: tuple[CandidateRow, ...]
    parts: tuple[PartRow, ...]
    same: str
    against: tuple[PaperRef, ...]
    breaks: tuple[tuple[str, str], ...]
    weak: tuple[tuple[str, str], ...]
    cures: tuple[str, ...]
    notes: tuple[str, ...]


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
    title = gettext("Why: %(file)s", file=shown_path(asked.path.rsplit(b"/", 1)[-1]))
    crumbs = way(
        steps_to(asked.repository),
        Crumb(gettext("Title"), dates.keep(f"{base}/title")),
        Crumb(shown_path(asked.path), file),
        Crumb(_span(asked.span) or gettext("all lines")),
    )
    told = ChainTelling(teller(asked.facts), asked.sources)
    limited = asked.only.limits or asked.span is not None
    return WhyPage(
        frame=Frame(
            title, _answer(runs, asked, told, dates), crumbs, lists=True, machine=dates.keep(_machine(asked))
        ),
        dates=dates,
        runs=tuple(_why(one, told, file) for one in runs[:_MOST]),
        cut=gettext("Only the first are shown; take the list along to see all.") if len(runs) > _MOST else "",
        file=file,
        plan=dates.keep(f"{base}/plan"),
        every=dates.keep(f"{base}/why/{path}") if limited else "",
        read=dates.tree.observation if dates.tree else None,
        sets=tuple(PaperRef(shown(one.name, 100), one.observation) for one in asked.sources.sets),
        asked=(*_lines(asked.span), *asked_by(asked.only)),
    )


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


def _span(span: Span | None) -> str:
    if span is None:
        return ""
    if span.first == span.last:
        return gettext("line %(number)s", number=span.first)
    return gettext("lines %(first)s to %(last)s", first=span.first, last=span.last)


def _why(one: Run, told: ChainTelling, file: str) -> Why:
    answer = one.answer
    last = f"-L{one.last}" if one.last > one.first else ""
    return Why(
        id=f"L{one.first}",
        lines=_span(Span(one.first, one.last)) if one.count else gettext("the whole file"),
        lines_href=f"{file}#L{one.first}{last}" if one.count else file,
        state=state_of(answer),
        tone=tone(answer.state) if answer else "",
        wrote=shown(", ".join(one.authors), 300),
        delivered=shown(one.delivered_by, 200),
        day=one.day,
        commit=one.commit,
        work_type=words.work_type(one.work_type),
        holders_word=holders_word(answer),
        holders=told.names(answer),
        steps=tuple(map(told.step, answer.links)) if answer else (),
        candidates=() if agree(one.candidates) else tuple(map(told.candidate, one.candidates)),
        parts=tuple(map(told.part, one.parts)) if len({each.answer.state for each in one.parts}) > 1 else (),
        same=_same(one) if agree(one.candidates) else "",
        against=tuple(map(told.against, answer.against)) if answer else (),
        breaks=tuple((break_sentence(each), whose(one.parts, each)) for each in answer.breaks)
        if answer
        else (),
        weak=_weak(one),
        cures=tuple(shown(told.tell.cure(cure), 400) for cure in answer.cures) if answer else (),
        notes=_notes(answer, told),
    )


def _same(one: Run) -> str:
    if not one.candidates:
        return ""
    days = ", ".join(day(each.day) for each in one.candidates[1:])
    return gettext(
        "An earlier change may count as the one that wrote the lines (%(days)s); the answer is the same.",
        days=days,
    )


def _weak(one: Run) -> tuple[tuple[str, str], ...]:
    answer = one.answer
    if answer is None:
        return ()
    in_steps = {weak for link in answer.links for weak in link.weak}
    return tuple((weak_words(each), whose(one.parts, each)) for each in answer.weak if each not in in_steps)


def _notes(answer: Determination | None, told: ChainTelling) -> tuple[str, ...]:
    if answer is None:
        return ()
    return tuple(shown(one, 600) for one in (*told.tell.beside(answer), *map(flag_sentence, answer.flags)))
