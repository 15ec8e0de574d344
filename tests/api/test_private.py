# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What is private or personal is nowhere in the API."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from registry.app import create_app
from registry.pipeline.register import Register, open_register
from registry.settings import read_settings
from registry.text import ADDRESS
from tests.api.calling import NAME, REPOSITORY, ROOT, described, everything, filled, operations
from tests.running import copied


@pytest.fixture(scope="module")
def secretive(story: Register, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A caller of the story in which the repository that papers are about was made private."""
    data = copied(story, tmp_path_factory.mktemp("secretive"))
    with sqlite3.connect(data / "register.sqlite") as database:
        database.execute("UPDATE custody_states SET private = 1 WHERE repository_id = ?", (REPOSITORY,))
    register = open_register(read_settings({}, data=str(data)))
    yield create_app(replace(register.settings, api_calls=0), register.sessions).test_client()
    register.engine.dispose()


def test_a_private_repository_is_as_one_that_is_not_there(secretive: FlaskClient) -> None:
    """At every address that could tell of it, to the letter."""
    for path, operation in operations(described(secretive)):
        if not path.startswith((f"{ROOT}/repositories/", "/badge/")):
            continue
        private = secretive.get(filled(path, operation))
        absent = secretive.get(filled(path, operation, number="99999", owner="nobody"))
        assert private.status_code == absent.status_code == 404, path
        place = re.compile(rf"/repositories/(?:{REPOSITORY}|99999)|/badge/[^/]+")
        assert place.sub("", private.text) == place.sub("", absent.text), path


def test_no_answer_names_a_private_repository(secretive: FlaskClient) -> None:
    """Not in a list, in the family of another, in the log or in evidence; a product's list is what was stated."""
    for address, text in everything(secretive).items():
        if "/products" not in address:
            assert NAME.lower() not in text.lower(), address
            assert f'"{ROOT}/repositories/{REPOSITORY}' not in text, address


def test_who_wrote_in_private_repositories_alone_is_not_found(secretive: FlaskClient) -> None:
    """That they did would be told by it."""
    found = [secretive.get(f"{ROOT}/contributors/{number}") for number in range(1, 60)]
    told = [one.json["wrote"] for one in found if one.status_code == 200 and one.json]
    assert told
    assert all(one and all(each["repository"] != REPOSITORY for each in one) for one in told)


def test_no_answer_holds_a_mail_address(reached: dict[str, str]) -> None:
    """Neither of a person nor inside a text."""
    assert len(reached) > 150
    assert [where for where, text in reached.items() if ADDRESS.search(text)] == []


def test_no_answer_tells_kinds_and_periods_of_engagements(reached: dict[str, str]) -> None:
    """An engagement's own name would tell both."""
    named = re.compile(r"(?:employee|secondee|consultant|student|intern|volunteer|officer|agency_worker):")
    assert [where for where, text in reached.items() if named.search(text)] == []


def test_no_answer_names_a_folder_of_the_machine(reached: dict[str, str], story: Register) -> None:
    """Where the register's files lie is nobody's business."""
    folder = str(story.settings.data)
    assert [where for where, text in reached.items() if folder in text] == []


def test_papers_and_facts_files_are_not_handed_out(client: FlaskClient, reached: dict[str, str]) -> None:
    """Their digest is."""
    held = [where for where, text in reached.items() if '"kept_back":"for_staff"' in text]
    assert held
    for where in held:
        assert client.get(f"{where}/bytes").status_code == 404
        assert '"bytes_address":null' in reached[where]


def test_natural_persons_have_no_address_as_parties(client: FlaskClient) -> None:
    """They are named with what they hold."""
    listed = client.get(f"{ROOT}/parties").json
    assert listed
    assert {one["kind"] for one in listed["items"]} >= {"company", "authority"}
    assert "person" not in {one["kind"] for one in listed["items"]}
    assert client.get(f"{ROOT}/parties/karen").status_code == 404
