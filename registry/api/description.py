# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The description of the API (OpenAPI 3.1): generated from the routes and shapes, completed here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from apiflask import APIFlask

from registry.api.addresses import ROOT
from registry.api.described import FORMS
from registry.api.problems import MEDIA_TYPE
from registry.api.shapes.problem import Problem

VERSION = "1.0.0"

PATH = f"{ROOT}/openapi.json"
_COMPONENT = "#/components/schemas/"
_ABOUT = """\
Everything public in OS2's ownership register, read only: who controls a repository, who wrote it, who holds the
copyright and by which papers, and what others may do with it. The four are never mixed.

Sentences come in Danish or English by `Accept-Language`; names of fields and values never change. Every field is
always there; what is not known is null. Lists are read on by the address in `next`. An answer that is asked for
again with its `ETag` in `If-None-Match` is 304 while it holds. Failures are problems (RFC 9457).

Information, no legal advice: the paper, or the text of the licence, decides.
"""
_NUMBER = {"type": "integer", "minimum": 0, "maximum": 2**63 - 1}
_WORD = {"type": "string", "minLength": 1, "maxLength": 200, "pattern": r"^[A-Za-z0-9._+-]+$"}
_PATH: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "number": ("The register's own number.", _NUMBER),
    "harvest": ("The register's own number of a harvest.", _NUMBER),
    "position": ("The place in the log, from 0.", _NUMBER),
    "slug": ("A product's short name.", _WORD),
    "login": ("A login of GitHub.", _WORD),
    "identifier": ("A licence by SPDX's name; NONE for no licence at all.", _WORD),
    "party": ("A party by the register's id.", {"type": "string", "minLength": 1, "maxLength": 200}),
    "owner": ("The owner on GitHub.", _WORD),
    "name": ("The repository's name.", _WORD),
    "document": ("Which of SPDX's forms.", {"type": "string", "enum": list(FORMS)}),
}
_FAILURES = {
    "400": "A parameter cannot be read.",
    "404": "The register holds nothing at this address.",
    "406": "Accept rules out the form that the answer has.",
    "429": "Too many calls; wait as Retry-After says.",
    "500": "The register failed; nothing was changed.",
}
_HEADERS = {
    "ETag": ("Give it in If-None-Match to ask whether the answer still holds.", "string"),
    "RateLimit-Policy": ("How many calls (q) in how many seconds (w).", "string"),
    "RateLimit": ("How many calls are left (r), for how many seconds (t).", "string"),
}


def install(app: APIFlask) -> None:
    """Let the description tell what every address has in common."""
    app.config["INFO"] = {
        "description": _ABOUT,
        "contact": {"name": "OS2", "url": "https://www.os2.eu/"},
        "license": {"name": "CC-BY-SA-4.0", "identifier": "CC-BY-SA-4.0"},
    }
    app.config["AUTO_404_RESPONSE"] = False
    app.config["AUTO_VALIDATION_ERROR_RESPONSE"] = False
    app.config["AUTO_OPERATION_ID"] = True
    app.config["SUCCESS_DESCRIPTION"] = "The answer."
    app.config["VALIDATION_ERROR_STATUS_CODE"] = 400
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.spec_processor(completed)


def completed(spec: Any) -> Any:
    """Return the description with what every address has in common: path parameters, failures, headers."""
    spec["components"]["schemas"] = _short(spec["components"]["schemas"])
    spec["components"]["schemas"]["Problem"] = _problem(spec["components"]["schemas"])
    for operation in _operations(spec):
        for parameter in operation["parameters"]:
            _parameter(parameter)
        _responses(operation["responses"])
    return _plain(spec)


def _short(schemas: Mapping[str, Any]) -> dict[str, Any]:
    """Return the shapes by their own names; APIFlask puts the name of the shape around one before it."""
    found: dict[str, Any] = {}
    for name, one in schemas.items():
        short = name.rpartition(".")[2]
        assert _plain(found.setdefault(short, one)) == _plain(one), f"two shapes are called {short}"
    return found


def _operations(spec: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for path in spec["paths"].values():
        yield from path.values()


def _problem(schemas: dict[str, Any]) -> dict[str, Any]:
    found = Problem.model_json_schema(ref_template=f"{_COMPONENT}{{model}}")
    schemas |= found.pop("$defs")
    return found


def _parameter(parameter: dict[str, Any]) -> None:
    if parameter["in"] == "path" and parameter["name"] in _PATH:
        parameter["description"], schema = _PATH[parameter["name"]]
        parameter["schema"] = dict(schema)
        return
    # a description of a parameter belongs to it, not to its form; null is nothing that an address can say
    schema = parameter["schema"]
    if "description" in schema:
        parameter["description"] = schema.pop("description")
    if schema.get("default", "") is None:
        del schema["default"]


def _responses(responses: dict[str, Any]) -> None:
    for status, one in responses.items():
        if status == "200":
            one["headers"] = {
                name: {"description": text, "schema": {"type": kind}}
                for name, (text, kind) in _HEADERS.items()
            }
    problem = {MEDIA_TYPE: {"schema": {"$ref": f"{_COMPONENT}Problem"}}}
    for status, text in _FAILURES.items():
        responses[status] = {"description": text, "content": problem}
    responses["304"] = {"description": "The answer that the ETag names still holds."}


def _plain(told: Any) -> Any:
    """Return a part of the description in which shapes are referred to by their own names."""
    if isinstance(told, dict):
        return {
            key: _COMPONENT + value.rpartition("/")[2].rpartition(".")[2] if key == "$ref" else _plain(value)
            for key, value in told.items()
        }
    return [_plain(one) for one in told] if isinstance(told, list) else told
