# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""GitHub's changes as the register sees them: dated, recorded, and nothing forgotten."""

from __future__ import annotations

import base64
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from registry.custody.model import CustodyLight, Keeper, Outcome, Visibility
from registry.demo.standin import Account, Kind, Oddity, Repository
from tests.builders import new_repository
from tests.running import provenance
from tests.stories.github import ORG, TOKEN, Place, place

QUAY = f"{ORG}/kaj"


@pytest.fixture
def github(tmp_path: Path) -> Iterator[Place]:
    """An empty GitHub and a register."""
    with place(tmp_path) as found:
        yield found


@pytest.fixture
def quay(tmp_path: Path) -> Repository:
    """A repository with content."""
    built = new_repository(tmp_path / "quay.git")
    built.commit({"a.py": b"a\n"})
    return Repository(1, QUAY, git=built.path)


def test_first_sight(github: Place, quay: Repository) -> None:
    """A repository in an organisation stated to be OS2's is green, seen that day, and its lines are told."""
    github.show(quay)
    assert github.outcomes() == {QUAY: Outcome.NEW}
    one = github.known()[QUAY]
    assert (one.light, one.github_id, one.visibility) == (CustodyLight.GREEN, 1, Visibility.VISIBLE)
    assert one.state is not None and one.state.observation is not None and one.last_seen == github.now
    assert len(provenance(github.register.settings.data, QUAY)["files"]) == 1


def test_the_same_again(github: Place, quay: Repository) -> None:
    """A repeat where nothing changed adds no state, no custody row and no snapshot."""
    github.show(quay, replace(quay, id=2, full_name=f"{ORG}/mole", fork=True, parent=1, archived=True))
    github.harvest()
    tables = (
        "custody_states",
        "custody_holdings",
        "provenance_snapshots",
        "provenance_files",
        "custody_organisations",
    )
    before = [github.count(table) for table in tables]
    assert set(github.outcomes().values()) == {Outcome.UNCHANGED}
    assert [github.count(table) for table in tables] == before


def test_a_parent_that_is_not_asked_for_again(github: Place, quay: Repository) -> None:
    """What was learnt of a fork's parent stays known when a later harvest cannot ask."""
    github.show(quay, replace(quay, id=2, full_name=f"{ORG}/mole", fork=True, parent=1))
    github.harvest()
    before = github.count("custody_states")
    github.show(quay, replace(quay, id=2, full_name=f"{ORG}/mole", fork=True, parent=1), anonymous_limit=2)
    github.harvest(token=None, organisations=[ORG])
    one = github.known()[f"{ORG}/mole"]
    assert one.state is not None and one.state.facts.parent == QUAY
    assert github.count("custody_states") == before


def test_rename(github: Place, quay: Repository) -> None:
    """A rename adds a dated custody row to the same repository."""
    github.show(quay)
    github.harvest()
    number = github.known()[QUAY].id
    github.show(replace(quay, full_name=f"{ORG}/mole", former_names=(QUAY,)))
    assert github.outcomes() == {f"{ORG}/mole": Outcome.CHANGED}
    assert github.known()[f"{ORG}/mole"].id == number
    new, old = github.holdings(f"{ORG}/mole")
    assert (old.full_name, old.until) == (QUAY, new.since) and new.until is None


@pytest.mark.parametrize("by", ["list", "name"])
def test_transfer_away(github: Place, quay: Repository, by: str) -> None:
    """A repository that moved to another account is yellow, with both custody rows; nothing is forgotten."""
    github.show(quay)
    github.harvest()
    github.show(replace(quay, full_name="fjorden/kaj", former_names=(QUAY,)))
    asked: dict[str, Any] = {"organisations": [ORG]} if by == "list" else {"repositories": [QUAY]}
    github.harvest(**asked)
    one = github.known()["fjorden/kaj"]
    assert one.light is CustodyLight.YELLOW
    assert [held.full_name for held in github.holdings("fjorden/kaj")] == ["fjorden/kaj", QUAY]


def test_a_lower_case_of_the_same_name(github: Place, quay: Repository) -> None:
    """A repository asked for in another case is the same one."""
    github.show(quay)
    github.harvest()
    github.harvest(repositories=[QUAY.upper()])
    assert list(github.known()) == [QUAY]
    github.harvest(organisations=[ORG.upper()])
    assert github.stated().keeper is Keeper.OS2 and github.known()[QUAY].light is CustodyLight.GREEN


@pytest.mark.parametrize("by", ["list", "name"])
@pytest.mark.parametrize(
    ("blocked", "outcome", "visibility"),
    [(False, Outcome.GONE, Visibility.GONE), (True, Outcome.BLOCKED, Visibility.BLOCKED)],
)
def test_gone_and_blocked(
    github: Place, quay: Repository, by: str, blocked: bool, outcome: Outcome, visibility: Visibility
) -> None:
    """404 and 451 are recorded as observations; lines, names and facts stay, and the light is red."""
    github.show(quay)
    github.harvest()
    github.show(*([replace(quay, blocked=True)] if blocked else []))
    asked: dict[str, Any] = {"organisations": [ORG]} if by == "list" else {"repositories": [QUAY]}
    assert github.outcomes(**asked) == {QUAY: outcome}
    one = github.known()[QUAY]
    assert (one.visibility, one.light) == (visibility, CustodyLight.RED)
    assert one.state is not None and one.state.observation is not None
    assert len(provenance(github.register.settings.data, QUAY)["files"]) == 1
    before = github.count("custody_states")
    github.harvest(**asked)
    assert github.count("custody_states") == before


def test_back_again(github: Place, quay: Repository) -> None:
    """What was gone and is there again is green again, with every state kept."""
    github.show(quay)
    github.harvest()
    github.show()
    github.harvest()
    github.show(quay)
    github.harvest()
    assert github.known()[QUAY].light is CustodyLight.GREEN and github.count("custody_states") == 3


def test_a_login_taken_by_a_stranger(github: Place, quay: Repository) -> None:
    """A login that now is another account loses OS2's statement; nothing under it is green, and it is said."""
    github.show(quay)
    github.harvest()
    stranger = (Account(666, ORG), Account(8, "fremmed", "User"))
    github.show(replace(quay, id=99), accounts=stranger)
    report = github.harvest()
    assert [one.message for one in report.failures if "another account" in one.message]
    assert {one.light for one in github.known().values()} <= {CustodyLight.YELLOW, CustodyLight.RED}
    assert github.stated().keeper is Keeper.UNSTATED and not github.stated().configured


def test_a_login_taken_by_a_stranger_seen_by_name(github: Place, quay: Repository) -> None:
    """The same is noticed when a single repository is asked for by its name."""
    github.show(quay)
    github.harvest()
    github.show(replace(quay, id=99), accounts=(Account(666, ORG), Account(8, "fremmed", "User")))
    report = github.harvest(repositories=[QUAY])
    assert report.failures
    assert {one.light for one in github.known().values()} <= {CustodyLight.YELLOW, CustodyLight.RED}


def test_a_name_taken_by_another_repository(github: Place, quay: Repository, tmp_path: Path) -> None:
    """A name under which another repository stands is two repositories; the first is looked for by its number."""
    github.show(quay)
    github.harvest()
    other = new_repository(tmp_path / "other.git")
    other.commit({"b.py": b"b\n"})
    github.show(replace(quay, id=99, git=other.path), replace(quay, full_name=f"{ORG}/gammel"))
    github.harvest(repositories=[QUAY])
    known = {one.github_id: one for one in github.known().values()}
    assert (known[1].full_name, known[99].full_name) == (f"{ORG}/gammel", QUAY)


def test_private_only_when_asked(github: Place, quay: Repository) -> None:
    """A private repository is harvested only with --private, and never listed without."""
    github.show(quay, replace(quay, id=2, full_name=f"{ORG}/hemmelig", private=True))
    github.harvest()
    assert f"{ORG}/hemmelig" not in github.known()
    github.harvest(organisations=[ORG], private=True)
    assert f"{ORG}/hemmelig" in github.known() and f"{ORG}/hemmelig" not in github.known(private=False)
    github.harvest(token=None, organisations=[ORG])
    one = github.known()[f"{ORG}/hemmelig"]
    assert (
        one.private
        and one.visibility is Visibility.VISIBLE
        and f"{ORG}/hemmelig" not in github.known(private=False)
    )


def test_made_private(github: Place, quay: Repository) -> None:
    """A public repository that was made private is gone for a harvest that may not see private ones."""
    github.show(quay)
    github.harvest()
    github.show(replace(quay, private=True))
    assert github.outcomes() == {QUAY: Outcome.GONE}
    assert github.known()[QUAY].light is CustodyLight.RED


def test_a_wiki(github: Place, quay: Repository, tmp_path: Path) -> None:
    """A wiki is a repository of its own, as green and as private as its repository."""
    wiki = new_repository(tmp_path / "wiki.git")
    wiki.commit({"Home.md": b"# Hjem\n"}, branch="master")
    wiki.head(b"ref: refs/heads/master")
    github.show(replace(quay, has_wiki=True, wiki=wiki.path, private=True))
    assert github.outcomes(organisations=[ORG], private=True) == {
        QUAY: Outcome.NEW,
        f"{QUAY}.wiki": Outcome.NEW,
    }
    assert github.known()[f"{QUAY}.wiki"].wiki_of == github.known()[QUAY].id
    assert github.known()[f"{QUAY}.wiki"].light is CustodyLight.GREEN
    assert github.known(private=False) == {}
    github.show(replace(quay, full_name=f"{ORG}/mole", has_wiki=True, wiki=wiki.path, private=True))
    github.harvest(organisations=[ORG], private=True)
    assert set(github.known()) == {f"{ORG}/mole", f"{ORG}/mole.wiki"}


def test_a_wiki_that_is_announced_and_not_there(github: Place, quay: Repository) -> None:
    """A wiki that does not exist is no error and no repository."""
    github.show(replace(quay, has_wiki=True))
    report = github.harvest()
    assert [one.name for one in report.results] == [QUAY] and not report.failures
    assert list(github.known()) == [QUAY]


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
