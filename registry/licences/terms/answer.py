# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The terms of an expression: which licences apply together, between which one may choose, what needs a person."""

from __future__ import annotations

import re

from registry.licences.expressions import alternatives, normalise
from registry.licences.terms.model import NO_LICENCE, Alternative, LicenceTerms, Terms
from registry.licences.terms.reading import every_licence

_EXCEPTION = re.compile(r"([^\s()]+) WITH ([^\s()]+)")
_STAND_IN = "LicenseRef-with-exception-"
_MOST_WORDS = 12  # of a longer expression the ways to satisfy it are not spread out: a person reads it


def terms(expression: str) -> Terms | None:
    """Return the terms of an SPDX expression or of NONE; None when it is no expression."""
    if expression.strip().upper() == NO_LICENCE:
        return Terms(NO_LICENCE, (Alternative((every_licence()[NO_LICENCE],)),))
    normal = normalise(expression)
    if normal is None:
        return None
    if normal.count(" ") > _MOST_WORDS:
        return Terms(normal, ())
    return Terms(normal, tuple(map(_alternative, _ways(normal))))


def known_licence(identifier: str) -> LicenceTerms | None:
    """Return the terms of one licence by its identifier in any letter case, NONE included."""
    by_name = {key.lower(): found for key, found in every_licence().items()}
    return by_name.get((normalise(identifier) or identifier).lower())


def _ways(normal: str) -> list[tuple[str, ...]]:
    """The ways to satisfy it; a licence with an exception is kept as one thing, since an exception changes terms."""
    with_exception: list[str] = []

    def stand_in(match: re.Match[str]) -> str:
        with_exception.append(match[0])
        return f"{_STAND_IN}{len(with_exception) - 1}"

    asked = _EXCEPTION.sub(stand_in, normal)
    ways = [sorted(way, key=asked.index) for way in alternatives(asked)]
    ways.sort(key=lambda way: [asked.index(one) for one in way])  # as they stand in the expression
    return [tuple(_put_back(one, with_exception) for one in way) for way in ways]


def _put_back(identifier: str, with_exception: list[str]) -> str:
    if not identifier.startswith(_STAND_IN):
        return identifier
    number = identifier.removeprefix(_STAND_IN)
    return (
        with_exception[int(number)]
        if number.isdecimal() and int(number) < len(with_exception)
        else identifier
    )


def _alternative(way: tuple[str, ...]) -> Alternative:
    known = every_licence()
    found = {one: known.get(one) for one in dict.fromkeys(way)}
    return Alternative(
        licences=tuple(one for one in found.values() if one is not None),
        unknown=tuple(name for name, one in found.items() if one is None),
    )
