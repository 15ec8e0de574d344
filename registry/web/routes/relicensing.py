# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of relicensing: of a repository and of a product."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from registry.connection import now, session
from registry.custody import service as custody
from registry.errors import BadInputError
from registry.governance import service as governance
from registry.licences.relicensing.passage import target_of
from registry.pipeline.refusal import matching, refusal
from registry.pipeline.relicensing import Outcome, Relicensing, relicensing
from registry.provenance import service as provenance
from registry.web import reading, tables
from registry.web.language import gettext
from registry.web.pages.dates import Dates, read_dates
from registry.web.pages.filters import one_of
from registry.web.pages.relicensing import Asking, question_page, relicensing_page, relicensing_table
from registry.web.pages.relicensing_product import product_relicensing_page, product_relicensing_table
from registry.web.routes.asked import read

blueprint = Blueprint("relicensing", __name__)


@blueprint.get("/r/<key>/relicence")
def repository(key: str) -> str | Response:
    """Whose consent another licence takes."""
    form, dates, asking = tables.asked_format(), _dates(), _asking()
    one, _ = read(session(), key)
    if not asking.target:
        return render_template("relicence/repository.html", page=question_page(one, dates))
    found = relicensing(session(), one.id, asking.target, dates.as_of, dates.known)
    if form != "html":
        return tables.answer(relicensing_table(found, asking.outcome), form)
    who = _refusing(found, asking.refuses)
    refused = refusal(session(), found, {who}) if who else None
    page = relicensing_page(one, found, refused, asking, dates)
    return render_template("relicence/repository.html", page=page)


@blueprint.get("/p/<slug>/relicence")
def product(slug: str) -> str | Response:
    """Whose consent another licence takes for all repositories of a product."""
    form, dates, asking = tables.asked_format(), _dates(), _asking()
    stated = governance.product(session(), slug)
    here = [one for one in custody.repositories(session()) if reading.belongs(one, stated)]
    was_read = provenance.snapshots(session())
    parts = [
        (
            one,
            relicensing(session(), one.id, asking.target, dates.as_of, dates.known)
            if asking.target and one.id in was_read
            else None,
        )
        for one in here
    ]
    if form != "html":
        return tables.answer(product_relicensing_table(parts), form)
    page = product_relicensing_page(stated, parts, asking.target, dates)
    return render_template("relicence/product.html", page=page)


def _asking() -> Asking:
    wanted = request.args.get("to", "")[:500]
    target = target_of(wanted) if wanted else ""
    if target is None:
        raise BadInputError(
            gettext(
                "The address names a licence that the register has no terms for; choose one of the list, or write "
                "two as in to=MPL-2.0 OR EUPL-1.2."
            )
        )
    outcome = one_of(request.args, "outcome", ("", *(one.value for one in Outcome)))
    return Asking(target, request.args.get("refuses", "")[:200], Outcome(outcome) if outcome else None)


def _refusing(found: Relicensing, wanted: str) -> str | None:
    if not wanted:
        return None
    who = matching(found, wanted)
    if who is None:
        raise BadInputError(
            gettext("The address names somebody whose consent is not needed; choose one of the list.")
        )
    return who


def _dates() -> Dates:
    return read_dates(request.args, now().date())
