# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A known wording: a licence text of which each word is SPDX's or stands in a reviewed table of what says the same.

Nothing is weighed here: a word more, a word less, or a word elsewhere, and the text is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

import yaml

from registry.licences.spdx_list import variants
from registry.licences.wording import words_alone

_OPENINGS = 4  # at most so many stand before a text
_TITLE = re.compile(r"\A[A-Za-z ]{1,40}License:?\n")
_NUMBER = re.compile(r"^[ \t]{0,20}([1-9])\.[ \t]", re.MULTILINE)


class Basis(StrEnum):
    """Who says that a wording is the same licence."""

    MARKUP = "markup"  # SPDX's list has these words as a variant of the licence
    JUDGED = "judged"  # a reading of this project, by a developer


@dataclass(frozen=True)
class KnownPlace:
    """One place of a text: what SPDX's copy says there, what the other one says, and why it is the same licence."""

    key: str
    licences: tuple[str, ...]
    spdx: str
    other: str
    basis: Basis
    seen: str
    da: str
    en: str
    reviewed: date


@dataclass(frozen=True)
class KnownWording:
    """A licence in other words than SPDX's, and each place where they are others."""

    identifier: str
    places: tuple[KnownPlace, ...]


def known_wording(words: Iterable[str], *, whole: bool = True) -> KnownWording | None:
    """Return the licence that these words (of `wording`) are a known wording of; None when a word is unexplained.

    Without `whole` it is enough that they begin with it: in a file's head a program follows.
    """
    said = _without_openings(" ".join(words))
    for identifier, places in _by_licence().items():
        text, used = said, []
        for one in places:
            if f" {text} ".count(f" {one.other} ") == 1:
                text = f" {text} ".replace(f" {one.other} ", f" {one.spdx} ").strip()
                used.append(one)
        if used and _is_text(" ".join(words_alone(text)), identifier, whole=whole):
            return KnownWording(identifier, tuple(used))
    return None


def known_ones(keys: Iterable[str]) -> tuple[KnownPlace, ...]:
    """Return places of the table by their keys, in its order; a key that is no longer there is left out."""
    wanted = frozenset(keys)
    return tuple(one for one in known_places() if one.key in wanted)


@cache
def known_places() -> tuple[KnownPlace, ...]:
    """Return the table, in its order."""
    table = _table()
    return tuple(
        KnownPlace(
            one["id"],
            tuple(one["licences"]),
            one["spdx"],
            one["other"],
            Basis(one["basis"]),
            one["seen"],
            one["da"],
            one["en"],
            table["reviewed"],
        )
        for one in table["places"]
    )


@cache
def _by_licence() -> dict[str, list[KnownPlace]]:
    every = dict.fromkeys(name for one in known_places() for name in one.licences)
    return {name: [one for one in known_places() if name in one.licences] for name in every}


def _is_text(words: str, identifier: str, *, whole: bool) -> bool:
    if whole:
        return words in _texts(identifier)
    return any(f"{words} ".startswith(f"{one} ") for one in _texts(identifier))


@cache
def _texts(identifier: str) -> frozenset[str]:
    """SPDX's text with its title and without; its conditions numbered 1, 2, 3, a, b, c, and not at all."""
    return frozenset(
        " ".join(words_alone(_NUMBER.sub(numbered, text)))
        for full in variants(identifier)
        for text in (full, _TITLE.sub("", full, count=1))
        for numbered in (r"\1 ", lambda found: f"{chr(ord('a') + int(found[1]) - 1)} ", "")
    )


def _without_openings(text: str) -> str:
    """The text without what the table allows before a licence, such as "some rights reserved"."""
    openings = tuple(f"{one} " for one in _table()["openings"])
    for _ in range(_OPENINGS):
        text = next((text[len(one) :] for one in openings if text.startswith(one)), text)
    return text


@cache
def _table() -> dict[str, Any]:
    text = resources.files("registry.licences").joinpath("known_wordings.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table
