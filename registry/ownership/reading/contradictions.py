# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Contradictory facts: two that cannot both be true of one thing, refused with both places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from registry.ownership.facts import Facts
from registry.ownership.reading.mistakes import FactsError
from registry.ownership.reading.register import Seen
from registry.parties.model import (
    WHOLE,
    Basis,
    Engagement,
    Identity,
    PartyKind,
    Succession,
    SuccessionKind,
)


def refuse_contradictions(facts: Facts, seen: Seen) -> None:
    """Refuse the first pair of facts that contradict each other."""
    _succeeded_once(facts, seen)
    _no_circle(facts.successions, seen)
    _one_kind(facts.engagements, seen)
    _one_person(facts.identities, seen)


def _succeeded_once(facts: Facts, seen: Seen) -> None:
    first: dict[str, Succession] = {}
    for one in facts.successions:
        party = facts.parties[one.giver]
        estate = one.kind is SuccessionKind.BANKRUPTCY and party.kind is not PartyKind.PERSON
        if one.kind in WHOLE or one.kind is SuccessionKind.INHERITANCE or estate:
            other = first.setdefault(one.giver, one)
            if other is not one:
                expected = f"expected the party {one.giver} to be succeeded once"
                raise FactsError(seen.where(one), "from", expected, seen.where(other))


def _no_circle(successions: Iterable[Succession], seen: Seen) -> None:
    whole = [one for one in successions if one.kind in WHOLE or one.kind is SuccessionKind.INHERITANCE]
    onward = {one.giver: one for one in whole}
    for one in whole:
        waiting, met = list(one.takers), {one.giver}
        while waiting:
            party = waiting.pop()
            further = onward.get(party)
            if further is None:
                continue
            if one.giver in further.takers:
                raise FactsError(
                    seen.where(one), "to", "expected no circle of successions", seen.where(further)
                )
            if party not in met:
                met.add(party)
                waiting += further.takers


def _one_kind(engagements: Iterable[Engagement], seen: Seen) -> None:
    together: dict[tuple[str, str], list[Engagement]] = defaultdict(list)
    for one in engagements:
        for other in together[one.person, one.party]:
            if one.kind is not other.kind and _overlap(one, other):
                expected = f"expected one kind of engagement of {one.person} at {one.party} on one day"
                raise FactsError(seen.where(one), "kind", expected, seen.where(other))
        together[one.person, one.party].append(one)


def _overlap(one: Engagement, other: Engagement) -> bool:
    starts = max(one.start, other.start)
    return one.on(starts) and other.on(starts)


def _one_person(identities: Iterable[Identity], seen: Seen) -> None:
    first: dict[tuple[str, str, str], Identity] = {}
    for one in identities:
        if one.basis is not Basis.CONFIRMED:
            continue
        other = first.setdefault((one.email, one.name, one.github_id), one)
        if other.person != one.person:
            expected = f"expected one person for the address, found {other.person} and {one.person}"
            raise FactsError(seen.where(one), "person", expected, seen.where(other))
