# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of products, organisations on GitHub, parties, and those who wrote."""

from __future__ import annotations

from registry.api import paging, reading
from registry.api.asked import Paged
from registry.api.blueprint import Blueprint
from registry.api.shapes import products as shapes
from registry.api.shapes.repositories import Identity
from registry.api.telling import products as told
from registry.api.telling.people import identity
from registry.connection import session
from registry.custody import service as custody
from registry.errors import NotFoundError
from registry.governance import service as governance
from registry.provenance import service as provenance

blueprint = Blueprint("products", __name__, tag="Products, organisations, people")


@blueprint.get("/products")
@blueprint.input(Paged, location="query")
@blueprint.output(shapes.Products)
def products(query_data: Paged) -> shapes.Products:
    """Every product, with its repositories."""
    every = governance.products(session())
    part = paging.part(every, lambda one: paging.key_of(one.slug), query_data.limit, query_data.cursor)
    public = reading.by_name(session())
    return shapes.Products(
        items=tuple(told.product(one, public) for one in part.members), next=part.following
    )


@blueprint.get("/products/<slug>")
@blueprint.output(shapes.Product)
def product(slug: str) -> shapes.Product:
    """One product, with its repositories."""
    return told.product(governance.product(session(), slug), reading.by_name(session()))


@blueprint.get("/organisations")
@blueprint.input(Paged, location="query")
@blueprint.output(shapes.Organisations)
def organisations(query_data: Paged) -> shapes.Organisations:
    """The accounts on GitHub that the register looks at, and whose they are stated to be."""
    every = custody.organisations(session())
    part = paging.part(every, lambda one: paging.key_of(one.login), query_data.limit, query_data.cursor)
    return shapes.Organisations(items=tuple(map(told.organisation, part.members)), next=part.following)


@blueprint.get("/organisations/<login>")
@blueprint.output(shapes.OrganisationWhole)
def organisation(login: str) -> shapes.OrganisationWhole:
    """One organisation, whatever the case of its login."""
    found = reading.organisation(session(), login)
    if found is None:
        raise NotFoundError
    return told.organisation_whole(found, custody.administrators(session(), found.login))


@blueprint.get("/parties")
@blueprint.input(Paged, location="query")
@blueprint.output(shapes.Parties)
def parties(query_data: Paged) -> shapes.Parties:
    """The legal persons that papers and chains name."""
    facts = reading.facts(session())
    every = told.legal_persons(facts).values()
    part = paging.part(every, lambda one: paging.key_of(one.id), query_data.limit, query_data.cursor)
    return shapes.Parties(items=tuple(told.party(one, facts) for one in part.members), next=part.following)


@blueprint.get("/parties/<party>")
@blueprint.output(shapes.Party)
def party(party: str) -> shapes.Party:
    """One legal person, with whom it succeeded and who succeeded it."""
    facts = reading.facts(session())
    found = told.legal_persons(facts).get(party)
    if found is None:
        raise NotFoundError
    return told.party(found, facts)


@blueprint.get("/contributors/<number:number>")
@blueprint.output(Identity)
def contributor(number: int) -> Identity:
    """One identity: the names seen with it, and what it wrote of the public repositories."""
    author, shares = provenance.author(session(), number), provenance.shares_of(session(), [number])
    public = custody.repositories_among(session(), {one.repository for one in shares})
    if not any(one.repository in public for one in shares):
        raise NotFoundError
    return identity(author, provenance.names(session(), number), shares, public)
