# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""How every answer is sent: read by any site's script, known again by its ETag, refused where it has no such form."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from flask import Flask, Response, request

from registry.api.language import language
from registry.api.problems import MEDIA_TYPE, problem, wrong_parameters

_SEEN_BY_SCRIPTS = "Content-Language, ETag, Link, RateLimit, RateLimit-Policy, Retry-After"
_HEADERS = {
    # what is public may be read by any site; no cookie is ever asked for
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": _SEEN_BY_SCRIPTS,
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept, Accept-Language",
}
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def install(app: Flask) -> None:
    """Treat every call and every answer alike."""
    app.before_request(_refuse_nul)
    app.before_request(_refuse_twice)
    app.after_request(_finish)


def _refuse_nul() -> Response | None:
    """Nothing has a name with a NUL in it, and not every database can even be asked for one."""
    return problem(404) if "\0" in request.path else None


def _refuse_twice() -> Response | None:
    """Which of two values is meant nobody can tell."""
    counted = Counter(name for name, _ in request.args.items(multi=True))
    twice = [name for name, count in counted.items() if count > 1]
    return wrong_parameters(*twice) if twice else None


def _finish(response: Response) -> Response:
    if response.status_code == 200 and request.method in {"GET", "HEAD"}:
        response = _in_form(response)
    response.headers.update(_HEADERS)
    if request.method == "OPTIONS":
        response.headers.update(_PREFLIGHT)
    if response.mimetype in {"application/json", MEDIA_TYPE}:
        response.headers["Content-Language"] = language().value
    return response


def _in_form(response: Response) -> Response:
    if request.accept_mimetypes and not request.accept_mimetypes.quality(str(response.mimetype)):
        return problem(406)
    # whoever keeps an answer asks again whether it still holds
    response.headers["Cache-Control"] = "public, no-cache"
    if response.get_etag() == (None, None):
        response.set_etag(sha256(response.get_data()).hexdigest()[:32])
    if request.if_none_match.contains_weak(response.get_etag()[0] or ""):
        response.status_code = 304
        response.set_data(b"")
        for name in ("Content-Length", "Content-Type"):
            response.headers.pop(name, None)
    return response
