# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The harvester over real answers of GitHub, recorded from 2018 on."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from harvesters.github.answer import Answer, inside, redirected
from harvesters.github.answers import Site, message_of, repository_facts, shows_private
from harvesters.github.fields import json_list, json_object
from harvesters.github.limits import pause_asked, server_failed
from harvesters.github.model import OwnerKind, Parent
from tests.demo.standin.published import pygithub_source
from tests.harvesters.github.recorded import Record, records_of_repositories

SITE = Site("https://github.com")
NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def records(pytestconfig: pytest.Config) -> list[Record]:
    """Every recorded answer about repositories."""
    return list(records_of_repositories(pygithub_source(pytestconfig), since=2018))


def test_every_recorded_repository_is_read(records: list[Record]) -> None:
    """All facts of every recorded repository are what its JSON says."""
    answers = [one for one in records if one.status == 200 and not one.is_list and not one.is_edited]
    assert len(answers) > 100
    for record in answers:
        told = json.loads(record.body)
        facts = repository_facts(json_object(record.body), SITE)
        assert (facts.github_id, facts.full_name) == (told["id"], told["full_name"]), record.name
        assert (facts.owner_id, facts.owner_login) == (told["owner"]["id"], told["owner"]["login"])
        assert (facts.private, facts.fork, facts.archived) == (
            told["private"],
            told["fork"],
            told.get("archived", False),
        )
        assert facts.default_branch == told["default_branch"]
        assert facts.description == (told["description"] or None)
        assert facts.licence_spdx == ((told.get("license") or {}).get("spdx_id"))
        assert (facts.size, facts.has_wiki) == (told["size"], told["has_wiki"])
        assert facts.pushed_at == datetime.fromisoformat(told["pushed_at"])
        assert facts.clone_url == told["clone_url"], "what is built from the name is what GitHub says"
        assert facts.html_url == told["html_url"]
        assert facts.owner_kind in {OwnerKind.ORGANISATION, OwnerKind.USER}


def test_a_recorded_fork_names_its_parent(records: list[Record]) -> None:
    """Every recorded fork that was asked for alone names its parent."""
    forks = [
        repository_facts(json_object(record.body), SITE)
        for record in records
        if record.status == 200
        and not record.is_list
        and not record.is_edited
        and b'"fork":true' in record.body
    ]
    assert forks
    assert all(isinstance(facts.parent, Parent) for facts in forks)


def test_every_recorded_list_is_read(records: list[Record]) -> None:
    """Every entry of a recorded list is a repository, and no private one is among them."""
    lists = [record for record in records if record.status == 200 and record.is_list]
    assert lists
    for record in lists:
        entries = json_list(record.body)
        assert len({repository_facts(entry, SITE).github_id for entry in entries}) == len(entries) > 0
        assert shows_private(record.body) == any(entry["private"] for entry in json.loads(record.body))


def test_a_recorded_redirection_leads_to_a_number(records: list[Record]) -> None:
    """GitHub's own 301 leads to /repositories/NUMBER on the same host."""
    moved = [record for record in records if record.status == 301]
    assert moved
    for record in moved:
        path = redirected(_answer(record), "https://api.github.com")
        assert path is not None
        assert path.startswith("/repositories/")
        assert inside(record.headers["location"], "https://api.example.org") is None


def test_recorded_refusals_are_told_apart(records: list[Record]) -> None:
    """A recorded 404 asks for no pause, a 502 is worth another try, and a message is found where there is one."""
    refusals = [record for record in records if record.status >= 400]
    assert {404, 502} <= {record.status for record in refusals}
    for record in refusals:
        answer = _answer(record)
        assert pause_asked(answer, message_of(record.body), NOW) is None
        assert server_failed(answer) == (record.status >= 500)


def _answer(record: Record) -> Answer:
    url = f"https://api.github.com{record.path}"
    return Answer(url, record.status, record.headers, record.body, NOW)
