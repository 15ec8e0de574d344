# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What the stages recorded in English, told in the page's language."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.web.failures import failure_page
from registry.web.language import speak
from registry.web.pages.told import recorded, told


def test_a_known_sentence_is_told_in_danish(app: Flask) -> None:
    """What stands between its words is taken over."""
    with app.test_request_context("/da/"):
        speak("da")
        said = told("vej/kode is blocked by GitHub (451: dmca)")
    assert said == "vej/kode er blokeret af GitHub (451: dmca)."


def test_an_unknown_sentence_stays_as_it_was_recorded(app: Flask) -> None:
    """Nothing that a harvest said is lost."""
    with app.test_request_context("/da/"):
        speak("da")
        assert told("something else happened (100%)") == "something else happened (100%)"


def test_a_folder_of_the_machine_is_not_shown(app: Flask) -> None:
    """Only its last part; addresses on the net stay whole."""
    with app.test_request_context("/en/"):
        speak("en")
        text = recorded("/home/somebody/mirrors/kode could not be kept: see https://git.example/a/b/c")
    assert text == "…/kode could not be kept: see https://git.example/a/b/c"


@pytest.mark.parametrize("address", ["p/nix", "c/99999", "e/99999", "r/99999-x", "r/7-x/file/nix"])
def test_what_is_not_there_is_said_in_danish(client: FlaskClient, address: str) -> None:
    """No English sentence of a stage stands on a Danish page."""
    text = client.get(f"/da/{address}").text
    assert "i registret." in text or "blev læst senest." in text


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("there is no event 7 in this register", "There is no event 7 in this register."),
        ("Der er intet repositorium nr. 7 i registret.", "Der er intet repositorium nr. 7 i registret."),
        ("os2/thing was never read", "os2/thing was never read."),
    ],
)
def test_a_failure_is_told_in_a_sentence(app: Flask, message: str, said: str) -> None:
    """With a capital and a full stop; a name that begins it is left as it is."""
    with app.test_request_context("/en/"):
        assert failure_page(404, message).frame.answer == said
