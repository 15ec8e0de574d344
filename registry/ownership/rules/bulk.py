# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 3, bulk: a dump tells who delivered it, not who wrote it; a list of contributors can tell that."""

from __future__ import annotations

from dataclasses import dataclass

from registry.agreements.model import Contributors, Declaration
from registry.ownership.answers import Weak
from registry.ownership.book import Book
from registry.ownership.matter import Matter
from registry.ownership.rules.rule import Certainty, Rule
from registry.parties.model import Basis
from registry.parties.scope import day_fits
from registry.provenance.model import WorkType

RULE = Rule(
    number="3",
    key="bulk",
    da="Indhold, der er leveret samlet, er kun formodet skrevet af den, der indsendte det. En "
    "erklæring fra leverandøren "
    "eller indehaveren om, hvem der skrev det og hvornår, træder i stedet.",
    en="Content delivered in bulk is only presumed to be by whoever committed it. A declaration by the "
    "deliverer or the "
    "holder of who wrote it, and when, takes the presumption's place.",
    source="Ophavsretsloven s. 7; domain 6, rule 3",
    certainty=Certainty.USUAL,
)


@dataclass(frozen=True)
class List:
    """A list of contributors that is about the matter, and how much it would count for."""

    declaration: Declaration
    said: Contributors
    basis: Basis

    @property
    def dated(self) -> bool:
        """Tell whether the list states the whole period in which the works were made."""
        return self.said.created_from is not None and self.said.created_until is not None

    def weak(self, matter: Matter) -> frozenset[Weak]:
        """Return what a list leaves weak: an undated one the day, a badly signed one the presumption."""
        weak = set()
        if not self.dated and matter.bulk:
            weak.add(Weak.CREATION_DATE_UNKNOWN)
        if self.basis is Basis.PRESUMED and matter.bulk:
            weak.add(Weak.BULK_IMPORT)
        return frozenset(weak)


def lists_about(book: Book, matter: Matter) -> list[List]:
    """Return the lists that may replace the authors: of a dump, of nobody, of a doubtful one, or a maker."""
    open_question = matter.bulk or not matter.authors or matter.author_doubtful
    found = []
    for declaration, said in book.lists:
        basis = book.testimony.basis(declaration)
        naming = (
            bool(said.people) if open_question else bool(said.maker) and matter.work_type is WorkType.DATA
        )
        in_time = said.created_until is None or said.created_until <= matter.day
        about = book.fits(said.covers, matter) and day_fits(said.covers, matter.day)
        if basis is not None and (naming or _names_maker(said, matter)) and in_time and about:
            found.append(List(declaration, said, basis))
    return found


def as_told_weak(matter: Matter) -> frozenset[Weak]:
    """Return what is weak in the authors as a commit tells them."""
    weak = set()
    if matter.bulk:
        weak.add(Weak.BULK_IMPORT)
    if matter.author_doubtful:
        weak.add(Weak.AUTHOR_DOUBTFUL)
    return frozenset(weak)


def _names_maker(said: Contributors, matter: Matter) -> bool:
    return said.maker is not None and matter.work_type is WorkType.DATA
