# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The stand-in's manners: pages, validators, limits, tokens, and its book of calls."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import requests

from registry.demo.standin import Account, Kind, Oddity, Repository, Token, World, world_from
from tests.demo.standin.calling import calling

TOKEN = "ghp_inventedInventedInvented0001"
NOW = 1_772_366_400.0


def _world(count: int = 5, oddities: tuple[Oddity, ...] = (), anonymous_limit: int = 60) -> World:
    return World(
        (Account(7, "harbour-os"), Account(8, "ada-harbour", "User")),
        tuple(Repository(number + 1, f"harbour-os/part-{number}") for number in range(count)),
        (Token(TOKEN, "ada-harbour", sees=("harbour-os",), limit=5000),),
        oddities,
        anonymous_limit,
    )


def test_pages_are_linked_first_to_last() -> None:
    """A list of five in pages of two has three pages, linked to each other as GitHub's are."""
    with calling(_world()) as caller:
        first = caller.get("/orgs/harbour-os/repos?per_page=2")
        second = caller.session.get(first.links["next"]["url"], timeout=20)
        third = caller.session.get(second.links["next"]["url"], timeout=20)
    assert [len(answer.json()) for answer in (first, second, third)] == [2, 2, 1]
    assert set(first.links) == {"next", "last"}
    assert set(second.links) == {"prev", "first", "next", "last"}
    assert set(third.links) == {"prev", "first"}


def test_a_page_beyond_the_last_is_empty() -> None:
    """A page that is not there is an empty list, as at GitHub."""
    with calling(_world()) as caller:
        answer = caller.get("/orgs/harbour-os/repos?page=9")
    assert (answer.status_code, answer.json()) == (200, [])


def test_an_unchanged_answer_is_304_and_not_counted_with_a_token() -> None:
    """A validator that still holds gives a 304 without a body, which costs a caller with a token nothing."""
    with calling(_world()) as caller:
        first = caller.get("/orgs/harbour-os/repos", TOKEN)
        again = caller.get("/orgs/harbour-os/repos", TOKEN, {"If-None-Match": first.headers["ETag"]})
        book = caller.calls()
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["X-RateLimit-Remaining"] == first.headers["X-RateLimit-Remaining"] == "4999"
    assert (book["calls"], book["conditional"], book["counted"]) == (2, 1, 1)


def test_an_unchanged_answer_is_counted_without_a_token() -> None:
    """Without a token a 304 costs a call like any other: GitHub spares only those who say who they are."""
    with calling(_world()) as caller:
        first = caller.get("/orgs/harbour-os")
        again = caller.get("/orgs/harbour-os", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.headers["X-RateLimit-Remaining"] == "58"


def test_the_hourly_limit_is_kept_and_renewed() -> None:
    """After the last call of the hour comes 403 with nothing remaining; /rate_limit still answers."""
    with calling(_world(anonymous_limit=2), NOW) as caller:
        answers = [caller.get("/orgs/harbour-os") for _ in range(3)]
        limit = caller.get("/rate_limit").json()
        with_token = caller.get("/orgs/harbour-os", TOKEN)
    assert [answer.status_code for answer in answers] == [200, 200, 403]
    assert answers[2].headers["X-RateLimit-Remaining"] == "0"
    assert answers[2].headers["X-RateLimit-Reset"] == str(int(NOW) + 3600)
    assert "rate limit exceeded" in answers[2].json()["message"]
    assert (limit["rate"]["limit"], limit["rate"]["remaining"]) == (2, 0)
    assert with_token.status_code == 200


def test_calls_are_counted_by_route() -> None:
    """The book has a line a route with what was answered, and can be begun anew."""
    with calling(_world()) as caller:
        caller.get("/orgs/harbour-os/repos")
        caller.get("/repos/harbour-os/part-1")
        caller.get("/repos/harbour-os/none")
        book = caller.calls()
        caller.session.delete(f"{caller.served.web}/_standin/calls", timeout=20)
        empty = caller.calls()
    assert book["routes"]["GET /repos/{owner}/{repo}"] == {
        "calls": 2, "conditional": 0, "counted": 2, "200": 1, "404": 1,
    }  # fmt: skip
    assert book["calls"] == 3
    assert empty["calls"] == 0


def test_an_oddity_happens_as_often_as_it_is_scripted() -> None:
    """An oddity comes after so many undisturbed answers, and so many times."""
    odd = Oddity(Kind.SERVER_ERROR, "/orgs/.*", times=2, after=1, value=502)
    with calling(_world(oddities=(odd,))) as caller:
        seen = [caller.get("/orgs/harbour-os").status_code for _ in range(5)]
    assert seen == [200, 502, 502, 200, 200]


def test_a_truncated_body_announces_more_than_it_sends() -> None:
    """A client that counts notices that the body broke off."""
    odd = Oddity(Kind.TRUNCATED, "/orgs/.*")
    with calling(_world(oddities=(odd,))) as caller, pytest.raises(requests.exceptions.RequestException):
        caller.get("/orgs/harbour-os")


def test_a_private_repository_is_shown_to_its_token_alone() -> None:
    """Without the right token a private repository is not in the list, nor under its name or number."""
    hidden = Repository(66, "harbour-os/hidden", private=True)
    some = World(
        (Account(7, "harbour-os"),), (hidden,), (Token(TOKEN, "x", ("harbour-os",)), Token("other", "y"))
    )
    paths = ("/orgs/harbour-os/repos", "/repos/harbour-os/hidden", "/repositories/66")
    with calling(some) as caller:
        for token in (None, "other"):
            assert all(b"hidden" not in caller.get(path, token).content for path in paths)
        assert all(b"hidden" in caller.get(path, TOKEN).content for path in paths)


def test_a_world_is_read_from_json(tmp_path: Path) -> None:
    """A JSON object describes a world; git directories stand relative to a folder."""
    text = json.dumps(
        {
            "accounts": [{"id": 7, "login": "harbour-os"}],
            "repositories": [{"id": 1, "full_name": "harbour-os/quay", "topics": ["a"], "git": "quay.git"}],
            "tokens": [{"token": "t", "login": "ada", "sees": ["harbour-os"]}],
            "oddities": [{"kind": "truncated", "path": "/x", "times": 1}],
            "anonymous_limit": 10,
        }
    )
    assert world_from(json.loads(text), tmp_path) == World(
        (Account(7, "harbour-os"),),
        (Repository(1, "harbour-os/quay", topics=("a",), git=tmp_path / "quay.git"),),
        (Token("t", "ada", ("harbour-os",)),),
        (Oddity(Kind.TRUNCATED, "/x", times=1),),
        10,
    )
