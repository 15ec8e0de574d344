# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of badges: one fact of a repository as a picture, by the name that it bears."""

from __future__ import annotations

from flask import Response

from registry.api import reading
from registry.api.asked import BadgeAsked
from registry.api.badge import Badge, drawn, licence_badge, title_badge
from registry.api.blueprint import Blueprint
from registry.api.described import media
from registry.api.language import speak
from registry.connection import session
from registry.licences import service as licences

blueprint = Blueprint("badges", __name__, url_prefix="/badge/<owner>/<name>", tag="Badges")
SVG = "image/svg+xml"


@blueprint.get("/title.svg")
@blueprint.input(BadgeAsked, location="query")
@blueprint.doc(responses=media(SVG))
def title(owner: str, name: str, query_data: BadgeAsked) -> Response:
    """How much of a repository is documented as OS2's; not assessed before any paper is registered."""
    speak(query_data.language)
    found = reading.named(session(), owner, name)
    return _picture(title_badge(reading.answers(session(), found.id)))


@blueprint.get("/licence.svg")
@blueprint.input(BadgeAsked, location="query")
@blueprint.doc(responses=media(SVG))
def licence(owner: str, name: str, query_data: BadgeAsked) -> Response:
    """The licence that is concluded for a repository."""
    speak(query_data.language)
    found = reading.named(session(), owner, name)
    kept = licences.conclusion(session(), found.id)
    return _picture(licence_badge(kept.conclusion if kept else None))


def _picture(badge: Badge) -> Response:
    return Response(drawn(badge), mimetype=SVG)
