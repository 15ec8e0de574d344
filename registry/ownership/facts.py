# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Facts: everything that the engine is told, and the question it is asked. Frozen, and in no order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from registry.agreements.model import Agreement, Claim, Declaration
from registry.parties.model import Domain, Engagement, Identity, Party, Succession
from registry.parties.scope import Place
from registry.provenance.model import Origin, WorkType


class Author(NamedTuple):
    """A commit's author as told: a person's id, or what the commit wrote (address, name, account)."""

    person: str = ""
    email: str = ""
    name: str = ""
    github_id: str = ""


@dataclass(frozen=True)
class Contribution:
    """Lines of a path, written on a day by authors; without authors nobody is identified.

    `otherwise`: the same lines as other ways of looking (white space, moves, copies) tell of them (rule 2).
    """

    id: str
    repository: str
    path: str
    work_type: WorkType
    authors: tuple[Author, ...]
    day: date
    lines: int
    origin: Origin = Origin.ORIGINAL
    bulk: bool = False
    delivered_by: str | None = None
    maker: str | None = None
    published: date | None = None
    renewed: date | None = None
    generated_from: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()
    ai_assisted: bool = False
    author_doubtful: bool = False
    reachable_from: frozenset[str] = frozenset()
    recorded: date | None = None
    otherwise: tuple[Contribution, ...] = ()

    @cached_property
    def place(self) -> Place:
        """Return where the lines stand."""
        return Place(self.repository, self.path, self.work_type, self.reachable_from)


@dataclass(frozen=True)
class Asks:
    """The question: is it `party`'s, by the acts of `as_of`, as recorded on `known`? No day means today."""

    party: str
    as_of: date | None = None
    known: date | None = None

    def on(self, today: date) -> Asks:
        """Return the question with both days filled in."""
        return replace(self, as_of=self.as_of or today, known=self.known or today)


@dataclass(frozen=True)
class Facts:
    """All facts of one file, or of the register."""

    asks: Asks
    title: str = ""
    parties: Mapping[str, Party] = field(default_factory=dict)
    successions: tuple[Succession, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    identities: tuple[Identity, ...] = ()
    domains: tuple[Domain, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    claims: tuple[Claim, ...] = ()
    contributions: tuple[Contribution, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Contribution]:
        """Return the contributions by their ids."""
        return {one.id: one for one in self.contributions}


def however_told(contributions: Iterable[Contribution]) -> Iterator[Contribution]:
    """Yield each contribution, and behind it the same lines as they are told otherwise."""
    for one in contributions:
        yield one
        yield from one.otherwise


def known_on(facts: Facts, known: date) -> Facts:
    """Return the facts that had been recorded by `known` (rule 14)."""

    def had(fact: object) -> bool:
        recorded: date | None = getattr(fact, "recorded", None)
        return recorded is None or recorded <= known

    return replace(
        facts,
        parties={name: party for name, party in facts.parties.items() if had(party)},
        successions=tuple(filter(had, facts.successions)),
        engagements=tuple(filter(had, facts.engagements)),
        identities=tuple(filter(had, facts.identities)),
        domains=tuple(filter(had, facts.domains)),
        agreements=tuple(filter(had, facts.agreements)),
        declarations=tuple(filter(had, facts.declarations)),
        claims=tuple(filter(had, facts.claims)),
        contributions=tuple(filter(had, facts.contributions)),
    )
