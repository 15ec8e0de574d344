# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Harvesting an organisation: what its lists show, and in how many calls."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from harvesters.errors import SourceError
from harvesters.github.administrators import observe_administrators
from harvesters.github.harvester import harvest_organisation
from harvesters.github.model import Account, Administrators, NotObserved, OwnerKind, Parent, Unasked
from harvesters.github.parents import ask_parents, calls_for_parents
from registry.demo.standin import Account as StandinAccount
from registry.demo.standin import Repository, World
from tests.harvesters.github.asking import ORGANISATION, asking, repositories, world

FULL = Repository(
    id=5001,
    full_name="harbour-os/Quay.Master_2",
    archived=True,
    description="Moorings <b>and</b> berths",
    topics=("os2", "harbour"),
    default_branch="trunk",
    licence="MPL-2.0",
    created_at="2016-05-04T03:02:01Z",
    pushed_at="2024-12-31T23:59:59Z",
    size=321,
    has_wiki=True,
)


def test_every_fact_of_a_list_is_read(tmp_path: Path) -> None:
    """A repository in a list tells all its facts, and its addresses are built from its name."""
    with asking(world(FULL), tmp_path) as github, github.client() as client:
        (facts,) = harvest_organisation(client, ORGANISATION).repositories
    assert (facts.github_id, facts.full_name, facts.owner_login, facts.owner_id) == (
        5001,
        "harbour-os/Quay.Master_2",
        "harbour-os",
        7,
    )
    assert (facts.owner_kind, facts.private, facts.visibility) == (OwnerKind.ORGANISATION, False, "public")
    assert (facts.archived, facts.disabled, facts.fork, facts.has_wiki) == (True, False, False, True)
    assert (facts.description, facts.topics) == ("Moorings <b>and</b> berths", ("os2", "harbour"))
    assert (facts.default_branch, facts.licence_spdx, facts.size) == ("trunk", "MPL-2.0", 321)
    assert facts.created_at == datetime(2016, 5, 4, 3, 2, 1, tzinfo=UTC)
    assert facts.pushed_at == datetime(2024, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert facts.clone_url == f"{github.served.web}/harbour-os/Quay.Master_2.git"
    assert facts.parent is None


def test_a_list_of_many_pages_is_read_to_its_end(tmp_path: Path) -> None:
    """Two hundred and fifty repositories come in three calls, every one of them once."""
    with asking(world(*repositories(250)), tmp_path) as github, github.client() as client:
        found = harvest_organisation(client, ORGANISATION)
        calls = client.calls
    assert {facts.github_id for facts in found.repositories} == set(range(1000, 1250))
    assert len(found.repositories) == 250
    assert (calls.total, calls.counted) == (3, 3)
    assert found.account == Account(found.account.github_id, ORGANISATION)
    assert not found.unchanged


def test_a_first_harvest_of_500_takes_at_most_100_calls(tmp_path: Path) -> None:
    """With a token, 500 repositories and the parents of their forks take no more than 100 calls."""
    with asking(world(*repositories(500, forks=150)), tmp_path) as github, github.client() as client:
        found = harvest_organisation(client, ORGANISATION)
        asked = list(ask_parents(client, found.repositories, calls_for_parents(client)))
        book = github.served.standin.ledger.totals()
    parents = [facts.parent for facts in asked if facts.fork]
    assert book["calls"] == client.calls.total
    assert client.calls.total <= 100
    assert len(asked) == 500
    assert sum(isinstance(parent, Parent) for parent in parents) == 90
    assert sum(parent is Unasked.NOT_ASKED for parent in parents) == 60


def test_a_repeat_costs_one_conditional_call_a_page_and_none_is_counted(tmp_path: Path) -> None:
    """Where nothing changed, each page of 100 is asked for once, all answers are 304, none is counted."""
    with asking(world(*repositories(500, forks=20)), tmp_path) as github:
        with github.client() as client:
            first = harvest_organisation(client, ORGANISATION)
            first_parents = list(ask_parents(client, first.repositories, calls_for_parents(client)))
        left = client.remaining
        with github.client() as client:
            again = harvest_organisation(client, ORGANISATION)
            again_parents = list(ask_parents(client, again.repositories, calls_for_parents(client)))
        calls = client.calls
    assert (calls.total, calls.conditional, calls.unchanged, calls.counted) == (5, 5, 5, 0)
    assert client.remaining == left
    assert again.unchanged
    assert again_parents == first_parents


def test_a_repeat_after_a_change_sees_it(tmp_path: Path) -> None:
    """A new repository is seen on the next harvest, though the other pages were remembered."""
    before = repositories(150)
    with asking(world(*before), tmp_path) as github:
        with github.client() as client:
            harvest_organisation(client, ORGANISATION)
        github.show(world(*before, Repository(9, "harbour-os/new", created_at="2026-02-28T00:00:00Z")))
        with github.client() as client:
            found = harvest_organisation(client, ORGANISATION)
    assert len(found.repositories) == 151
    assert found.repositories[0].full_name == "harbour-os/new"
    assert not found.unchanged


def test_a_page_that_fills_up_leads_to_the_next(tmp_path: Path) -> None:
    """The hundred and first repository is found, though a list of one whole page was remembered."""
    with asking(world(*repositories(100)), tmp_path) as github:
        with github.client() as client:
            harvest_organisation(client, ORGANISATION)
        github.show(world(*repositories(101)))
        with github.client() as client:
            found = harvest_organisation(client, ORGANISATION)
    assert len(found.repositories) == 101


def test_sixteen_organisations_without_a_token_stay_within_60_calls(tmp_path: Path) -> None:
    """Without a token, sixteen organisations and what parents can be had take at most 60 calls an hour."""
    names = [f"member-{number}" for number in range(16)]
    accounts = tuple(StandinAccount(100 + number, name) for number, name in enumerate(names))
    each = [repositories(30, owner=name, first=1000 * (n + 1), forks=9) for n, name in enumerate(names)]
    everything = World(accounts, tuple(one for some in each for one in some))
    with asking(everything, tmp_path) as github, github.client(token=None) as client:
        found = [harvest_organisation(client, name) for name in names]
        facts = [one for organisation in found for one in organisation.repositories]
        asked = list(ask_parents(client, facts, calls_for_parents(client)))
    assert client.calls.counted <= 60
    assert github.time.slept == []
    assert len(asked) == 16 * 30
    assert any(isinstance(one.parent, Parent) for one in asked)
    assert any(one.parent is Unasked.NOT_ASKED for one in asked)


def test_parents_are_not_worth_waiting_for(tmp_path: Path) -> None:
    """When the limit is reached at a parent, no more are asked for, and nobody waits an hour."""
    some = world(*repositories(10, forks=8), anonymous_limit=4)
    with asking(some, tmp_path) as github, github.client(token=None) as client:
        found = harvest_organisation(client, ORGANISATION)
        asked = list(ask_parents(client, found.repositories, calls=50))
    assert sum(isinstance(one.parent, Parent) for one in asked) == 3
    assert sum(one.parent is Unasked.NOT_ASKED for one in asked) == 5
    assert github.time.slept == []


def test_a_parent_that_github_does_not_tell_is_said_so(tmp_path: Path) -> None:
    """A fork whose parent is deleted was asked, and not told: that is not the same as not asked."""
    orphan = replace(repositories(1, forks=1)[0], parent=None)
    with asking(world(orphan), tmp_path) as github, github.client() as client:
        found = harvest_organisation(client, ORGANISATION)
        (asked,) = ask_parents(client, found.repositories, calls=5)
    assert asked.parent is Unasked.NOT_TOLD


def test_a_private_repository_is_listed_only_when_asked_for(tmp_path: Path) -> None:
    """The same token lists a private repository with `private`, and without it nobody ever sees its name."""
    hidden = Repository(66, "harbour-os/hidden-berth", private=True)
    with asking(world(FULL, hidden), tmp_path) as github:
        with github.client() as client:
            public = harvest_organisation(client, ORGANISATION)
        seen = b"".join(item.body for item in github.items)
        with github.client(private=True) as client:
            everything = harvest_organisation(client, ORGANISATION)
    assert [one.full_name for one in public.repositories] == [FULL.full_name]
    assert b"hidden-berth" not in seen
    assert {one.full_name for one in everything.repositories} == {FULL.full_name, hidden.full_name}


def test_private_without_a_token_is_refused(tmp_path: Path) -> None:
    """Asking for private repositories without a token is one sentence, before any call."""
    with (
        asking(world(FULL), tmp_path) as github,
        pytest.raises(SourceError, match="need a token"),
        github.client(token=None, private=True),
    ):
        pass


def test_a_persons_account_is_listed_as_one(tmp_path: Path) -> None:
    """A login that is a person's is listed through the person's own list."""
    own = Repository(70, "ada-harbour/notes")
    with asking(world(own), tmp_path) as github, github.client() as client:
        found = harvest_organisation(client, "ada-harbour")
    assert (found.kind, found.account) == (OwnerKind.USER, Account(found.account.github_id, "ada-harbour"))
    assert [one.full_name for one in found.repositories] == ["ada-harbour/notes"]


def test_an_empty_organisation_is_known_by_its_number(tmp_path: Path) -> None:
    """An organisation without repositories is still an account with a number."""
    with asking(world(), tmp_path) as github, github.client() as client:
        found = harvest_organisation(client, ORGANISATION)
    assert (found.account.github_id, found.repositories, found.kind) == (7, (), OwnerKind.ORGANISATION)


def test_an_unknown_organisation_is_one_sentence(tmp_path: Path) -> None:
    """A login that GitHub does not know is one sentence that names it."""
    with (
        asking(world(), tmp_path) as github,
        github.client() as client,
        pytest.raises(SourceError, match="no organisation or user no-such-login"),
    ):
        harvest_organisation(client, "no-such-login")


@pytest.mark.parametrize("name", ["", "a/b", "../orgs", "a?b", "-x", "a\nb", "a" * 200, "ø"])
def test_a_login_that_is_none_is_never_asked_for(name: str, tmp_path: Path) -> None:
    """What cannot be a login is refused without a call."""
    with asking(world(), tmp_path) as github, github.client() as client:
        with pytest.raises(SourceError, match="no name of a GitHub organisation"):
            harvest_organisation(client, name)
        assert client.calls.total == 0


def test_a_login_taken_over_by_a_stranger_shows_as_another_account(tmp_path: Path) -> None:
    """A login that was given up and registered anew has another number, and so have its repositories."""
    with asking(world(Repository(1, "harbour-os/quay")), tmp_path) as github:
        with github.client() as client:
            before = harvest_organisation(client, ORGANISATION)
        stranger = StandinAccount(666, ORGANISATION, "User")
        github.show(
            World((stranger,), (Repository(2, "harbour-os/quay"),), github.served.standin.world.tokens)
        )
        with github.client() as client:
            after = harvest_organisation(client, ORGANISATION)
    assert (before.account.github_id, after.account.github_id) == (7, 666)
    assert (before.repositories[0].github_id, after.repositories[0].github_id) == (1, 2)


def test_administrators_are_observed_by_a_member_alone(tmp_path: Path) -> None:
    """A member's token shows who administers an organisation; without one that is not observed."""
    with asking(world(FULL), tmp_path) as github:
        with github.client() as client:
            shown = observe_administrators(client, ORGANISATION)
        with github.client(token=None) as client:
            hidden = observe_administrators(client, ORGANISATION)
            found = harvest_organisation(client, ORGANISATION)
    assert isinstance(shown, Administrators)
    assert [(one.github_id, one.login) for one in shown.accounts] == [(8, "ada-harbour")]
    assert isinstance(hidden, NotObserved)
    assert isinstance(found.administrators, NotObserved)
