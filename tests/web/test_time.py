# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A repository through time, as a reader sees it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from registry.app import create_app
from registry.provenance import service as provenance
from registry.provenance.snapshot import Checked
from registry.web.language import speak
from registry.web.pages.checked import comparison
from tests.builders import Repository, new_repository
from tests.running import harvest, register

BO = "Bo Eksempel <bo@example.net>"
KAJ = "/en/r/1-havn-kaj"


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Three commits in three years: the second one by somebody else, in a release, the third after a rename."""
    made = new_repository(tmp_path_factory.mktemp("time") / "in" / "havn+kaj")
    made.commit({"kaj.py": b"a\nb\nc\n", "gone.py": b"x\n"}, date="1483272000 +0000")  # 2017-01-01
    second = made.commit({"kaj.py": b"a\nB\nc\n"}, author=BO, date="1519905600 +0000")  # 2018-03-01
    made.commit(
        {"kaj.py": None, "gone.py": None, "mole.py": b"a\nB\nc\nd\n"}, date="1546344000 +0000"
    )  # 2019-01-01
    made.ref(b"refs/tags/v1", second)
    made.ref(b"refs/tags/caf\xe9", second)
    return made


@pytest.fixture(scope="module")
def reader(history: Repository) -> Iterator[FlaskClient]:
    """A reader of the register that it was harvested into."""
    folder = history.path.parent
    harvest(folder.parent / "data", folder)
    with register(folder.parent / "data") as opened:
        yield create_app(opened.settings, opened.sessions).test_client()


def rows(reader: FlaskClient, query: str) -> list[dict[str, Any]]:
    """Return a list to take along."""
    found: dict[str, list[dict[str, Any]]] = json.loads(reader.get(f"{KAJ}/time?{query}&format=json").data)
    return found["rows"]


def test_the_months_add_up_by_contributor(reader: FlaskClient) -> None:
    """Each month in which something changed has the lines at its end; both forms hold the same."""
    found = [(row["month"], row["name"].split()[0], row["lines"]) for row in rows(reader, "")]
    assert found == [
        ("2017-01", "Alma", 4),
        ("2018-03", "Alma", 3),
        ("2018-03", "Bo", 1),
        ("2019-01", "Alma", 3),
        ("2019-01", "Bo", 1),
    ]
    text = reader.get(f"{KAJ}/time?format=csv").data.decode("utf-8-sig")
    assert [row["month"] for row in csv.DictReader(io.StringIO(text))] == [month for month, _, _ in found]


def test_the_chart_has_words_and_its_figures_stand_under_it(reader: FlaskClient) -> None:
    """The answer first, a title and a description, a table by year whose figures lead to that year's end."""
    text = reader.get(f"{KAJ}/time").text
    assert text.index("4 lines of its own stand on the main line, as of") < text.index('class="area"')
    assert "<title id=" in text and "<desc id=" in text
    assert "time?at=2018-12-31&amp;domain=" in text
    assert "presumed from the address, nothing more" in text


def test_releases_are_marked_and_lead_to_what_stood_then(reader: FlaskClient) -> None:
    """One whose name is no text is asked for by its commit."""
    text = reader.get(f"{KAJ}/time").text
    assert 'path d="M' in text
    assert "time?at=v1" in text
    assert reader.get(f"{KAJ}/time?at=v1").status_code == 200
    assert [row["day"] for row in rows(reader, "list=releases")] == ["2018-03-01", "2018-03-01"]


@pytest.mark.parametrize("asked", ["2018-06-01", "v1", "COMMIT"])
def test_the_past_is_unmistakable(reader: FlaskClient, history: Repository, asked: str) -> None:
    """A day, a release and a change show the same state, and say that it is past; links keep the moment."""
    commit = history.git("rev-parse", "v1").decode().strip()
    asked = asked.replace("COMMIT", commit[:9])
    text = reader.get(f"{KAJ}/time?at={asked}").text
    assert "You look at the past" in text
    assert "4 lines of its own in 2 files stood on the main line, by 2 contributors" in text
    assert f"file/kaj.py?at={asked}" in text
    assert (f"{commit[:10]} (v1)" in text) == (asked == "v1")
    assert ("title?as_of=2018-06-01" in text) == (asked == "2018-06-01")
    assert f"time?at={asked}&amp;contributor=" in text
    people = [(row["name"].split()[0], row["lines"], row["commit"]) for row in rows(reader, f"at={asked}")]
    assert people == [("Alma", 3, commit), ("Bo", 1, commit)]


def test_a_figure_leads_to_the_files_behind_it(reader: FlaskClient) -> None:
    """Those with lines of the contributor or the mail domain, with how many."""
    bo = next(row["contributor"] for row in rows(reader, "at=v1") if row["name"].startswith("Bo"))
    text = reader.get(f"{KAJ}/time?at=v1&contributor={bo}").text
    assert "file/kaj.py" in text
    assert "file/gone.py" not in text
    taken = rows(reader, "at=v1&list=files")
    assert [(row["path"], row["name"].split()[0], row["lines"]) for row in taken] == [
        ("gone.py", "Alma", 1),
        ("kaj.py", "Alma", 2),
        ("kaj.py", "Bo", 1),
    ]


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("at=2016-01-01", 404, "had no commit yet"),
        ("at=2017-02-30", 400, "no day of the calendar"),
        ("at=2999-01-01", 400, "lies ahead"),
        ("at=" + "x" * 300, 400, "too long to be a release"),
        ("at=nothing", 404, "is called so"),
        ("at=%01%ff", 404, "is called so"),
        ("at=v1&contributor=x", 400, "no positive whole number"),
        ("from=2016-01-01&to=v1", 404, "had no commit yet"),
        ("from=v1&what=x", 400, "a form the register does not know"),
        ("list=x", 400, "a form the register does not know"),
    ],
)
def test_a_moment_that_is_none_gets_one_sentence(
    reader: FlaskClient, query: str, status: int, words: str
) -> None:
    """In both languages."""
    found = reader.get(f"{KAJ}/time?{query}")
    assert found.status_code == status
    assert words in found.text
    danish = reader.get(f"{KAJ.replace('/en/', '/da/')}/time?{query}")
    assert danish.status_code == status
    assert words not in danish.text


def test_two_moments_are_compared(reader: FlaskClient) -> None:
    """What each contributor gained and lost; what only stands under another name is neither."""
    text = reader.get(f"{KAJ}/time?from=2017-01-01&to=v1").text
    assert "1 line came to the main line and 1 line went: from 4 lines to 4 lines" in text
    assert "You look at the past" in text
    people = [tuple(row.values())[1:] for row in rows(reader, "from=v1&to=2019-01-01")]
    assert [(row[0].split()[0], *row[2:]) for row in people] == [("Alma", 3, 3, 1, 1), ("Bo", 1, 1, 0, 0)]
    files = [tuple(row.values()) for row in rows(reader, "from=v1&to=2019-01-01&list=files")]
    assert files == [
        ("gone.py", "went", "program", 1, 0, 0, 1),
        ("kaj.py", "went", "program", 3, 0, 0, 3),
        ("mole.py", "came", "program", 0, 4, 4, 0),
    ]


def test_moments_that_are_not_in_order_are_put_in_order(reader: FlaskClient) -> None:
    """The earlier one comes first; one that is not named is the last reading."""
    assert rows(reader, "from=2019-01-01&to=v1") == rows(reader, "from=v1&to=2019-01-01")
    assert rows(reader, "from=v1") == rows(reader, "from=v1&to=2019-01-01")


def test_files_that_differ_can_be_narrowed(reader: FlaskClient) -> None:
    """To those that came, or to those with lines of a contributor; each leads to where it stood."""
    came = reader.get(f"{KAJ}/time?from=2017-01-01&to=2019-01-01&what=came").text
    assert "file/mole.py?at=2019-01-01" in came
    assert "file/gone.py" not in came
    went = reader.get(f"{KAJ}/time?from=2017-01-01&to=2019-01-01&domain=example.org&what=went").text
    assert "file/gone.py?at=2017-01-01" in went
    assert "file/mole.py" not in went


def test_a_file_stands_as_it_stood_then(reader: FlaskClient, history: Repository) -> None:
    """With the writers of that day, unmistakably past; a line's link carries the change; no title is coloured."""
    commit = history.git("rev-parse", "v1").decode().strip()
    text = reader.get(f"{KAJ}/file/kaj.py?at=2018-06-01").text
    assert "You look at the past" in text
    assert "3 lines by 2 contributors" in text
    assert f"?at={commit}#L" in text
    assert "/why/" not in text
    assert "The file is no longer there" in text
    assert "no licence was found" in text  # this repository has none, then or now
    runs = json.loads(reader.get(f"{KAJ}/file/kaj.py?at=v1&format=json").data)["rows"]
    assert [(row["first_line"], row["last_line"], row["name"].split()[0]) for row in runs] == [
        (1, 1, "Alma"),
        (2, 2, "Bo"),
        (3, 3, "Alma"),
    ]


@pytest.mark.parametrize(
    "address", ["mole.py?at=v1", "kaj.py?at=2019-01-01", "kaj.py?at=2016-01-01", "%FF?at=v1"]
)
def test_a_file_that_did_not_stand_then_is_not_found(reader: FlaskClient, address: str) -> None:
    """One sentence says so."""
    found = reader.get(f"{KAJ}/file/{address}")
    assert found.status_code == 404
    assert "Traceback" not in found.text


def test_the_text_of_then_is_shown_where_the_licence_permits_it(client: FlaskClient) -> None:
    """From the register's own copy, masked as today's; a link to an older change leads to it."""
    address = "/en/r/7-demokommunernes-faellesskab-sagsvejen"
    months = json.loads(client.get(f"{address}/time?format=json").data)["rows"]
    early = f"{months[0]['month']}-28"
    files = json.loads(client.get(f"{address}/time?at={early}&list=files&format=json").data)["rows"]
    text = client.get(f"{address}/file/{files[0]['path']}?at={early}").text
    assert '<li id="L1">' in text
    assert "example.com" not in text
    old = files[0]["commit"]
    path = files[0]["path"]
    assert f"{path}?at={old}" in client.get(f"{address}/file/{path}?rev={old}").text


def test_a_repository_says_how_far_git_blame_agrees(reader: FlaskClient) -> None:
    """With how many lines were compared, and a way to the past."""
    text = reader.get(KAJ).text
    assert "At the last reading 4 lines of a few files" in text
    assert "/time" in text


def test_a_disagreement_with_git_blame_is_shown(reader: FlaskClient, history: Repository) -> None:
    """It says for how many lines, and what that means."""
    speak("en")
    with register(history.path.parent.parent / "data") as opened, opened.sessions() as session:
        snapshot = provenance.snapshot(session, 1)
    assert snapshot is not None
    totals = replace(snapshot.totals, checked=Checked(1000, 997))
    found = comparison(replace(snapshot, totals=totals))
    assert found.differs
    assert "for 3 of them it names another change" in found.words
