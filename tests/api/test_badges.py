# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Badges say no more than is proven."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from registry.api.badge import Badge, drawn, licence_badge, title_badge
from registry.app import create_app
from registry.custody import service as custody
from registry.custody.model import Keeper
from registry.licences.model import Conclusion, Light, Reason
from registry.pipeline import ownership
from registry.pipeline.owned import Answers
from registry.pipeline.register import Register
from tests.api.calling import NAME, REPOSITORY
from tests.web.samples import WHEN

SVG = "{http://www.w3.org/2000/svg}"


def _said(client: FlaskClient, path: str) -> tuple[str, str]:
    response = client.get(path)
    assert (response.status_code, response.mimetype) == (200, "image/svg+xml")
    root = ET.fromstring(response.text)
    return root.findtext(f"{SVG}title", ""), root.findtext(f"{SVG}desc", "")


@pytest.fixture
def answers(story: Register) -> Iterator[Answers]:
    """Whose the story's main repository is."""
    with story.sessions() as session:
        yield ownership.answers(session, REPOSITORY, WHEN.date())


def test_a_badge_of_title_tells_the_documented_share_and_its_day(client: FlaskClient) -> None:
    """In both languages."""
    danish, sentence = _said(client, f"/badge/{NAME}/title.svg")
    assert danish.startswith("rettigheder: 67,9 % dokumenteret")
    assert "dokumenterne afgør" in sentence
    english, sentence = _said(client, f"/badge/{NAME}/title.svg?language=en")
    assert english == "title: 67.9 % documented"
    assert "the papers decide" in sentence


def test_without_papers_the_title_is_not_assessed(answers: Answers) -> None:
    """Whoever has the repository in custody."""
    for found in (None, replace(answers, assessed=False)):
        badge = title_badge(found)
        assert badge.word == "ikke vurderet"
        assert "OS2" not in badge.word + badge.label + badge.sentence


def test_custody_makes_nothing_anybodys(client: FlaskClient, story: Register) -> None:
    """A repository that OS2 controls has a badge that does not say whose the content is."""
    with story.sessions() as session:
        ours = [one for one in custody.repositories(session) if one.keeper is Keeper.OS2]
    assert ours
    for one in ours:
        word, _ = _said(client, f"/badge/{one.full_name}/title.svg?language=en")
        assert "OS2" not in word


def test_a_share_is_never_rounded_up_to_the_whole(client: FlaskClient, answers: Answers) -> None:
    """A line in a thousand is enough to be short of it."""
    everything = answers.lines.all
    states = dict.fromkeys(everything.by_state, 0)
    documented = next(iter(state for state in states if state.value == "documented"))
    other = next(iter(state for state in states if state.value == "other"))
    nearly = replace(everything, by_state={documented: 99_999, other: 1})
    hardly = replace(everything, by_state={documented: 1, other: 99_999})
    words = [
        title_badge(replace(answers, assessed=True, lines=replace(answers.lines, all=one))).word
        for one in (nearly, hardly)
    ]
    assert words == ["> 99,9 % dokumenteret", "< 0,1 % dokumenteret"]


@pytest.mark.parametrize(
    ("found", "word"),
    [
        (None, "ikke undersøgt"),
        (Conclusion("MPL-2.0", Light.GREEN, Reason.AGREE), "MPL-2.0"),
        (Conclusion(None, Light.RED, Reason.NONE), "ingen fundet"),
        (Conclusion(None, Light.RED, Reason.CONTRADICT), "modstridende"),
        (Conclusion(None, Light.RED, Reason.NEEDS_PERSON), "uklar"),
    ],
)
def test_a_badge_of_the_licence_tells_what_is_concluded(found: Conclusion | None, word: str) -> None:
    """Or why nothing is."""
    assert licence_badge(found).word == word


def test_a_badge_is_drawn_with_nothing_from_elsewhere() -> None:
    """Strange texts are read and not run."""
    made = drawn(Badge("a", '<script>"&', "#000", "]]><x>"))
    root = ET.fromstring(made)
    assert root.findtext(f"{SVG}title") == 'a: <script>"&'
    assert "<script" not in made
    assert "href" not in made


def test_a_former_name_leads_to_the_same_badge(client: FlaskClient, story: Register) -> None:
    """READMEs outlive moves."""
    with story.sessions() as session:
        moved = [
            (one, held)
            for one in custody.repositories(session)
            for held in custody.holdings(session, one.id)
            if held.until is not None
        ]
    assert moved
    one, held = moved[0]
    now, before = (client.get(f"/badge/{name}/licence.svg").text for name in (one.full_name, held.full_name))
    assert now == before


def test_no_badge_of_a_repository_that_is_not_known(client: FlaskClient) -> None:
    """Nor of an address that is no name."""
    assert client.get("/badge/nobody/nothing/title.svg").status_code == 404
    assert client.get("/badge/nobody/title.svg").status_code == 404


def test_an_application_without_a_register_of_papers_still_draws(story: Register) -> None:
    """The badge of the licence needs none."""
    caller = create_app(replace(story.settings, api_calls=0), story.sessions).test_client()
    assert _said(caller, f"/badge/{NAME}/licence.svg")[0] == "licens: MPL-2.0"
