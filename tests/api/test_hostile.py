# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Hostile values for every parameter of every address: one clear refusal, never a failure of the register."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from registry.api.shapes.problem import Problem
from registry.app import create_app
from registry.pipeline.mirrors import harvest_mirrors
from registry.pipeline.reading import Wish
from registry.pipeline.register import open_register
from registry.settings import Settings
from tests.api.calling import QUERIES, ROOT, ask, described, filled, operations
from tests.builders import new_repository
from tests.hostile import HOSTILE
from tests.postgres import empty_database, server

ALLOWED = {200, 400, 404}


def _check(base: str, address: str) -> None:
    status, headers, body = ask(base, address)
    assert status in ALLOWED, (address, status, body)
    assert "Set-Cookie" not in headers
    if status != 200:
        assert headers["Content-Type"] == "application/problem+json", (address, headers)
        told = Problem.model_validate_json(body)
        assert told.status == status
        assert "Traceback" not in told.detail and "sqlite" not in body.decode().lower()


def test_hostile_values_of_parameters_are_answered(address: str, client: FlaskClient) -> None:
    """Each value for each parameter, alone."""
    for path, operation in operations(described(client)):
        base, _, required = filled(path, operation).partition("?")
        for name in [one["name"] for one in operation["parameters"] if one["in"] == "query"]:
            others = "&".join(one for one in required.split("&") if one and not one.startswith(f"{name}="))
            for value in HOSTILE:
                _check(address, f"{base}?{others}&{name}={value}")


def test_hostile_values_in_paths_are_answered(address: str, client: FlaskClient) -> None:
    """Each value for each part of an address."""
    for path, operation in operations(described(client)):
        for name in [one["name"] for one in operation["parameters"] if one["in"] == "path"]:
            for value in HOSTILE:
                _check(address, filled(path, operation, **{name: value}))


def test_twice_the_same_parameter_is_refused(address: str, client: FlaskClient) -> None:
    """Which of the two is meant nobody can tell."""
    for path, operation in operations(described(client)):
        base, _, required = filled(path, operation).partition("?")
        for name in [one["name"] for one in operation["parameters"] if one["in"] == "query"]:
            status, _, body = ask(address, f"{base}?{required}&{name}=1&{name}=2&{name}=3")
            assert status == 400
            assert name in [one["parameter"] for one in json.loads(body)["errors"]]


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "*/*;q=NaN"}, {"Accept": ",;,;="}, {"Accept_Language": "\u00e9" * 50},
        {"Accept_Language": "da;q=-1,en;q=99"}, {"If_None_Match": "*, W/, \"'"}, {"If_None_Match": '"' * 999},
        {"Range": "bytes=0-1,5-2"}, {"Origin": "null"}, {"If_Match": '"x"'}, {"X_Forwarded_For": "' OR 1"},
    ],
)  # fmt: skip
def test_hostile_headers_are_answered(address: str, headers: dict[str, str]) -> None:
    """As if they were not there, or refused."""
    status, _, _ = ask(address, f"{ROOT}/repositories", **headers)
    assert status in {200, 304, 406}


@pytest.fixture(scope="module")
def on_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A caller of a register in PostgreSQL, which holds one repository."""
    folder: Path = tmp_path_factory.mktemp("postgresql")
    new_repository(folder / "mirrors" / "demo+part").commit({"README.md": b"one\ntwo\n", "LICENSE": b"MIT"})
    with server() as address, empty_database(address) as database:
        register = open_register(Settings(database, folder / "data", api_calls=0))
        harvest_mirrors(register, folder / "mirrors", Wish(), lambda *_: None)
        yield create_app(replace(register.settings), register.sessions).test_client()
        register.engine.dispose()


@pytest.mark.postgresql
def test_postgresql_answers_them_as_well(on_postgresql: FlaskClient) -> None:
    """It takes no NUL and no number beyond its own, where SQLite takes both."""
    good = {"number": "1", "owner": "demo", "name": "part"}
    for path, operation in operations(described(on_postgresql)):
        here = filled(path, operation, **good)
        assert on_postgresql.get(here).status_code in {200, 404}, here
        for one in operation["parameters"]:
            for value in HOSTILE[:24]:
                if one["in"] == "path":
                    asked = filled(path, operation, **{**good, one["name"]: value})
                else:
                    others = "&".join(f"{key}={text}" for key, text in QUERIES.items() if key in here)
                    asked = f"{here.partition('?')[0]}?{others}&{one['name']}={value}"
                assert on_postgresql.get(asked).status_code in ALLOWED, asked
