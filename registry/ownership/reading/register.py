# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What has been seen so far in a file: who is known by which id, and on which line each fact stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from registry.ownership.reading.mistakes import FactsError, shown
from registry.ownership.reading.table import Table
from registry.parties.model import Party, PartyKind


@dataclass
class Seen:
    """The ids and lines of one file while it is read."""

    parties: Mapping[str, Party] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    _placed: dict[int, int] = field(default_factory=dict)

    def place(self, fact: object, line: int) -> None:
        """Remember where a fact stands."""
        self._placed[id(fact)] = line

    def where(self, fact: object) -> int:
        """Return the line of a fact."""
        return self._placed.get(id(fact), 1)

    def new(self, kind: str, name: str, line: int) -> None:
        """Remember an id of its kind; refuse it when it is taken."""
        key = f"{kind} {name}"
        if key in self.lines:
            raise FactsError(line, "id", f"expected an id that no other {kind} has", self.lines[key])
        self.lines[key] = line

    def known(self, name: str, line: int, field_name: str) -> Party:
        """Return the party with this id."""
        party = self.parties.get(name)
        if party is None:
            raise FactsError(line, field_name, f"expected the id of one of `parties`, found {shown(name)}")
        return party

    def party(self, table: Table, field_name: str) -> str:
        """Take a field that names a party."""
        line = table.line_of(field_name)
        return self.known(table.text(field_name), line, field_name).id

    def person(self, table: Table, field_name: str) -> str:
        """Take a field that names a natural person."""
        line = table.line_of(field_name)
        return self.natural(table.text(field_name), line, field_name)

    def natural(self, name: str, line: int, field_name: str) -> str:
        """Return the id when it is a natural person's: only they write (s. 1)."""
        party = self.known(name, line, field_name)
        if party.kind is not PartyKind.PERSON:
            also = self.lines.get(f"party {name}")
            raise FactsError(
                line, field_name, f"expected a person, found the {party.kind} {shown(name)}", also
            )
        return name
