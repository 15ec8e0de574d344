# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A run of lines told: who wrote it, its state, the chain behind it, and what stands against that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.ownership.answers import Determination
from registry.pipeline.owned import Run
from registry.web.language import day, gettext
from registry.web.masking import shown
from registry.web.pages import words
from registry.web.pages.lines import Span
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
from registry.web.pages.title_words import (
    break_sentence,
    flag_sentence,
    tone,
    weak_words,
)


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


def span_word(span: Span | None) -> str:
    """Return which lines are meant, in words; "" for all."""
    if span is None:
        return ""
    if span.first == span.last:
        return gettext("line %(number)s", number=span.first)
    return gettext("lines %(first)s to %(last)s", first=span.first, last=span.last)


def why_of(one: Run, told: ChainTelling, file: str) -> Why:
    """Return a run told; `file` is the address of the file's own page."""
    answer = one.answer
    last = f"-L{one.last}" if one.last > one.first else ""
    return Why(
        id=f"L{one.first}",
        lines=span_word(Span(one.first, one.last)) if one.count else gettext("the whole file"),
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
        breaks=_breaks(one),
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


def _breaks(one: Run) -> tuple[tuple[str, str], ...]:
    found = one.answer.breaks if one.answer else ()
    return tuple((break_sentence(each), whose(one.parts, each)) for each in found)


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
