# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A term of a licence: one sentence in Danish and English, and the clauses of the licence that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

NO_LICENCE = "NONE"
"""SPDX's own word for "no licence at all"."""


class Use(StrEnum):
    """What somebody wants to do with a work (the names of `--use` and `?use=`)."""

    USE = "use"
    MODIFY = "modify"
    HOST = "host"
    DISTRIBUTE = "distribute"
    LINK = "link"
    COMBINE = "combine"
    DOCUMENTATION = "documentation"


class Column(StrEnum):
    """The three columns of every answer."""

    MAY = "may"
    MUST = "must"
    MUST_NOT = "must_not"


@dataclass(frozen=True)
class Text:
    """The same sentence in both languages."""

    da: str
    en: str

    def within(self, language: str) -> str:
        """Return the sentence in "da" or "en"."""
        return self.da if language == "da" else self.en


@dataclass(frozen=True)
class Clause:
    """A clause of a licence: its key here, how it is cited, and the words with which it opens in the text."""

    key: str
    name: Text
    opening: str


@dataclass(frozen=True)
class Statement:
    """One sentence about one use, and the clauses that say so."""

    key: str
    text: Text
    clauses: tuple[Clause, ...]


Columns = Mapping[Column, tuple[Statement, ...]]


@dataclass(frozen=True)
class LicenceTerms:
    """The terms of one licence; `clauses` are those that its statements may cite, in the order of its text."""

    identifier: str
    name: Text
    uses: Mapping[Use, Columns]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Alternative:
    """One way to satisfy an expression: all of these licences together."""

    licences: tuple[LicenceTerms, ...]
    unknown: tuple[str, ...] = ()

    @property
    def needs_person(self) -> bool:
        """Whether some licence or exception of it has no written terms here."""
        return bool(self.unknown)


@dataclass(frozen=True)
class Terms:
    """What an expression amounts to: one alternative is enough, each whole. None at all: a person must read."""

    expression: str
    alternatives: tuple[Alternative, ...]

    @property
    def needs_person(self) -> bool:
        """Whether any alternative cannot be answered from here."""
        return not self.alternatives or any(one.needs_person for one in self.alternatives)
