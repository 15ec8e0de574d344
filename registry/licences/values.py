# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The four values of a licence, never one: declared, detected, concluded by a person, and granted by the owner.

Declared is what fields and sentences say (manifests, publiccode.yml, REUSE, README, GitHub); detected is what
licence texts and the heads of files were recognised as. Neither is a grant.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from registry.licences.decided import concluded_by
from registry.licences.decisions import DecidedPart, Decision
from registry.licences.model import Conclusion, Kind, Note, Place, Source

_DETECTED = frozenset({Kind.LICENCE_FILE, Kind.HEADER})


@dataclass(frozen=True)
class Value:
    """An expression, in how many places of the repository's own files it stands, and the first of them."""

    expression: str
    places: int
    first: Place


@dataclass(frozen=True)
class Grant:
    """A licence that a registered paper gives: `expression` is None where its words name none for certain.

    `by` are the givers' names; `to` is "" for the public; `paper` is the register's id of it.
    """

    paper: str
    kind: str
    by: tuple[str, ...]
    to: str
    said: str
    expression: str | None
    since: date
    until: date | None


@dataclass(frozen=True)
class Values:
    """The four values; `code` and `documentation` are a person's conclusions that hold on the day."""

    declared: tuple[Value, ...]
    detected: tuple[Value, ...]
    code: Decision | None
    documentation: Decision | None
    granted: tuple[Grant, ...]


def values(
    concluded: Conclusion, decided: Iterable[Decision], granted: tuple[Grant, ...], day: date
) -> Values:
    """Return the four values of a repository's own files on a day."""
    every = tuple(decided)
    named = [one for one in concluded.sources if one.expression and Note.TEXT_ON_HAND not in one.notes]
    return Values(
        declared=_counted(one for one in named if one.kind not in _DETECTED),
        detected=_counted(one for one in named if one.kind in _DETECTED),
        code=concluded_by(every, DecidedPart.CODE, day),
        documentation=concluded_by(every, DecidedPart.DOCUMENTATION, day),
        granted=granted,
    )


def _counted(sources: Iterable[Source]) -> tuple[Value, ...]:
    """Each expression once, those nearest to the root first."""
    found: dict[str, list[Source]] = {}
    for one in sources:
        found.setdefault(str(one.expression), []).append(one)
    nearest = {
        name: min(some, key=lambda one: (one.path.count(b"/"), one.path)) for name, some in found.items()
    }
    return tuple(
        Value(name, len(found[name]), Place(one.path, one.line))
        for name, one in sorted(nearest.items(), key=lambda pair: (pair[1].path.count(b"/"), pair[1].path))
    )
