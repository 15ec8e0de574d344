# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Standing: as whom a party is read on a day, and whether it can sign, give or take then (rules 7 and 10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from registry.ownership.answers import Break
from registry.parties.model import PARTIAL, WHOLE, Party, PartyKind, Succession, SuccessionKind


class Standing:
    """The parties of a set of facts over time."""

    def __init__(self, parties: Mapping[str, Party], successions: Iterable[Succession]) -> None:
        self._parties = parties
        self._onward: dict[str, Succession] = {}
        self._bankrupt: dict[str, Succession] = {}
        self._read: dict[tuple[str, date], tuple[str, ...]] = {}
        self.partial: dict[str, list[Succession]] = defaultdict(list)
        for one in sorted(successions, key=lambda one: (one.day, one.id)):
            if one.kind in WHOLE or one.kind is SuccessionKind.INHERITANCE:
                self._onward.setdefault(one.giver, one)
            elif one.kind is SuccessionKind.BANKRUPTCY:
                self._bankrupt.setdefault(one.giver, one)
            elif one.kind in PARTIAL:
                self.partial[one.giver].append(one)
        self.days = sorted({one.day for one in successions})

    def read_as(self, party: str, day: date) -> tuple[str, ...]:
        """Return who has taken the party's place by `day`: itself, its successor, or all heirs."""
        key = (party, day)
        if key not in self._read:
            self._read[key] = self._resolve(party, day)
        return self._read[key]

    def onward(self, party: str, day: date) -> Succession | None:
        """Return the succession by which everything the party had passed on exactly that day."""
        found = self._onward.get(party)
        return found if found is not None and found.day == day else None

    def bankruptcy(self, party: str) -> Succession | None:
        """Return the party's bankruptcy, whenever it was."""
        return self._bankrupt.get(party)

    def is_person(self, party: str) -> bool:
        """Tell whether the party is a natural person (or an address that stands for one)."""
        found = self._parties.get(party)
        return found is None or found.kind is PartyKind.PERSON

    def is_authority(self, party: str) -> bool:
        """Tell whether the party is a public authority."""
        found = self._parties.get(party)
        return found is not None and found.kind in (PartyKind.AUTHORITY, PartyKind.STATE)

    def estate(self, party: str, day: date) -> str | None:
        """Return the estate of a party bankrupt by `day`; a person's own right stays (s. 62)."""
        found = self._bankrupt.get(party)
        return found.takers[0] if found and found.day <= day and not self.is_person(party) else None

    def ended(self, party: str, day: date) -> bool:
        """Tell whether the party was no more on `day`: its last day was before, or it had been succeeded."""
        succession = self._onward.get(party)
        return self._last_day_before(party, day) or (succession is not None and succession.day <= day)

    def ended_for_good(self, party: str, day: date) -> bool:
        """Tell whether the party was no more on `day` and nobody took its place."""
        return party not in self._onward and self._last_day_before(party, day)

    def places(self, party: str, day: date) -> tuple[str, ...]:
        """Return in whose hands what the party had lies by `day`: its own, its successor's, all heirs', its estate's."""
        return tuple(dict.fromkeys(self.estate(one, day) or one for one in self.read_as(party, day)))

    def asked_now(self, party: str, day: date) -> tuple[str, ...]:
        """Return who can give a paper for the party on `day`: who is read as it, or its estate."""
        return tuple(one for one in self.places(party, day) if not self.ended_for_good(one, day))

    def signs(self, party: str, day: date) -> Break | None:
        """Return why the party could not give anything away by signing on `day`."""
        if not self._founded(party, day):
            return Break.PARTY_DID_NOT_EXIST
        if self.ended(party, day):
            return Break.PARTY_ENDED
        return Break.ESTATE_HOLDS if self.estate(party, day) else None

    def unable(self, party: str, day: date) -> Break | None:
        """Return why what it signed before cannot act on `day`: nobody took its place, or an estate did."""
        if self.ended_for_good(party, day):
            return Break.PARTY_ENDED
        return Break.ESTATE_HOLDS if self.estate(party, day) else None

    def takes(self, party: str, signed: date, acts: date) -> bool:
        """Tell whether the party existed when a paper was signed and, by a successor too, when it acts."""
        there = self._founded(party, signed) and self._founded(party, acts)
        return there and not self.ended(party, signed) and not self.ended_for_good(party, acts)

    def same(self, one: str, other: str, day: date) -> bool:
        """Tell whether, on `day`, one is the other, its successor, or its estate."""
        readings = {*self.read_as(other, day), other, self.estate(other, day)}
        return not readings.isdisjoint(self.read_as(one, day)) or one in readings

    def speaks_for(self, one: str, party: str, day: date) -> bool:
        """Tell whether one can say on `day` what the party knows: itself, a successor, its estate."""
        if self.ended(one, day) or not self._founded(one, day):
            return False
        return one == party or one in self.read_as(party, day) or one == self.estate(party, day)

    def _founded(self, party: str, day: date) -> bool:
        found = self._parties.get(party)
        return found is None or found.founded is None or found.founded <= day

    def _last_day_before(self, party: str, day: date) -> bool:
        found = self._parties.get(party)
        return found is not None and found.ended is not None and found.ended < day

    def _resolve(self, party: str, day: date) -> tuple[str, ...]:
        succession = self._onward.get(party)
        if succession is None or succession.day > day:
            return (party,)
        heirs = [heir for taker in succession.takers for heir in self.read_as(taker, day)]
        return tuple(sorted(set(heirs)))
