# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The title through time, as a reader sees it: month by month, and between two moments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from registry.app import create_app
from registry.pipeline.facts import import_facts
from tests.builders import new_repository
from tests.pipeline.stating import HEAD, PEOPLE
from tests.running import harvest, register

BO = "Bo Eksempel <bo@example.org>"
TIME = "/en/r/1-havn-kaj/time"
FACTS = (
    HEAD % b"proeve"
    + PEOPLE
    + b"""agreements:
  - id: gave
    kind: donation
    assignors: [kaj]
    assignee: havn
    signed: 2018-02-03
    covers: {repositories: [havn/kaj]}
    rights: full
    signature: proper
    document: held
"""
)


def reader_of(tmp_path: Path, facts: bytes) -> Iterator[FlaskClient]:
    """Harvest a repository of two months and two authors, with these facts; yield its reader."""
    repository = new_repository(tmp_path / "in" / "havn+kaj")
    first = repository.commit({"a.py": b"one = 1\ntwo = 2\n"}, date="1500000000 +0000")  # July 2017
    repository.ref(b"refs/tags/v1", first)
    repository.commit({"b.py": b"three = 3\n"}, author=BO, date="1546344000 +0000")  # January 2019
    harvest(tmp_path / "data", tmp_path / "in")
    with register(tmp_path / "data") as opened:
        if facts:
            import_facts(opened, facts)
        yield create_app(opened.settings, opened.sessions).test_client()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[FlaskClient]:
    """A reader of a repository with a paper of 2018."""
    yield from reader_of(tmp_path, FACTS)


@pytest.fixture
def without(tmp_path: Path) -> Iterator[FlaskClient]:
    """A reader of the same repository without a paper."""
    yield from reader_of(tmp_path, b"")


def test_two_readings_with_chart_and_table(reader: FlaskClient) -> None:
    """Both readings stand apart, each with its chart, its table and links; the list has every month of both."""
    text = reader.get(TIME).text
    rows: list[dict[str, Any]] = json.loads(reader.get(f"{TIME}?list=title&format=json").data)["rows"]
    assert text.count('class="area"') == 3
    assert 'id="title-today-area-title"' in text and 'id="title-then-area-desc"' in text
    assert "/title?as_of=2017-12-31" in text and "time?at=2017-12-31" in text
    assert [
        (row["month"], row["papers_of"], row["claimed"], row["other"], row["unknown"]) for row in rows
    ] == [
        ("2017-07", "today", 2, 0, 0),
        ("2019-01", "today", 2, 0, 1),
        ("2017-07", "then", 0, 2, 0),
        ("2019-01", "then", 2, 0, 1),
    ]


def test_the_title_between_two_releases(reader: FlaskClient) -> None:
    """Between two moments each state has its lines before and after, by today's papers and by those of then."""
    text = " ".join(reader.get(f"{TIME}?from=v1").text.split())
    row = text[text.index("unknown</th>") :]
    row = row[: row.index("</tr>")]
    assert [
        cell.split("</td>")[0].split("</a>")[0].split(">")[-1].strip() for cell in row.split("<td")[1:]
    ] == [
        "0",
        "1",
        "0",
        "1",
    ]
    assert "Before, by the papers of then" in text


def test_without_papers_nothing_is_assessed(without: FlaskClient) -> None:
    """Without a paper no state is shown, in the chart or between moments, and that is said."""
    for address in (TIME, f"{TIME}?from=v1", TIME.replace("/en/", "/da/")):
        text = without.get(address).text
        assert "title-today" not in text
        assert "The title is not assessed" in text or "Rettighederne er ikke vurderet" in text


def test_the_method_is_told_on_each_page_of_the_past(reader: FlaskClient) -> None:
    """Each page of the past says that it counts the last change alone."""
    for query in ("", "?at=v1", "?from=v1"):
        assert "The past is told in one way alone" in reader.get(TIME + query).text


def test_time_pages_obey_the_day_by_which_it_was_known_and_every_link_keeps_it(reader: FlaskClient) -> None:
    """Before the papers were recorded the title was not assessed; each page of time says which day it looks from."""
    for asked in ("", "&from=v1", "&at=v1"):
        page = reader.get(f"{TIME}?known=2019-03-01{asked}").text
        assert "what was recorded on 1 March 2019" in page
        links = re.findall(rf'href="({TIME}[^"#]*|[^"#]*/title\?as_of[^"#]*)', page)
        assert links and all("known=2019-03-01" in link for link in links), links
        assert 'name="known" value="2019-03-01"' in page
    assert "The title is not assessed" in reader.get(f"{TIME}?known=2019-03-01").text
    assert "The title is not assessed" in reader.get(f"{TIME}?known=2019-03-01&from=v1").text
    told = reader.get(f"{TIME}?known=2019-03-01&list=title&format=json").json
    assert told == {"name": "title-months", "rows": []}
