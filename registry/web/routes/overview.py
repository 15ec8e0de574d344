# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of the overview, the products, the organisations and the search."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from registry.connection import session
from registry.custody import service as custody
from registry.governance import service as governance
from registry.web import reading, tables
from registry.web.finding import findings
from registry.web.pages.filters import read_wanted
from registry.web.pages.organisation import organisation_page
from registry.web.pages.overview import overview_page, overview_table
from registry.web.pages.product import product_page
from registry.web.pages.rows import all_rows, rows_table
from registry.web.pages.search import search_page, search_table

blueprint = Blueprint("overview", __name__)
_LONGEST = 200


@blueprint.get("/")
def overview() -> str | Response:
    """Everything at one glance."""
    wanted, form = read_wanted(request.args), tables.asked_format()
    known = reading.known(session())
    if form != "html":
        return tables.answer(overview_table(known, wanted), form)
    return render_template("overview/overview.html", page=overview_page(known, wanted))


@blueprint.get("/p/<slug>")
def product(slug: str) -> str | Response:
    """One product."""
    form = tables.asked_format()
    stated = governance.product(session(), slug)
    known = reading.known(session())
    if form != "html":
        names = {part.full_name.lower() for part in stated.parts}
        rows = [row for row in all_rows(known) if row.name.lower() in names]
        return tables.answer(rows_table(f"product-{stated.slug}", rows), form)
    return render_template("product/product.html", page=product_page(stated, known))


@blueprint.get("/o/<login>")
def organisation(login: str) -> str | Response:
    """One organisation on GitHub."""
    form = tables.asked_format()
    stated = [one for one in custody.organisations(session()) if one.login.lower() == login.lower()]
    seen = custody.administrators(session(), login)
    page = organisation_page(login, stated[0] if stated else None, seen, all_rows(reading.known(session())))
    if form != "html":
        return tables.answer(rows_table("organisation", page.rows), form)
    return render_template("people/organisation.html", page=page)


@blueprint.get("/search")
def search() -> str | Response:
    """What holds the words."""
    form = tables.asked_format()
    words = request.args.get("q", "").strip()[:_LONGEST]
    page = search_page(words, findings(session(), words))
    if form != "html":
        return tables.answer(search_table(page), form)
    return render_template("search/search.html", page=page)
