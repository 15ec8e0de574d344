# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Migrations: yesterday's register opens today. Alembic is loaded only when there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from registry.errors import RefusedError

HEAD = "0011"
_KNOWN = frozenset({"0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011"})
_LOCK = 0x0520002


def migrate(engine: Engine) -> bool:
    """Bring the tables of the database up to date; returns True when it held none.

    Raises RefusedError for a database that a later version of the register wrote.
    """
    current = _current(engine)
    if current == HEAD:
        return False
    if current is not None and current not in _KNOWN:
        msg = f"the database is of a later version ({current}) than this register ({HEAD}); install the later one"
        raise RefusedError(msg)
    upgrade(engine)
    return current is None


def _current(engine: Engine) -> str | None:
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(engine: Engine, to: str = HEAD) -> None:
    """Run the migrations that lead to revision `to`."""
    from alembic import command  # noqa: PLC0415 - a fifth of a second that a current register need not pay
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            # Two that open a new database at once: the second finds it made.
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        config.attributes["connection"] = connection
        command.upgrade(config, to)
