# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""How answers are sent: ETags, languages, other sites' scripts, limits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from registry.app import create_app
from registry.errors import BadInputError
from registry.pipeline.register import Register
from registry.settings import read_settings
from tests.api.calling import ROOT, described, filled, operations


def test_an_answer_that_still_holds_is_304(client: FlaskClient) -> None:
    """At every address: nothing is sent again to whoever has it."""
    for path, operation in operations(described(client)):
        here = filled(path, operation)
        tag = client.get(here).headers["ETag"]
        again = client.get(here, headers={"If-None-Match": f'W/"other", {tag}'})
        assert (again.status_code, again.data) == (304, b""), here
        assert again.headers["ETag"] == tag
        assert client.get(here, headers={"If-None-Match": '"other"'}).status_code == 200


def test_another_language_has_another_etag(client: FlaskClient) -> None:
    """Caches keep them apart by Vary."""
    path = f"{ROOT}/repositories/7/licences"
    danish, english = (client.get(path, headers={"Accept-Language": one}) for one in ("da", "en"))
    assert danish.headers["ETag"] != english.headers["ETag"]
    assert danish.headers["Vary"] == "Accept, Accept-Language"
    assert [one.headers["Content-Language"] for one in (danish, english)] == ["da", "en"]


@pytest.mark.parametrize("path", [f"{ROOT}/repositories", f"{ROOT}/nowhere", "/badge/a/b/title.svg"])
def test_any_site_may_read(client: FlaskClient, path: str) -> None:
    """Answers and failures; nothing else than reading is allowed."""
    assert client.get(path).headers["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in client.get(path).headers


def test_a_browser_that_asks_first_is_told_what_it_may(client: FlaskClient) -> None:
    """A preflight names GET and HEAD alone."""
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
    headers = client.options(f"{ROOT}/repositories", headers=asked).headers
    assert headers["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert "If-None-Match" in headers["Access-Control-Allow-Headers"]


def test_head_tells_what_get_would(client: FlaskClient) -> None:
    """Without the answer."""
    head, get = client.head(f"{ROOT}/repositories"), client.get(f"{ROOT}/repositories")
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == get.headers["ETag"]


def test_limits_are_told_and_held(story: Register) -> None:
    """The third call of two is refused, and says when to come again."""
    caller = create_app(replace(story.settings, api_calls=2), story.sessions).test_client()
    path = f"{ROOT}/"
    first, second, third = (caller.get(path) for _ in range(3))
    assert [one.status_code for one in (first, second, third)] == [200, 200, 429]
    assert first.headers["RateLimit-Policy"] == '"calls";q=2;w=60'
    assert first.headers["RateLimit"].startswith('"calls";r=1;t=')
    assert third.headers["RateLimit"].startswith('"calls";r=0;t=')
    assert third.mimetype == "application/problem+json"
    assert 1 <= int(third.headers["Retry-After"]) <= 61
    assert caller.get("/da/").status_code == 200


def test_a_limit_that_is_none_is_refused_in_a_sentence(story: Register) -> None:
    """When the register starts, not when somebody calls."""
    with pytest.raises(BadInputError, match="OS2_REGISTRY_API_CALLS is 'many'"):
        read_settings({"OS2_REGISTRY_API_CALLS": "many"})
    settings = read_settings({"OS2_REGISTRY_API_COUNTERS": "nowhere://x"})
    with pytest.raises(BadInputError, match="nowhere://x"):
        create_app(settings, story.sessions)
