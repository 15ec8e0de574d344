# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""GitHub's OpenAPI description, as JSON schemas that an answer can be held against."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

Json = dict[str, Any]


class Description:
    """What GitHub says its answers look like (OpenAPI 3.0.3)."""

    def __init__(self, file: Path) -> None:
        self._document: Json = json.loads(file.read_bytes())

    def complaint(self, route: str, status: int, value: object) -> str | None:
        """Return what is wrong with an answer of `GET route`; None where it is as described."""
        schema = self._schema(route, status)
        error = best_match(Draft202012Validator(self._whole(schema)).iter_errors(value))
        return None if error is None else f"{error.json_path}: {error.message}"[:500]

    def component(self, name: str) -> Json:
        """Return one of the named schemas."""
        schema: Json = self._document["components"]["schemas"][name]
        return schema

    def _schema(self, route: str, status: int) -> Json:
        described = self._document["paths"][route]["get"]["responses"]
        answer = described.get(str(status))
        if answer is None:  # refusals that are described for all routes in prose alone
            return {"$ref": "#/components/schemas/basic-error"}
        if "$ref" in answer:
            answer = self._document["components"]["responses"][answer["$ref"].rpartition("/")[2]]
        schema: Json = answer["content"]["application/json"]["schema"]
        return schema

    def _whole(self, schema: Json) -> Json:
        """Return `schema` with the named schemas that it leads to, and no others."""
        needed: dict[str, Json] = {}
        todo = _names(schema)
        while todo:
            name = todo.pop()
            if name not in needed:
                needed[name] = self.component(name)
                todo |= _names(needed[name])
        return {
            **_modern(schema),
            "components": {"schemas": {name: _modern(one) for name, one in needed.items()}},
        }


def _names(schema: object) -> set[str]:
    if isinstance(schema, list):
        return set().union(*map(_names, schema))
    if not isinstance(schema, dict):
        return set()
    here = {schema["$ref"].rpartition("/")[2]} if isinstance(schema.get("$ref"), str) else set()
    return here.union(*map(_names, schema.values()))


def _modern(schema: Any) -> Any:
    """Return a schema of OpenAPI 3.0 as JSON schema: there, `nullable` is no keyword."""
    if isinstance(schema, list):
        return [_modern(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {
        name: _modern(entry)
        for name, entry in schema.items()
        if name not in {"nullable", "example", "examples"}
    }
    return {"anyOf": [plain, {"type": "null"}]} if schema.get("nullable") is True else plain
