# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The demonstration is built from its story, the same every time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from registry.demo.build import Built, build

HEADS = {
    "sagsvejen": "f757d6f7210a3a0de73a045bcbf0153493211c9f",
    "borgerblik": "3c840ed470cce8955ddea7195ad82ebb90448d21",
    "skiltebasen": "fdaa62c931b45ae05b292c52da9309c2975007ee",
    "sagsvejen-plus": "e85253663f8445de3d506d2cbc09c7b4f0853a4b",
    "tilsynsmappen": "7157ddb0cdb5e73586039707f50e22d6007bdcfd",
    "gebyrregner": "9cd793b47c624306b367d3be76d2828fce956cab",
    "borgerblik-gammel": "a7503b59fa1d254f2c9f6c88800c9adc06c82154",
    "temahuset": "c9ea7d9cc0d3f389cd8ec1dc012b828919fdfa0c",
    "tomt-rum": None,
    "intern-drift": "70e6ace6b872a0d91c728d0f1d429e1052d36a33",
    "saere-ting": "a03c93ae0f759e25b9944e4561e2658988be6d26",
}


def test_same_ids_everywhere(built: Built) -> None:
    """The story gives exactly these commits, on every machine; who changes the story changes this table."""
    assert {one.told.key: one.head for one in built.repositories} == HEADS


def test_same_ids_again(built: Built, tmp_path: Path) -> None:
    """Building twice gives the same commits at every named step."""
    again = build(built.story, tmp_path / "again")

    assert [one.named for one in again.repositories] == [one.named for one in built.repositories]


def test_moved_and_renamed(built: Built) -> None:
    """On a later day a repository answers to its new name, and its former names lead to it."""
    before = {seen.github_id: seen for seen in built.on(date(2019, 6, 2))}[9900001003]
    after = {seen.github_id: seen for seen in built.on(date(2026, 11, 1))}[9900001003]

    assert (before.owner, before.name, before.former) == ("lillerup-kommune", "skiltebase", ())
    assert (after.owner, after.name) == ("demokommunernes-faellesskab", "skiltebasen")
    assert ("lillerup-kommune", "skiltebase") in after.former
