# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of documents to take along: SPDX in its forms, the NOTICE, a proposal to send upstream."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response

from registry.api.described import FORMS, media
from registry.connection import now, session, settings
from registry.custody import service as custody
from registry.exports import service as exports
from registry.exports.model import Inventory

blueprint = APIBlueprint(
    "exports", __name__, url_prefix="/repositories/<number:number>", tag="Documents to take along"
)
_NAMES = ", ".join(f"'{name}'" for name in FORMS)


@blueprint.get(f"/<any({_NAMES}):document>")
@blueprint.doc(responses=media(*(kind for _, _, kind in FORMS.values())))
def spdx(number: int, document: str) -> Response:
    """The SPDX document of a repository: 2.3 in five forms, 3.0.1 as JSON."""
    version, form, kind = FORMS[document]
    return Response(exports.spdx(_inventory(number), version, form), mimetype=kind)


@blueprint.get("/NOTICE")
@blueprint.doc(responses=media("text/plain"))
def notice(number: int) -> Response:
    """The copyright notices and licence names that a delivery must carry, with their places."""
    return Response(exports.notice(_inventory(number)), mimetype="text/plain")


@blueprint.get("/publiccode.patch")
@blueprint.doc(responses=media("text/x-patch"))
def publiccode(number: int) -> Response:
    """A patch that adds publiccode.yml and REUSE.toml where the tree has none; empty where it has both."""
    made = exports.proposals(session(), settings(), _inventory(number))
    return Response(made, mimetype="text/x-patch")


def _inventory(number: int) -> Inventory:
    return exports.collect(session(), settings(), custody.repository(session(), number), now().date())
