# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The description: valid, complete, and true of what is served."""

from __future__ import annotations

import json
from typing import Any

from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from registry.api.words import EXPECTED
from tests.api.calling import ask, described, filled, operations

COUNT = 43


def test_the_description_is_valid(client: FlaskClient) -> None:
    """By the validator of OpenAPI 3.1."""
    found = described(client)
    assert found["openapi"] == "3.1.0"
    validate(found)


def test_every_route_is_described(client: FlaskClient) -> None:
    """What can be called stands in the description."""
    found = dict(operations(described(client)))
    assert len(found) == COUNT
    assert all(one["summary"] and one["operationId"] and one["tags"] for one in found.values())


def test_every_parameter_says_what_it_must_be(client: FlaskClient) -> None:
    """In the description, and in both languages to whoever gets it wrong."""
    for _, operation in operations(described(client)):
        for parameter in operation["parameters"]:
            assert parameter["description"], parameter
            assert parameter["in"] == "path" or parameter["name"] in EXPECTED


def test_every_described_route_answers_as_described(address: str, client: FlaskClient) -> None:
    """Asked of the running server: status, media type, and every field of the answer."""
    description = described(client)
    components = description["components"]
    for path, operation in operations(description):
        here = filled(path, operation)
        status, headers, body = ask(address, here)
        assert status == 200, (here, body)
        content = operation["responses"]["200"]["content"]
        kind = headers["Content-Type"].partition(";")[0]
        assert kind in content, here
        if kind == "application/json":
            schema = {**content[kind]["schema"], "components": components}
            Draft202012Validator(schema).validate(json.loads(body))


def test_shapes_allow_no_field_that_is_not_described(client: FlaskClient) -> None:
    """And demand each that is."""
    for name, one in described(client)["components"]["schemas"].items():
        if one.get("type") == "object":
            assert one["additionalProperties"] is False, name
            assert sorted(one["required"]) == sorted(one["properties"]), name


def test_every_route_may_fail_as_described(client: FlaskClient) -> None:
    """With a problem, and with nothing else."""
    reference = "#/components/schemas/Problem"
    for path, operation in operations(described(client)):
        for status in ("400", "404", "406", "429", "500"):
            content: dict[str, Any] = operation["responses"][status]["content"]
            assert content == {"application/problem+json": {"schema": {"$ref": reference}}}, path
