# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What became of a repository that was known: seen, moved, gone, blocked; and by whom its name is borne now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from harvesters.errors import SourceError
from harvesters.github.harvester import harvest_repository, repository_by_id
from harvesters.github.model import Blocked, Gone, Moved, Parent, Unasked, Visible
from registry.demo.standin import Kind, Oddity, Repository
from tests.harvesters.github.asking import asking, world

QUAY = Repository(11, "harbour-os/quay", former_names=("ada-harbour/quay", "harbour-os/kaj"))


def test_a_repository_under_its_name_is_visible(tmp_path: Path) -> None:
    """A repository that bears the name that was asked for, in any case of letters, is visible."""
    with asking(world(QUAY), tmp_path) as github, github.client() as client:
        seen = harvest_repository(client, "Harbour-OS/Quay")
    assert isinstance(seen, Visible)
    assert (seen.facts.github_id, seen.facts.full_name) == (11, "harbour-os/quay")
    assert seen.seen_at == github.time.now


def test_a_renamed_or_transferred_repository_is_moved(tmp_path: Path) -> None:
    """A 301 leads to the new name and the same number; both answers are kept."""
    with asking(world(QUAY), tmp_path) as github, github.client() as client:
        seen = harvest_repository(client, "ada-harbour/quay")
    assert isinstance(seen, Moved)
    assert (seen.asked, seen.facts.github_id, seen.facts.full_name) == (
        "ada-harbour/quay",
        11,
        "harbour-os/quay",
    )
    assert [item.status for item in github.items] == [301, 200]
    assert github.items[0].headers["location"].endswith("/repositories/11")


def test_a_repository_asked_for_by_number_shows_its_new_name(tmp_path: Path) -> None:
    """A repository that vanished from a list is found by its number, wherever it went."""
    with asking(world(QUAY), tmp_path) as github, github.client() as client:
        moved = repository_by_id(client, 11, "harbour-os/kaj")
        same = repository_by_id(client, 11, "harbour-os/quay")
    assert isinstance(moved, Moved)
    assert isinstance(same, Visible)


def test_a_repository_that_is_not_there_is_gone(tmp_path: Path) -> None:
    """A 404 is an observation, not an error: deleted or private, GitHub does not tell which."""
    with asking(world(), tmp_path) as github, github.client() as client:
        by_name = harvest_repository(client, "harbour-os/gone")
        by_number = repository_by_id(client, 404, "harbour-os/gone")
    assert by_name == Gone("harbour-os/gone", github.time.now)
    assert by_number == Gone("harbour-os/gone", github.time.now)
    assert by_name.reason == "no longer visible: deleted or private"


def test_a_dmca_block_is_observed_with_its_notice(tmp_path: Path) -> None:
    """A 451 is an observation with GitHub's reason, day and notice."""
    with asking(world(replace(QUAY, blocked=True)), tmp_path) as github, github.client() as client:
        seen = harvest_repository(client, "harbour-os/quay")
    assert isinstance(seen, Blocked)
    assert (seen.status, seen.reason) == (451, "dmca")
    assert seen.since is not None
    assert seen.since.isoformat() == "2024-02-03T04:05:06+00:00"
    assert seen.notice is not None
    assert seen.notice.startswith("https://github.com/github/dmca/")


def test_a_stranger_under_the_same_name_is_another_repository(tmp_path: Path) -> None:
    """The same OWNER/NAME, registered anew by somebody else, has another number; the old one is gone."""
    with asking(world(QUAY), tmp_path) as github:
        with github.client() as client:
            before = harvest_repository(client, "harbour-os/quay")
        github.show(world(replace(QUAY, id=99)))
        with github.client() as client:
            after = harvest_repository(client, "harbour-os/quay")
            old = repository_by_id(client, 11, "harbour-os/quay")
    assert isinstance(before, Visible)
    assert isinstance(after, Visible)
    assert (before.facts.github_id, after.facts.github_id) == (11, 99)
    assert isinstance(old, Gone)


def test_a_private_repository_is_gone_to_a_public_harvest(tmp_path: Path) -> None:
    """A token that could see a private repository does not make a public harvest keep anything of it."""
    hidden = replace(QUAY, private=True, description="the harbour master's plans")
    with asking(world(hidden), tmp_path) as github:
        with github.client() as client:
            public = harvest_repository(client, "harbour-os/quay")
        kept = list(github.items)
        remembered = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        with github.client(private=True) as client:
            private = harvest_repository(client, "harbour-os/quay")
    assert isinstance(public, Gone)
    assert isinstance(private, Visible)
    assert all(b"plans" not in item.body for item in kept)
    assert b"plans" not in remembered


def test_a_fork_asked_for_alone_tells_its_parent(tmp_path: Path) -> None:
    """A single answer, unlike a list, names the repository that a fork was made from."""
    fork = Repository(12, "harbour-os/quay-fork", fork=True, parent=11)
    with asking(world(QUAY, fork), tmp_path) as github, github.client() as client:
        seen = harvest_repository(client, "harbour-os/quay-fork")
    assert isinstance(seen, Visible)
    assert isinstance(seen.facts.parent, Parent)
    assert (seen.facts.parent.github_id, seen.facts.parent.full_name) == (11, "harbour-os/quay")


def test_a_private_parent_is_told_to_a_private_harvest_alone(tmp_path: Path) -> None:
    """A public fork's answer that names a private parent is kept, and told, only where that was asked for."""
    parent = replace(QUAY, full_name="harbour-os/hidden-berth", private=True)
    fork = Repository(12, "harbour-os/quay-fork", fork=True, parent=11)
    with asking(world(parent, fork), tmp_path) as github:
        with github.client() as client:
            public = harvest_repository(client, "harbour-os/quay-fork")
        kept = b"".join(item.body for item in github.items)
        with github.client(private=True) as client:
            private = harvest_repository(client, "harbour-os/quay-fork")
    assert isinstance(public, Visible)
    assert isinstance(private, Visible)
    assert public.facts.parent is Unasked.NOT_TOLD
    assert isinstance(private.facts.parent, Parent)
    assert b"hidden-berth" not in kept


@pytest.mark.parametrize("kind", [Kind.FOREIGN_REDIRECTION, Kind.CIRCULAR_REDIRECTION])
def test_a_redirection_that_leads_astray_is_refused(kind: Kind, tmp_path: Path) -> None:
    """A redirection to another host, or round in a circle, is one sentence; the token goes nowhere else."""
    odd = world(QUAY, oddities=(Oddity(kind, "/repos/.*"),))
    with (
        asking(odd, tmp_path) as github,
        github.client() as client,
        pytest.raises(SourceError, match=r"outside itself|in a circle"),
    ):
        harvest_repository(client, "harbour-os/quay")


def test_a_plain_refusal_is_one_sentence_and_no_wait(tmp_path: Path) -> None:
    """A 403 that is neither a limit nor a block says that this token may not read it."""
    odd = world(QUAY, oddities=(Oddity(Kind.FORBIDDEN, "/repos/.*"),))
    with asking(odd, tmp_path) as github, github.client() as client:
        with pytest.raises(SourceError, match="refuses harbour-os/quay"):
            harvest_repository(client, "harbour-os/quay")
        assert github.time.slept == []


@pytest.mark.parametrize(
    "name", ["quay", "a/b/c", "a/..", "a/.", "/b", "a/", "a/b c", "a/b.git", "a/b.Wiki", "a/b\n", "a/ø"]
)
def test_a_name_that_is_none_is_never_asked_for(name: str, tmp_path: Path) -> None:
    """What cannot be a repository's name at GitHub is refused without a call."""
    with asking(world(), tmp_path) as github, github.client() as client:
        with pytest.raises(SourceError, match="no repository's name"):
            harvest_repository(client, name)
        assert client.calls.total == 0
