# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Findings on the pages: documents with their text, deliveries with their signs, what stood elsewhere before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from registry.app import create_app
from registry.pipeline.register import open_register
from registry.settings import read_settings
from tests.builders import new_repository
from tests.provenance.papers import word
from tests.running import ROOT, harvest, run

BO = "Bo Eksempel <bo@example.org>"
LICENCE = (ROOT / "LICENSES" / "MPL-2.0.txt").read_bytes()
ROUTINE = b"".join(b"    step(%d)\n" % number for number in range(40))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of two repositories: a licensed one, and one without licence that copied from it."""
    folder = tmp_path_factory.mktemp("findings")
    first = new_repository(folder / "in" / "havn+kaj")
    first.commit({"LICENSE": LICENCE, "m.docx": word("Title", "Ask alma@example.org."), "a.py": ROUTINE})
    first.commit({"m.docx": word("Title", "Ask alma@example.org.", "Second <b>part</b>.")}, author=BO)
    second = new_repository(folder / "in" / "fjord+kopi")
    second.clock += 86_400
    many: dict[str | bytes, bytes] = {f"src/f{n}.py": b"line %d\n" % n * 30 for n in range(25)}
    second.commit({**many, "b.py": ROUTINE, "m.docx": word("Secret text")}, message="Initial import")
    harvest(folder / "data", folder / "in")
    words = (
        "--kind",
        "release_dump",
        "--deliverer",
        "Havn A/S",
        "--by",
        "sekretariatet",
        "--reason",
        "talt om",
    )
    commit = second.tips[b"refs/heads/main"]
    assert run(folder / "data", "repositories", "rule", "fjord/kopi", commit, *words).code == 0
    harvest(folder / "data", folder / "in")
    return folder / "data"


@pytest.fixture
def client(data: Path) -> Iterator[FlaskClient]:
    """A reader of that register."""
    register = open_register(read_settings({}, data=str(data)))
    yield create_app(register.settings, register.sessions).test_client()
    register.engine.dispose()


def page(client: FlaskClient, name: str, rest: str) -> str:
    """Return an English page of a repository, found by its name on the overview."""
    found = client.get("/en/?q=").text
    number = next(
        part.split("-")[0] for part in found.split("/en/r/")[1:] if part.split("-", 1)[1].startswith(name)
    )
    answer = client.get(f"/en/r/{number}-{name}{rest}")
    assert answer.status_code == 200
    return answer.text


def test_a_document_shows_versions_sizes_and_text(client: FlaskClient) -> None:
    """Each version with its size and what changed; each paragraph under its version, masked and escaped."""
    found = page(client, "havn-kaj", "/file/m.docx")
    assert "first version" in found and " kB" in found and "(derived)" in found
    assert "[address masked]" in found and "alma@example.org" not in found
    assert "Second &lt;b&gt;part&lt;/b&gt;." in found


def test_text_of_an_unlicensed_document_is_not_shown(client: FlaskClient) -> None:
    """Who wrote each paragraph is; the text is not."""
    found = page(client, "fjord-kopi", "/file/m.docx")
    assert "Secret text" not in found and "Who wrote each paragraph is shown all the same" in found


def test_a_delivery_has_its_signs_and_its_ruling(client: FlaskClient) -> None:
    """The kind, who decided it and why, who delivered, and every sign in words."""
    found = page(client, "fjord-kopi", "/deliveries")
    assert "A whole release at once (decided by a person)" in found
    assert "Delivered by: Havn A/S." in found and "27 files were new" in found
    assert "calls itself an import" in found


def test_a_repository_leads_to_its_deliveries(client: FlaskClient) -> None:
    """From the repository's page, also where there are none."""
    assert "/deliveries" in page(client, "fjord-kopi", "") and "/deliveries" in page(client, "havn-kaj", "")


def test_what_stood_elsewhere_is_told_on_three_pages(client: FlaskClient) -> None:
    """The repository counts it and leads to the list; the list and the file name place, day and people."""
    assert "/copies?source=" in page(client, "fjord-kopi", "")
    for rest in ("/copies", "/file/b.py"):
        found = page(client, "fjord-kopi", rest)
        assert "havn/kaj" in found and "a.py" in found and "says nothing of who holds the title" in found


@pytest.mark.parametrize("rest", ["/copies", "/deliveries"])
@pytest.mark.parametrize("form", ["csv", "json"])
def test_lists_can_be_taken_along(client: FlaskClient, rest: str, form: str) -> None:
    """As a table for a spreadsheet and for a program."""
    found = page(client, "fjord-kopi", f"{rest}?format={form}")
    assert "commit" in found and "@example.org" not in found


def test_a_private_source_is_not_told(data: Path, client: FlaskClient) -> None:
    """That a private repository holds the same file is nobody's to know here."""
    register = open_register(read_settings({}, data=str(data)))
    seen = (
        "INSERT INTO custody_states (repository_id, visibility, private, facts, since) "
        "SELECT repository_id, 'visible', true, :facts, since FROM custody_holdings WHERE name = 'kaj'"
    )
    try:
        with register.sessions.begin() as session:
            session.execute(text(seen), {"facts": '{"topics": []}'})
        for rest in ("", "/copies", "/file/b.py"):
            assert "havn" not in page(client, "fjord-kopi", rest)
    finally:
        with register.sessions.begin() as session:
            session.execute(text("DELETE FROM custody_states"))
        register.engine.dispose()
