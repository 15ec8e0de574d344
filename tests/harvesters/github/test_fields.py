# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Hostile answers: whatever JSON comes, it becomes checked values or one sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.errors import UnreadableError
from harvesters.github.answer import Answer, inside, next_page
from harvesters.github.answers import Site, account_of, blocked, is_full_name, message_of, repository_facts
from harvesters.github.fields import json_value
from harvesters.github.limits import pause_asked
from tests.harvesters.github.asking import Time

SITE = Site("https://github.example")
NOW = Time().now
WHOLE: dict[str, Any] = {
    "id": 1,
    "full_name": "harbour-os/quay",
    "owner": {"login": "harbour-os", "id": 7, "type": "Organization"},
    "private": False,
    "fork": False,
    "size": 1,
    "clone_url": "ext::sh -c evil",
    "html_url": "javascript:alert(1)",
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = (
    *("id", "full_name", "owner", "private", "visibility", "archived", "disabled", "fork", "description"),
    *("topics", "default_branch", "license", "created_at", "pushed_at", "size", "has_wiki", "parent"),
)


@given(st.sampled_from(FIELDS), ANYTHING)
def test_a_field_of_any_type_gives_facts_or_a_sentence(name: str, value: object) -> None:
    """Whatever stands in a field, the entry is read or refused; nothing else is raised."""
    try:
        facts = repository_facts({**WHOLE, name: value}, SITE)
    except UnreadableError as error:
        assert "\n" not in str(error)
    else:
        assert is_full_name(facts.full_name)
        assert 0 < facts.github_id < 2**63


@given(ANYTHING)
def test_any_value_is_an_account_or_a_sentence(value: object) -> None:
    """Whatever stands where an account, a refusal or a block should, nothing else is raised."""
    body = json.dumps(value).encode()
    message_of(body)
    blocked("a/b", 451, body, NOW)
    blocked("a/b", 403, json.dumps({"block": value}).encode(), NOW)
    try:
        account_of(value)
    except UnreadableError:
        return
    raise AssertionError("no such value is an account")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_header_is_read(link: str, wait: str) -> None:
    """Whatever stands in Link or Retry-After, nothing is raised."""
    answer = Answer("u", 403, {"link": link, "retry-after": wait, "x-ratelimit-reset": wait}, b"", NOW)
    next_page(answer)
    inside(link, "https://api.github.com")
    assert pause_asked(answer, "", NOW) is not None


def test_addresses_are_built_never_taken() -> None:
    """The answer's own clone_url and html_url are not looked at."""
    facts = repository_facts(WHOLE, SITE)
    assert (facts.clone_url, facts.html_url) == (
        "https://github.example/harbour-os/quay.git",
        "https://github.example/harbour-os/quay",
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("full_name", "harbour-os/../../etc"),
        ("full_name", "harbour-os/quay\u202e"),
        ("full_name", "-oProxyCommand=x/y"),
        ("full_name", "stranger/quay"),
        ("id", True),
        ("id", 2**63),
        ("id", -1),
        ("license", {"spdx_id": "<script>"}),
        ("created_at", "yesterday"),
        ("created_at", "99999-01-01T00:00:00Z"),
        ("topics", "os2"),
        ("parent", {"id": 1, "full_name": "../x", "private": False}),
    ],
)
def test_what_github_never_says_is_refused(name: str, value: object) -> None:
    """A value that GitHub's own rules exclude makes the entry unreadable."""
    with pytest.raises(UnreadableError):
        repository_facts({**WHOLE, "fork": True, name: value}, SITE)


def test_a_description_is_kept_but_can_be_written() -> None:
    """Markup stays as it is; NUL and lone surrogates, which no database takes, are replaced; length is bounded."""
    facts = repository_facts({**WHOLE, "description": "<b>\x1b[31m\0\ud800" + "x" * 20_000}, SITE)
    assert facts.description is not None
    assert facts.description.startswith("<b>\x1b[31m\ufffd\ufffdx")
    assert len(facts.description) == 10_000


@pytest.mark.parametrize("body", [b"", b"\xff", b"{", b"[" * 100_000, b"1" * 10_000, b'{"a": 1}garbage'])
def test_what_is_no_json_is_one_sentence(body: bytes) -> None:
    """Empty, broken, bottomless and oversized JSON is refused alike."""
    with pytest.raises(UnreadableError, match="no valid JSON"):
        json_value(body)


@pytest.mark.parametrize(
    "address",
    [
        "https://api.github.com.evil.example/x",
        "https://api.github.com@evil.example/x",
        "https://user:pass@api.github.com/x",
        "http://api.github.com/x",
        "https://api.github.com:444/x",
        "//api.github.com/x",
        "/x",
        "https://[::1",
        "https://api.github.com/../x",
        "",
    ],
)
def test_an_address_outside_is_outside(address: str) -> None:
    """Nothing but the same scheme, host and port, without a user, is inside."""
    assert inside(address, "https://api.github.com") is None
