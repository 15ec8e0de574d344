# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The application: the only place where settings, database, pages and API are joined, and where they are served."""

from __future__ import annotations

import gc
from pathlib import Path

import waitress
from flask import Flask

from registry import api, web
from registry.database import Sessions
from registry.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


def create_app(settings: Settings, sessions: Sessions) -> Flask:
    """Return the register's pages, and its API beside them, over one database."""
    app = Flask(
        "registry.web",
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "registry" / "web" / "static"),
        static_url_path="/static",
    )
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 86400
    web.install(app, settings, sessions)
    beside = api.beside(app.wsgi_app, api.create_api(settings, sessions))
    app.wsgi_app = beside  # type: ignore[assignment, method-assign]
    return app


def serve(app: Flask, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve until interrupted; on this machine alone unless another address is asked for."""
    # what was loaded to begin with lasts as long as the process: no page should wait for it to be looked over
    gc.collect()
    gc.freeze()
    waitress.serve(app, host=host, port=port, threads=4, ident="os2-registry")
