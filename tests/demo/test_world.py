# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What the story says of custody is what the GitHub stand-in shows, day by day."""

from __future__ import annotations

from registry.demo.build import Built
from registry.demo.standin.world import World, world_from
from registry.demo.world import world

ORG = "demokommunernes-faellesskab"


def _looks(built: Built) -> tuple[World, World]:
    first, last = (world_from(world(built, day)) for day in built.story.looks)
    return first, last


def test_moved_renamed_and_archived(built: Built) -> None:
    """Between the looks one repository gets another owner and another name, and is archived."""
    first, last = _looks(built)
    before, after = first.by_name("lillerup-kommune/gebyr-regner"), last.by_name(f"{ORG}/gebyrregner")

    assert before is not None
    assert after is not None
    assert (before.id, before.archived, after.archived) == (after.id, False, True)
    assert last.moved_from("lillerup-kommune/gebyr-regner") == after


def test_deleted(built: Built) -> None:
    """Between the looks one repository vanishes."""
    first, last = _looks(built)

    assert first.by_name("nordlys-it/borgerblik-gammel") is not None
    assert last.by_name("nordlys-it/borgerblik-gammel") is None


def test_blocked(built: Built) -> None:
    """Between the looks one repository is blocked after a complaint."""
    blocked = [one.by_name(f"{ORG}/temahuset") for one in _looks(built)]

    assert [one is not None and one.blocked for one in blocked] == [False, True]


def test_fork_and_its_parent(built: Built) -> None:
    """The supplier's continuation is a fork of the product; the old release repository is none for GitHub."""
    first, _ = _looks(built)
    fork, origin = first.by_name("fjordkode/sagsvejen-plus"), first.by_name(f"{ORG}/sagsvejen")
    old = first.by_name("nordlys-it/borgerblik-gammel")

    assert fork is not None
    assert origin is not None
    assert old is not None
    assert (fork.fork, fork.parent) == (True, origin.id)
    assert not old.fork


def test_wikis(built: Built) -> None:
    """One announced wiki stands on disk; two others are announced only."""
    _, last = _looks(built)
    announced = {one.name: one.wiki is not None for one in last.repositories if one.has_wiki}

    assert announced == {"sagsvejen": True, "borgerblik": False, "tomt-rum": False}


def test_one_is_private(built: Built) -> None:
    """Exactly one repository is private."""
    _, last = _looks(built)

    assert [one.name for one in last.repositories if one.private] == ["intern-drift"]
