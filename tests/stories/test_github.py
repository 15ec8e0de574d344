# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""GitHub's changes as the register sees them: dated, recorded, and nothing forgotten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from registry.custody.model import CustodyLight, Keeper, Outcome, Visibility
from registry.demo.standin import Account, Repository
from tests.builders import new_repository
from tests.running import provenance
from tests.stories.github import ORG, QUAY, Place


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
