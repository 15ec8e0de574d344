# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Addresses: they last, and they carry whatever git allows in a path."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest
from flask.testing import FlaskClient


def test_the_number_decides_and_an_old_name_leads_on(client: FlaskClient) -> None:
    """A repository that was renamed is still found."""
    response = client.get("/da/r/7-an-old-name")
    assert response.status_code == 301
    assert response.headers["Location"] == "/da/r/7-demokommunernes-faellesskab-sagsvejen"


@pytest.mark.parametrize(
    "path",
    ["caf%E9.txt", "to%0Alinjer.txt", "%252e%252e%252fud.txt", "%3Cb%3Efed%3C/b%3E%20%26%20%22citat%22.txt"],
)
def test_a_path_of_any_bytes_has_a_page(address: str, path: str) -> None:
    """Latin-1, a newline, per cent signs, markup; asked of a real server."""
    with urllib.request.urlopen(f"{address}/en/r/3-x/file/{path}") as response:
        assert f"/da/r/3-x/file/{path}" in response.read().decode()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/da/r/99999999", 404),
        ("/da/e/99999999999999999999999", 404),
        ("/da/c/99999999999999999999999", 404),
        ("/da/harvests/99999999999999999999999", 404),
        ("/da/r/none", 404),
        (f"/da/r/{'9' * 5000}", 404),
        ("/da/r/%D9%A7", 404),
        ("/da/p/none", 404),
        ("/da/c/99999999", 404),
        ("/da/d/none.example", 404),
        ("/da/o/none", 404),
        ("/da/e/99999999", 404),
        ("/da/e/99999999/raw", 404),
        ("/da/harvests/99999999", 404),
        ("/da/r/7-x/file/none", 404),
        ("/da/r/7-x/tree/none", 404),
        ("/da/r/7-x/file/README.md?lines=x", 400),
        ("/da/r/7-x/file/README.md?page=-1", 400),
        ("/da/r/7-x/file/README.md?rev=zz", 400),
        ("/da/?custody=blue", 400),
        ("/da/?format=xml", 400),
        ("/da/r/7-x/files?reason=none", 400),
        ("/da/%00", 404),
        ("/xx/", 302),
    ],
)
def test_a_wrong_address_gets_a_page_that_says_what_to_do(
    client: FlaskClient, address: str, status: int
) -> None:
    """Never a bare error."""
    response = client.get(address)
    assert response.status_code == status
    assert status == 302 or "Hvad du kan gøre" in response.text


def test_the_pages_take_nothing_in(client: FlaskClient) -> None:
    """Another method is refused on a page, too."""
    response = client.post("/da/")
    assert response.status_code == 405
    assert "Hvad du kan gøre" in response.text


def test_a_failure_of_the_register_is_a_page(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It says that nothing was changed, and the log says what happened."""

    def fail(_session: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("registry.web.reading.known", fail)
    response = client.get("/en/")
    assert response.status_code == 500
    assert "Nothing that the register holds was changed" in response.text
    assert "broken on purpose" in caplog.text
