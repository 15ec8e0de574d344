# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The engine's words of title in the page's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import ModuleType

from registry.ownership.answers import CLAIMABLE, Break, Flag, State, Weak
from registry.ownership.facts import Facts
from registry.ownership.shares import Share
from registry.ownership.telling import Language, Teller
from registry.ownership.words import danish, english
from registry.web.charts import Bar, Part, bar
from registry.web.language import language

ORDER = (
    State.DOCUMENTED,
    State.CLAIMED,
    State.OTHER,
    State.UNKNOWN,
    State.DISPUTED,
    State.THIRD_PARTY,
    State.NOT_PROTECTED,
)
"""The states as every bar and table shows them."""


def state_word(state: State) -> str:
    """Return the name of a state."""
    return str(_words().STATES[state])


def tone(state: State) -> str:
    """Return the class of a state's colour; its word and its sign always stand beside it."""
    return f"state-{state.value.replace('_', '-')}"


def state_icon(state: State | None) -> str:
    """Return the name of the sign of a state."""
    return _ICONS.get(state, "time") if state is not None else "time"


_ICONS = {
    State.DOCUMENTED: "success",
    State.CLAIMED: "warning",
    State.OTHER: "person",
    State.UNKNOWN: "help",
    State.DISPUTED: "error",
    State.THIRD_PARTY: "share",
    State.NOT_PROTECTED: "minus",
}


def break_sentence(one: Break) -> str:
    """Return why a chain does not reach the association."""
    return str(_words().BREAKS[one])


def weak_words(one: Weak) -> str:
    """Return why a link is only likely."""
    return str(_words().WEAK[one])


def flag_sentence(one: Flag) -> str:
    """Return what stands beside an answer."""
    return str(_words().FLAGS[one])


def teller(facts: Facts) -> Teller:
    """Return who tells answers about these facts in the page's language."""
    return Teller(facts, Language(language()))


def share_bar(title: str, share: Share, links: Mapping[State, str]) -> Bar:
    """Return what somebody can hold as a bar by state; what nobody can hold stands in the table alone."""
    counted = [(state, share.by_state.get(state, 0)) for state in ORDER if state in CLAIMABLE]
    return bar(title, [_part(state, count, links) for state, count in counted if count])


def present(shares: Iterable[Share]) -> list[State]:
    """Return the states that any of these shares knows, in order."""
    counted = tuple(shares)
    return [state for state in ORDER if any(one.by_state.get(state) for one in counted)]


def in_order(states: Iterable[State]) -> list[State]:
    """Return states in the order of the pages."""
    return sorted(states, key=list(State).index)


def _part(state: State, count: int, links: Mapping[State, str]) -> Part:
    return Part(state_word(state), count, tone(state), links.get(state, ""))


def _words() -> ModuleType:
    return danish if language() == "da" else english
