# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Tampering: changing a register behind its back, as whoever owns the database or the disk can."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Column, Engine, Table, event, text, update

from registry.database import Moment
from registry.evidence.verification.model import DamageKind, Register
from registry.evidence.verification.run import verify
from tests.evidence.rows import NOW

TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
POSTGRESQL = (
    "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON tgrelid = pg_class.oid WHERE NOT tgisinternal"
)


def tamper(engine: Engine, *statements: str) -> None:
    """Change the database as its owner can: guards down first."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            drops = [f"DROP TRIGGER {name}" for (name,) in connection.execute(text(TRIGGERS))]
        else:
            drops = [f"DROP TRIGGER {n} ON {t}" for n, t in connection.execute(text(POSTGRESQL)).all()]
        for statement in (*drops, *statements):
            connection.execute(text(statement))


def found(register: Register) -> set[tuple[DamageKind, str, str]]:
    """Return what verification finds, without its words."""
    return {(one.kind, one.table, one.key) for one in verify(register).damage}


def forged(value: Any) -> Any:
    """Return another value of the same type."""
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1_000_041  # where no other key is
        case bytes():
            return value + b"x"
        case datetime() | date():
            return value - timedelta(days=9)
        case str():
            return value[:-1] + ("y" if value.endswith("x") else "x")
        case _:
            return {"forged": 1}


def without_keys(engine: Engine) -> None:
    """Let the database take rows whatever their foreign keys say, as its owner can."""
    sqlite = engine.dialect.name == "sqlite"
    statement = "PRAGMA foreign_keys=OFF" if sqlite else "SET session_replication_role = replica"

    def prepare(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        cursor.execute(statement)
        cursor.close()
        if not sqlite:
            connection.commit()

    event.listen(engine, "connect", prepare)
    engine.dispose()


def change(engine: Engine, table: Table, row: Any, values: dict[str, Any]) -> None:
    """Change one row, found by its key."""
    found = row if isinstance(row, dict) else row._mapping
    same = [column == found[column.name] for column in table.primary_key.columns]
    with engine.begin() as connection:
        connection.execute(update(table).where(*same).values(values))


def example(column: Column[Any]) -> Any:
    """Return some value for a column that holds none."""
    if isinstance(column.type, Moment):
        return NOW
    examples = {datetime: NOW, date: NOW.date(), bytes: b"x", str: "x", float: 1.5, bool: True}
    return examples.get(column.type.python_type, 1)
