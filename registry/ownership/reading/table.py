# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A table: one mapping of the file, read field by field; what is left unread at the end is a mistake."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TypeVar

import yaml

from registry.ownership.reading import nodes
from registry.ownership.reading.mistakes import FactsError, shown

_Kind = TypeVar("_Kind", bound=StrEnum)
_LARGEST_COUNT = 10**12
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_DAYS: dict[str, date] = {}


class Table:
    """A mapping's fields by name; each is taken once, and `close` refuses the ones nobody asked for."""

    def __init__(self, node: yaml.Node, name: str) -> None:
        self.name = name
        self.line = nodes.line(node)
        self._left: dict[str, yaml.Node] = {}
        self._lines: dict[str, int] = {}
        for key, key_node, value in nodes.pairs(node, name):
            self._lines[key] = nodes.line(key_node)
            self._left[key] = value

    def close(self) -> None:
        """Refuse a key that the format does not know."""
        for key in self._left:
            raise self.mistake(key, f"expected no such field in {self.name}")

    def mistake(self, field: str, expected: str, also: int | None = None) -> FactsError:
        """Return the error of one field of this table."""
        return FactsError(self.line_of(field), field, expected, also)

    def line_of(self, field: str) -> int:
        """Return the line a field stands on; of the table when it is missing."""
        return self._lines.get(field, self.line)

    def has(self, field: str) -> bool:
        """Tell whether a field is stated and not yet read."""
        return field in self._left and not nodes.is_null(self._left[field])

    def peek(self, field: str) -> str:
        """Return a field of text without taking it; empty when it is not stated."""
        found = self._left.get(field)
        return str(found.value) if isinstance(found, yaml.ScalarNode) else ""

    def node(self, field: str) -> yaml.Node | None:
        """Take a field as it was composed; `None` when it is not stated."""
        found = self._left.pop(field, None)
        return None if found is None or nodes.is_null(found) else found

    def text(self, field: str) -> str:
        """Take a field of text that must be stated."""
        found = self._left.pop(field, None)
        if found is None:
            raise self.mistake(field, f"expected the field `{field}` in {self.name}")
        return nodes.text(found, field)

    def text_or(self, field: str, default: str = "") -> str:
        """Take a field of text, or the default."""
        return self.text(field) if self.has(field) else self._absent(field, default)

    def name_or_none(self, field: str) -> str | None:
        """Take a field of text that need not be stated."""
        return self.text(field) if self.has(field) else self._absent(field, None)

    def day(self, field: str) -> date:
        """Take a day that must be stated."""
        return parse_day(self.text(field), self.line_of(field), field)

    def day_or_none(self, field: str) -> date | None:
        """Take a day that need not be stated."""
        return self.day(field) if self.has(field) else self._absent(field, None)

    def flag(self, field: str, default: bool) -> bool:
        """Take `true` or `false`."""
        if not self.has(field):
            return self._absent(field, default)
        written = self.text(field)
        if written not in _FLAGS:
            raise self.mistake(field, f"expected true or false, found {shown(written)}")
        return _FLAGS[written]

    def count(self, field: str) -> int:
        """Take a whole number from 0."""
        written = self.text(field)
        if not (
            written.isascii() and written.isdigit() and len(written) <= 13 and int(written) <= _LARGEST_COUNT
        ):
            raise self.mistake(field, f"expected a whole number from 0 to 10^12, found {shown(written)}")
        return int(written)

    def choice(self, field: str, kinds: type[_Kind], default: _Kind | None = None) -> _Kind:
        """Take one word of a known list."""
        if default is not None and not self.has(field):
            return self._absent(field, default)
        written = self.text(field)
        try:
            return kinds(written)
        except ValueError:
            words = ", ".join(kinds)
            raise self.mistake(field, f"expected one of {words}, found {shown(written)}") from None

    def names(self, field: str) -> tuple[str, ...] | None:
        """Take a list of texts that need not be stated."""
        found = self.node(field)
        if found is None:
            return None
        return tuple(nodes.text(item, field) for item in nodes.items(found, field))

    def lines_of_items(self, field: str) -> list[int]:
        """Return the line of each member of a list that has not been read yet."""
        found = self._left.get(field)
        return [nodes.line(item) for item in found.value] if isinstance(found, yaml.SequenceNode) else []

    def _absent(self, field: str, default: _Default) -> _Default:
        self._left.pop(field, None)
        return default


_Default = TypeVar("_Default")


def parse_day(written: str, line: int, field: str) -> date:
    """Return an ISO day of the calendar: 2023-02-30 is none."""
    found = _DAYS.get(written)
    if found is not None:
        return found
    try:
        if len(written) != 10:
            raise ValueError
        day = date.fromisoformat(written)
    except ValueError:
        raise FactsError(line, field, f"expected a day such as 2023-02-28, found {shown(written)}") from None
    if len(_DAYS) < 100_000:
        _DAYS[written] = day
    return day
