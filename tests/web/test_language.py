# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The two languages: Danish unless the address says English, and both complete."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.web import catalogue, language


def test_an_address_without_a_language_leads_to_danish(client: FlaskClient) -> None:
    """The query goes along."""
    response = client.get("/search?q=sag")
    assert (response.status_code, response.headers["Location"]) == (302, "/da/search?q=sag")


def test_every_sentence_has_its_danish() -> None:
    """Nothing is missing, uncertain or left over in the catalogue."""
    assert catalogue.gaps(catalogue.extracted(), catalogue.danish()) == []


def test_the_danish_fills_in_the_same_names() -> None:
    """A translation that forgot a %(name)s would fail on the page or lose a figure."""
    unequal = [
        message.id
        for message in catalogue.danish()
        for wanted, used in catalogue.placeholders(message)
        if message.id and not used <= wanted
    ]
    assert unequal == []


def test_the_catalogue_is_written_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Written again it is the same, byte for byte: its header stands there once."""
    before, kept = catalogue.DANISH.read_bytes(), catalogue.danish()
    monkeypatch.setattr(catalogue, "DANISH", tmp_path / "messages.po")
    catalogue.write(kept)
    assert catalogue.DANISH.read_bytes() == before


def test_a_gap_is_named() -> None:
    """A sentence of the code that the catalogue does not hold is reported."""
    code = catalogue.extracted()
    code.add("a sentence that nobody translated")
    assert catalogue.gaps(code, catalogue.danish()) == ["not translated: a sentence that nobody translated"]


@pytest.mark.parametrize(
    ("code", "number", "share"), [("da", "12.345", "61,5\u00a0%"), ("en", "12,345", "61.5%")]
)
def test_figures_are_written_as_the_language_writes_them(
    app: Flask, code: str, number: str, share: str
) -> None:
    """Thousands and decimals."""
    with app.test_request_context(f"/{code}/"):
        language.speak(code)
        assert (language.number(12345), language.percent(0.615)) == (number, share)


def test_a_share_is_never_rounded_up_to_all(app: Flask) -> None:
    """Nor down to nothing."""
    with app.test_request_context("/en/"):
        language.speak("en")
        assert [language.percent(one) for one in (0.99999, 0.00001, 0, 1)] == [
            "> 99.9%",
            "< 0.1%",
            "0%",
            "100%",
        ]


def test_the_switch_keeps_page_and_query(client: FlaskClient) -> None:
    """The same page in the other language."""
    assert 'href="/en/?licence=red"' in client.get("/da/?licence=red").text


@pytest.mark.parametrize(("code", "word"), [("da", "Ikke vurderet"), ("en", "Not assessed")])
def test_the_page_says_its_language(client: FlaskClient, code: str, word: str) -> None:
    """To screen readers, too."""
    text = client.get(f"/{code}/").text
    assert f'<html lang="{code}">' in text
    assert word in text
