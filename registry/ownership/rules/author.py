# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 2, author: who stands behind a commit's author field, and how well that is known."""

from __future__ import annotations

from registry.ownership.answers import Weak
from registry.ownership.book import Book
from registry.ownership.course import Person
from registry.ownership.facts import Author
from registry.ownership.rules.rule import Certainty, Rule
from registry.parties.model import Basis, Identity

RULE = Rule(
    number="2",
    key="author",
    da="Ophavsmanden er det menneske, der skrev værket; commit'ens forfatterfelt er en formodning herom. "
    "En adresse, som ingen oplysning knytter til en person, står for en person for sig. At flytte, kopiere eller "
    "omformatere skaber intet: Kan flere ændringer være den, der skrev linjen, gælder den dårligste vurdering.",
    en="The author is the human being who wrote the work; a commit's author field is a presumption of that. "
    "An address that no fact ties to a person stands for a person of its own. Moving, copying or reformatting "
    "creates nothing: where several changes may be the one that wrote a line, the worst answer counts.",
    source="Ophavsretsloven ss. 1, 4, 7",
    certainty=Certainty.USUAL,
    version=2,
)


def identify(book: Book, author: Author) -> Person:
    """Return the person behind an author field. A confirmed identity outranks a presumed one."""
    if author.person:
        return Person(author.person)
    for basis in (Basis.CONFIRMED, Basis.PRESUMED):
        people = _people(book, author, basis)
        if len(people) == 1:
            weak = frozenset({Weak.PRESUMED_IDENTITY}) if basis is Basis.PRESUMED else frozenset()
            return Person(people.pop(), known=True, domain=_domain(author), weak=weak)
        if people:
            break
    name = author.email or f"github:{author.github_id}"
    return Person(name, known=False, domain=_domain(author), weak=frozenset({Weak.PRESUMED_IDENTITY}))


def _people(book: Book, author: Author, basis: Basis) -> set[str]:
    keys = [key for key in (author.email, author.github_id and f"github:{author.github_id}") if key]
    found = [one for key in keys for one in book.identities.get(key, ()) if _is_meant(one, author, basis)]
    named = [one for one in found if one.name]
    return {one.person for one in named or found}


def _is_meant(identity: Identity, author: Author, basis: Basis) -> bool:
    return identity.basis is basis and identity.name in ("", author.name)


def _domain(author: Author) -> str:
    return author.email.rpartition("@")[2]
