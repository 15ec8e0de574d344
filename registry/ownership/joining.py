# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Joining: the verdicts on the parts of a work made into one answer (rules 11, 13 and 15)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from registry.ownership.answers import (
    CLAIMABLE,
    WORST_FIRST,
    Against,
    Cure,
    Determination,
    Flag,
    Mend,
    State,
    Weak,
)
from registry.ownership.book import Book
from registry.ownership.cures import by_living
from registry.ownership.matter import Matter
from registry.ownership.rules.claims import contradicting
from registry.ownership.rules.joint import worst
from registry.ownership.rules.licence import licensed_in
from registry.ownership.verdict import Verdict
from registry.ownership.waived import Waived

_Item = TypeVar("_Item")
_SHAKEN = (State.CLAIMED, State.OTHER, State.DISPUTED)


@dataclass(frozen=True)
class _Standing:
    state: State
    holders: frozenset[str]
    disputed: frozenset[str]
    contested: frozenset[str]
    against: frozenset[Against]
    waiving: frozenset[str]


def joined(book: Book, matter: Matter, verdicts: Sequence[Verdict], waived: Waived) -> Determination:
    """Return the answer for a work from the verdicts on its parts."""
    standing = _with_claims(book, matter, verdicts, waived)
    weak = waived.weak.union(*(one.weak for one in verdicts))
    cures = _set(one.cures for one in verdicts) | _waivers(book, standing)
    flags = _set(one.flags for one in verdicts) | _may_dispute(standing.state, cures)
    flags |= _hopeless(standing.state, weak, cures)
    courses = [one.course for one in verdicts if one.course is not None]
    all_known = len(courses) == len(verdicts)
    return Determination(
        state=standing.state,
        holders=tuple(sorted(standing.holders)),
        links=tuple(dict.fromkeys(link for one in verdicts for link in one.links)),
        breaks=tuple(sorted(_set(one.breaks for one in verdicts))),
        weak=tuple(sorted(weak)),
        cures=tuple(sorted(cures)),
        flags=tuple(sorted(flags)),
        limits=tuple(sorted(_set(one.limits for one in verdicts))),
        contested_by=tuple(sorted(standing.contested)),
        licensed_in=tuple(sorted(licensed_in(book, courses, standing.disputed) if all_known else ())),
        ai_assisted=matter.ai_assisted,
        against=tuple(sorted(standing.against)),
    )


def following(sources: Iterable[Determination]) -> Determination:
    """Return the answer for what was generated: the worst of its sources, which all hold (rules 1 and 11)."""
    found = list(sources)
    claimable = [one for one in found if one.state in CLAIMABLE]
    third = any(one.state is State.THIRD_PARTY for one in found)
    if not claimable:
        return Determination(State.THIRD_PARTY if third else State.NOT_PROTECTED)
    return Determination(
        state=worst(one.state for one in claimable),
        holders=_sorted(one.holders for one in claimable),
        links=tuple(dict.fromkeys(link for one in claimable for link in one.links)),
        breaks=_sorted(one.breaks for one in claimable),
        weak=_sorted(one.weak for one in claimable),
        cures=_sorted(one.cures for one in claimable),
        flags=_sorted([*(one.flags for one in claimable), (Flag.DEPENDS_ON,) if third else ()]),
        limits=_sorted(one.limits for one in claimable),
        contested_by=_sorted(one.contested_by for one in claimable),
        licensed_in=_licensed(claimable),
        against=_sorted(one.against for one in claimable),
    )


def worst_of(told: Sequence[Determination]) -> Determination:
    """Return the answer for lines that may have been written by one or another: the worst of theirs (rule 2).

    The first is the main one. Where they differ in state or holders, the answer says that the method decides.
    """
    if len({(one.state, one.holders, one.licensed_in) for one in told}) == 1:
        return told[0]
    state = min((one.state for one in told), key=WORST_FIRST.index)
    found = [one for one in dict.fromkeys(told) if one.state is state]
    answer = found[0] if len(found) == 1 else replace(following(found), ai_assisted=told[0].ai_assisted)
    return replace(answer, flags=_sorted([answer.flags, (Flag.METHOD_DECIDES,)]))


def _with_claims(book: Book, matter: Matter, verdicts: Sequence[Verdict], waived: Waived) -> _Standing:
    """Let contradicting claims shake every part that is not documented; the worst part then decides."""
    holders = _set(one.holders for one in verdicts)
    passed: dict[str, date] = {}
    for name, day in (known for one in verdicts for known in one.passed):
        passed[name] = max(day, passed.get(name, day))
    claims = contradicting(book, matter, holders, passed, waived)
    owners = frozenset(one.now for one in claims)
    against = claims | _set(one.against for one in verdicts)
    contested = _set(one.contested for one in verdicts) - holders
    disputed = _set(one.disputed for one in verdicts)
    state = worst(one.state for one in verdicts)
    if waived.weak and state is State.DOCUMENTED:
        state = State.CLAIMED
    if owners and any(one in _SHAKEN for one in (state, *(verdict.state for verdict in verdicts))):
        return _Standing(
            State.DISPUTED,
            holders | owners,
            disputed | holders | owners,
            contested,
            against,
            disputed | owners,
        )
    return _Standing(state, holders, disputed, contested | owners, against, disputed)


def _waivers(book: Book, standing: _Standing) -> frozenset[Cure]:
    if standing.state is not State.DISPUTED:
        return frozenset()
    # who holds by the papers gives up nothing because somebody else claims it: a paper is what it owes
    others = sorted(standing.waiving - {book.asked})
    return frozenset(by_living(book, Mend.WAIVER, others, to=book.asked))


def _hopeless(state: State, weak: frozenset[Weak], cures: frozenset[Cure]) -> frozenset[Flag]:
    """Return the flag of what no single paper mends: uncertain law, or nobody left to ask."""
    hopeless = state is not State.DOCUMENTED and (Weak.UNCERTAIN_LAW in weak or not cures)
    return frozenset({Flag.NO_CURE}) if hopeless else frozenset()


def _may_dispute(state: State, cures: frozenset[Cure]) -> frozenset[Flag]:
    """Return the flag of a confirmation that may bring a conflict to light instead of settling the title."""
    confirmed = any(one.paper is Mend.ENGAGEMENT_CONFIRMATION for one in cures)
    open_still = state in (State.UNKNOWN, State.OTHER)
    return frozenset({Flag.CONFIRMATION_MAY_DISPUTE}) if confirmed and open_still else frozenset()


def _set(lists: Iterable[Iterable[_Item]]) -> frozenset[_Item]:
    return frozenset(item for one in lists for item in one)


def _licensed(found: Iterable[Determination]) -> tuple[str, ...]:
    """Return the licences when everybody but the asked party has licensed; none if somebody has not (rule 15)."""
    others = [one for one in found if one.state not in (State.DOCUMENTED, State.CLAIMED)]
    return _sorted(one.licensed_in for one in others) if all(one.licensed_in for one in others) else ()


def _sorted(lists: Iterable[Iterable[_Item]]) -> tuple[_Item, ...]:
    return tuple(sorted(_set(lists)))  # type: ignore[type-var]
