# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The four facts: always apart, always in the same order, each with sign and word."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.custody.model import Keeper, Visibility
from registry.provenance.snapshot import Method, Snapshot, Totals
from registry.web.pages.facts import (
    custody_sign,
    licence_sign,
    may_show_text,
    provenance_bar,
    provenance_sign,
)
from registry.web.signs import Colour, title_sign
from tests.web.samples import PERMITTED, UNLICENSED, WHEN, repository

_ORDER = ["custody", "provenance", "title", "licence"]


@pytest.mark.parametrize(
    ("visibility", "keeper", "colour"),
    [
        (Visibility.VISIBLE, Keeper.OS2, Colour.GREEN),
        (Visibility.VISIBLE, Keeper.SUPPLIER, Colour.YELLOW),
        (Visibility.VISIBLE, Keeper.UNSTATED, Colour.YELLOW),
        (Visibility.GONE, Keeper.OS2, Colour.RED),
        (Visibility.BLOCKED, Keeper.OS2, Colour.RED),
        (Visibility.NOT_OBSERVED, Keeper.OS2, Colour.GREY),
    ],
)
def test_custody_has_word_and_colour(
    app: Flask, visibility: Visibility, keeper: Keeper, colour: Colour
) -> None:
    """Never a colour alone."""
    with app.test_request_context("/en/"):
        sign = custody_sign(repository(visibility=visibility, keeper=keeper))
    assert sign.colour is colour
    assert sign.word and sign.sentence and sign.icon


def test_provenance_has_no_colour(app: Flask) -> None:
    """It is a bar of three grades."""
    totals = Totals(files=3, lines=100, individually=80, in_bulk=20, left_out={"unreadable": (1, 25)})
    snapshot = Snapshot(1, 1, "a" * 40, "main", Method.PLAIN, WHEN, 4, 9, (), totals, ())
    with app.test_request_context("/en/"):
        bar = provenance_bar(snapshot)
        assert provenance_sign(snapshot).colour is Colour.NONE
    assert bar is not None
    assert [part.amount for part in bar.parts] == [80, 20, 25]
    assert bar.words.startswith("A 64")


def test_a_content_that_was_not_read_is_said_to_be_so(app: Flask) -> None:
    """No zeros where nothing was looked at."""
    with app.test_request_context("/en/"):
        assert provenance_bar(None) is None
        assert provenance_sign(None).colour is Colour.GREY
        assert licence_sign(None).colour is Colour.GREY
        assert title_sign().colour is Colour.GREY


def test_text_is_shown_only_where_a_licence_permits_it() -> None:
    """Not looked at is no permission."""
    assert [may_show_text(one) for one in (PERMITTED, UNLICENSED, None)] == [True, False, False]


@pytest.mark.parametrize("address", ["/en/p/sagsvejen", "/en/r/7-demokommunernes-faellesskab-sagsvejen"])
def test_the_cards_stand_in_their_order(client: FlaskClient, address: str) -> None:
    """On the page of a product and of a repository; each with a way to its explanation."""
    assert re.findall(r'class="fine">.*?glossary#(\w+)', client.get(address).text, re.DOTALL)[:4] == _ORDER


def test_no_page_says_that_somebody_owns_anything(reached: dict[str, str]) -> None:
    """Title reads as a documented share, or as not assessed, wherever it stands."""
    words = [
        sign
        for text in reached.values()
        for sign in re.findall(
            r'data-title="Rettigheder \(adkomst\)">.*?<span>([^<]*)</span></span>', text, re.DOTALL
        )
    ]
    assert {re.sub(r"[\d,<>\xa0 ]+%", "N %", word) for word in words} == {"Ikke vurderet", "N % dokumenteret"}


def test_every_page_tells_the_same_title(client: FlaskClient) -> None:
    """The overview, the product, the repository and its answer card: none says that nothing is registered."""
    pages = ("/da/", "/da/p/sagsvejen", "/da/r/7-demokommunernes-faellesskab-sagsvejen", "/da/r/7-x/terms")
    texts = [client.get(one).text for one in pages]
    assert ["67,9\xa0% dokumenteret" in text for text in texts] == [True] * 4
    assert ["ikke registreret noget papir" in text for text in texts[1:]] == [False] * 3
