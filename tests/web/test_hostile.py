# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Hostile values in every part of a page's address: a page in its language that says what is wrong, never a failure."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.hostile import HOSTILE

_R = "/da/r/7-demokommunernes-faellesskab-sagsvejen"
_PATHS = (
    "/da/p/{}", "/da/o/{}", "/da/d/{}", "/da/c/{}", "/da/e/{}", "/da/e/{}/raw", "/da/l/{}", "/da/harvests/{}", "/da/{}",
    "/da/log/{}", "/da/log/{}/proof", "/da/log/{}/leaf", "/da/r/{}", "/da/r/{}/files", "/da/r/{}/terms",
    "/da/r/{}/NOTICE", f"{_R}/{{}}", f"{_R}/tree/{{}}", f"{_R}/file/{{}}", f"{_R}/why/{{}}", "/da/p/{}/plan",
    "/da/p/{}/terms", "/da/p/{}/relicence",
)  # fmt: skip
_PARAMETERS = (
    "/da/?q", "/da/?organisation", "/da/?custody", "/da/?sort", "/da/?format", "/da/search?q", "/da/log?about",
    "/da/log?before", "/da/plan?as_of", f"{_R}/file/README.md?at", f"{_R}/file/README.md?lines",
    f"{_R}/file/README.md?rev", f"{_R}/why/README.md?lines", f"{_R}/dependencies?page", f"{_R}/copies?source",
    f"{_R}/files?reason", f"{_R}/title?as_of", f"{_R}/title?known", f"{_R}/title/files?state",
    f"{_R}/title/files?holder", f"{_R}/time?at", f"{_R}/time?from", f"{_R}/time?to", f"{_R}/looked-through?change",
    f"{_R}/licences/version?of", f"{_R}/licences/between?from", f"{_R}/relicence?to", f"{_R}/relicence?refuses",
    f"{_R}/terms?use", f"{_R}/terms?what",
)  # fmt: skip
_ANSWER = re.compile(r'<p class="font-lead answer">(.*?)</p>', re.DOTALL)
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069\u200b\ufeff]")


def _check(client: FlaskClient, address: str) -> None:
    response = client.get(address, buffered=True)
    assert response.status_code in {200, 301, 302, 400, 404}, address
    if response.status_code in {400, 404}:
        found = _ANSWER.search(response.text)
        assert found and found[1].strip().endswith((".", "!", "?")), (address, found)
        assert "Hvad du kan gøre" in response.text and not _UNSEEN.search(response.text), address


@pytest.mark.parametrize(("place", "path"), list(enumerate(_PATHS)))
def test_a_hostile_part_of_an_address_is_answered(client: FlaskClient, place: int, path: str) -> None:
    """With a page, or with a sentence that can be read; each address takes every sixth value, from another one on."""
    for value in HOSTILE[place % 6 :: 6]:
        _check(client, path.format(value))


@pytest.mark.parametrize(("place", "parameter"), list(enumerate(_PARAMETERS)))
def test_a_hostile_parameter_is_answered(client: FlaskClient, place: int, parameter: str) -> None:
    """In the same way."""
    for value in HOSTILE[place % 6 :: 6]:
        _check(client, f"{parameter}={value}")


@pytest.mark.parametrize("host", ["..", "a" * 5000, "<b>", "[::1", "\xff"])
def test_a_host_that_is_none_is_answered(client: FlaskClient, host: str) -> None:
    """As if it were another, or refused on a page."""
    response = client.get("/da/", headers={"Host": host})
    assert response.status_code in {200, 400}
    assert "<b>" not in response.text and "</html>" in response.text


def test_no_proof_is_promised_of_an_entry_that_is_not_there(client: FlaskClient) -> None:
    """The next checkpoint will not cover it."""
    assert "Der er ingen hændelse nr. 999999" in client.get("/da/log/999999/proof").text
