# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""To whom the papers lead: a row for each holder and state, so that no sum mixes what is proven with what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from registry.ownership.answers import State
from registry.pipeline.only import Only
from registry.pipeline.owned import Answers, HolderLines
from registry.web.language import gettext, ngettext
from registry.web.masking import shown
from registry.web.pages.title_words import in_order, state_word, tone

_MOST = 30


@dataclass(frozen=True)
class HolderRow:
    """How many lines lead to a holder in one state; several names hold together. `licensed` is told once a holder."""

    names: str
    state: str
    tone: str
    lines: int
    href: str
    licensed: str


def holder_rows(found: Answers, address: Callable[[Only], str]) -> tuple[HolderRow, ...]:
    """Return the rows of the holders of most lines; `address` leads to the lines that are meant."""
    return tuple(row for one in found.holders[:_MOST] for row in _rows(one, address))


def _rows(one: HolderLines, address: Callable[[Only], str]) -> Iterator[HolderRow]:
    names = shown(" + ".join(one.names), 300) or gettext("nobody who is known")
    licensed = _licensed(one.licensed)
    for state in in_order(one.lines):
        href = address(Only(state, holders=one.holders))
        yield HolderRow(names, _word(one, state), tone(state), one.lines[state], href, licensed)
        licensed = ""


def _word(one: HolderLines, state: State) -> str:
    word = state_word(state)
    if state is State.UNKNOWN and one.names:
        return gettext("%(state)s (together with somebody who is not known)", state=word)
    return word


def _licensed(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "%(count)s line of these is licensed to the association",
        "%(count)s lines of these are licensed to the association",
        count,
    )
