# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The API: a call is parsed, one service is asked, and its answer is shown as JSON. No decision lives here.

It is an application of its own beside the pages, so that every address below /api and /badge fails in its form.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from apiflask import APIFlask

from registry import connection
from registry.api import answering, description, limits, problems, routes
from registry.database import Sessions
from registry.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_OURS = ("/api/", "/badge/")


def create_api(settings: Settings, sessions: Sessions) -> APIFlask:
    """Return the API over one database."""
    app = APIFlask(
        "registry.api",
        title="OS2 ownership register",
        version=description.VERSION,
        spec_path=description.PATH,
        docs_path=None,
        json_errors=False,
    )
    connection.install(app, settings, sessions)
    problems.install(app)
    limits.install(app, settings)
    answering.install(app)
    routes.install(app)
    description.install(app)
    return app


def beside(pages: WSGIApplication, api: WSGIApplication) -> WSGIApplication:
    """Return the application that hands the API's addresses to `api`, and all others to `pages`."""

    def choose(environment: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path = f"{environment['PATH_INFO']}/"
        return (api if path.startswith(_OURS) else pages)(environment, start)

    return choose
