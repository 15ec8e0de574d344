# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Evidence: every answer is kept as it came, and nothing that is secret."""

from __future__ import annotations

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from github.Requester import HTTPRequestsConnectionClass, Requester

from harvesters.github.access import Access
from harvesters.github.harvester import harvest_organisation, harvest_repository
from harvesters.github.wire import cache_file
from registry.demo.standin import Kind, Oddity, Repository, Token, World
from tests.harvesters.github.asking import ORGANISATION, TOKEN, asking, repositories, world


def test_every_answer_is_an_item_with_its_bytes(tmp_path: Path) -> None:
    """An item has the exact body, the status, the address, the time and the headers that matter."""
    with asking(world(Repository(5, "harbour-os/quay")), tmp_path) as github, github.client() as client:
        harvest_organisation(client, ORGANISATION)
    (item,) = github.items
    assert (item.kind, item.key, item.status) == ("github.repositories", ORGANISATION, 200)
    assert item.source.startswith(f"{github.served.api}/orgs/harbour-os/repos?")
    assert json.loads(item.body)[0]["id"] == 5
    assert item.seen_at == github.time.now
    assert {"date", "etag", "x-github-request-id", "x-ratelimit-remaining"} <= set(item.headers)


def test_not_modified_is_kept_as_what_it_is(tmp_path: Path) -> None:
    """A 304 is an answer of its own: seen at its own time, with the validator that it confirms."""
    with asking(world(*repositories(2)), tmp_path) as github:
        for _ in range(2):
            with github.client() as client:
                harvest_organisation(client, ORGANISATION)
    first, second = github.items
    assert (first.status, second.status, second.body) == (200, 304, b"")
    assert first.headers["etag"] == second.headers["etag"]


def test_refusals_and_failures_are_kept(tmp_path: Path) -> None:
    """404, 451, limits and failures on GitHub's side are answers, too, and so is half a body."""
    oddities = (
        Oddity(Kind.SERVER_ERROR, "/repos/harbour-os/a", times=1, value=502),
        Oddity(Kind.SECONDARY_LIMIT, "/repos/harbour-os/a", times=1, value=1),
        Oddity(Kind.TRUNCATED, "/repos/harbour-os/a", times=1),
    )
    some = world(
        Repository(1, "harbour-os/a"), Repository(2, "harbour-os/b", blocked=True), oddities=oddities
    )
    with asking(some, tmp_path) as github, github.client(token=None) as client:
        for name in ("a", "b", "c"):
            harvest_repository(client, f"harbour-os/{name}")
    assert [item.status for item in github.items] == [502, 403, 200, 200, 451, 404]
    assert github.items[2].kind == "github.repository.incomplete"
    assert 0 < len(github.items[2].body) < len(github.items[3].body)


def test_a_token_is_nowhere_in_what_is_kept(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """No item, no remembered answer, no file name, no log line and no repr holds the token."""
    caplog.set_level(logging.DEBUG)
    with asking(world(*repositories(2)), tmp_path) as github, github.client() as client:
        harvest_organisation(client, ORGANISATION)
        assert TOKEN not in repr(client.access)
    for file in tmp_path.iterdir():
        assert TOKEN not in file.name
        assert TOKEN.encode() not in file.read_bytes()
    assert TOKEN not in repr(github.items)
    assert TOKEN not in caplog.text


def test_a_run_without_a_token_never_sees_a_private_answer(tmp_path: Path) -> None:
    """What one token was shown is remembered for that token alone."""
    other = "ghp_anotherAnotherAnother0002"
    hidden = Repository(66, "harbour-os/hidden-berth", private=True)
    some = world(Repository(5, "harbour-os/quay"), hidden)
    tokens = (*some.tokens, Token(other, "ada-harbour"))
    with asking(World(some.accounts, some.repositories, tokens), tmp_path) as github:
        with github.client(private=True) as client:
            assert len(harvest_organisation(client, ORGANISATION).repositories) == 2
        for token, private in ((None, False), (other, True), (TOKEN, False)):
            github.items.clear()
            with github.client(token=token, private=private) as client:
                found = harvest_organisation(client, ORGANISATION)
                assert client.remembered("/repositories/66") is None
                assert client.calls.conditional == 0
            assert [one.github_id for one in found.repositories] == [5]
            assert all(b"hidden-berth" not in item.body for item in github.items)


def test_every_token_has_a_memory_of_its_own(tmp_path: Path) -> None:
    """Tokens, none, and the private view are four different files, readable by their owner alone."""
    views = [
        Access(tmp_path),
        Access(tmp_path, "a"),
        Access(tmp_path, "b"),
        Access(tmp_path, "a", private=True),
    ]
    assert len({cache_file(access) for access in views}) == 4
    with asking(world(), tmp_path) as github, github.client():
        pass
    assert [file.stat().st_mode & 0o077 for file in tmp_path.iterdir()] == [0]


def test_two_clients_share_a_memory_at_the_same_time(tmp_path: Path) -> None:
    """Two harvests with one token, in two threads, both end well and neither loses an answer."""
    with asking(world(*repositories(300)), tmp_path) as github:

        def harvest(_: int) -> int:
            with github.client() as client:
                return len(harvest_organisation(client, ORGANISATION).repositories)

        with ThreadPoolExecutor(4) as threads:
            assert list(threads.map(harvest, range(8))) == [300] * 8


def test_pygithub_is_left_as_it_was_found(tmp_path: Path) -> None:
    """The connection classes of this client are its own: the process keeps PyGithub's."""
    with asking(world(*repositories(1)), tmp_path) as github, github.client() as client:
        harvest_organisation(client, ORGANISATION)
        assert vars(Requester)["_Requester__httpConnectionClass"] is HTTPRequestsConnectionClass
