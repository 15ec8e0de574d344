# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A repository is fetched from a public https address, and from nothing that only looks like one."""

from __future__ import annotations

import base64
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from harvesters.errors import MovedError, NotFoundError, SourceError
from harvesters.git import history, trees
from harvesters.git.address import public_address
from harvesters.git.mirror import fetch_url
from harvesters.git.model import Fetched, Mirror
from tests.builders import Repository
from tests.harvesters.git.server import Server, serving


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Return a server of this test's repositories."""
    with serving(tmp_path) as running:
        yield running


def fetch(mirror: Mirror, server: Server, **how: object) -> Fetched:
    """Fetch the foreign repository from the server."""
    return fetch_url(mirror, f"{server.base}/foreign", allow_http_base=server.base, **how)  # type: ignore[arg-type]


def test_a_repository_arrives_over_http(foreign: Repository, mirror: Mirror, server: Server) -> None:
    """Branches, tags and HEAD arrive, other refs do not."""
    first = foreign.commit({"a": b"1\n"})
    tip = foreign.commit({"a": b"2\n"})
    foreign.ref(b"refs/tags/v1", first)
    foreign.ref(b"refs/pull/1/head", first)
    fetched = fetch(mirror, server)
    assert fetched.refs.head == b"refs/heads/main"
    assert fetched.refs.tips == {b"refs/heads/main": tip, b"refs/tags/v1": first}
    assert [commit.oid for commit in history.commits(mirror, [tip])] == [tip, first]


def test_an_unchanged_repository_is_only_asked_for_its_refs(
    foreign: Repository, mirror: Mirror, server: Server
) -> None:
    """A second fetch asks for the refs, sees that they are the same, and ends."""
    foreign.commit({"a": b"1\n"})
    fetch(mirror, server)
    server.asked.clear()
    assert not fetch(mirror, server).changed
    assert len(server.asked) == 2


def test_later_commits_arrive_alone(foreign: Repository, mirror: Mirror, server: Server) -> None:
    """A later fetch brings what is new, and a branch that is gone disappears."""
    first = foreign.commit({"a": b"1\n"})
    foreign.commit({"z": b"1\n"}, branch="side")
    fetch(mirror, server)
    tip = foreign.commit({"a": b"2\n"})
    (foreign.path / "refs/heads/side").unlink()
    fetched = fetch(mirror, server)
    assert fetched.changed
    assert fetched.refs.tips == {b"refs/heads/main": tip}
    assert [commit.oid for commit in history.commits(mirror, [tip], without=[first])] == [tip]


def test_large_blobs_stay_away_and_are_never_asked_for(
    foreign: Repository, mirror: Mirror, server: Server
) -> None:
    """A blob over the limit has no size afterwards; reading it asks nobody, and later fetches work."""
    foreign.commit({"big": b"x" * 5000, "small": b"1\n"})
    foreign.git("config", "uploadpack.allowFilter", "true")
    fetch(mirror, server, blob_limit=1000)
    tip = foreign.commit({"small": b"2\n"})
    fetched = fetch(mirror, server, blob_limit=1000)
    server.asked.clear()
    named = {entry.path: entry for entry in trees.entries(mirror, tip)}
    assert (named[b"big"].size, named[b"small"].size) == (None, 2)
    assert trees.blob(mirror, named[b"big"].oid, 10_000) is None
    assert (server.asked, fetched.problems) == ([], ())
    assert b"promisor" not in (mirror.path / "config").read_bytes()


def test_a_token_is_sent_and_leaves_no_trace(foreign: Repository, mirror: Mirror, server: Server) -> None:
    """The token reaches the server in a header, and is written nowhere in the mirror."""
    foreign.commit({"a": b"1\n"})
    fetch(mirror, server, token="secret-token")
    expected = "Basic " + base64.b64encode(b"x-access-token:secret-token").decode()
    assert {header for _, header in server.asked} == {expected}
    small = [path for path in mirror.path.rglob("*") if path.is_file() and path.suffix != ".pack"]
    assert not any(b"secret" in path.read_bytes() for path in small)


def test_an_empty_repository_over_http_is_no_error(
    foreign: Repository, mirror: Mirror, server: Server
) -> None:
    """A repository without commits gives no tips."""
    assert foreign.tips == {}
    assert dict(fetch(mirror, server).refs.tips) == {}


@pytest.mark.parametrize(
    ("status", "error"),
    [
        ("404 Not Found", NotFoundError),
        ("401 Unauthorized", NotFoundError),
        ("403 Forbidden", NotFoundError),
        ("301 Moved Permanently", MovedError),
        ("500 Internal Server Error", SourceError),
        ("451 Unavailable For Legal Reasons", SourceError),
    ],
)
def test_what_a_server_refuses_is_told_in_a_sentence(
    mirror: Mirror, server: Server, status: str, error: type[SourceError]
) -> None:
    """Each refusal has its own error, and a redirect is not followed."""
    server.instead, server.location = status, server.base + "/elsewhere"
    with pytest.raises(error) as caught:
        fetch(mirror, server, token="secret-token")
    assert "secret" not in str(caught.value)
    assert not any("elsewhere" in path for path, _ in server.asked)


@pytest.mark.parametrize(
    "url",
    [
        "ext::sh -c id",
        "file:///etc",
        "/etc",
        "ssh://example.org/a",
        "git@example.org:a/b",
        "git://example.org/a",
        "http://example.org/a",
        "--upload-pack=id",
        "https://user:word@example.org/a",
        "https://example.org/a?b=c",
        "https://example.org/a#b",
        "https://example.org/a b",
        "https://example.org/a\n",
        "https://example.org/../a",
        "https://-x/a",
        "https:///a",
        "https://127.0.0.1/a",
        "https://2130706433/a",
        "https://0x7f.1/a",
        "https://0/a",
        "https://10.1.2.3/a",
        "https://192.168.0.1/a",
        "https://100.64.0.1/a",
        "https://169.254.169.254/latest/meta-data",
        "https://224.0.0.1/a",
        "https://[::1]/a",
        "https://localhost/a",
    ],
)
def test_addresses_that_are_no_public_https_are_refused(mirror: Mirror, url: str) -> None:
    """Commands, files, options, secrets in addresses and this network's own hosts are refused."""
    with pytest.raises(SourceError, match=r"^[^\n]*\.$|^[^\n]*\)$"):
        fetch_url(mirror, url)


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "::1", "::ffff:10.0.0.1", "fe80::1%eth0", "fd00::1", "64:ff9b::a00:1", "2002:7f00:1::"],
)
def test_one_inside_address_among_many_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    """A name that also resolves to an address of this network is refused."""
    answers = [(0, 0, 0, "", ("93.184.216.34", 443)), (0, 0, 0, "", (number, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(SourceError, match="no public address"):
        public_address("https://example.org/a")


def test_a_public_host_is_pinned_to_what_it_resolved_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """The numbers that were checked are those that will be asked."""
    answers = [(0, 0, 0, "", ("93.184.216.34", 443)), (0, 0, 0, "", ("2606:2800:220:1::1", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    address = public_address("https://example.org/owner/name.git")
    assert address.numbers == ("93.184.216.34", "2606:2800:220:1::1")
