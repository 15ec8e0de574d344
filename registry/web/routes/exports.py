# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A repository's SPDX document and NOTICE, as files."""

from __future__ import annotations

from flask import Blueprint, Response
from werkzeug.exceptions import NotFound

from registry.connection import now, session, settings
from registry.custody import service as custody
from registry.errors import NotFoundError
from registry.exports import service as exports
from registry.exports.model import Inventory

blueprint = Blueprint("exports", __name__, url_prefix="/r")
_FORMS = {
    "spdx.json": ("2.3", "json", "application/spdx+json"),
    "spdx.spdx": ("2.3", "tag-value", "text/spdx; charset=utf-8"),
    "spdx.yaml": ("2.3", "yaml", "application/yaml"),
    "spdx.xml": ("2.3", "xml", "application/xml"),
    "spdx.rdf": ("2.3", "rdf", "application/rdf+xml"),
    "spdx3.json": ("3.0.1", "json", "application/ld+json"),
}


@blueprint.get(
    "/<number:number>-<slug>/<any('spdx.json', 'spdx.spdx', 'spdx.yaml', 'spdx.xml', 'spdx.rdf', 'spdx3.json'):name>"
)
def spdx(number: int, slug: str, name: str) -> Response:
    """The SPDX document of a public repository."""
    version, form, media = _FORMS[name]
    return Response(exports.spdx(_inventory(number), version, form), content_type=media)


@blueprint.get("/<number:number>-<slug>/NOTICE")
def notice(number: int, slug: str) -> Response:
    """The NOTICE of a public repository."""
    return Response(exports.notice(_inventory(number)), content_type="text/plain; charset=utf-8")


@blueprint.get("/<number:number>-<slug>/delivery.txt")
def delivery(number: int, slug: str) -> Response:
    """Notices, source and licence texts of a public repository, for putting beside a delivery."""
    return Response(exports.delivery(_inventory(number)), content_type="text/plain; charset=utf-8")


@blueprint.get("/<number:number>-<slug>/proposals.patch")
def proposals(number: int, slug: str) -> Response:
    """The files that a public repository could have upstream, as a patch."""
    return Response(
        exports.proposals(session(), _inventory(number)), content_type="text/x-patch; charset=utf-8"
    )


def _inventory(number: int) -> Inventory:
    try:
        return exports.collect(session(), settings(), custody.repository(session(), number), now().date())
    except NotFoundError as error:
        raise NotFound(str(error)) from error
