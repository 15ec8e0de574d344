# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The title beside the lines of a file: a sign, a word and a colour for each run, its holder and its paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from registry.ownership.answers import State
from registry.pipeline.behind import Behind, Stretch
from registry.provenance.runs import Pair
from registry.web.charts import Bar, Part, bar
from registry.web.language import gettext
from registry.web.masking import shown
from registry.web.pages.title_words import ORDER, state_icon, state_word, tone


@dataclass(frozen=True)
class Titled:
    """The title of a run in the words of the page: made once, however many runs have it."""

    word: str
    icon: str
    tone: str
    holders: str
    paper: str


@dataclass(frozen=True)
class LinesTitle:
    """The title of a file's lines: a bar of all states, which is the legend, and what stands at each run of `pairs`."""

    bar: Bar
    pairs: Sequence[Pair]
    titles: Sequence[Titled | None]


def lines_title(found: Sequence[Stretch] | None, pairs: Sequence[Pair]) -> LinesTitle | None:
    """Return the title of a file's lines; None where nothing is assessed, or nothing has lines."""
    if not found or not pairs:
        return None
    behind = [one.behind for one in found]
    made: dict[Behind | None, Titled | None] = {one: _titled(one) for one in set(behind) if one is not None}
    lines: Counter[State | None] = Counter()
    for one in found:
        if one.behind is not None:
            lines[one.behind.state] += one.count
    order: list[State | None] = [*ORDER, None]
    parts = [_part(state, lines[state]) for state in order if lines[state]]
    title = gettext("Whose the lines are, by state of the title")
    runs = [(one.count, one.commit) for one in found]
    return LinesTitle(bar(title, parts), runs, [made.get(one) for one in behind])


def _part(state: State | None, count: int) -> Part:
    return Part(_word(state), count, tone(state) if state is not None else "")


def _word(state: State | None) -> str:
    return state_word(state) if state is not None else gettext("written after the day asked about")


def _titled(one: Behind) -> Titled:
    word = _word(one.state)
    if one.licensed and one.state is State.OTHER:
        word = gettext("%(state)s, licensed in", state=word)
    if one.by_method:
        word = gettext("%(state)s, depending on which change counts", state=word)
    return Titled(
        word=word,
        icon=state_icon(one.state),
        tone=tone(one.state) if one.state is not None else "",
        holders=shown(" + ".join(one.holders), 200),
        paper=shown(one.paper, 100),
    )
