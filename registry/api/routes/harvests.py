# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of harvests: when the register looked, and what it found."""

from __future__ import annotations

from registry.api import paging, reading
from registry.api.asked import Paged
from registry.api.blueprint import Blueprint
from registry.api.shapes import harvests as shapes
from registry.api.telling import harvests as told
from registry.api.words import NothingThereError
from registry.connection import session
from registry.custody import service as custody
from registry.custody.model import Harvest

blueprint = Blueprint("harvests", __name__, tag="Harvests")
_MOST, _MOST_RESULTS = 1000, 5000
_NO_HARVEST = (
    "Registret har ingen sådan indsamling, eller den ligger for langt tilbage.",
    "The register made no such harvest, or it is too long ago.",
)


@blueprint.get("/harvests")
@blueprint.input(Paged, location="query")
@blueprint.output(shapes.Harvests)
def harvests(query_data: Paged) -> shapes.Harvests:
    """When the register looked, latest first."""
    part = paging.part(custody.harvests(session(), _MOST), _latest, query_data.limit, query_data.cursor)
    public = reading.by_name(session())
    return shapes.Harvests(
        items=tuple(told.harvest(one, public.keys()) for one in part.members), next=part.following
    )


@blueprint.get("/harvests/<number:harvest>/results")
@blueprint.input(Paged, location="query")
@blueprint.output(shapes.Results)
def results(harvest: int, query_data: Paged) -> shapes.Results:
    """What one harvest found of each public repository."""
    if all(one.id != harvest for one in custody.harvests(session(), _MOST)):
        raise NothingThereError(*_NO_HARVEST)
    found = custody.results(session(), harvest=harvest, most=_MOST_RESULTS)
    public = custody.repositories_among(session(), {one.repository for one in found if one.repository})
    shown = [one for one in enumerate(found) if one[1].repository is None or one[1].repository in public]
    part = paging.part(shown, lambda one: paging.key_of(one[0]), query_data.limit, query_data.cursor)
    return shapes.Results(
        harvest=harvest, items=tuple(told.result(one) for _, one in part.members), next=part.following
    )


def _latest(one: Harvest) -> bytes:
    return paging.key_of(-one.id)
