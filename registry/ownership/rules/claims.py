# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 13, claims: somebody says that somebody owns it. It never moves title, and is always shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from registry.agreements.model import Claim
from registry.ownership.answers import Against
from registry.ownership.book import Book
from registry.ownership.matter import Matter
from registry.ownership.rules.rule import Certainty, Rule
from registry.ownership.waived import Waived

RULE = Rule(
    number="13",
    key="claims",
    da="Et udsagn om ejerskab flytter intet. Strider det mod vurderingen, gør det en svag kæde "
    "omtvistet; en dokumenteret "
    "kæde står ved magt, og udsagnet vises.",
    en="A claim moves nothing. Where it contradicts the answer it makes a weak chain disputed; a "
    "documented chain stands, "
    "and the claim is shown.",
    source="Ophavsretsloven s. 7; domain 6, rule 13",
    certainty=Certainty.USUAL,
)


def contradicting(
    book: Book, matter: Matter, holders: frozenset[str], passed: Mapping[str, date], waived: Waived
) -> frozenset[Against]:
    """Return the claims that the answer contradicts, by the owners that they name, read as their successors.

    `passed` says on which day a party through whom the chain went passed the title on.
    """
    found = set()
    for claim in book.facts.claims:
        if not _stands(book, claim) or not book.fits(claim.covers, matter):
            continue
        for owner in book.standing.places(claim.owner, book.as_of):
            old = owner in passed and claim.day <= passed[owner]
            if owner not in holders and not old and not waived.reaches(book, claim.owner, owner):
                found.add(Against(claim.owner, claim.by, claim.day, owner, source=claim.source))
    return frozenset(found)


def _stands(book: Book, claim: Claim) -> bool:
    withdrawn = claim.withdrawn is not None and claim.withdrawn <= book.as_of
    read_as = book.standing.read_as
    own = book.asked in read_as(claim.by, book.as_of) and book.asked in read_as(claim.owner, book.as_of)
    return claim.day <= book.as_of and not withdrawn and not own
