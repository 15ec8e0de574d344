# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A statement: one place of a contradiction with the licence that it names."""

from __future__ import annotations

from dataclasses import dataclass

from registry.licences.model import Conclusion, Contradiction, Kind, Place


@dataclass(frozen=True)
class Statement:
    """A place, what kind of place it is, and the licence that stands there."""

    place: Place
    kind: Kind
    expression: str


def statements(concluded: Conclusion, against: Contradiction) -> tuple[Statement, ...]:
    """Return what each place of a contradiction says, in its order; a place that says two things is there twice."""
    sources: dict[Place, list[Statement]] = {place: [] for place in against.places}
    for one in (*concluded.sources, *concluded.third_party):
        place = Place(one.path, one.line)
        if one.expression and place in sources:
            sources[place].append(Statement(place, one.kind, one.expression))
    return tuple(dict.fromkeys(one for said in sources.values() for one in said))


def sides(concluded: Conclusion, against: Contradiction) -> dict[str, list[Place]]:
    """Return the places of a contradiction by the licence that they name, in the order in which they are named."""
    found: dict[str, list[Place]] = {}
    for one in statements(concluded, against):
        found.setdefault(one.expression, []).append(one.place)
    return found
