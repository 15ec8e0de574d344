# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""How often GitHub is asked, and what is remembered of its answers."""

from __future__ import annotations

import base64
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

from registry.custody.model import Outcome
from registry.demo.standin import Repository
from tests.builders import new_repository
from tests.stories.github import ORG, QUAY, TOKEN, Place


def test_calls_of_a_large_organisation(github: Place, tmp_path: Path) -> None:
    """A first harvest costs a call a page of 100 and one a fork; a repeat a conditional call a page, uncounted."""
    empty = Repository(1, QUAY, git=new_repository(tmp_path / "none.git").path)
    github.show(
        *(
            replace(empty, id=n, full_name=f"{ORG}/r{n}", fork=n < 4, parent=9 if n < 4 else None)
            for n in range(1, 121)
        )
    )
    report = github.harvest()
    assert (len(github.known()), report.calls) == (120, 2 + 3)
    assert sum(page["calls"] for route, page in github.calls()["routes"].items() if route != "git") == 2 + 3
    github.harvest()
    again = {route: page for route, page in github.calls()["routes"].items() if route.endswith("/repos")}
    assert [(page["calls"], page["conditional"], page["counted"]) for page in again.values()] == [(2, 2, 0)]


def test_without_a_token_within_sixty(github: Place, quay: Repository) -> None:
    """Without a token a harvest of a page of repositories with wikis and forks stays within sixty calls."""
    many = [
        replace(quay, id=n, full_name=f"{ORG}/r{n}", fork=True, parent=1, has_wiki=True) for n in range(2, 9)
    ]
    github.show(quay, *many)
    report = github.harvest(token=None, organisations=[ORG])
    assert not report.failures and github.calls()["counted"] <= 60


def test_no_answer_for_a_token_is_seen_without_one(github: Place, quay: Repository) -> None:
    """What was answered to a token is not remembered for a harvest without one."""
    github.show(quay, replace(quay, id=2, full_name=f"{ORG}/hemmelig", private=True))
    github.harvest(organisations=[ORG], private=True)
    report = github.harvest(token=None, organisations=[ORG])
    assert f"{ORG}/hemmelig" not in [one.name for one in report.results]
    assert TOKEN not in str([one.message for one in report.results])


def test_a_remembered_answer_that_was_altered_is_not_believed(github: Place, quay: Repository) -> None:
    """The file of remembered answers is no evidence: what nobody heard is asked for anew, and recorded nowhere."""
    github.show(replace(quay, archived=True))
    github.harvest()
    assert _alter_memory(github, b'"archived":true', b'"archived":false') > 0
    assert github.outcomes() == {QUAY: Outcome.UNCHANGED}
    one = github.known()[QUAY]
    assert one.state is not None and one.state.facts.archived


def _alter_memory(github: Place, old: bytes, new: bytes) -> int:
    (file,) = github.register.settings.cache.glob("answers-*.sqlite")
    altered = 0
    with sqlite3.connect(file) as remembered:
        for key, value in remembered.execute("SELECT key, value FROM responses").fetchall():
            told = json.loads(value)
            body = base64.b64decode(told["_content"])
            told["_content"] = base64.b64encode(body.replace(old, new)).decode()
            remembered.execute("UPDATE responses SET value = ? WHERE key = ?", (json.dumps(told), key))
            altered += old in body
    return altered
