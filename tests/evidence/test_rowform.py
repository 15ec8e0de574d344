# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A row's digest outlives the columns that later revisions add to its table."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, String, Table

from registry.database import ADDED
from registry.evidence.model import JsonValue
from registry.evidence.rowform import RowForm, row_form


def form_with(*added: str, mark: dict[str, bool]) -> RowForm:
    """Return the form of an invented table with some more columns."""
    more = [Column(name, String, info=mark) for name in added]
    table = Table(
        "invented", MetaData(), Column("id", Integer, primary_key=True), Column("name", String), *more
    )
    return row_form(table)


OLD, NEW = form_with(mark={}), form_with("note", "place", mark=ADDED)


def test_an_added_column_without_a_value_stands_in_no_digest() -> None:
    """What was logged of a row before its table got the column holds on."""
    assert NEW.digest([1, "x", None, None], {}) == OLD.digest([1, "x"], {})
    assert NEW.listed([1, "x", None, None]) == OLD.listed([1, "x"])


def test_an_added_column_with_a_value_is_guarded() -> None:
    """Its value stands in the digest, under its own name: one moved to another column is found."""
    rows: list[list[JsonValue]] = [[1, "x", None, None], [1, "x", "y", None], [1, "x", None, "y"]]
    assert len({NEW.digest(row, {}) for row in rows}) == 3
    assert len({str(NEW.listed(row)) for row in rows}) == 3


def test_a_column_that_is_not_marked_changes_every_digest() -> None:
    """Which is why the kept registers cry out where a migration forgets the mark."""
    unmarked = form_with("note", mark={})
    assert unmarked.digest([1, "x", None], {}) != OLD.digest([1, "x"], {})
