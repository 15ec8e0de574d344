# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A route: it parses a call, asks for one thing, and shows it. Nothing is decided here."""

from __future__ import annotations

from apiflask import APIFlask
from werkzeug.routing import IntegerConverter, Map

from registry.api.addresses import ROOT
from registry.api.routes import (
    badges,
    evidence,
    exports,
    files,
    harvests,
    licences,
    ownership,
    products,
    relicensing,
    repositories,
    start,
)


class Number(IntegerConverter):
    """The register's own number of a thing; one beyond what a database counts to is no thing's."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=2**63 - 1)


_PARTS = (
    start, repositories, files, ownership, licences, relicensing, exports, products, harvests, evidence,
)  # fmt: skip


def install(app: APIFlask) -> None:
    """Register every route."""
    app.url_map.converters["number"] = Number
    app.url_map.merge_slashes = False
    for part in _PARTS:
        app.register_blueprint(part.blueprint, url_prefix=ROOT + (part.blueprint.url_prefix or ""))
    app.register_blueprint(badges.blueprint)
