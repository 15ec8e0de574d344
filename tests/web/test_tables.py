# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Tables: lists that a reader takes along."""

from __future__ import annotations

import csv
import io
import json

import pytest
from flask.testing import FlaskClient

from registry.web.tables import to_csv


def test_a_cell_that_begins_like_a_formula_is_not_run() -> None:
    """A spreadsheet would."""
    assert to_csv(["name"], [["=HYPERLINK(1)"]], ",").decode("utf-8-sig").splitlines()[1] == "'=HYPERLINK(1)"


@pytest.mark.parametrize(("code", "delimiter"), [("da", ";"), ("en", ",")])
def test_csv_opens_in_a_spreadsheet_of_the_language(client: FlaskClient, code: str, delimiter: str) -> None:
    """Semicolons in Danish, commas in English; a mark says UTF-8."""
    body = client.get(f"/{code}/?format=csv").data
    assert body.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig")), delimiter=delimiter))
    assert {row["custody_light"] for row in rows} == {"green", "yellow", "red"}


@pytest.mark.parametrize(
    "address",
    [
        "/en/",
        "/en/p/sagsvejen",
        "/en/o/demokommunernes-faellesskab",
        "/en/r/7-x/contributors",
        "/en/r/7-x/time",
        "/en/r/7-x/time?list=releases",
        "/en/r/7-x/time?at=2021-01-01",
        "/en/r/7-x/time?at=2021-01-01&list=files",
        "/en/r/7-x/time?from=2019-01-01",
        "/en/r/7-x/time?from=2019-01-01&list=files",
        "/en/r/7-x/licences",
        "/en/r/7-x/files",
        "/en/r/7-x/tree/src",
        "/en/r/7-x/file/README.md",
        "/en/c/1",
        "/en/d/nordlys-it.example",
        "/en/harvests",
        "/en/harvests/1",
        "/en/search?q=sag",
    ],
)
def test_every_list_can_be_taken_along(client: FlaskClient, address: str) -> None:
    """As JSON with English names, whatever the page's language."""
    response = client.get(address + ("&" if "?" in address else "?") + "format=json")
    assert response.mimetype == "application/json"
    assert json.loads(response.data)["rows"]
