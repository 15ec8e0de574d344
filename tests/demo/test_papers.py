# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The papers of the demonstration speak of the people and repositories of its story."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import registry.demo
from registry.demo.build import Built
from registry.demo.model import Story
from registry.demo.papers import write_documents

PAPERS = Path(registry.demo.__file__).with_name("papers.yaml")


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    """The shipped facts."""
    read = yaml.safe_load(PAPERS.read_bytes())
    assert isinstance(read, dict)
    return read


def test_addresses_are_those_of_the_story(facts: dict[str, Any], story: Story) -> None:
    """Every address that a fact ties to a person is one that somebody in the story commits with."""
    told = {person.email.decode("utf-8", "replace") for person in story.people.values()}

    assert {identity["email"] for identity in facts["identities"]} <= told


def test_repositories_are_those_of_the_story(facts: dict[str, Any], built: Built) -> None:
    """Every repository that a paper or a claim names bears that name on the day of the last look."""
    seen = {f"{one.owner}/{one.name}" for one in built.on(built.story.looks[-1])}
    seen |= {f"{name}.wiki" for name in seen}
    scopes = [paper["covers"] for paper in facts["agreements"]] + facts["claims"]

    assert {name for scope in scopes for name in scope.get("repositories", ())} <= seen


def test_parties_are_known(facts: dict[str, Any]) -> None:
    """Every giver, taker, employer and claimant is one of the parties."""
    named = {giver for paper in facts["agreements"] for giver in paper.get("assignors", ())}
    named |= {paper["assignee"] for paper in facts["agreements"] if "assignee" in paper}
    named |= {one[side] for one in facts["engagements"] for side in ("person", "party")}
    named |= {claim[side] for claim in facts["claims"] for side in ("by", "owner")}

    assert named <= facts["parties"].keys()


def test_held_papers_have_documents(facts: dict[str, Any], tmp_path: Path) -> None:
    """Each paper that is said to be held is written as a PDF, the same bytes each time."""
    first = write_documents(PAPERS.read_bytes(), tmp_path / "first")
    second = write_documents(PAPERS.read_bytes(), tmp_path / "second")

    assert first.keys() == {paper["id"] for paper in facts["agreements"] if paper.get("document") == "held"}
    assert all(path.read_bytes().startswith(b"%PDF-1.4") for path in first.values())
    assert [path.read_bytes() for path in first.values()] == [path.read_bytes() for path in second.values()]


def test_paper_says_what_it_is(tmp_path: Path) -> None:
    """The document of a paper names giver, taker, scope and the day of signature."""
    text = write_documents(PAPERS.read_bytes(), tmp_path)["salg-2017"].read_bytes().decode("cp1252")

    for said in ("Strandgaard Data ApS", "Fjordkode A/S", "tilsynsmappen", "2017-11-15"):
        assert said in text
