# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Licences told: facts with their places, terms with their clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from registry.api import addresses
from registry.api.language import language
from registry.api.shapes import licences as shapes
from registry.api.showing import shown, shown_path
from registry.api.telling import repositories
from registry.licences import words
from registry.licences.known_wordings import KnownPlace, known_ones
from registry.licences.model import Conclusion, Contradiction, Kind, Place, Remark, Source
from registry.licences.service import Kept
from registry.licences.statements import statements
from registry.licences.terms.answer import terms
from registry.licences.terms.compatibility import Combination
from registry.licences.terms.model import LicenceTerms, Terms, Use
from registry.licences.terms.output import DISCLAIMER, combination_json, terms_json


def facts(number: int, kept: Kept) -> shapes.LicenceFacts:
    """Return what a repository's places amount to."""
    found = kept.conclusion
    return shapes.LicenceFacts(
        repository=number,
        commit=kept.commit,
        concluded=repositories.licence(found),
        contradictions=tuple(_contradiction(found, one) for one in found.contradictions),
        remarks=tuple(map(_remark, found.remarks)),
        sources_address=addresses.repository(number, "/licences/sources"),
    )


def numbered(found: Conclusion) -> Iterator[tuple[int, Source, bool]]:
    """Yield each source with its place among all, and whether it is a third party's."""
    both = [(one, False) for one in found.sources] + [(one, True) for one in found.third_party]
    for number, (source, foreign) in enumerate(both):
        yield number, source, foreign


def source(one: Source, *, foreign: bool) -> shapes.Source:
    """Return what one place says."""
    nowhere = one.kind is Kind.GITHUB
    return shapes.Source(
        kind=one.kind,
        place=shapes.Place(path=None, line=None) if nowhere else _place(Place(one.path, one.line)),
        expression=one.expression,
        text=shown(one.text),
        notes=one.notes,
        notes_text=tuple(words.note(note, language().value) for note in one.notes),
        needs_person=one.needs_person,
        third_party=foreign,
        nearest=one.nearest,
        similarity=one.similarity,
        difference=one.difference or None,
        known_places=tuple(map(_known, known_ones(one.known_places))),
    )


def name(one: LicenceTerms) -> shapes.LicenceName:
    """Return a licence that has written terms."""
    return shapes.LicenceName(
        identifier=one.identifier,
        name=shapes.Text(da=one.name.da, en=one.name.en),
        address=addresses.licence(one.identifier),
        page=addresses.page(f"l/{one.identifier}"),
    )


def of_expression(found: Terms, use: Use | None) -> shapes.Terms:
    """Return the terms of an expression, for one use or for all."""
    return shapes.Terms.model_validate(terms_json(found, _uses(use)))


def of_repository(number: int, kept: Kept, use: Use | None) -> shapes.TermsOf:
    """Return the terms of what is concluded for a repository's code and for its documentation."""
    found = kept.conclusion
    code, documentation = _terms(found.concluded), _terms(found.documentation)
    return shapes.TermsOf(
        repository=number,
        commit=kept.commit,
        concluded=found.concluded,
        documentation=found.documentation,
        needs_person=code is None or code.needs_person,
        terms=of_expression(code, use) if code else None,
        documentation_terms=of_expression(documentation, use) if documentation else None,
    )


def combination(found: Combination) -> shapes.Combination:
    """Return one direction of a combination."""
    told = combination_json(found)
    if told["source"]:
        told["source"]["date"] = told["source"]["date"] or None
    disclaimer = shapes.Text(da=DISCLAIMER.da, en=DISCLAIMER.en)
    return shapes.Combination.model_validate({**told, "disclaimer": disclaimer})


def _terms(expression: str | None) -> Terms | None:
    return terms(expression) if expression else None


def _uses(use: Use | None) -> Iterable[Use]:
    return (use,) if use else tuple(Use)


def _contradiction(found: Conclusion, one: Contradiction) -> shapes.Contradiction:
    said = (
        shapes.Said(kind=each.kind, place=_place(each.place), expression=each.expression)
        for each in statements(found, one)
    )
    return shapes.Contradiction(
        expressions=one.expressions, places=tuple(map(_place, one.places)), said=tuple(said)
    )


def _known(one: KnownPlace) -> shapes.KnownPlace:
    return shapes.KnownPlace(
        key=one.key,
        other=one.other,
        spdx=one.spdx,
        basis=one.basis,
        reason=one.da if language().value == "da" else one.en,
        seen=one.seen,
        reviewed=one.reviewed,
    )


def _remark(one: Remark) -> shapes.Remark:
    text = words.remark(one.code, language().value)
    return shapes.Remark(code=one.code, text=text, places=tuple(map(_place, one.places)))


def _place(one: Place) -> shapes.Place:
    if not one.path:
        return shapes.Place(path=None, line=None)
    return shapes.Place(path=shown_path(one.path), line=one.line)
