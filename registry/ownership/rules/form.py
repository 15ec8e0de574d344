# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 9, form and authority: nothing is void for want of signature, but what is not proved is weak."""

from __future__ import annotations

from datetime import date

from registry.agreements.model import Agreement, Authority, Declares, Document, Form
from registry.ownership.answers import Weak
from registry.ownership.book import Book
from registry.ownership.rules.rule import Certainty, Rule

RULE = Rule(
    number="9",
    key="form",
    da="Der er intet formkrav. En aftale pr. e-mail, mundtligt eller uden underskrift er et svagt led, "
    "ligesom en "
    "underskrift uden dokumenteret tegningsret og et dokument, ingen har set. Uden tegningsret virker "
    "den først, "
    "når den er godkendt.",
    en="There is no form requirement. An agreement by e-mail, by word or unsigned is a weak link, as "
    "are a signature "
    "without proved authority and a document nobody has seen. Without authority it acts only once ratified.",
    source="Aftaleloven; selskabsloven s. 135; domain 6, rule 9",
    certainty=Certainty.SETTLED,
)

_WEAK_FORMS = frozenset({Form.EMAIL, Form.ORAL, Form.NONE})


def weaknesses(agreement: Agreement, *, mended: bool) -> frozenset[Weak]:
    """Return what is weak in a paper as such; `mended` when its authority was proved or it was ratified."""
    weak = set()
    if agreement.signature.form in _WEAK_FORMS:
        weak.add(Weak.WEAK_FORM)
    if agreement.signature.authority is Authority.UNVERIFIED and not mended:
        weak.add(Weak.AUTHORITY_UNVERIFIED)
    if agreement.document is Document.UNSEEN:
        weak.add(Weak.DOCUMENT_UNSEEN)
    return frozenset(weak)


def authority_mended(book: Book, agreement: Agreement, givers: tuple[str, ...]) -> bool:
    """Tell whether every party signed for has declared the authority, whenever it did."""
    return book.testimony.told_on(Declares.AUTHORITY, agreement.id, givers) is not None


def ratified_on(book: Book, agreement: Agreement, givers: tuple[str, ...]) -> date | None:
    """Return the day by which every party signed for had ratified, if it had by the day asked about."""
    day = book.testimony.told_on(Declares.RATIFICATION, agreement.id, givers)
    return day if day is not None and day <= book.as_of else None
