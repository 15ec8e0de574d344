# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The log's pages: every fact leads to its entry, and every entry can be checked without the register."""

from __future__ import annotations

import html
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from registry.app import create_app
from registry.evidence import service as evidence
from registry.pipeline.register import Register, open_register
from registry.settings import read_settings
from tests.running import copied

_STEP = re.compile(r'<pre class="beginning"[^>]*aria-labelledby="step-\d">(.*?)</pre>', re.DOTALL)


@pytest.fixture
def folder(client: FlaskClient, tmp_path: Path) -> Path:
    """A folder with the three downloads of entry 7."""
    for address, name in (("7/leaf", "leaf-7.json"), ("7/proof", "proof-7.json"), ("checkpoint",) * 2):
        (tmp_path / name).write_bytes(client.get(f"/en/log/{address}").data)
    return tmp_path


def _commands(client: FlaskClient) -> list[str]:
    return [html.unescape(one) for one in _STEP.findall(client.get("/en/log/7").text)]


def _run(commands: str, folder: Path) -> str:
    done = subprocess.run(["bash", "-c", commands], cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_the_hash_of_an_entry_is_checked_as_the_page_says(client: FlaskClient, folder: Path) -> None:
    """With sha256sum alone."""
    said = _run(_commands(client)[0], folder).split()[0]
    assert said in client.get("/en/log/7").text


def test_the_proof_is_checked_as_the_page_says(client: FlaskClient, folder: Path) -> None:
    """With Python's own library."""
    assert _run(_commands(client)[1], folder) == "the entry stands under the checkpoint\n"


def test_the_signature_is_checked_as_the_page_says(client: FlaskClient, folder: Path) -> None:
    """With openssl."""
    assert "Signature Verified Successfully" in _run(_commands(client)[2], folder)


def test_a_changed_entry_fails_the_check_of_the_page(client: FlaskClient, folder: Path) -> None:
    """One byte is enough."""
    leaf = folder / "leaf-7.json"
    leaf.write_bytes(leaf.read_bytes().replace(b"2", b"3", 1))
    assert _run(_commands(client)[1], folder) == "IT DOES NOT\n"


def test_a_proof_of_another_entry_fails_the_check_of_the_page(client: FlaskClient, folder: Path) -> None:
    """It leads from another leaf to the same root."""
    (folder / "proof-7.json").write_bytes(client.get("/en/log/8/proof").data)
    assert _run(_commands(client)[1], folder) == "IT DOES NOT\n"


def test_a_changed_checkpoint_fails_the_check_of_the_page(client: FlaskClient, folder: Path) -> None:
    """Its signature is over every byte."""
    note = folder / "checkpoint"
    note.write_bytes(note.read_bytes().replace(b"time 1", b"time 2", 1))
    assert "Verified Successfully" not in _run(_commands(client)[2], folder)


@pytest.mark.parametrize(
    "address",
    ["/da/p/sagsvejen", "/da/r/7-demokommunernes-faellesskab-sagsvejen", "/da/harvests/2",
     "/da/o/demokommunernes-faellesskab", "/da/c/1",
     *(f"/da/r/7-demokommunernes-faellesskab-sagsvejen/{page}"
       for page in ("tree/", "file/README.md", "contributors", "plan", "deliveries", "terms"))],
)  # fmt: skip
def test_a_fact_leads_to_its_entries_in_two_clicks(client: FlaskClient, address: str) -> None:
    """From its page to the entries about it, and from there to each of them."""
    found = re.search(r'href="(/da/log\?about=[^"]+)"', client.get(address).text)
    assert found is not None
    assert re.search(r'href="/da/log/\d+"', client.get(html.unescape(found[1])).text)


def test_evidence_leads_to_its_entry(client: FlaskClient, story: Register) -> None:
    """In one click, and back in one."""
    with story.sessions() as session:
        position = evidence.observation(session, 3).position
    assert f'href="/da/log/{position}"' in client.get("/da/e/3").text
    assert 'href="/da/e/3"' in client.get(f"/da/log/{position}").text


def test_the_log_promises_no_more_than_it_can(client: FlaskClient) -> None:
    """As long as nobody else keeps checkpoints."""
    assert "tamper-evident against outsiders" in client.get("/en/log/7").text
    assert "Ændringer udefra kan opdages" in client.get("/da/log").text


def test_without_a_checkpoint_it_is_said_that_none_is_signed(empty: FlaskClient) -> None:
    """And nothing is shown as if it were proved."""
    assert "No checkpoint is signed yet" in empty.get("/en/log").text
    assert empty.get("/en/log/checkpoint").status_code == 404


@pytest.fixture(scope="module")
def distrusted(story: Register, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A reader of a register whose keys, kept apart, are lost: its checkpoint can no longer be believed."""
    data = copied(story, tmp_path_factory.mktemp("distrusted"))
    (data.with_name("data-apart") / "verifiers").unlink()
    register = open_register(read_settings({}, data=str(data)))
    yield create_app(register.settings, register.sessions).test_client()
    register.engine.dispose()


@pytest.mark.parametrize("address", ["/en/log", "/en/log/7"])
def test_a_checkpoint_that_is_not_believed_is_told_of_and_the_entries_stay(
    distrusted: FlaskClient, address: str
) -> None:
    """The page is there, proves nothing, and says whom to tell."""
    answer = distrusted.get(address)
    assert answer.status_code == 200
    assert "not as the register left them" in answer.text
    assert "the proof holds" not in answer.text


@pytest.mark.parametrize(
    "address",
    ["en/log/checkpoint", "en/log/7/proof", "tlog/checkpoint", "tlog/tile/0/000", "api/v1/log/checkpoint"],
)
def test_a_damaged_log_is_the_registers_own_failure(distrusted: FlaskClient, address: str) -> None:
    """Nothing that the reader asked was wrong, and nothing that is not believed is handed out."""
    assert distrusted.get(f"/{address}").status_code == 500


def test_an_entry_that_is_not_there_is_not_found(client: FlaskClient) -> None:
    """However large its number."""
    assert [client.get(f"/en/log/{one}").status_code for one in (99_999, 2**63)] == [404, 404]


def test_the_page_of_a_proof_takes_less_than_50_ms(client: FlaskClient) -> None:
    """Of the processor, measured in the process; the best of five."""
    client.get("/da/log/7")
    taken = []
    for _ in range(5):
        before = time.process_time()  # others use the machine, too
        client.get("/da/log/7")
        taken.append(time.process_time() - before)
    assert min(taken) < 0.05
