# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The pages where the methods name different authors: ranges, and the lines that they depend on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from registry.app import create_app
from registry.pipeline.reading import Wish
from registry.provenance.snapshot import Method
from registry.web.language import number_range, percent_range, speak
from tests.builders import new_repository
from tests.running import harvest, register

BO = "Bo Eksempel <bo@example.org>"
ALL = Wish(others=(Method.WHITE_SPACE, Method.MOVED_AND_COPIED))
HERE = "/en/r/1-havn-kaj"


@pytest.fixture(params=[ALL, Wish()], ids=["all", "one"])
def reader(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[FlaskClient]:
    """A reader of a repository in which somebody indented another's lines, looked at by all methods or by one."""
    repository = new_repository(tmp_path / "in" / "havn+kaj")
    repository.commit({"a.py": b"one = 1\ntwo = 2\nthree = 3\n"})
    repository.commit({"a.py": b"one = 1\n    two = 2\n    three = 3\n"}, author=BO)
    harvest(tmp_path / "data", tmp_path / "in", request.param)
    with register(tmp_path / "data") as opened:
        yield create_app(opened.settings, opened.sessions).test_client()


def listed(reader: FlaskClient, what: str) -> list[dict[str, Any]]:
    """Return a list as it can be taken along."""
    rows: list[dict[str, Any]] = json.loads(reader.get(f"{HERE}/{what}?format=json").data)["rows"]
    return rows


@pytest.mark.parametrize("reader", [ALL], indirect=True)
def test_figures_that_differ_are_ranges(reader: FlaskClient) -> None:
    """Contributors' lines and shares stand as a range, with the number of the lines that it depends on."""
    text = reader.get(f"{HERE}/contributors").text
    assert "1–3</td>" in text and "0–2</td>" in text and "33.3–100%</td>" in text
    assert "For at least 2 lines it depends on the method" in text
    assert listed(reader, "contributors")[0]["most_lines"] == 2


@pytest.mark.parametrize("reader", [ALL], indirect=True)
def test_the_lines_are_listed(reader: FlaskClient) -> None:
    """The repository's list names the file, and the file's page the lines with both changes."""
    assert "a.py</a>" in reader.get(f"{HERE}/methods").text
    rows = listed(reader, "methods")
    assert [(one["method"], one["first_line"], one["last_line"]) for one in rows] == [
        ("w", 2, 3),
        ("wMC", 2, 3),
    ]
    text = reader.get(f"{HERE}/file/a.py").text
    assert "Of 2 lines another method names another change" in text
    assert "white space not counted; moves and copies followed" in text


@pytest.mark.parametrize("reader", [Wish()], indirect=True)
def test_what_was_not_looked_at_is_said(reader: FlaskClient) -> None:
    """Where one method was looked by the page says so, and gives no range."""
    text = reader.get(f"{HERE}/methods").text
    assert "It was not looked at whether lines were only moved" in text
    assert "<table" not in text
    assert "–2</td>" not in reader.get(f"{HERE}/contributors").text


def test_ranges_in_words() -> None:
    """A range is written once where both ends read alike, in the language's own numbers."""
    assert (number_range(1200, 1450), number_range(7, 7)) == ("1.200–1.450", "7")
    assert percent_range(0.12, 0.145).replace("\N{NO-BREAK SPACE}", " ") == "12–14,5 %"
    speak("en")
    assert percent_range(0.5, 0.5) == "50%"
