# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A request's own database session: opened when first asked for, closed with the request, never written to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

from flask import Flask, current_app, g
from sqlalchemy.orm import Session

from registry.database import Sessions
from registry.settings import Settings

_KEY = "os2_registry"


def session() -> Session:
    """Return the session of this request."""
    if "session" not in g:
        sessions: Sessions = current_app.extensions[_KEY][1]
        g.session = sessions()
    return cast("Session", g.session)


def settings() -> Settings:
    """Return the settings of this register."""
    found: Settings = current_app.extensions[_KEY][0]
    return found


def now() -> datetime:
    """Return the time of this request."""
    if "now" not in g:
        g.now = datetime.now(UTC)
    return cast("datetime", g.now)


def install(app: Flask, settings: Settings, sessions: Sessions) -> None:
    """Join the register's settings and database to `app`."""
    app.extensions[_KEY] = (settings, sessions)

    @app.teardown_appcontext
    def close(_error: BaseException | None) -> None:
        opened = g.pop("session", None)
        if opened is not None:
            opened.close()
