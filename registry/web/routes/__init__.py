# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A route: it parses an address, calls for one page object, and shows it. Nothing is decided here."""

from __future__ import annotations

from flask import Flask, redirect
from werkzeug.exceptions import NotFound
from werkzeug.routing import BaseConverter, IntegerConverter, Map
from werkzeug.wrappers import Response

from registry.web.language import LANGUAGES, here
from registry.web.routes import (
    evidence,
    exports,
    licences,
    log,
    looked_through,
    overview,
    people,
    plans,
    relicensing,
    repositories,
    terms,
    texts,
    through_time,
    tiles,
    title,
)

_PREFIX = "/<any(da, en):language>"


class AnyPath(BaseConverter):
    """The rest of an address, whatever it holds: git allows any byte but NUL in a path, newlines too."""

    regex = "(?s:.+)"
    part_isolating = False


class Number(IntegerConverter):
    """The register's own number of a thing; one beyond what a database counts to is no thing's."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=2**63 - 1)


def install(app: Flask) -> None:
    """Register every route, below the prefix of each language."""
    app.url_map.converters["any_path"] = AnyPath
    app.url_map.converters["number"] = Number
    app.url_map.merge_slashes = False
    for part in (
        overview,
        repositories,
        through_time,
        looked_through,
        people,
        evidence,
        log,
        exports,
        plans,
        licences,
        relicensing,
        terms,
        texts,
        title,
    ):
        app.register_blueprint(part.blueprint, url_prefix=_PREFIX + (part.blueprint.url_prefix or ""))
    app.register_blueprint(tiles.blueprint)
    app.add_url_rule("/", "start", _with_language, defaults={"rest": ""})
    app.add_url_rule("/<any_path:rest>", "without_language", _with_language)


def _with_language(rest: str) -> Response:
    if rest.split("/", 1)[0] in LANGUAGES:
        raise NotFound
    return redirect("/da" + here(), 302)
