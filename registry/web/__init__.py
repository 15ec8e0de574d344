# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The pages: a request is parsed, one page object is built from the services, and a template shows it."""

from __future__ import annotations

from flask import Flask

from registry import connection
from registry.database import Sessions
from registry.settings import Settings
from registry.web import failures, language, routes, security, site


def install(app: Flask, settings: Settings, sessions: Sessions) -> None:
    """Give `app` the register's pages."""
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    connection.install(app, settings, sessions)
    language.install(app)
    security.install(app)
    site.install(app)
    failures.install(app)
    routes.install(app)
