# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What a browser may do with a page."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("address", ["/da/", "/da/nowhere", "/static/register.css", "/da/e/1", "/"])
def test_every_answer_carries_the_headers(client: FlaskClient, address: str) -> None:
    """Errors, files and redirects, too."""
    with client.get(address) as response:
        headers = response.headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in headers


def test_no_page_holds_script_or_style_of_its_own(reached: dict[str, str]) -> None:
    """The policy would refuse them."""
    inline = re.compile(r"<style|\sstyle=|\son[a-z]+=\"|<script(?! src=)|javascript:", re.IGNORECASE)
    assert [address for address, text in reached.items() if inline.search(text)] == []


def test_raw_evidence_is_a_file_that_nothing_runs(client: FlaskClient) -> None:
    """Whatever its bytes are."""
    response = client.get("/da/e/1/raw")
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.mimetype == "application/octet-stream"


def test_no_page_shows_an_address(reached: dict[str, str]) -> None:
    """Neither of a person nor inside a text."""
    address = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
    assert [where for where, text in reached.items() if address.search(text)] == []


def test_markup_in_a_name_is_read_and_not_run(client: FlaskClient) -> None:
    """An author called `" onmouseover="alert(1)` is shown so."""
    assert "&#34; onmouseover=&#34;alert(1)" in client.get("/da/search?q=onmouseover").text


def test_a_terminal_escape_in_a_name_is_made_visible(client: FlaskClient) -> None:
    """As is a sign that turns the direction of reading."""
    assert "&lt;U+001B&gt;" in client.get("/da/search?q=Rikke").text
    assert "&lt;U+202E&gt;" in client.get("/da/search?q=purohT").text


@pytest.mark.parametrize(
    "address", ["/da/p/%00", "/da/search?q=a%00b", "/en/r/1-%00/files", "/da/log?about=%00"]
)
def test_a_nul_in_an_address_names_nothing(client: FlaskClient, address: str) -> None:
    """It gets a page that says so, and never reaches a database that would fail over it."""
    assert client.get(address).status_code == 404
