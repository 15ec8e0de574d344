# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Guards: what the database itself refuses. An event is added, never changed and never removed.

SQLite by triggers; PostgreSQL by triggers and, for whoever is not the tables' owner, by rights. They stop a
slip and an honest program; who owns the database can drop them, and that is what the log and its checkpoints
are for.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import DDL, MetaData, event

_KEPT = ("evidence_events", "evidence_observations")
_SAME = "NEW.position <> OLD.position OR NEW.name <> OLD.name"
_ERASED = f"NEW.salt IS NOT NULL OR NEW.value IS NOT NULL OR {_SAME}"
# table, what is refused, when
_RULES = (
    *((table, operation, "") for table in _KEPT for operation in ("UPDATE", "DELETE")),
    ("evidence_head", "DELETE", ""),
    ("evidence_head", "UPDATE", "NEW.size < OLD.size OR NEW.latest < OLD.latest"),
    ("evidence_personal", "DELETE", ""),
    ("evidence_personal", "UPDATE", _ERASED),
)
_TABLES = (*_KEPT, "evidence_head", "evidence_personal")
_WORDS = "the rows of evidence are added, never changed"


def statements(dialect: str) -> tuple[str, ...]:
    """Return the statements that put the guards up, for a migration; `dialect` as SQLAlchemy names it."""
    return tuple(statement for table in _TABLES for statement in _statements(dialect, table))


def rights(role: str, others: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the PostgreSQL statements that give `role`, not the owner, what the register needs.

    `others` are the register's other tables: their rows may change, and the log says when.
    """
    quoted = '"' + role.replace('"', '""') + '"'
    return (
        *(f"REVOKE ALL ON {table} FROM {quoted}" for table in _TABLES),
        *(f"GRANT SELECT, INSERT ON {table} TO {quoted}" for table in _TABLES),
        f"GRANT UPDATE (size, latest) ON evidence_head TO {quoted}",
        f"GRANT UPDATE (salt, value) ON evidence_personal TO {quoted}",
        *(
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {quoted}"
            for table in others
            if table not in _TABLES
        ),
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {quoted}",
    )


def put_up(metadata: MetaData) -> None:
    """Have `metadata.create_all` put the guards up behind each table."""
    for dialect in ("sqlite", "postgresql"):
        for table in _TABLES:
            for statement in _statements(dialect, table):
                guard = DDL(statement)  # type: ignore[no-untyped-call]
                event.listen(metadata.tables[table], "after_create", guard.execute_if(dialect=dialect))


def _statements(dialect: str, table: str) -> tuple[str, ...]:
    rules = [(operation, when) for one, operation, when in _RULES if one == table]
    return _postgresql(table, rules) if dialect == "postgresql" else _sqlite(table, rules)


def _sqlite(table: str, rules: list[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(
        f"CREATE TRIGGER {_name(table, operation)} BEFORE {operation} ON {table} "
        f"{f'WHEN {when} ' if when else ''}BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
        for operation, when in rules
    )


def _postgresql(table: str, rules: list[tuple[str, str]]) -> tuple[str, ...]:
    refuse = (
        "CREATE OR REPLACE FUNCTION evidence_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_WORDS}'; END $$"
    )
    rows = (
        f"CREATE TRIGGER {_name(table, operation)} BEFORE {operation} ON {table} FOR EACH ROW "
        f"{f'WHEN ({when}) ' if when else ''}EXECUTE FUNCTION evidence_refuse()"
        for operation, when in rules
    )
    truncation = (
        f"CREATE TRIGGER {_name(table, 'TRUNCATE')} BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse()"
    )
    return (refuse, *rows, truncation)


def _name(table: str, operation: str) -> str:
    return f"{table}_refuse_{operation.lower()}"
