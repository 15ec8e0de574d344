# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 15, licence: a right of use is no title, and it is no defect that a volunteer only gave that."""

from __future__ import annotations

from collections.abc import Iterable

from registry.ownership.book import Book
from registry.ownership.course import Course
from registry.ownership.rules.rule import Certainty, Rule

RULE = Rule(
    number="15",
    key="licence",
    da="Licens og rettigheder er to ting. En licens fra den, der havde rettighederne, giver lov til "
    "brug, aldrig ejerskab.",
    en="Licence and title are two things. A licence from whoever held gives a right of use, never the title.",
    source="Ophavsretsloven s. 53; domain 6, rule 15",
    certainty=Certainty.SETTLED,
)


def licensed_in(book: Book, courses: Iterable[Course], disputed: frozenset[str]) -> frozenset[str]:
    """Return the licences by which every holder but the asked party has licensed; none if one has not."""
    found: set[str] = set()
    for course in courses:
        others = course.holder != book.asked or not disputed <= {book.asked}
        if others and not course.licences:
            return frozenset()
        found.update(course.licences)
    return frozenset(found)
