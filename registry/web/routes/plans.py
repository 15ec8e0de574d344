# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of closing plans: of a repository, of a product, and of everything that was read."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from registry.connection import session
from registry.governance import service as governance
from registry.pipeline.planning import closing_plan, facts_for_plan, repositories_of
from registry.web import tables
from registry.web.pages.dates import Dates
from registry.web.pages.title_plan import Of, of_everything, of_product, of_repository, plan_page, plan_table
from registry.web.routes.asked import dates_asked, read

blueprint = Blueprint("plans", __name__)


@blueprint.get("/r/<key>/plan")
def repository(key: str) -> str | Response:
    """The papers that would close a repository's gaps."""
    found, snapshot = read(session(), key)
    dates = dates_asked(snapshot)
    return _plan([found.id], of_repository(found, dates), dates)


@blueprint.get("/p/<slug>/plan")
def product(slug: str) -> str | Response:
    """The papers that would close the gaps of a product's repositories together."""
    stated = governance.product(session(), slug)
    return _plan(repositories_of(session(), stated.slug), of_product(stated), dates_asked())


@blueprint.get("/plan")
def everything() -> str | Response:
    """The papers that would close the gaps of every repository together."""
    return _plan(repositories_of(session(), None), of_everything(), dates_asked())


def _plan(numbers: Sequence[int], of: Of, dates: Dates) -> str | Response:
    form = tables.asked_format()
    made = closing_plan(session(), numbers, dates.as_of, dates.known)
    facts = facts_for_plan(session(), numbers, dates.as_of, dates.known)
    if form != "html":
        return tables.answer(plan_table(made, facts), form)
    return render_template("title/plan.html", page=plan_page(of, made, facts, dates))
