# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The demonstration is built from its story, the same every time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from registry.demo.build import Built, build


def _tip(git: Path, ref: str) -> str:
    packed, loose = git / "packed-refs", git / ref
    if loose.is_file():
        return loose.read_text().strip()
    lines = packed.read_text().splitlines()
    return next(line.split()[0] for line in lines if line.endswith(f" {ref}"))


def test_same_ids(built: Built, tmp_path: Path) -> None:
    """Building twice gives the same commit ids."""
    again = build(built.story, tmp_path / "again")

    assert [one.named for one in again.repositories] == [one.named for one in built.repositories]
    for first, second in zip(built.repositories, again.repositories, strict=True):
        assert _tip(first.git, "refs/heads/main") == _tip(second.git, "refs/heads/main")


def test_moved_and_renamed(built: Built) -> None:
    """On a later day a repository answers to its new name, and its former names lead to it."""
    before = {seen.github_id: seen for seen in built.on(date(2019, 6, 2))}[9900001003]
    after = {seen.github_id: seen for seen in built.on(date(2026, 11, 1))}[9900001003]

    assert (before.owner, before.name, before.former) == ("lillerup-kommune", "skiltebase", ())
    assert (after.owner, after.name) == ("demokommunernes-faellesskab", "skiltebasen")
    assert ("lillerup-kommune", "skiltebase") in after.former
