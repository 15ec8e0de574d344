# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of repositories: all of them, and of one its custody, provenance and contributors."""

from __future__ import annotations

from registry.api import paging, reading
from registry.api.asked import Paged, RepositoriesAsked
from registry.api.blueprint import Blueprint
from registry.api.shapes import looked_through as looked_shapes
from registry.api.shapes import repositories as shapes
from registry.api.shapes.growth import Growth
from registry.api.telling import looked_through as looked_told
from registry.api.telling import repositories as told
from registry.api.telling.growth import month, releases
from registry.api.telling.people import contributor
from registry.api.words import NothingThereError
from registry.connection import session
from registry.custody import service as custody
from registry.custody.model import Repository, RepositoryId
from registry.pipeline.grown import grown
from registry.pipeline.looked_through import lists
from registry.provenance import service as provenance
from registry.provenance.snapshot import Share

blueprint = Blueprint("repositories", __name__, tag="Repositories")
_NOT_FOLLOWED = (
    "Hovedlinjens historie er ikke fulgt endnu, eller der er ingen.",
    "The history of the main line was not followed yet, or there is none.",
)


@blueprint.get("/repositories")
@blueprint.input(RepositoriesAsked, location="query")
@blueprint.output(shapes.Repositories)
def repositories(query_data: RepositoriesAsked) -> shapes.Repositories:
    """Every public repository, by name, with the facts of custody, provenance and licence."""
    known = reading.known(session())
    chosen = told.chosen(known, query_data)
    found = paging.part(chosen, _by_name, query_data.limit, query_data.cursor)
    return shapes.Repositories(items=told.every(known, found.members), next=found.following)


@blueprint.get("/repositories/<number:number>")
@blueprint.output(shapes.Whole)
def repository(number: int) -> shapes.Whole:
    """One repository, with its title as of today."""
    found = custody.repository(session(), number)
    return told.whole(found, reading.known_of(session(), found), reading.answers(session(), number))


@blueprint.get("/repositories/<number:number>/custody")
@blueprint.output(shapes.CustodyWhole)
def custody_of(number: int) -> shapes.CustodyWhole:
    """Who controls it, since when, and who did before."""
    found = custody.repository(session(), number)
    stated = reading.organisation(session(), found.owner)
    return told.custody_whole(found, stated, custody.holdings(session(), RepositoryId(number)))


@blueprint.get("/repositories/<number:number>/provenance")
@blueprint.output(shapes.ProvenanceWhole)
def provenance_of(number: int) -> shapes.ProvenanceWhole:
    """What was read of it, what was left out and why, and which other repositories share its roots."""
    _, read = reading.read(session(), number)
    relatives = provenance.relatives(session(), number)
    public = custody.repositories_among(session(), {one.repository for one in relatives})
    return told.provenance_whole(read, relatives, public)


@blueprint.get("/repositories/<number:number>/contributors")
@blueprint.input(Paged, location="query")
@blueprint.output(shapes.Contributors)
def contributors(number: int, query_data: Paged) -> shapes.Contributors:
    """Who wrote it, most lines first."""
    found = custody.repository(session(), number)
    shares = provenance.shares(session(), found.id)
    part = paging.part(shares, _by_lines, query_data.limit, query_data.cursor)
    return shapes.Contributors(items=tuple(map(contributor, part.members)), next=part.following)


@blueprint.get("/repositories/<number:number>/growth")
@blueprint.input(Paged, location="query")
@blueprint.output(Growth)
def growth(number: int, query_data: Paged) -> Growth:
    """Whose lines stood on the main line at the end of each month since its beginning."""
    _, read = reading.read(session(), number)
    found = grown(session(), read)
    if found is None:
        raise NothingThereError(*_NOT_FOLLOWED)
    part = paging.part(range(len(found.months)), paging.key_of, query_data.limit, query_data.cursor)
    return Growth(
        repository=number,
        commit=read.commit,
        releases=releases(found),
        items=tuple(month(found, place) for place in part.members),
        next=part.following,
    )


@blueprint.get("/repositories/<number:number>/looked-through")
@blueprint.output(looked_shapes.LookedThrough)
def looked_through(number: int) -> looked_shapes.LookedThrough:
    """The changes that the register looks through, and those that the repository's own list names."""
    _, read = reading.read(session(), number)
    return looked_told.looked_through(read, lists(session(), read))


def _by_name(one: Repository) -> bytes:
    return paging.key_of(one.owner.lower(), one.name.lower(), one.id)


def _by_lines(one: Share) -> bytes:
    return paging.key_of(-one.total, -one.commits, one.author.id)
