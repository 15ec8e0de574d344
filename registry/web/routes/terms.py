# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of the licences' terms, and of the answer cards of repositories and products."""

from __future__ import annotations

import json
from dataclasses import replace

from flask import Blueprint, Response, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from registry.connection import now, session
from registry.custody.model import Repository
from registry.errors import NotFoundError
from registry.governance import service as governance
from registry.licences import service as licences
from registry.licences.apart import apart
from registry.licences.name_classes import name_class
from registry.licences.service import Kept
from registry.licences.terms.answer import known_licence
from registry.licences.terms.model import Use
from registry.licences.terms.output import terms_json
from registry.pipeline.owned import Answers
from registry.provenance import service as provenance
from registry.web import addresses, reading, tables
from registry.web.language import gettext
from registry.web.pages.answer_card import applicable, card_page
from registry.web.pages.delivery import Material
from registry.web.pages.notices import Notices, notices, notices_table
from registry.web.pages.product_terms import product_terms_page
from registry.web.pages.terms import licence_page, licences_page, licences_table
from registry.web.pages.terms_columns import licence_address
from registry.web.pages.terms_questions import answers, asked_use
from registry.web.routes.asked import repository_asked

blueprint = Blueprint("terms", __name__)
_LONGEST_CLASS = 100  # of a name under which a blob's reading is kept


@blueprint.get("/licences")
def every() -> str | AnyResponse:
    """All licences that have written terms."""
    form = tables.asked_format()
    page = licences_page(reading.conclusions(session()).values())
    if form != "html":
        return tables.answer(licences_table(page), form)
    return render_template("terms/licences.html", page=page)


@blueprint.get("/l/<identifier>")
def licence(identifier: str) -> str | AnyResponse:
    """One licence; another spelling leads to SPDX's."""
    found = known_licence(identifier[:100])
    use = asked_use(request.args) or Use.USE
    if found is None:
        raise NotFoundError(
            gettext("The register has no written terms for this licence: a person must read its text.")
        )
    if found.identifier != identifier:
        return redirect(f"{licence_address(found.identifier)}?use={use.value}", 301)
    return render_template("terms/licence.html", page=licence_page(found, use))


@blueprint.get("/r/<key>/terms")
def card(key: str) -> str | AnyResponse:
    """What a use of one repository takes."""
    form, use = tables.asked_format(), asked_use(request.args)
    found = repository_asked(session(), key)
    known = _material(session(), found, with_notices=use is not None)
    if form == "csv":
        return tables.answer(notices_table(known.notices), form)
    if form == "json":
        return _as_json(known, use)
    return render_template("terms/card.html", page=card_page(known, use, answers(request.args)))


@blueprint.get("/p/<slug>/terms")
def product(slug: str) -> str | AnyResponse:
    """The cards of a product's repositories; of a single one, its card."""
    use = asked_use(request.args)
    stated = governance.product(session(), slug)
    page = product_terms_page(stated, reading.known(session()), use)
    if len(page.rows) == 1 and page.rows[0].href:
        return redirect(page.rows[0].href, 302)
    return render_template("terms/product.html", page=page)


def _material(session: Session, found: Repository, *, with_notices: bool) -> Material:
    kept = _kept(session, found)
    return Material(
        repository=found,
        products=[one for one in governance.products(session) if reading.belongs(found, one)],
        kept=kept,
        notices=_notices(session, found, kept) if with_notices else Notices(),
        answers=reading.answers(session, found.id),
    )


def _kept(session: Session, found: Repository) -> Kept | None:
    """What is concluded, with a person's conclusion in it where one holds today."""
    kept = licences.conclusion(session, found.id)
    return replace(kept, conclusion=kept.on(now().date())) if kept else None


def _notices(session: Session, found: Repository, kept: Kept | None) -> Notices:
    if provenance.snapshot(session, found.id) is None:
        return Notices()
    files = provenance.files(session, found.id)
    places = {one.path: (one.blob, name_class(one.path)[:_LONGEST_CLASS]) for one in files}
    beside = apart(kept.conclusion if kept else None)
    foreign = frozenset(one.path for one in files if one.origin == "third_party" or beside.holds(one.path))
    base = addresses.repository(found.id, found.full_name)
    return notices(licences.known_detections(session, places), foreign, base)


def _as_json(known: Material, use: Use | None) -> Response:
    conclusion = known.kept.conclusion if known.kept else None
    found = applicable(conclusion, use)
    body = {
        "repository": known.repository.full_name,
        "commit": known.kept.commit if known.kept else None,
        "concluded": conclusion.concluded if conclusion else None,
        "documentation": conclusion.documentation if conclusion else None,
        "needs_person": found is None or found.needs_person,
        "title": _title(known.answers),
        "terms": terms_json(found, (use,) if use else tuple(Use)) if found else None,
        "notices": [row.text for row in known.notices.own],
        "third_party_notices": [row.text for row in known.notices.foreign],
    }
    response = Response(json.dumps(body, ensure_ascii=True, indent=1), mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="terms.json"'
    return response


def _title(found: Answers | None) -> dict[str, object]:
    if found is None or not found.assessed:
        return {"assessed": False}
    lines = {str(state): count for state, count in found.states.items()}
    return {"assessed": True, "as_of": found.as_of.isoformat(), "lines": lines}
