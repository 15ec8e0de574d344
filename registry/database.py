# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The database: one engine for SQLite and PostgreSQL, its column types, and its opening."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    Engine,
    Integer,
    MetaData,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker
from sqlalchemy.types import TypeDecorator

from registry.errors import BadInputError

# SQLite gives out row ids by itself only for a column of type INTEGER; it holds 64 bits there all the same.
Id = BigInteger().with_variant(Integer, "sqlite")

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A point in time: aware and UTC in Python, naive UTC in the database, to the microsecond."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive time: nobody knows what it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"the time {value.isoformat()} says no offset; give it in UTC"
            raise ValueError(msg)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the time as UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """The declarative base of every stage's records; each stage keeps its own tables to itself."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads this plain class attribute
        datetime: Moment,
        Mapping[str, Any]: JSON,
        list[Any]: JSON,
    }


PERSONAL = {"personal": True}
"""The `info` of a column that holds a value about a person: the log commits to it with a salt and can forget
it. `mapped_column(info=PERSONAL)`."""

ADDED = {"added": True}
"""The `info` of a column that a later revision added to a table that had rows: where it is null the log's
digest of the row leaves it out, so that what was logged before still holds. It must be nullable."""


class Recorded:
    """A row of facts: it is closed, never changed.

    `recorded` and `closed` are positions of the log, set by the door of evidence; what was known at
    position N are the rows with `recorded <= N` and `closed` none or later than N.
    """

    recorded: Mapped[int] = mapped_column(Id, index=True)
    closed: Mapped[int | None] = mapped_column(Id)


Sessions = sessionmaker[Session]
T = TypeVar("T")

_CHUNK = 500


def open_engine(url: str) -> Engine:
    """Return an engine for `url`; SQLite in WAL mode, each commit synced to the disk.

    Raises BadInputError for a URL that names no database we speak with.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() not in {"sqlite", "postgresql"}:
            raise ArgumentError(url)
        if parsed.get_backend_name() == "sqlite" and parsed.database not in {None, "", ":memory:"}:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed, pool_pre_ping=parsed.get_backend_name() != "sqlite")
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
        name = url.rsplit("@", maxsplit=1)[-1]
        msg = f"the database address {name!r} is not understood; give sqlite:///FILE or postgresql://…"
        raise BadInputError(msg) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def sessions(engine: Engine) -> Sessions:
    """Return the factory of sessions; objects stay readable after a commit."""
    return sessionmaker(engine, expire_on_commit=False)


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Return the values in pieces that one statement can take: an old SQLite takes 999 variables."""
    return (values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK))


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=60000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
