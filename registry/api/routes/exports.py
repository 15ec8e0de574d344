# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of documents to take along: SPDX in its forms, the NOTICE, a proposal to send upstream."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from flask import Response, request

from registry.api.blueprint import Blueprint
from registry.api.described import FORMS, media
from registry.connection import now, session, settings
from registry.custody import service as custody
from registry.evidence import service as evidence
from registry.exports import service as exports
from registry.exports.model import Inventory

blueprint = Blueprint(
    "exports", __name__, url_prefix="/repositories/<number:number>", tag="Documents to take along"
)
_NAMES = ", ".join(f"'{name}'" for name in FORMS)


@blueprint.get(f"/<any({_NAMES}):document>")
@blueprint.doc(responses=media(*(kind for _, _, kind in FORMS.values())))
def spdx(number: int, document: str) -> Response:
    """The SPDX document of a repository: 2.3 in five forms, 3.0.1 as JSON."""
    version, form, kind = FORMS[document]
    return _document(exports.spdx(_inventory(number), version, form), kind)


@blueprint.get("/NOTICE")
@blueprint.doc(responses=media("text/plain"))
def notice(number: int) -> Response:
    """The copyright notices and licence names that a delivery must carry, with their places."""
    return _document([exports.notice(_inventory(number)).encode()], "text/plain")


@blueprint.get("/proposals.patch")
@blueprint.doc(responses=media("text/x-patch"))
def proposals(number: int) -> Response:
    """A patch that adds what the tree lacks of publiccode.yml, REUSE.toml and NOTICE; empty where it lacks none."""
    return _document([exports.proposals(session(), _inventory(number)).encode()], "text/x-patch")


def _document(pieces: Iterable[bytes], kind: str) -> Response:
    """Return a document that is never whole in memory: its ETag is that of what it is written from."""
    response = Response(pieces, mimetype=kind)
    known = (request.path, str(evidence.size(session())), now().date().isoformat(), evidence.TOOL)
    response.set_etag(sha256("\n".join(known).encode()).hexdigest()[:32], weak=True)
    return response


def _inventory(number: int) -> Inventory:
    return exports.collect(session(), settings(), custody.repository(session(), number), now().date())
