# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of evidence items and harvests."""

from __future__ import annotations

from flask import Blueprint, Response, render_template
from werkzeug.wrappers import Response as AnyResponse

from registry.connection import session, settings
from registry.custody import service as custody
from registry.errors import NotFoundError, RegistryError
from registry.evidence import service as evidence
from registry.evidence.model import Observation
from registry.pipeline.public import hidden, masked_bytes
from registry.web import tables
from registry.web.pages.evidence import evidence_page, why_not_public
from registry.web.pages.harvests import harvest_page, harvests_page, harvests_table, results_table
from registry.web.security import RAW_POLICY

blueprint = Blueprint("evidence", __name__)
_MOST_HARVESTS = 200
_MOST_RESULTS = 5000


@blueprint.get("/e/<number:number>")
def item(number: int) -> str:
    """One observation."""
    seen = evidence.observation(session(), number)
    return render_template("evidence/item.html", page=evidence_page(seen, _body(seen), hidden(session())))


@blueprint.get("/e/<number:number>/raw")
def raw(number: int) -> Response:
    """The bytes of an observation, addresses masked; never run or shown by the browser."""
    seen = evidence.observation(session(), number)
    body = _body(seen)
    why_not = why_not_public(seen, body, hidden(session()))
    if why_not or body is None:
        raise NotFoundError(why_not)
    response = Response(masked_bytes(body), mimetype="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="evidence-{number}.bin"'
    response.headers["Content-Security-Policy"] = RAW_POLICY
    response.headers["X-Digest-Before-Masking"] = f"sha-256={seen.digest}"
    return response


@blueprint.get("/harvests")
def harvests() -> str | AnyResponse:
    """When the register looked."""
    form = tables.asked_format()
    made = custody.harvests(session(), _MOST_HARVESTS)
    if form != "html":
        return tables.answer(harvests_table(made), form)
    return render_template("evidence/harvests.html", page=harvests_page(made))


@blueprint.get("/harvests/<number:number>")
def harvest(number: int) -> str | AnyResponse:
    """One run."""
    form = tables.asked_format()
    made = custody.harvests(session(), _MOST_HARVESTS)
    results = custody.results(session(), harvest=number, most=_MOST_RESULTS)
    public = custody.repositories_among(session(), {one.repository for one in results if one.repository})
    page = harvest_page(number, made, results, public)
    if form != "html":
        return tables.answer(results_table(page.found), form)
    return render_template("evidence/harvest.html", page=page)


def _body(seen: Observation) -> bytes | None:
    try:
        return evidence.body(settings().blobs, seen)
    except (OSError, RegistryError):
        return None
