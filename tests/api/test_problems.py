# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Every failure below /api is a problem (RFC 9457), in the language asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from registry.api.shapes.problem import Problem
from registry.app import create_app
from registry.pipeline.register import Register
from tests.api.calling import ROOT

FAILING = [
    (404, "GET", f"{ROOT}/nowhere", {}),
    (404, "GET", "/api", {}),
    (404, "GET", "/api/v2/repositories", {}),
    (404, "GET", f"{ROOT}/repositories/99999", {}),
    (404, "GET", f"{ROOT}/repositories/7/ownership?as_of=2999-01-01", {}),
    (404, "GET", "/badge/nobody/nothing/title.svg", {}),
    (405, "POST", f"{ROOT}/repositories", {}),
    (405, "DELETE", "/badge/a/b/title.svg", {}),
    (400, "GET", f"{ROOT}/repositories?limit=0", {}),
    (400, "GET", f"{ROOT}/repositories?limit=1&limit=2", {}),
    (400, "GET", f"{ROOT}/repositories?cursor=*", {}),
    (400, "GET", f"{ROOT}/combinations", {}),
    (406, "GET", f"{ROOT}/repositories", {"Accept": "text/csv"}),
    (406, "GET", f"{ROOT}/repositories/7/NOTICE", {"Accept": "application/json"}),
]


@pytest.mark.parametrize(("status", "method", "path", "headers"), FAILING)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_failure_is_a_problem(
    client: FlaskClient, status: int, method: str, path: str, headers: dict[str, str], language: str
) -> None:
    """With its status, a title, a sentence and the address."""
    response = client.open(path, method=method, headers={**headers, "Accept-Language": language})
    assert response.status_code == status
    assert response.mimetype == "application/problem+json"
    assert response.headers["Content-Language"] == language
    told = Problem.model_validate(response.json)
    assert (told.status, told.instance) == (status, path.partition("?")[0])
    assert told.title and told.detail
    assert told.type == f"http://localhost/{language}/api#problem-{status}"


def test_danish_and_english_differ(client: FlaskClient) -> None:
    """Danish stands where nothing is asked for."""
    path = f"{ROOT}/repositories?limit=0&licence=purple"
    danish, english = client.get(path).json, client.get(path, headers={"Accept-Language": "en-GB"}).json
    assert danish and english
    assert danish["errors"][0] == {"parameter": "limit", "expected": "et helt tal fra 1 til 500"}
    assert english["errors"][1] == {"parameter": "licence", "expected": "one of: green, yellow, red, grey"}


def test_a_parameter_that_is_not_known_is_refused(client: FlaskClient) -> None:
    """A misspelt filter would else pass for none."""
    response = client.get(f"{ROOT}/repositories?licens=green", headers={"Accept-Language": "en"})
    assert response.json
    assert response.json["errors"] == [
        {"parameter": "licens", "expected": "the register knows no such parameter"}
    ]


def test_what_may_be_called_is_told_with_a_wrong_method(client: FlaskClient) -> None:
    """As HTTP demands."""
    assert set(client.post(f"{ROOT}/repositories").headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_a_broken_register_is_a_problem_that_tells_nothing_of_it(story: Register) -> None:
    """Status 500, and no word of the cause."""
    broken = create_app(replace(story.settings, api_calls=0), lambda: 1 / 0)  # type: ignore[arg-type]
    response = broken.test_client().get(f"{ROOT}/repositories", headers={"Accept-Language": "en"})
    assert response.status_code == 500
    assert response.mimetype == "application/problem+json"
    assert "division" not in response.text


def test_pages_fail_as_pages(client: FlaskClient) -> None:
    """Beside the API nothing has changed."""
    assert client.get("/da/nowhere").mimetype == "text/html"
    assert client.get("/apis").headers["Location"] == "/da/apis"
