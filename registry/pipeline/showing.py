# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Showing of answers: addresses are never public, so whoever is known by one alone is shown by a number and a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from registry.ownership.answers import Against, Cure, Determination, Link
from registry.ownership.facts import Facts
from registry.parties.model import Party, PartyKind
from registry.pipeline.written import Person
from registry.text import visible


@dataclass(frozen=True)
class Showing:
    """Shows what the engine says without addresses."""

    facts: Facts
    people: Mapping[str, Person]

    def id(self, name: str) -> str:
        """Return the id of a party as it is, and `identity:N` for an address."""
        if name in self.facts.parties or "@" not in name:
            return name
        person = self.people.get(name)
        return f"identity:{person.identity}" if person else "identity"

    def name(self, shown: str) -> str:
        """Return what a shown id is called."""
        party = self.facts.parties.get(shown)
        if party is not None:
            return visible(party.name or party.id)
        return visible(self._names.get(shown, shown))

    def determination(self, one: Determination) -> Determination:
        """Return an answer without addresses."""
        return replace(
            one,
            holders=tuple(map(self.id, one.holders)),
            links=tuple(map(self._link, one.links)),
            cures=tuple(map(self.cure, one.cures)),
            contested_by=tuple(map(self.id, one.contested_by)),
            against=tuple(map(self._against, one.against)),
        )

    def cure(self, one: Cure) -> Cure:
        """Return a cure without addresses."""
        return replace(one, by=self.id(one.by), to=self.id(one.to))

    def told_facts(self) -> Facts:
        """Return the facts with the names of those who are known by an address alone, for telling."""
        more = {shown: Party(shown, PartyKind.PERSON, name) for shown, name in self._names.items()}
        return replace(self.facts, parties={**self.facts.parties, **more})

    @cached_property
    def _names(self) -> dict[str, str]:
        return {f"identity:{one.identity}": one.name for one in self.people.values()}

    def _against(self, one: Against) -> Against:
        return replace(one, owner=self.id(one.owner), by=self.id(one.by), now=self.id(one.now))

    def _link(self, one: Link) -> Link:
        return replace(one, giver=self.id(one.giver), taker=self.id(one.taker), by=self._by(one.by))

    def _by(self, name: str) -> str:
        """An engagement's id holds its person's."""
        return ":".join(self.id(part) for part in name.split(":")) if "@" in name else name
