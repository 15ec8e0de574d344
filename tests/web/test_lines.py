# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Lines: a file's text, run by run."""

from __future__ import annotations

import pytest
from flask import Flask

from registry.web.pages.lines import Span, decoded, holds_cpr, readable_lines, runs_of
from tests.web.samples import BO, commit


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("blåbær".encode(), "blåbær"),
        ("blåbær".encode("latin-1"), "blåbær"),
        ("\ufeffblåbær".encode(), "blåbær"),
        ("\ufeffblåbær".encode("utf-16-le"), "blåbær"),
        ("\ufeffblåbær".encode("utf-16-be"), "blåbær"),
    ],
)
def test_a_text_is_read_in_its_encoding(body: bytes, text: str) -> None:
    """By its mark, else UTF-8, else Latin-1."""
    assert decoded(body) == text


def test_a_tab_stays_and_an_escape_is_shown(app: Flask) -> None:
    """And the carriage return of another system's line end is not."""
    with app.test_request_context("/en/"):
        assert readable_lines(b"\tone\r\n\x1b[31mtwo\n") == ["\tone", "<U+001B>[31mtwo"]


def test_an_address_in_a_text_is_masked(app: Flask) -> None:
    """In every file that is shown."""
    with app.test_request_context("/da/"):
        assert readable_lines(b"write to alma@example.org\n") == ["write to [adresse maskeret]"]


def test_an_overlong_line_is_cut(app: Flask) -> None:
    """A minified file must not fill the page."""
    with app.test_request_context("/en/"):
        assert len(readable_lines(b"x" * 10_000)[0]) < 2100


def test_a_text_with_a_civil_registration_number_is_noticed() -> None:
    """An invented one that passes the check."""
    assert holds_cpr(b"name,number\nAlma,010203-1234\n")


def test_runs_are_cut_at_the_edge_of_a_page(app: Flask) -> None:
    """The numbers of the lines go on."""
    commits = {1: commit(1), 2: commit(2, BO)}
    with app.test_request_context("/en/"):
        runs = runs_of([(3, 1), (4, 2)], commits, list("abcdefg"), Span(3, 5), None)
    assert [(run.first, run.last, run.by.name) for run in runs] == [
        (3, 3, "Alma Eksempel"),
        (4, 5, "Bo Eksempel"),
    ]
    assert runs[1].lines == [(4, "d"), (5, "e")]


def test_a_range_that_was_asked_for_marks_its_runs(app: Flask) -> None:
    """Those that it touches."""
    commits = {1: commit(1), 2: commit(2, BO)}
    with app.test_request_context("/en/"):
        runs = runs_of([(3, 1), (4, 2)], commits, None, Span(1, 7), Span(5, 5))
    assert [run.marked for run in runs] == [False, True]
    assert runs[0].lines == ()
