# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What was waived: who gave up what it claims, and whose claims and papers that reaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.ownership.answers import Weak
from registry.ownership.book import Book


@dataclass(frozen=True)
class Waived:
    """Who gave up what it claims, each with the day it signed, and what is weak in the papers that say so."""

    by: frozenset[tuple[str, date]] = frozenset()
    weak: frozenset[Weak] = frozenset()

    def reaches(self, book: Book, named: str, now: str, since: date = date.min) -> bool:
        """Tell whether what names a party since a day was given up for whoever is `now` in its place.

        By the party itself, or by whoever was in its place on the day of the waiver, and by nobody who came later.
        """
        places = book.standing.places
        return any(
            signed >= since and giver in places(named, signed) and now in places(giver, book.as_of)
            for giver, signed in self.by
        )


NOTHING_WAIVED = Waived()
