# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Lists are read in parts, by places that stay where they are."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from registry.api.paging import cut, key_of, number_of, part
from tests.api.calling import ROOT

LISTS = (
    "repositories", "products", "organisations", "licences", "parties", "log", "log?about=repository/7",
    "repositories/7/files", "repositories/7/contributors", "repositories/7/licences/sources", "repositories/7/components",
    "repositories/7/lines?path=README.md", "repositories/7/ownership/files",
    "repositories/7/ownership/lines?path=README.md",
)  # fmt: skip


def _read(client: FlaskClient, address: str) -> list[Any]:
    found: list[Any] = []
    following: str | None = address
    while following:
        answer = client.get(following).json
        assert answer
        found += answer["items"]
        following = answer["next"]
    return found


@pytest.mark.parametrize("name", LISTS)
def test_the_parts_of_a_list_are_the_whole(client: FlaskClient, name: str) -> None:
    """Each member once, in one order, however large the parts."""
    whole = client.get(f"{ROOT}/{name}{'&' if '?' in name else '?'}limit=500").json
    assert whole
    assert whole["next"] is None
    step = 3 if len(whole["items"]) < 100 else 37
    assert _read(client, f"{ROOT}/{name}{'&' if '?' in name else '?'}limit={step}") == whole["items"]


def test_the_next_part_is_asked_for_in_the_same_way(client: FlaskClient) -> None:
    """Filters stay."""
    answer = client.get(f"{ROOT}/repositories?custody=green&limit=1").json
    assert answer
    assert parse_qs(urlsplit(answer["next"]).query)["custody"] == ["green"]


def test_a_part_holds_no_more_than_is_allowed(client: FlaskClient) -> None:
    """And 100 where nothing is asked for."""
    answer = client.get(f"{ROOT}/log").json
    assert answer
    assert len(answer["items"]) == 100
    assert client.get(f"{ROOT}/log?limit=501").status_code == 400


def test_what_comes_and_goes_before_a_place_moves_nothing(app: Flask) -> None:
    """The place is that of a member, not a number."""
    with app.test_request_context(f"{ROOT}/repositories?limit=2"):
        names = ["b", "d", "f", "h"]
        first = part(names, key_of, 2, None)
        assert first.following is not None
        cursor = parse_qs(urlsplit(first.following).query)["cursor"][0]
        assert part(["a", "c", *names[1:]], key_of, 2, cursor).members == ("f", "h")


def test_a_path_that_is_no_text_stays_in_the_next_address(app: Flask) -> None:
    """Byte for byte."""
    with app.test_request_context(f"{ROOT}/repositories/7/lines?path=%E9%2Fa&limit=1"):
        following = cut([1, 2], key_of, 1).following
    assert following
    assert "path=%E9%2Fa" in following


@given(st.lists(st.tuples(st.integers(-(2**63) + 1, 2**63 - 1), st.text()), min_size=2, max_size=2))
def test_keys_stand_in_the_order_of_what_they_are_made_of(pair: list[tuple[int, str]]) -> None:
    """Numbers by size, then texts by their bytes."""
    one, other = ((number, text.encode("utf-8", "replace").decode()) for number, text in pair)
    wanted = (one[0], one[1].encode()) < (other[0], other[1].encode())
    assert (key_of(*one) < key_of(*other)) is wanted


@given(st.from_regex(r"(?:[A-Za-z0-9_-]{4}){0,30}(?:[A-Za-z0-9_-]{2,3})?", fullmatch=True))
def test_every_cursor_of_the_right_form_is_a_place(cursor: str) -> None:
    """Whoever wrote it."""
    assert -(2**63) < number_of(cursor) < 2**63
