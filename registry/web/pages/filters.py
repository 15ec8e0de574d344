# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A filter: what a reader wants to see of a list, as the address says; anything unknown is refused in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from registry.errors import BadInputError
from registry.web.language import gettext

_LIGHTS = ("", "green", "yellow", "red", "grey")
_LICENCES = (*_LIGHTS, "contradict", "none")
_SORTS = ("name", "lines", "seen")
_LONGEST = 200


@dataclass(frozen=True)
class Wanted:
    """The filters of the overview, checked."""

    words: str = ""
    organisation: str = ""
    custody: str = ""
    licence: str = ""
    sort: str = "name"


@dataclass(frozen=True)
class Option:
    """One choice of a filter."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True)
class Filters:
    """The filters with their choices, for the form."""

    words: str
    organisations: tuple[Option, ...]
    custody: tuple[Option, ...]
    licence: tuple[Option, ...]
    sort: tuple[Option, ...]


def read_wanted(arguments: Mapping[str, str]) -> Wanted:
    """Return what the address asks for; raises BadInputError for a value that is none of the choices."""
    return Wanted(
        words=arguments.get("q", "").strip().lower()[:_LONGEST],
        organisation=arguments.get("organisation", "")[:_LONGEST],
        custody=one_of(arguments, "custody", _LIGHTS),
        licence=one_of(arguments, "licence", _LICENCES),
        sort=one_of(arguments, "sort", _SORTS, "name"),
    )


def one_of(arguments: Mapping[str, str], name: str, allowed: Iterable[str], default: str = "") -> str:
    """Return one argument of the address; raises BadInputError when it is none of those allowed."""
    value = arguments.get(name, default)
    if value not in tuple(allowed):
        choices = ", ".join(choice for choice in allowed if choice)
        raise BadInputError(
            gettext(
                "The address asks for %(name)s in a form the register does not know; use one of: "
                "%(choices)s.",
                name=name,
                choices=choices,
            )
        )
    return value


def whole_number(arguments: Mapping[str, str], name: str, default: int) -> int:
    """Return a positive number of the address; raises BadInputError for anything else."""
    value = arguments.get(name, str(default))
    if not (value.isascii() and value.isdigit() and 0 < len(value) < 10 and int(value) > 0):
        raise BadInputError(
            gettext("The address gives %(name)s a value that is no positive whole number.", name=name)
        )
    return int(value)


def options(choices: Iterable[tuple[str, str]], chosen: str) -> tuple[Option, ...]:
    """Return the choices of a filter."""
    return tuple(Option(value, text, value.lower() == chosen.lower()) for value, text in choices)
