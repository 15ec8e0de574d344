# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Why: the chain behind each run of a file's lines, step by step, with its breaks, weaknesses and missing papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from registry.agreements.service import Held
from registry.custody.model import Repository
from registry.ownership.answers import Determination, Link
from registry.ownership.facts import Facts
from registry.ownership.telling import Teller
from registry.pipeline.owned import Candidate, Run
from registry.web import addresses
from registry.web.language import day as written
from registry.web.language import gettext, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages import words
from registry.web.pages.dates import Dates
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.lines import Span
from registry.web.pages.origins import steps_to
from registry.web.pages.title_words import break_sentence, flag_sentence, state_word, teller, tone, weak_words
from registry.web.tables import Table

_MOST = 300


@dataclass(frozen=True)
class ChainStep:
    """One step of a chain: its day, what happened, the paper and the evidence that holds the paper."""

    day: date
    sentence: str
    paper: str
    evidence: int | None


@dataclass(frozen=True)
class CandidateRow:
    """A change that some method names for the lines, whose it is, and the state by it alone."""

    day: date
    wrote: str
    commit: str
    state: str
    holders: str


@dataclass(frozen=True)
class Why:
    """One run of lines: who wrote it, its state, and the chain behind it."""

    id: str
    lines: str
    lines_href: str
    state: str
    tone: str
    wrote: str
    delivered: str
    day: date
    commit: str
    candidates: tuple[CandidateRow, ...]
    work_type: str
    holders: str
    steps: tuple[ChainStep, ...]
    breaks: tuple[str, ...]
    weak: tuple[str, ...]
    cures: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class WhyPage:
    """The runs of a file."""

    frame: Frame
    dates: Dates
    runs: tuple[Why, ...]
    cut: str
    file: str
    asked: Mapping[str, str]


@dataclass(frozen=True)
class Asked:
    """What of a file is asked about, and by what facts it is told."""

    repository: Repository
    path: bytes
    span: Span | None
    facts: Facts
    documents: Mapping[str, Held]


def why_page(asked: Asked, runs: Sequence[Run], dates: Dates) -> WhyPage:
    """Return the page of the chains behind a file's lines."""
    base = addresses.repository(asked.repository.id, asked.repository.full_name)
    file = dates.keep(f"{base}/file/{addresses.path(asked.path)}")
    title = gettext("Why: %(file)s", file=shown_path(asked.path.rsplit(b"/", 1)[-1]))
    crumbs = way(
        steps_to(asked.repository),
        Crumb(gettext("Title"), dates.keep(f"{base}/title")),
        Crumb(shown_path(asked.path), file),
        Crumb(_span(asked.span) or gettext("all lines")),
    )
    tell = teller(asked.facts)
    return WhyPage(
        frame=Frame(title, _answer(runs), crumbs, lists=True, machine=dates.keep(_machine(asked))),
        dates=dates,
        runs=tuple(_why(one, asked, tell, file) for one in runs[:_MOST]),
        cut=gettext("Only the first are shown; take the list along to see all.") if len(runs) > _MOST else "",
        file=file,
        asked={"lines": f"{asked.span.first}-{asked.span.last}"} if asked.span else {},
    )


def _machine(asked: Asked) -> str:
    lines = f"&lines={asked.span.first}-{asked.span.last}" if asked.span else ""
    path = addresses.path(asked.path)
    return addresses.api(f"repositories/{asked.repository.id}/ownership/lines?path={path}{lines}")


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


def _answer(runs: Sequence[Run]) -> str:
    if not runs:
        return gettext("The file holds nothing that somebody can hold, or was not read.")
    states = dict.fromkeys(one.answer.state for one in runs if one.answer)
    counted = ngettext("%(count)s run of lines", "%(count)s runs of lines", len(runs))
    return f"{counted}: {', '.join(map(state_word, states)) or gettext('written after the day asked about')}."


def _span(span: Span | None) -> str:
    if span is None:
        return ""
    if span.first == span.last:
        return gettext("line %(number)s", number=span.first)
    return gettext("lines %(first)s to %(last)s", first=span.first, last=span.last)


def _why(one: Run, asked: Asked, tell: Teller, file: str) -> Why:
    answer = one.answer or None
    last = f"-L{one.last}" if one.last > one.first else ""
    return Why(
        id=f"L{one.first}",
        lines=_span(Span(one.first, one.last)) if one.count else gettext("the whole file"),
        lines_href=f"{file}#L{one.first}{last}" if one.count else file,
        state=_state(answer),
        tone=tone(answer.state) if answer else "",
        wrote=shown(", ".join(one.authors), 300),
        delivered=shown(one.delivered_by, 200),
        candidates=tuple(_candidate(each, tell) for each in one.candidates),
        day=one.day,
        commit=one.commit,
        work_type=words.work_type(one.work_type),
        holders=_names(answer, tell),
        steps=tuple(_step(link, asked, tell) for link in answer.links) if answer else (),
        breaks=tuple(map(break_sentence, answer.breaks)) if answer else (),
        weak=_weak(answer),
        cures=tuple(shown(tell.cure(cure), 400) for cure in answer.cures) if answer else (),
        notes=_notes(answer, tell),
    )


def _candidate(one: Candidate, tell: Teller) -> CandidateRow:
    return CandidateRow(
        day=one.day,
        wrote=shown(", ".join(one.authors), 300),
        commit=one.commit[:10],
        state=_state(one.answer),
        holders=_names(one.answer, tell),
    )


def _state(answer: Determination | None) -> str:
    return state_word(answer.state) if answer else gettext("written after the day asked about")


def _names(answer: Determination | None, tell: Teller) -> str:
    return shown(", ".join(map(tell.name, answer.holders)), 300) if answer else ""


def _step(link: Link, asked: Asked, tell: Teller) -> ChainStep:
    papers = {one.id: one for one in asked.facts.agreements}
    held = asked.documents.get(link.by)
    # periods and kinds of engagements are for signed-in staff: only papers are named
    return ChainStep(
        day=link.day,
        sentence=shown(tell.why(link), 600),
        paper=shown(tell.paper(papers[link.by], written(papers[link.by].signed)), 300)
        if link.by in papers
        else "",
        evidence=held.observation if held else None,
    )


def _weak(answer: Determination | None) -> tuple[str, ...]:
    if answer is None:
        return ()
    in_steps = {weak for link in answer.links for weak in link.weak}
    return tuple(weak_words(one) for one in answer.weak if one not in in_steps)


def _notes(answer: Determination | None, tell: Teller) -> tuple[str, ...]:
    if answer is None:
        return ()
    return tuple(shown(one, 600) for one in (*tell.beside(answer), *map(flag_sentence, answer.flags)))
