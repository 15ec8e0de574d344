# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What GitHub refuses, does not have, or says in a form that nobody can read: told in one sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from registry.custody.model import CustodyLight, Outcome
from registry.demo.standin import Kind, Oddity, Repository
from tests.builders import new_repository
from tests.stories.github import ORG, QUAY, Place


def test_a_wrong_token(github: Place, quay: Repository) -> None:
    """A token that GitHub does not know is said in a sentence, and recorded, without the token."""
    github.show(quay)
    report = github.harvest(token="ghp_wrongWrongWrongWrong0001")
    (one,) = report.failures
    assert "token" in one.message and "ghp_" not in one.message and github.known() == {}


def test_no_network(github: Place, quay: Repository) -> None:
    """Without a network the harvest says so, and what was known stays as it was."""
    github.show(quay)
    github.harvest()
    away = replace(
        github.register.settings, github_url="http://127.0.0.1:1/api", github_web="http://127.0.0.1:1"
    )
    report = replace(github, register=replace(github.register, settings=away)).harvest()
    assert len(report.failures) == 1 and "network" in report.failures[0].message
    assert github.known()[QUAY].light is CustodyLight.GREEN


@pytest.mark.parametrize("kind", [Kind.NOT_JSON, Kind.WRONG_TYPES, Kind.NOT_A_LIST])
def test_a_list_that_cannot_be_read(github: Place, quay: Repository, kind: Kind) -> None:
    """An answer that is none makes nothing gone, and is a failure."""
    others = [replace(quay, id=2, full_name=f"{ORG}/mole"), replace(quay, id=3, full_name=f"{ORG}/sluse")]
    github.show(quay, *others)
    github.harvest()
    github.show(quay, *others, oddities=(Oddity(kind, "/orgs/.*", value=502),))
    assert github.harvest(token=None, organisations=[ORG]).failures
    assert {one.light for one in github.known().values()} == {CustodyLight.GREEN}


@pytest.mark.parametrize(
    "name", ["havnen/ingen", "havnen", "a/b/c", "../x", "havnen/\x1b[2J", "", "havnen/\udcff"]
)
def test_a_repository_that_never_was(github: Place, name: str) -> None:
    """A name that GitHub does not know, or that is none, is what was asked for and not done: a failure."""
    report = github.harvest(repositories=[name])
    assert len(report.failures) == 1 and report.failures[0].message.isprintable()
    assert github.known() == {}


@pytest.mark.parametrize("login", ["ingen", "a/b", "", "\x1b[2J", "x" * 500, "\udcff"])
def test_an_organisation_that_never_was(github: Place, login: str) -> None:
    """An organisation that GitHub does not know, or a name that is none, is a failure in one sentence."""
    report = github.harvest(organisations=[login])
    assert len(report.failures) == 1 and report.failures[0].message.isprintable()


def test_listed_but_not_cloneable(github: Place, quay: Repository) -> None:
    """A repository that is listed and cannot be cloned is a failure of its own; the others go on."""
    github.show(replace(quay, id=5, full_name=f"{ORG}/tabt", git=None), quay)
    found = github.outcomes()
    assert found == {f"{ORG}/tabt": Outcome.FAILED, QUAY: Outcome.NEW}


def test_an_empty_repository(github: Place, tmp_path: Path) -> None:
    """A repository without a commit is told as empty, and no failure."""
    github.show(Repository(1, QUAY, git=new_repository(tmp_path / "none.git").path))
    assert github.outcomes() == {QUAY: Outcome.EMPTY}
