# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Tampering: changing a register behind its back, as whoever owns the database or the disk can."""

from __future__ import annotations

from sqlalchemy import Engine, text

from registry.evidence.verification.model import DamageKind, Register
from registry.evidence.verification.run import verify

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
