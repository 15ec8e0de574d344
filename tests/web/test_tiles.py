# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The log for machines: whoever knows C2SP tlog-tiles, RFC 6962 and Ed25519, and nothing of ours, can check it."""

from __future__ import annotations

import base64
import hashlib
import html
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from flask.testing import FlaskClient
from pymerkle import InmemoryTree

from registry.app import create_app
from registry.evidence import service as evidence
from registry.evidence.keys import trusted
from registry.evidence.model import Event
from registry.evidence.signing import new_key
from registry.pipeline.evidence import places_of
from registry.pipeline.register import Register, open_register
from registry.settings import read_settings

MANY = 600


def said(note: bytes) -> tuple[int, bytes]:
    """Return size and root of a checkpoint."""
    lines = note.decode().split("\n")
    return int(lines[1]), base64.b64decode(lines[2])


def widths(size: int) -> Iterator[tuple[int, str]]:
    """Yield number and end of the name of each tile of level 0 of a log of so many entries."""
    for number in range(-(-size // 256)):
        width = min(256, size - 256 * number)
        yield number, f"{number:03}" + ("" if width == 256 else f".p/{width}")


def entries_of(bundle: bytes) -> list[bytes]:
    """Return the entries of a bundle: each behind its length in two bytes."""
    found = []
    while bundle:
        length = int.from_bytes(bundle[:2], "big")
        found.append(bundle[2 : 2 + length])
        bundle = bundle[2 + length :]
    return found


@pytest.fixture
def long(tmp_path: Path) -> Iterator[Register]:
    """A register with a signed log of several tiles, all of it public."""
    register = open_register(read_settings({}, data=str(tmp_path / "data")), seed=False)
    new_key(register.sessions, places_of(register.settings), "register.example/log", register.clock())
    with register.sessions.begin() as session:
        events = [evidence.Entry(Event("invented.said", "thing", {"n": n})) for n in range(MANY)]
        evidence.record_many(session, events, register.clock())
    evidence.checkpoint(register.sessions, places_of(register.settings), register.clock())
    yield register
    register.engine.dispose()


@pytest.fixture
def reader(long: Register) -> FlaskClient:
    """A client of that log."""
    return create_app(long.settings, long.sessions).test_client()


def test_entries_and_tiles_lead_to_the_signed_root(reader: FlaskClient) -> None:
    """By pymerkle, which nobody here wrote: the tree over all entry bundles has the checkpoint's root."""
    size, root = said(reader.get("/tlog/checkpoint").data)
    tree = InmemoryTree(algorithm="sha256")
    for _, name in widths(size):
        entries = entries_of(reader.get(f"/tlog/tile/entries/{name}").data)
        hashes = reader.get(f"/tlog/tile/0/{name}").data
        assert hashes == b"".join(hashlib.sha256(b"\0" + entry).digest() for entry in entries)
        for entry in entries:
            tree.append_entry(entry)
    assert (tree.get_size(), tree.get_root()) == (size, root) == (MANY + 1, root)


def test_a_tile_of_level_1_holds_the_roots_of_those_below(reader: FlaskClient) -> None:
    """As the specification has it: of full tiles alone."""
    for number in range(2):
        tree = InmemoryTree(algorithm="sha256")
        for entry in entries_of(reader.get(f"/tlog/tile/entries/{number:03}").data):
            tree.append_entry(entry)
        tile = reader.get("/tlog/tile/1/000.p/2").data
        assert tile[32 * number : 32 * (number + 1)] == tree.get_root()


def test_the_checkpoint_is_a_signed_note(reader: FlaskClient, long: Register) -> None:
    """Under the public key that the pages show, by a library's own Ed25519."""
    note = reader.get("/tlog/checkpoint").data
    text, _, signatures = note.partition(b"\n\n")
    (verifier,) = trusted(places_of(long.settings))
    name, number, key = str(verifier).split("+", 2)
    _, signer, signature = signatures.decode().rstrip("\n").split(" ")
    raw = base64.b64decode(signature)
    assert signer == name and raw[:4].hex() == number
    Ed25519PublicKey.from_public_bytes(base64.b64decode(key)[1:]).verify(raw[4:], text + b"\n")


def test_tiles_are_handed_out_for_programs(reader: FlaskClient) -> None:
    """Without a language, as the specification says: bytes that never change, and a checkpoint that does."""
    checkpoint, tile = reader.get("/tlog/checkpoint"), reader.get("/tlog/tile/0/000")
    assert checkpoint.content_type == "text/plain; charset=utf-8"
    assert checkpoint.headers["Cache-Control"] == "no-cache"
    assert tile.content_type == "application/octet-stream"
    assert "immutable" in tile.headers["Cache-Control"] and len(tile.data) == 8192


@pytest.mark.parametrize(
    "path",
    [
        "0/003", "0/002.p/256", "0/002.p/90", "0/2.p/89", "0/x000/001", "0/000.p/0", "0/../../checkpoint", "0/",
        "64/000", "1/000", "2/000.p/1", "data/000", "entries/009", "0/%2e%2e/000", "-1/000", "0/000/",
    ],
)  # fmt: skip
def test_what_no_log_has_is_not_there(reader: FlaskClient, path: str) -> None:
    """In one plain sentence, whatever is asked for."""
    answer = reader.get(f"/tlog/tile/{path}")
    assert answer.status_code == 404 and answer.data.count(b"\n") <= 1, answer.data


def test_a_bundle_with_an_entry_that_is_not_public_is_kept_back(long: Register, reader: FlaskClient) -> None:
    """Its hashes are handed out all the same: every proof can be made."""
    with long.sessions.begin() as session:
        evidence.record(session, Event("invented.said", "x", {"of": "alma@example.org"}), long.clock())
    evidence.checkpoint(long.sessions, places_of(long.settings), long.clock())
    last = f"002.p/{MANY + 2 - 512}"
    assert reader.get(f"/tlog/tile/entries/{last}").status_code == 404
    assert reader.get(f"/tlog/tile/0/{last}").status_code == 200
    assert reader.get("/tlog/tile/entries/000").status_code == 200


def test_without_a_checkpoint_there_is_nothing_to_read(empty: FlaskClient) -> None:
    """And it is said."""
    answers = [empty.get(f"/tlog/{one}") for one in ("checkpoint", "tile/0/000.p/1")]
    assert [one.status_code for one in answers] == [404, 404]
    assert answers[0].data == b"no checkpoint is signed yet\n"


def growing(address: str, client: FlaskClient) -> str:
    """Return what the log's page says to type, on a real server's address."""
    page = client.get("/en/log", base_url=address).text
    found = re.search(r'<pre class="beginning"[^>]*aria-labelledby="keep">(.*?)</pre>', page, re.DOTALL)
    assert found is not None
    return html.unescape(found[1])


def test_a_kept_checkpoint_is_checked_as_the_page_says(
    address: str, client: FlaskClient, tmp_path: Path
) -> None:
    """With Python's own library: today's log goes on from it; from another it does not."""
    commands, note = growing(address, client), client.get("/tlog/checkpoint").data
    size, root = said(note)
    other = note.replace(base64.b64encode(root), base64.b64encode(root[::-1]))
    for kept, wanted in ((note, "today's log goes on from your checkpoint\n"), (other, "IT DOES NOT\n")):
        (tmp_path / "checkpoint").write_bytes(kept)
        done = subprocess.run(
            ["bash", "-c", commands], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.stdout == wanted, done.stderr
    assert size > 100
