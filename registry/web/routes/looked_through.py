# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The route of what is looked through of a repository."""

from __future__ import annotations

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from registry.connection import session
from registry.pipeline.looked_through import lists
from registry.web import tables
from registry.web.pages.looked_through import looked_through_page, looked_through_table
from registry.web.routes.repositories import read

blueprint = Blueprint("looked_through", __name__, url_prefix="/r/<key>/looked-through")


@blueprint.get("")
def looked_through(key: str) -> str | Response:
    """The register's list and the repository's own."""
    form = tables.asked_format()
    repository, snapshot = read(session(), key)
    found = lists(session(), snapshot)
    if form != "html":
        return tables.answer(looked_through_table(found), form)
    page = looked_through_page(repository, snapshot, found)
    return render_template("repository/looked_through.html", page=page)
