# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Tests of work types: which kind of work a file is, and why."""

from __future__ import annotations

from datetime import date

import pytest

from registry.provenance.content import inspect
from registry.provenance.model import Override, WorkType
from registry.provenance.rules.work_types import ROWS
from registry.provenance.worktypes import work_type


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("src/main.py", WorkType.PROGRAM),
        ("web/modules/x/x.module", WorkType.PROGRAM),
        ("templates/page.html", WorkType.PROGRAM),
        ("install.sh", WorkType.PROGRAM),
        ("src/license.py", WorkType.PROGRAM),
        ("data/load.py", WorkType.PROGRAM),
        ("locale/da/LC_MESSAGES/django.po", WorkType.PROGRAM),
        ("README.md", WorkType.DOCUMENTATION),
        ("docs/manual.html", WorkType.DOCUMENTATION),
        ("vejledning.docx", WorkType.DOCUMENTATION),
        ("LICENSE", WorkType.DOCUMENTATION),
        ("COPYING.txt", WorkType.DOCUMENTATION),
        ("docs/model.drawio", WorkType.DESIGN),
        ("service.wsdl", WorkType.DESIGN),
        ("static/logo.svg", WorkType.MEDIA),
        ("film.MP4", WorkType.MEDIA),
        ("data/municipalities.json", WorkType.DATA),
        ("tests/fixtures/answer.xml", WorkType.DATA),
        ("table.csv", WorkType.DATA),
        ("package.json", WorkType.CONFIGURATION),
        ("tests/package.json", WorkType.CONFIGURATION),
        ("Dockerfile", WorkType.CONFIGURATION),
        (".gitignore", WorkType.CONFIGURATION),
        ("config/install/views.view.list.yml", WorkType.CONFIGURATION),
        ("requirements.txt", WorkType.CONFIGURATION),
    ],
)
def test_by_path(path: str, answer: WorkType) -> None:
    """The path alone tells the kind of most files."""
    assert work_type(path.encode(), None).work_type is answer


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (b"#!/bin/sh\n", WorkType.PROGRAM),
        (b"<?php\n", WorkType.PROGRAM),
        (b"\0\1", WorkType.DATA),
        (b"a = 1\n", WorkType.CONFIGURATION),
    ],
)
def test_by_content(data: bytes, answer: WorkType) -> None:
    """Where the name says nothing, the content does."""
    assert work_type(b"thing", inspect(data)).work_type is answer


def test_a_script_of_rows_is_data() -> None:
    """An SQL script that only fills tables is data; any other is a program."""
    rows = b"INSERT INTO t VALUES\n" + b"('a'),\n" * 300
    assert work_type(b"fill.sql", inspect(rows)).work_type is WorkType.DATA
    assert work_type(b"make.sql", inspect(b"CREATE TABLE t (a);\n")).work_type is WorkType.PROGRAM


def test_a_person_beats_every_rule_and_the_later_one_wins() -> None:
    """An override answers instead of the table, and names who decided, when and why."""
    first = Override("src/**", WorkType.DESIGN, None, "Sekretariatet", "skitser", date(2026, 1, 2))
    later = Override("src/*.py", WorkType.DATA, None, "Sekretariatet", "tabeller", date(2026, 1, 3))
    assert work_type(b"src/a/b.py", None, [first, later]).work_type is WorkType.DESIGN
    answer = work_type(b"src/a.py", None, [first, later])
    assert (answer.work_type, answer.rule) == (WorkType.DATA, "override")
    assert "2026-01-03" in answer.reason.da and "tabeller" in answer.reason.en


def test_an_override_of_the_origin_leaves_the_work_type() -> None:
    """What a person said about the origin decides nothing about the kind of work."""
    by_person = Override("**", None, None, "Sekretariatet", "", date(2026, 1, 2))
    assert work_type(b"a.py", None, [by_person]).rule == "program"


def test_every_row_has_its_own_name_and_a_reason_in_two_languages() -> None:
    """Rules can be told apart and read in Danish and English."""
    assert len({row.id for row in ROWS}) == len(ROWS)
    assert all(row.reason.da and row.reason.en for row in ROWS)


def test_paths_that_are_no_utf8_get_an_answer() -> None:
    """A path in another encoding is sorted by what can be read of it."""
    assert work_type(b"bl\xe5/\xff.py", None).work_type is WorkType.PROGRAM
