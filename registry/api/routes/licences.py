# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of licences: facts of a repository, terms with their clauses, and what goes together."""

from __future__ import annotations

from registry.api import paging, reading
from registry.api.asked import CombinationAsked, ExpressionAsked, Paged, UseAsked
from registry.api.blueprint import Blueprint
from registry.api.shapes import licences as shapes
from registry.api.showing import shown_path
from registry.api.telling import licences as told
from registry.api.telling.components import component, unread
from registry.api.words import NothingThereError
from registry.connection import session
from registry.licences.dependencies.model import Component
from registry.licences.expressions import identifiers, normalise
from registry.licences.terms.answer import terms
from registry.licences.terms.compatibility import check
from registry.licences.terms.model import NO_LICENCE, LicenceTerms
from registry.licences.terms.reading import every_licence
from registry.pipeline.components import components

blueprint = Blueprint("licences", __name__, tag="Licences")
_NO_TERMS = (
    "Registret har ingen skrevne vilkår for licensen: en person skal læse dens tekst.",
    "The register has no written terms for this licence: a person must read its text.",
)
_NO_EXPRESSION = (
    "Det er ikke et SPDX-udtryk. Skriv det som i MIT OR GPL-2.0-or-later.",
    "That is no SPDX expression. Write it as in MIT OR GPL-2.0-or-later.",
)
_NO_LICENCE = (
    "Det er ikke én licens med SPDX's navn. Spørg om én ad gangen, for eksempel EUPL-1.2.",
    "That is no single licence by SPDX's name. Ask for one at a time, EUPL-1.2 for example.",
)


@blueprint.get("/repositories/<number:number>/licences")
@blueprint.output(shapes.LicenceFacts)
def facts(number: int) -> shapes.LicenceFacts:
    """What the places in a repository amount to, and whether they agree."""
    _, kept = reading.concluded(session(), number)
    return told.facts(number, kept)


@blueprint.get("/repositories/<number:number>/licences/sources")
@blueprint.input(Paged, location="query")
@blueprint.output(shapes.Sources)
def sources(number: int, query_data: Paged) -> shapes.Sources:
    """Every place in a repository that says something of its licence, third parties' last."""
    _, kept = reading.concluded(session(), number)
    every = told.numbered(kept.conclusion)
    part = paging.part(every, lambda one: paging.key_of(one[0]), query_data.limit, query_data.cursor)
    items = tuple(told.source(one, foreign=foreign) for _, one, foreign in part.members)
    return shapes.Sources(repository=number, commit=kept.commit, items=items, next=part.following)


@blueprint.get("/repositories/<number:number>/components")
@blueprint.input(Paged, location="query")
@blueprint.output(shapes.Components)
def components_of(number: int, query_data: Paged) -> shapes.Components:
    """The third parties' components that a repository's manifests and lock files name, as package URLs."""
    _, read = reading.read(session(), number)
    found = components(session(), number)
    part = paging.part(found.components, _by_purl, query_data.limit, query_data.cursor)
    return shapes.Components(
        repository=number,
        commit=read.commit,
        files=tuple(map(shown_path, found.files)),
        unread=tuple(map(unread, found.unread)),
        items=tuple(map(component, part.members)),
        next=part.following,
    )


@blueprint.get("/repositories/<number:number>/terms")
@blueprint.input(UseAsked, location="query")
@blueprint.output(shapes.TermsOf)
def terms_of(number: int, query_data: UseAsked) -> shapes.TermsOf:
    """What one may, must and must not do with a repository, by the licence that is concluded for it."""
    _, kept = reading.concluded(session(), number)
    return told.of_repository(number, kept, query_data.use)


@blueprint.get("/licences")
@blueprint.input(Paged, location="query")
@blueprint.output(shapes.Licences)
def licences(query_data: Paged) -> shapes.Licences:
    """The licences that have written terms."""
    every = every_licence().values()
    part = paging.part(every, _by_identifier, query_data.limit, query_data.cursor)
    return shapes.Licences(items=tuple(map(told.name, part.members)), next=part.following)


@blueprint.get("/licences/<identifier>")
@blueprint.input(UseAsked, location="query")
@blueprint.output(shapes.Terms)
def licence(identifier: str, query_data: UseAsked) -> shapes.Terms:
    """The terms of one licence, by SPDX's name in any case."""
    found = terms(identifier)
    if found is None or found.needs_person:
        raise NothingThereError(*_NO_TERMS)
    return told.of_expression(found, query_data.use)


@blueprint.get("/terms")
@blueprint.input(ExpressionAsked, location="query")
@blueprint.output(shapes.Terms)
def terms_of_expression(query_data: ExpressionAsked) -> shapes.Terms:
    """The terms of an SPDX expression: which licences apply together, and between which one may choose."""
    found = terms(query_data.expression)
    if found is None:
        raise NothingThereError(*_NO_EXPRESSION)
    return told.of_expression(found, query_data.use)


@blueprint.get("/combinations")
@blueprint.input(CombinationAsked, location="query")
@blueprint.output(shapes.Combination)
def combination(query_data: CombinationAsked) -> shapes.Combination:
    """Whether code under one licence may go into a work that is passed on under another; the way matters."""
    inbound, outbound = _single(query_data.inbound), _single(query_data.outbound)
    return told.combination(check(outbound, inbound))


def _by_identifier(one: LicenceTerms) -> bytes:
    return paging.key_of(one.identifier)


def _by_purl(one: Component) -> bytes:
    return paging.key_of(one.purl)


def _single(text: str) -> str:
    if text.strip().upper() == NO_LICENCE:
        return NO_LICENCE
    normal = normalise(text)
    if normal is None or len(identifiers(normal)) != 1 or " " in normal:
        raise NothingThereError(*_NO_LICENCE)
    return normal
