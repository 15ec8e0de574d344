# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Papers as they are read for a part: which agreements cover it, who gives by them, how firm they are."""

from __future__ import annotations

from datetime import date

from registry.agreements.model import Agreement, Authority, Declares, Grant
from registry.ownership.book import Book
from registry.ownership.course import Paper, Part
from registry.ownership.rules.engagement import employed_at
from registry.ownership.rules.form import authority_mended, ratified_on, weaknesses
from registry.parties.scope import author_fits, day_fits


def papers_for(book: Book, part: Part) -> list[Paper]:
    """Return the papers that cover the part and have somebody who gives by them, as signed."""
    found = []
    for agreement in book.papers_about(part.matter, part.start.met):
        covers = agreement.covers
        if day_fits(covers, part.day) and author_fits(covers, part.author):
            givers = givers_of(book, agreement, part)
            if givers:
                found.append(prepare(book, agreement, givers))
    return found


def givers_of(book: Book, agreement: Agreement, part: Part) -> tuple[str, ...]:
    """Return who gives: the assignors, or of an employees' paper the author, employed on both days."""
    if not agreement.employees:
        return agreement.assignors
    person, assignee = part.person, agreement.assignee or ""
    if person is None:
        return ()
    days = (part.day, agreement.signed)
    at = max(days)
    there = all(employed_at(book, person, assignee, day, at) for day in days)
    return (person.id,) if there else ()


def prepare(book: Book, agreement: Agreement, givers: tuple[str, ...]) -> Paper:
    """Return the agreement as it is read when `givers` give by it (rules 8 and 9)."""
    key = (agreement.id, givers)
    if key not in book.prepared:
        book.prepared[key] = _prepared(book, agreement, givers)
    return book.prepared[key]


def _prepared(book: Book, agreement: Agreement, givers: tuple[str, ...]) -> Paper:
    ratified = ratified_on(book, agreement, givers)
    acts: date | None = agreement.begins
    if agreement.signature.authority is Authority.LACKING:
        acts = None if ratified is None else max(agreement.begins, ratified)
    mended = ratified is not None or authority_mended(book, agreement, givers)
    declared = None
    if agreement.rights.reassign is not Grant.GRANTED:
        declared = book.testimony.told_on(Declares.ONWARD, agreement.id, givers)
    granted = agreement.rights.reassign is Grant.GRANTED
    return Paper(
        agreement=agreement,
        givers=givers,
        acts=acts,
        weak=weaknesses(agreement, mended=mended),
        onward=date.min if granted else declared,
        presupposed=agreement.rights.reassign is Grant.SILENT and agreement.open_source,
    )
