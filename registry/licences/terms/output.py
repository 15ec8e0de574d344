# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Terms and combinations as JSON; the shape is stable, the sentences are in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from registry.licences.terms.compatibility import Combination
from registry.licences.terms.model import Clause, LicenceTerms, Statement, Terms, Text, Use

DISCLAIMER = Text(
    "Information, ikke juridisk rådgivning: licensens tekst afgør.",
    "Information, not legal advice: the text of the licence decides.",
)
NO_FEE = Text(
    "Der er ingen årlig licensafgift. Brugerne betaler leverandører for drift, tilslutning og udvikling.",
    "There is no annual licence fee. Users pay suppliers for operation, connection and development.",
)


def terms_json(found: Terms, uses: Iterable[Use] = Use) -> dict[str, Any]:
    """Return the terms of an expression."""
    wanted = tuple(uses)
    return {
        "expression": found.expression,
        "needs_person": found.needs_person,
        "alternatives": [
            {"licences": [_licence(one, wanted) for one in way.licences], "unknown": list(way.unknown)}
            for way in found.alternatives
        ],
        "annual_fee": text_json(NO_FEE),
        "disclaimer": text_json(DISCLAIMER),
    }


def combination_json(found: Combination) -> dict[str, Any]:
    """Return one direction of a combination."""
    origin = found.origin
    return {
        "outbound": found.outbound,
        "inbound": found.inbound,
        "answer": str(found.answer),
        "why": text_json(found.why),
        "clauses": [clause_json(one) for one in found.clauses],
        "source": {"name": text_json(origin.name), "date": origin.day, "url": origin.url} if origin else None,
    }


def clause_json(one: Clause) -> dict[str, Any]:
    """Return how a clause is cited, and with which words it opens."""
    return {"clause": one.key, "opening": one.opening, "name": text_json(one.name)}


def text_json(text: Text) -> dict[str, str]:
    """Return a sentence in both languages."""
    return {"da": text.da, "en": text.en}


def _licence(one: LicenceTerms, uses: tuple[Use, ...]) -> dict[str, Any]:
    return {
        "licence": one.identifier,
        "name": text_json(one.name),
        "uses": {
            str(use): {
                str(column): [_statement(statement) for statement in statements]
                for column, statements in one.uses[use].items()
            }
            for use in uses
        },
    }


def _statement(one: Statement) -> dict[str, Any]:
    return {**text_json(one.text), "clauses": [clause_json(clause) for clause in one.clauses]}
