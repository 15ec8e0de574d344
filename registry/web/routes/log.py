# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of the register's log: its entries, each with its proof, and the signed checkpoint."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from registry.connection import session, settings
from registry.custody import service as custody
from registry.errors import DamagedError, NotFoundError
from registry.evidence import service as evidence
from registry.evidence.model import Position
from registry.evidence.service import Proof
from registry.pipeline.evidence import places_of
from registry.pipeline.public import hidden
from registry.web import tables
from registry.web.language import gettext
from registry.web.pages.filters import whole_number
from registry.web.pages.log import A_PAGE, Asked, Last, log_page, log_table
from registry.web.pages.log_entry import Recorded, entry_page, proof_json
from registry.web.security import RAW_POLICY

blueprint = Blueprint("log", __name__, url_prefix="/log")
_LONGEST = 300
_MOST_ABOUT = 1000


@blueprint.get("")
def log() -> str | AnyResponse:
    """The latest events, those before a position, or all about one subject."""
    form, about, before = tables.asked_format(), request.args.get("about", "")[:_LONGEST], _before()
    if about:
        events = evidence.events_of(session(), about)[-_MOST_ABOUT:][::-1]
    else:
        events = evidence.latest(session(), A_PAGE, before)
    if form != "html":
        return tables.answer(log_table(events, hidden(session())), form)
    asked = Asked(about, before, request.host_url)
    page = log_page(events, evidence.size(session()), _last(), hidden(session()), asked)
    return render_template("log/log.html", page=page)


@blueprint.get("/<number:position>")
def entry(position: int) -> str:
    """One event, with its proof."""
    everything = custody.repositories(session(), private=True)
    known = Recorded(
        event=evidence.event(session(), position),
        proof=_proof_at_hand(position),
        last=_last(),
        hidden=hidden(session()),
        public={one.id: one for one in everything if not one.private},
    )
    return render_template("log/entry.html", page=entry_page(known, evidence.size(session())))


@blueprint.get("/<number:position>/leaf")
def leaf(position: int) -> Response:
    """The exact bytes of an entry, where they are public."""
    one = evidence.event(session(), position)
    if hidden(session()).hides(one):
        raise NotFoundError(gettext("The text of this entry is not public. Its hash and its proof are."))
    return _file(one.leaf, f"leaf-{position}.json")


@blueprint.get("/<number:position>/proof")
def proof(position: int) -> Response:
    """The proof of an entry, for programs."""
    evidence.event(session(), position)  # one that is not there gets no promise of a checkpoint
    found = _proof(position)
    if found is None:
        raise NotFoundError(gettext("No checkpoint covers this entry yet; the next one will."))
    return _file(proof_json(found), f"proof-{position}.json")


@blueprint.get("/checkpoint")
def checkpoint() -> Response:
    """The checkpoint as it was signed."""
    signed = evidence.signed(places_of(settings()))
    if signed is None:
        raise NotFoundError(gettext("No checkpoint is signed yet."))
    return _file(signed.note, "checkpoint")


def _proof_at_hand(position: int) -> Proof | None:
    try:
        return _proof(position)
    except DamagedError:  # the page says so with the checkpoint
        return None


def _proof(position: int) -> Proof | None:
    try:
        return evidence.proof(session(), places_of(settings()), Position(position))
    except NotFoundError:
        return None


def _last() -> Last:
    try:
        return Last(evidence.signed(places_of(settings())))
    except DamagedError:
        return Last(None, damaged=True)


def _before() -> int | None:
    return whole_number(request.args, "before", 1) if "before" in request.args else None


def _file(body: bytes, name: str) -> Response:
    response = Response(body, mimetype="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = RAW_POLICY
    return response
