# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Agreement among sets: what two sets say of one fact must be one thing; where it is not, both places are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from registry.agreements.service import Papers
from registry.errors import RefusedError
from registry.ownership.facts import Asks, Facts
from registry.ownership.reading.contradictions import refuse_contradictions
from registry.ownership.reading.mistakes import FactsError
from registry.ownership.reading.register import Seen
from registry.parties.model import Party
from registry.parties.service import People
from registry.parties.stating import Told

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Union:
    """What all sets say together, the new one included; repositories as the papers name them."""

    people: People
    papers: Papers


def refuse_disagreement(union: Union) -> None:
    """Raise RefusedError for the first two sets that disagree on one fact, or contradict each other."""
    _parties(union.people.parties)
    people, papers = union.people, union.papers
    _same(people.successions, lambda one: (one.kind, one.giver, one.day))
    _same(people.engagements, lambda one: (one.person, one.party, one.start, one.covers))
    _same(people.identities, lambda one: (one.email, one.name, one.github_id))
    _same(people.domains, lambda one: (one.domain, one.party, one.start))
    _same(_papers(papers), lambda one: (one.id,))
    _same(papers.claims, lambda one: (one.by, one.owner, one.day, one.source, one.covers))
    _one_namespace(union)
    _together(union)


def merged(told: Iterable[Told[Party]]) -> dict[str, Party]:
    """Return each party with all that the sets say of it: what one leaves out another may state."""
    found: dict[str, Party] = {}
    for one in told:
        before = found.get(one.fact.id)
        found[one.fact.id] = one.fact if before is None else _filled(before, one.fact)
    return found


def _filled(one: Party, other: Party) -> Party:
    return replace(
        one,
        name=one.name or other.name,
        founded=one.founded or other.founded,
        ended=one.ended or other.ended,
    )


def _parties(told: Iterable[Told[Party]]) -> None:
    first: dict[str, list[Told[Party]]] = {}
    for one in told:
        for other in first.setdefault(one.fact.id, []):
            for field in fields(Party):
                mine, theirs = getattr(one.fact, field.name), getattr(other.fact, field.name)
                if field.name != "recorded" and mine and theirs and mine != theirs:
                    _refuse(other, one, f"the party {one.fact.id}'s {field.name}")
        first[one.fact.id].append(one)


def _same(told: Iterable[Told[Any]], key: Callable[[Any], Key]) -> None:
    first: dict[Key, Told[Any]] = {}
    for one in told:
        other = first.setdefault(key(one.fact), one)
        alike = replace(other.fact, recorded=None) == replace(one.fact, recorded=None)
        if other.set_name != one.set_name and not (type(other.fact) is type(one.fact) and alike):
            _refuse(other, one, _name(one.fact))


def _name(fact: Any) -> str:
    what = type(fact).__name__.lower()
    return f"the {what} {fact.id}" if hasattr(fact, "id") else f"one {what}"


def _refuse(one: Told[Any], other: Told[Any], what: str) -> None:
    msg = f"{other.where} and {one.where} disagree on {what}; nothing was imported: correct one of the two"
    raise RefusedError(msg)


def _papers(papers: Papers) -> list[Told[Any]]:
    return [*papers.agreements, *papers.declarations]


def _one_namespace(union: Union) -> None:
    parties = {one.fact.id: one for one in union.people.parties}
    for paper in _papers(union.papers):
        if paper.fact.id in parties:
            _refuse(
                parties[paper.fact.id], paper, f"what {paper.fact.id} is: ids of parties and papers are one"
            )


def _together(union: Union) -> None:
    """Let the reader's own refusals look at all sets; its line numbers are places of ours."""
    people = union.people
    every: list[Told[Any]] = [*people.successions, *people.engagements, *people.identities]
    seen = Seen()
    for number, one in enumerate(every):
        seen.place(one.fact, number)
    facts = Facts(
        asks=Asks(""),
        parties=merged(people.parties),
        successions=_once(people.successions),
        engagements=_once(people.engagements),
        identities=_once(people.identities),
    )
    try:
        refuse_contradictions(facts, seen)
    except FactsError as error:
        also = f" and {every[error.also].where}" if error.also is not None else ""
        msg = f"{every[error.line].where}{also} contradict each other: {error.expected}"
        raise RefusedError(msg) from error


def _once(told: Iterable[Told[Any]]) -> tuple[Any, ...]:
    found: dict[Any, Any] = {}
    for one in told:
        found.setdefault(replace(one.fact, recorded=None), one.fact)
    return tuple(found.values())
