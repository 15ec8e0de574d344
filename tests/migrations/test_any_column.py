# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Whatever column of whatever table of the register is changed, it is found: tables that are yet to come, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Engine, Row, Table, insert, select

from registry.evidence.service import verify
from registry.evidence.verification.model import Register
from registry.migrations import migrate
from registry.migrations.tables import METADATA
from registry.pipeline.evidence import DERIVED
from tests.evidence.tampering import change, example, forged, tamper, without_keys
from tests.migrations.kept import REVISIONS, put_back

# what all else is held against: altered one at a time
LOG = ("evidence_events", "evidence_head", "evidence_personal")
Changed = tuple[Table, Column[Any], Row[Any]]


@pytest.fixture
def register(address: str, tmp_path: Path) -> Iterator[tuple[Engine, Register]]:
    """The newest kept register with the tables of today, and nothing in the way of who owns the database."""
    with put_back(REVISIONS[-1], address, tmp_path) as kept:
        migrate(kept.engine)
        tamper(kept.engine)
        without_keys(kept.engine)
        yield kept.engine, replace(kept.register(), tables=METADATA.sorted_tables, derived=DERIVED)


def alter(engine: Engine, table: Table, column: Column[Any], row: Row[Any]) -> None:
    """Put another value into one column of a row."""
    before = row._mapping[column.name]
    change(engine, table, row, {column.name: example(column) if before is None else forged(before)})


def put_right(engine: Engine, table: Table, column: Column[Any], row: Row[Any]) -> None:
    """Put the old value back."""
    before = row._mapping[column.name]
    now = dict(row._mapping)
    now[column.name] = example(column) if before is None else forged(before)
    change(engine, table, now, {column.name: before})


def rounds(engine: Engine) -> Iterator[list[Changed]]:
    """Yield what is altered together: the columns of the log alone, those of all other tables side by side."""
    tables = METADATA.sorted_tables
    with engine.connect() as connection:
        rows = {one.name: connection.execute(select(one).limit(1)).first() for one in tables}
    others = []
    for table in tables:
        row = rows[table.name]
        if row is not None and table.name in LOG:
            yield from ([(table, column, row)] for column in table.columns)
        elif row is not None:
            others.append([(table, column, row) for column in table.columns])
    for number in range(max(map(len, others))):
        yield [one[number] for one in others if number < len(one)]


def test_any_column_of_any_table_altered_is_found(register: tuple[Engine, Register]) -> None:
    """One value in each column of each table that has rows: verification names the table."""
    engine, found = register
    tried = 0
    for altered in rounds(engine):
        for one in altered:
            alter(engine, *one)
        named = {damage.table for damage in verify(found).damage}
        wanted = {table.name for table, _, _ in altered}
        # a salt is held against the value in its row: the finding may be there
        assert wanted <= named or (wanted == {"evidence_personal"} and named), (altered, named)
        for one in altered:
            put_right(engine, *one)
        tried += len(altered)
    assert tried > 200
    answer = verify(found)
    assert answer.holds, answer.damage


def test_a_row_put_into_any_table_is_found(register: tuple[Engine, Register]) -> None:
    """Every table is logged, or sealed: in one that nobody told the log of, the first row cries out."""
    engine, found = register
    tables = [table for table in METADATA.sorted_tables if table.name not in LOG]
    with engine.begin() as connection:
        for table in tables:
            values = {column.name: invented(column) for column in table.columns}
            connection.execute(insert(table).values(values))
    assert {table.name for table in tables} <= {damage.table for damage in verify(found).damage}


def invented(column: Column[Any]) -> Any:
    """Return a value that no row has yet."""
    value = example(column)
    return 9_999 if value == 1 and column.type.python_type is int else value
