# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The route of what is looked through of a repository."""

from __future__ import annotations

import re

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from registry.connection import session
from registry.errors import BadInputError
from registry.pipeline.looked_through import lists
from registry.web import tables
from registry.web.language import gettext
from registry.web.pages.looked_through import looked_through_page, looked_through_table
from registry.web.routes.asked import read

_CHANGE = re.compile(r"[0-9a-fA-F]{7,40}")

blueprint = Blueprint("looked_through", __name__, url_prefix="/r/<key>/looked-through")


@blueprint.get("")
def looked_through(key: str) -> str | Response:
    """The register's list and the repository's own."""
    form = tables.asked_format()
    repository, snapshot = read(session(), key)
    found = lists(session(), snapshot)
    if form != "html":
        return tables.answer(looked_through_table(found), form)
    asked = request.args.get("change", "")
    if asked and not _CHANGE.fullmatch(asked):
        raise BadInputError(
            gettext("The address names a change that is no commit id; give 7 to 40 hexadecimal digits.")
        )
    page = looked_through_page(repository, snapshot, found, asked)
    return render_template("repository/looked_through.html", page=page)
