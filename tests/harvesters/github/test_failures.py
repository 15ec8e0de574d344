# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Failures of GitHub, of the network, of the token: one clear sentence each, and nothing half-taken."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from harvesters.errors import SourceError
from harvesters.github import wire
from harvesters.github.access import Access
from harvesters.github.client import Client
from harvesters.github.harvester import harvest_organisation, harvest_repository
from harvesters.github.model import Unasked
from harvesters.github.parents import ask_parents
from harvesters.github.wire import cache_file
from registry.demo.standin import Kind, Oddity
from tests.harvesters.github.asking import ORGANISATION, TOKEN, asking, repositories, world

LISTS = "/orgs/.*/repos"


@pytest.mark.parametrize(
    "oddity", [Oddity(Kind.SERVER_ERROR, LISTS, times=2, value=502), Oddity(Kind.TRUNCATED, LISTS, times=2)]
)
def test_a_passing_failure_is_tried_again(oddity: Oddity, tmp_path: Path) -> None:
    """What fails on GitHub's side, or breaks off on the way, is asked for again after a little while."""
    with asking(world(*repositories(5), oddities=(oddity,)), tmp_path) as github, github.client() as client:
        found = harvest_organisation(client, ORGANISATION)
    assert len(found.repositories) == 5
    assert github.time.slept == [1.0, 2.0]
    assert len(github.items) == 3


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        (Kind.SERVER_ERROR, 500, r"failed \(500\) at /orgs/harbour-os/repos.*4 times in a row"),
        (Kind.SERVER_ERROR, 503, r"failed \(503\)"),
        (Kind.TRUNCATED, 0, "broke off inside its answer"),
        (Kind.NOT_JSON, 0, "list of harbour-os cannot be read .the answer is no valid JSON"),
        (Kind.DEEP_JSON, 0, "the answer is no valid JSON"),
        (Kind.NOT_A_LIST, 0, "the answer is no list"),
        (Kind.ENDLESS_PAGES, 0, "does not end"),
        (Kind.STATUS, 422, "with 422, which means nothing here"),
        (Kind.STATUS, 410, "with 410"),
        (Kind.FORBIDDEN, 0, r"does not show the list of harbour-os \(403\)"),
    ],
)
def test_a_lasting_failure_is_one_sentence(kind: Kind, value: int, sentence: str, tmp_path: Path) -> None:
    """A failure that lasts ends the harvest of that organisation with one sentence on one line."""
    odd = world(*repositories(5), oddities=(Oddity(kind, LISTS, value=value),))
    with asking(odd, tmp_path) as github, github.client() as client:
        with pytest.raises(SourceError, match=sentence) as caught:
            harvest_organisation(client, ORGANISATION)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", [Kind.NOT_JSON, Kind.DEEP_JSON, Kind.WRONG_TYPES])
def test_a_single_answer_that_cannot_be_read_is_one_sentence(kind: Kind, tmp_path: Path) -> None:
    """A repository whose answer is broken is one sentence that names it."""
    odd = world(*repositories(1), oddities=(Oddity(kind, "/repos/.*"),))
    with (
        asking(odd, tmp_path) as github,
        github.client() as client,
        pytest.raises(SourceError, match="answer about harbour-os/part-0 cannot be read"),
    ):
        harvest_repository(client, "harbour-os/part-0")


def test_wrong_types_in_a_list_leave_the_other_entries(tmp_path: Path) -> None:
    """Entries with fields of the wrong type are told one by one; the rest of the list is read."""
    odd = world(*repositories(6), oddities=(Oddity(Kind.WRONG_TYPES, LISTS),))
    with asking(odd, tmp_path) as github, github.client() as client:
        found = harvest_organisation(client, ORGANISATION)
    assert len(found.repositories) == 3
    assert [problem.position for problem in found.problems] == [1, 3, 5]
    assert found.problems[0].reason == "owner is no JSON object"


def test_a_next_page_on_another_host_is_not_followed(tmp_path: Path) -> None:
    """A Link header to another host ends the list: the token is not sent there."""
    odd = world(*repositories(3), oddities=(Oddity(Kind.FOREIGN_LINK, LISTS),))
    with (
        asking(odd, tmp_path) as github,
        github.client() as client,
        pytest.raises(SourceError, match="goes on outside GitHub"),
    ):
        harvest_organisation(client, ORGANISATION)


def test_a_broken_answer_is_not_remembered(tmp_path: Path) -> None:
    """A broken body with a validator is asked for in full the next time, not taken as "not modified"."""
    odd = world(*repositories(3), oddities=(Oddity(Kind.NOT_JSON, LISTS, times=1),))
    with asking(odd, tmp_path) as github, github.client() as client:
        with pytest.raises(SourceError):
            harvest_organisation(client, ORGANISATION)
        assert len(harvest_organisation(client, ORGANISATION).repositories) == 3
        assert client.calls.conditional == 0


def test_a_body_without_end_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body larger than any that GitHub sends is cut, kept as far as it was read, and told."""
    monkeypatch.setattr(wire, "LARGEST", 10_000)
    with asking(world(*repositories(9)), tmp_path) as github, github.client(token=None) as client:
        with pytest.raises(SourceError, match="broke off"):
            harvest_organisation(client, ORGANISATION)
        assert [len(item.body) for item in github.items] == [10_000] * 4


def test_a_connection_that_is_lost_midway_is_tried_again(tmp_path: Path) -> None:
    """Once GitHub has answered, a lost connection is a passing failure, not a missing network."""
    odd = world(*repositories(150), oddities=(Oddity(Kind.SLOW, LISTS, times=1, after=1, value=2),))
    with asking(odd, tmp_path) as github, github.client(timeout=1) as client:
        found = harvest_organisation(client, ORGANISATION)
        assert len(found.repositories) == 150
        assert github.time.slept == [1.0]


def test_a_memory_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    """Where the folder of remembered answers cannot be made, the sentence names it."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SourceError, match=r"remembered answers .* cannot be used"):
        Client(Access(tmp_path / "file" / "cache"), lambda _: None)


def test_a_wrong_token_is_one_sentence(tmp_path: Path) -> None:
    """A token that GitHub does not accept is said once, and never shown."""
    with asking(world(), tmp_path) as github, github.client(token="ghp_wrongWrongWrong") as client:
        with pytest.raises(SourceError, match="does not accept the token") as caught:
            harvest_organisation(client, ORGANISATION)
        assert "ghp_" not in str(caught.value)
        assert client.calls.total == 1


@pytest.mark.parametrize("token", ["", "  ", "tøken", "a\nb"])
def test_a_token_that_can_be_none_is_refused_before_any_call(token: str, tmp_path: Path) -> None:
    """An empty token, or one with signs that no token has, is one sentence that does not repeat it."""
    with pytest.raises(SourceError, match="holds characters that no token has"):
        Client(Access(tmp_path, token=token), lambda _: None)


def test_no_network_is_one_sentence(tmp_path: Path) -> None:
    """Where nobody answers, the sentence names the host, at once."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        access = Access(tmp_path, base=f"http://127.0.0.1:{port}")
        with (
            Client(access, lambda _: None) as client,
            pytest.raises(SourceError, match=rf"cannot be reached at 127.0.0.1:{port} .no connection"),
        ):
            harvest_organisation(client, ORGANISATION)


def test_a_slow_answer_is_one_sentence(tmp_path: Path) -> None:
    """An answer that does not come in time is as good as no network."""
    odd = world(oddities=(Oddity(Kind.SLOW, LISTS, value=2),))
    with (
        asking(odd, tmp_path) as github,
        github.client(timeout=1) as client,
        pytest.raises(SourceError, match="no answer in time"),
    ):
        harvest_organisation(client, ORGANISATION)


@pytest.mark.parametrize(
    "base", ["http://github.example.org/api", "ftp://x", "http://169.254.169.254/", "nonsense"]
)
def test_a_token_never_travels_in_the_open(base: str, tmp_path: Path) -> None:
    """An address that is neither https nor loopback is refused."""
    with pytest.raises(SourceError, match="not https"):
        Client(Access(tmp_path, token=TOKEN, base=base), lambda _: None)


def test_a_damaged_memory_is_begun_anew(tmp_path: Path) -> None:
    """A file of remembered answers that a crash left in pieces costs the memory, not the harvest."""
    with asking(world(*repositories(3)), tmp_path) as github:
        with github.client() as client:
            file = cache_file(client.access)
        file.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
        with github.client() as client:
            assert len(harvest_organisation(client, ORGANISATION).repositories) == 3


def test_a_failing_parent_ends_the_asking_alone(tmp_path: Path) -> None:
    """When GitHub fails at a fork's parent the harvest has all else, and asks for no more parents."""
    odd = world(
        *repositories(4, forks=3), oddities=(Oddity(Kind.SERVER_ERROR, "/repositories/.*", value=500),)
    )
    with asking(odd, tmp_path) as github, github.client() as client:
        found = harvest_organisation(client, ORGANISATION)
        asked = list(ask_parents(client, found.repositories, calls=50))
        assert client.calls.total == 1 + 4
    assert [one.parent for one in asked if one.fork] == [Unasked.NOT_ASKED] * 3
