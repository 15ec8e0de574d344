# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A column of terms for the screen: may, must, must not, each sentence with the clauses that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from registry.licences.spdx_list import licence_text
from registry.licences.terms.model import (
    Alternative,
    Clause,
    Column,
    LicenceTerms,
    Statement,
    Terms,
    Text,
    Use,
)
from registry.licences.terms.names import column_name, use_name
from registry.web import addresses
from registry.web.language import language
from registry.web.masking import shown

_TONES = {
    Column.MAY: ("green", "success"),
    Column.MUST: ("yellow", "warning"),
    Column.MUST_NOT: ("red", "error"),
}
_SOURCE_KEYS = frozenset({"source", "source_offer", "source_available", "files_stay", "network_source"})


@dataclass(frozen=True)
class Sentence:
    """One sentence, and the clauses behind it: name and opening words."""

    text: str
    clauses: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ColumnView:
    """One of the three columns, with its sign; the heading says the same as the colour."""

    heading: str
    colour: str
    icon: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class LicenceView:
    """One licence with its three columns for one use."""

    identifier: str
    name: str
    href: str
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True)
class WayView:
    """One way to satisfy an expression: all of these licences; `unknown` need a person."""

    licences: tuple[LicenceView, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class UseLink:
    """A use that can be chosen, as a link."""

    text: str
    href: str
    current: bool


def ways(found: Terms, use: Use) -> tuple[WayView, ...]:
    """Return the ways to satisfy an expression, for one use."""
    return tuple(_way(way, use) for way in found.alternatives)


def licence_view(one: LicenceTerms, use: Use) -> LicenceView:
    """Return one licence's columns for one use."""
    columns = tuple(_column(column, one.uses[use][column]) for column in Column)
    return LicenceView(one.identifier, said(one.name), licence_address(one.identifier), columns)


def use_links(base: str, chosen: Use | None, kept: Mapping[str, str] | None = None) -> tuple[UseLink, ...]:
    """Return every use as a link to this page with it chosen."""
    return tuple(
        UseLink(said(use_name(use)), f"{base}?{urlencode({**(kept or {}), 'use': use.value})}", use is chosen)
        for use in Use
    )


def cited(one: LicenceTerms, use: Use) -> tuple[Clause, ...]:
    """Return the clauses cited for one use, in the order of the licence's text."""
    keys = {clause.key for statements in one.uses[use].values() for s in statements for clause in s.clauses}
    return tuple(clause for clause in one.clauses if clause.key in keys)


def asks_for_source(found: Terms, use: Use) -> bool:
    """Return whether some licence of the expression asks for source code to be offered for this use."""
    musts = [
        statement
        for way in found.alternatives
        for one in way.licences
        for statement in one.uses[use][Column.MUST]
    ]
    return any(statement.key in _SOURCE_KEYS for statement in musts)


def short_answer(found: Terms, use: Use) -> str:
    """Return the first thing to know of a use in a sentence; "" where the licence leaves a choice or a question."""
    licences = [one for way in found.alternatives for one in way.licences]
    if len(licences) != 1 or found.needs_person:
        return ""
    return first_said(licences[0], use)


def first_said(one: LicenceTerms, use: Use) -> str:
    """Return what a licence says first of a use: what one may, else what one must not."""
    statements = [*one.uses[use][Column.MAY], *one.uses[use][Column.MUST_NOT]]
    return said(statements[0].text) if statements else ""


def licence_address(identifier: str) -> str:
    """/da/l/SPDX-ID."""
    return addresses.page(f"l/{quote(identifier, safe='')}")


def text_address(identifier: str) -> str:
    """Return where the text of a licence can be read, or "" where it is on no list."""
    return f"https://spdx.org/licenses/{quote(identifier, safe='')}.html" if licence_text(identifier) else ""


def said(text: Text) -> str:
    """Return a sentence of the terms in the page's language."""
    return text.within(language())


def _way(way: Alternative, use: Use) -> WayView:
    return WayView(
        tuple(licence_view(one, use) for one in way.licences), tuple(shown(name) for name in way.unknown)
    )


def _column(column: Column, statements: Iterable[Statement]) -> ColumnView:
    colour, icon = _TONES[column]
    sentences = tuple(
        Sentence(said(one.text), tuple((said(clause.name), clause.opening) for clause in one.clauses))
        for one in statements
    )
    return ColumnView(said(column_name(column)), colour, icon, sentences)
