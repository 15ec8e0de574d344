# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shapes of licence facts, terms and combinations."""

from __future__ import annotations

from datetime import date

from registry.api.shapes.repositories import Licence
from registry.api.shapes.shape import Shape
from registry.licences.dependencies.model import Scope
from registry.licences.known_wordings import Basis
from registry.licences.model import Kind, Note, Remarkable
from registry.licences.terms.compatibility import Answer
from registry.licences.terms.model import Column, Use


class Place(Shape):
    """A line of a file; both null where it stands in no file (GitHub's own statement)."""

    path: str | None
    line: int | None


class KnownPlace(Shape):
    """Where a text differs from SPDX's and says the same: the words of both, why, who says so, where it was seen."""

    key: str
    other: str
    spdx: str
    basis: Basis
    reason: str
    seen: str
    reviewed: date


class Source(Shape):
    """What one place says of the licence: `expression` is SPDX, null where it names none for certain.

    `nearest`, `similarity` (of 1) and `difference` (`-` a word of the licence alone, `+` of the file) tell which
    licence a text is like that is none of the list; `known_places`, why one in other words is the licence all the same.
    """

    kind: Kind
    place: Place
    expression: str | None
    text: str
    notes: tuple[Note, ...]
    notes_text: tuple[str, ...]
    needs_person: bool
    third_party: bool
    nearest: str | None
    similarity: float | None
    difference: str | None
    known_places: tuple[KnownPlace, ...]


class Said(Shape):
    """A place, and the licence that stands there."""

    kind: Kind
    place: Place
    expression: str


class Contradiction(Shape):
    """Licences that do not go together, where they are named, and which of them each place names."""

    expressions: tuple[str, ...]
    places: tuple[Place, ...]
    said: tuple[Said, ...]


class Remark(Shape):
    """What a reader should know although it is no contradiction."""

    code: Remarkable
    text: str
    places: tuple[Place, ...]


class LicenceFacts(Shape):
    """What is concluded, what contradicts, what is remarkable; the sources stand in a list of their own."""

    repository: int
    commit: str
    concluded: Licence
    contradictions: tuple[Contradiction, ...]
    remarks: tuple[Remark, ...]
    sources_address: str


class Sources(Shape):
    """A part of the places that say something of the licence."""

    repository: int
    commit: str
    items: tuple[Source, ...]
    next: str | None


class NamedAt(Shape):
    """A place that names a component: which versions it asks for, and which licence it tells; null: none."""

    path: str
    line: int
    requirement: str | None
    licence: str | None


class Component(Shape):
    """A third party's component. `licence` is what all places agree on; null: unknown, or they differ."""

    purl: str
    ecosystem: str
    name: str
    version: str | None
    scope: Scope
    direct: bool | None
    licence: str | None
    declared: tuple[str, ...]
    places: tuple[NamedAt, ...]


class Unread(Shape):
    """A manifest or lock file that was not read, or not to its end, and why."""

    path: str
    reason: Note
    reason_text: str


class Components(Shape):
    """A part of the components that manifests and lock files name; nothing is looked up elsewhere."""

    repository: int
    commit: str
    files: tuple[str, ...]
    unread: tuple[Unread, ...]
    items: tuple[Component, ...]
    next: str | None


class Text(Shape):
    """A sentence in both languages."""

    da: str
    en: str


class Clause(Shape):
    """A clause of a licence: its key here, the words with which it opens in the text, how it is cited."""

    clause: str
    opening: str
    name: Text


class Statement(Text):
    """One sentence about one use, and the clauses that say so."""

    clauses: tuple[Clause, ...]


class LicenceTerms(Shape):
    """The terms of one licence: for each use what one may, must and must not."""

    licence: str
    name: Text
    uses: dict[Use, dict[Column, tuple[Statement, ...]]]


class Alternative(Shape):
    """One way to satisfy an expression: all of these together; a person must read those unknown."""

    licences: tuple[LicenceTerms, ...]
    unknown: tuple[str, ...]


class Terms(Shape):
    """What an expression amounts to: one alternative is enough. None at all: a person must read."""

    expression: str
    needs_person: bool
    alternatives: tuple[Alternative, ...]
    annual_fee: Text
    disclaimer: Text


class TermsOf(Shape):
    """The terms of a repository's concluded licence; null where nothing is concluded: a person must read."""

    repository: int
    commit: str
    concluded: str | None
    documentation: str | None
    needs_person: bool
    terms: Terms | None
    documentation_terms: Terms | None


class LicenceName(Shape):
    """A licence that has written terms."""

    identifier: str
    name: Text
    address: str
    page: str


class Licences(Shape):
    """A part of the licences that have written terms."""

    items: tuple[LicenceName, ...]
    next: str | None


class SaidBy(Shape):
    """Who says so, and as of when; null where the licence's own text says it."""

    name: Text
    date: date | None
    url: str


class Combination(Shape):
    """Whether code under `inbound` may go into a work passed on under `outbound`; unknown is neither yes nor no."""

    outbound: str
    inbound: str
    answer: Answer
    why: Text
    clauses: tuple[Clause, ...]
    source: SaidBy | None
    disclaimer: Text
