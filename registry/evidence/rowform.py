# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The canonical form of a row: what an event says of each row that it explains.

A row is written as {"columns": {"id": 7, "name": "..."}, "table": "custody_holdings"}.

A column whose `info` is `PERSONAL` stands there as a commitment, so that its value can be erased. One that is
`ADDED` stands there only where it has a value.
"""

from __future__ import annotations

import enum
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean, Column, Integer, String, Table, UniqueConstraint

from registry.database import ADDED, PERSONAL
from registry.evidence.canonical import canonical_sound
from registry.evidence.commitment import commit
from registry.evidence.model import JsonValue

_EXACT = 2**53 - 1
BLANK = "erased "
"""What stands, with the row's key behind it, where a value was erased that may be neither null nor there twice."""


@dataclass(frozen=True)
class RowForm:
    """How the rows of one table are written: its columns in order, its key, what is personal, what came later."""

    table: str
    columns: tuple[str, ...]
    kinds: tuple[Callable[[Any], JsonValue], ...]
    key: tuple[int, ...]
    personal: tuple[int, ...]
    added: tuple[int, ...]
    nullable: tuple[int, ...]
    unique: tuple[int, ...]

    def values(self, row: Sequence[Any]) -> list[JsonValue]:
        """Return a row's values (in the order of `columns`) as JSON."""
        return [None if v is None else kind(v) for kind, v in zip(self.kinds, row, strict=True)]

    def key_of(self, values: Sequence[JsonValue]) -> list[JsonValue]:
        """Return the values of the primary key."""
        return [values[place] for place in self.key]

    def commitments(self, values: Sequence[JsonValue], salts: Mapping[str, bytes]) -> dict[str, str]:
        """Return the commitment to each personal column that has a salt."""
        names = ((self.columns[place], place) for place in self.personal)
        return {name: commit(salts[name], values[place]) for name, place in names if name in salts}

    def blank(self, column: str, key: Sequence[JsonValue]) -> str | None:
        """Return what an erased column of a row holds."""
        place = self.columns.index(column)
        if place in self.nullable:
            return None
        return f"{BLANK}{'/'.join(map(str, key))}" if place in self.unique else ""

    def listed(self, values: Sequence[JsonValue]) -> list[JsonValue]:
        """Return a row's values as a list; one of a column that came later has the column's name with it."""
        if not self.added:
            return list(values)
        first = [value for place, value in enumerate(values) if place not in self.added]
        later: list[JsonValue] = [
            {self.columns[place]: values[place]} for place in self.added if values[place] is not None
        ]
        return first + later

    def digest(self, values: Sequence[JsonValue], commitments: Mapping[str, str]) -> str:
        """Return the digest of a row, its personal columns as `commitments`."""
        columns: dict[str, JsonValue] = dict(zip(self.columns, values, strict=True))
        for place in self.added:
            if values[place] is None:
                del columns[self.columns[place]]
        for name, commitment in commitments.items():
            columns[name] = {"commitment": commitment}
        return hashlib.sha256(canonical_sound({"columns": columns, "table": self.table})).hexdigest()


@lru_cache(maxsize=500)
def row_form(table: Table) -> RowForm:
    """Return the form of a table's rows."""
    columns = list(table.columns)
    return RowForm(
        table=table.name,
        columns=tuple(column.name for column in columns),
        kinds=tuple(_kind(column.type) for column in columns),
        key=tuple(place for place, column in enumerate(columns) if column.primary_key),
        personal=_marked(columns, PERSONAL),
        added=_marked(columns, ADDED),
        nullable=tuple(place for place, column in enumerate(columns) if column.nullable),
        unique=tuple(place for place, column in enumerate(columns) if _unique(table, column)),
    )


def _unique(table: Table, column: Column[Any]) -> bool:
    among = (one for one in table.constraints if isinstance(one, UniqueConstraint))
    return bool(column.unique) or any(column.name in one.columns for one in among)


def _marked(columns: Sequence[Column[Any]], mark: Mapping[str, bool]) -> tuple[int, ...]:
    return tuple(place for place, column in enumerate(columns) if mark.items() <= dict(column.info).items())


def _kind(type_: Any) -> Callable[[Any], JsonValue]:
    # what Python holds before the flush and what the database gives back must be written alike
    if isinstance(type_, Boolean):
        return bool
    if isinstance(type_, Integer):
        return _integer
    if isinstance(type_, String):
        return _text
    return _value


def _integer(value: Any) -> JsonValue:
    number = int(value)
    return number if abs(number) <= _EXACT else {"integer": str(number)}


def _text(value: Any) -> JsonValue:
    text = value if type(value) is str else str(value.value if isinstance(value, enum.Enum) else value)
    # a lone surrogate (a path that is no UTF-8) is written as its escape
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def _value(value: Any) -> JsonValue:
    # by exact type first: this runs for every value of every row
    return _BY_TYPE.get(type(value), _other)(value)


def _other(value: Any) -> JsonValue:
    if isinstance(value, str | enum.Enum):
        return _text(value)
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return _bytes(value)
    if isinstance(value, Mapping):
        return _mapping(value)
    if isinstance(value, list | tuple):
        return _list(value)
    # floats and decimals: as the shortest text that gives the same number back
    return _time(value) if isinstance(value, date) else {"number": str(value)}


def _bytes(value: Any) -> JsonValue:
    return {"sha256": hashlib.sha256(value).hexdigest()}


def _time(value: date) -> JsonValue:
    if isinstance(value, datetime):
        return (value if value.tzinfo is UTC else value.astimezone(UTC)).isoformat(timespec="microseconds")
    return value.isoformat()


def _mapping(value: Any) -> JsonValue:
    return {_name(name): _value(one) for name, one in value.items()}


def _list(value: Any) -> JsonValue:
    return [_value(one) for one in value]


def _name(name: Any) -> str:
    # JSON columns write a name that is no text as JSON does: true, null, 1
    return str(_text(name)) if isinstance(name, str) else json.dumps(name)


def _same(value: Any) -> JsonValue:
    return value  # type: ignore[no-any-return]


_BY_TYPE: Mapping[type, Callable[[Any], JsonValue]] = {
    str: _text,
    int: _integer,
    bool: _same,
    type(None): _same,
    datetime: _time,
    date: _time,
    bytes: _bytes,
    dict: _mapping,
    list: _list,
}
