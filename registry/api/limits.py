# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Limits: how many calls one address may make a minute, told with every answer (the IETF's RateLimit fields)."""

from __future__ import annotations

from time import time

from flask import Flask, Response
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from registry.errors import BadInputError
from registry.settings import Settings


def install(app: Flask, settings: Settings) -> None:
    """Count the calls of each address; raises BadInputError for a store of counters that is none."""
    if not settings.api_calls:
        return
    try:
        limiter = Limiter(
            get_remote_address,
            app=app,
            application_limits=[f"{settings.api_calls} per minute"],
            storage_uri=settings.api_counters,
        )
    except Exception as error:  # each store fails in its own way
        msg = f"calls of the API cannot be counted in {settings.api_counters!r} ({error}); memory:// always works"
        raise BadInputError(msg) from error

    @app.after_request
    def tell(response: Response) -> Response:
        return _told(limiter, response)


def _told(limiter: Limiter, response: Response) -> Response:
    current = limiter.current_limit
    if current is None:
        return response
    left = max(0, int(current.reset_at - time()))
    quota, window = current.limit.amount, current.limit.get_expiry()
    response.headers["RateLimit-Policy"] = f'"calls";q={quota};w={window}'
    response.headers["RateLimit"] = f'"calls";r={max(0, current.remaining)};t={left}'
    if response.status_code == 429:
        response.headers["Retry-After"] = str(left + 1)
    return response
