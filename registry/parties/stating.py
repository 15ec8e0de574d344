# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Stating: a fact is said by a set, on a line of its file; it is closed, never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from registry.database import Base, Id, Recorded

Noun = TypeVar("Noun", bound=Hashable)


class Stated(Recorded):
    """The columns of every stated fact; `remark` is what a file calls the day of recording, and no more."""

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    set_name: Mapped[str] = mapped_column(String(100), index=True)
    line: Mapped[int]
    remark: Mapped[date | None]


Row = TypeVar("Row", bound=Stated)


@dataclass(frozen=True)
class Told(Generic[Noun]):
    """A fact and where it is said: the set, and the line of its file."""

    fact: Noun
    set_name: str
    line: int
    bound: Mapping[str, int]
    more: Mapping[str, Any]

    @property
    def where(self) -> str:
        """Name the place."""
        return f"line {self.line} of the set {self.set_name}"


@dataclass(frozen=True)
class Change:
    """Rows that a statement adds, and rows that it closes."""

    rows: tuple[Base, ...] = ()
    closes: tuple[Base, ...] = ()

    def __add__(self, other: Change) -> Change:
        """Return both changes as one."""
        return Change(self.rows + other.rows, self.closes + other.closes)

    def __bool__(self) -> bool:
        """Tell whether anything changes."""
        return bool(self.rows or self.closes)


@dataclass(frozen=True)
class Form(Generic[Noun]):
    """How one kind of fact is kept: its table, and the way from the noun to the row and back.

    `noun` takes whether repositories are wanted bound (the register's ids) or as the paper names them.
    It gives None for a row of which something was erased.
    """

    table: type[Any]
    columns: Callable[[Any, Mapping[str, int], Mapping[str, Any]], dict[str, Any]]
    noun: Callable[[Any, bool], Any]
    more: Callable[[Any], Mapping[str, Any]] = lambda row: {}


def stated(session: Session, form: Form[Noun], at: int | None, set_name: str | None = None) -> list[Any]:
    """Return the rows that held at position `at` (None: now), of one set or of all."""
    table = form.table
    query = select(table).order_by(table.id)
    if set_name is not None:
        query = query.where(table.set_name == set_name)
    if at is None:
        query = query.where(table.closed.is_(None))
    else:
        query = query.where(table.recorded <= at, table.closed.is_(None) | (table.closed > at))
    return list(session.scalars(query))


def told(rows: Iterable[Any], form: Form[Noun], *, bound: bool) -> list[Told[Noun]]:
    """Return what rows say and where; those of which something was erased say nothing."""
    found = []
    for row in rows:
        noun = form.noun(row, bound)
        if noun is not None:
            found.append(Told(noun, row.set_name, row.line, {}, form.more(row)))
    return found


def change(
    session: Session, form: Form[Noun], set_name: str, wanted: Sequence[Told[Noun]], bind: Binder
) -> Change:
    """Return what must be added and closed for the set to say exactly what is wanted.

    A fact that the set said before in the same words stays, bound as it was then.
    """
    held: defaultdict[Any, list[Any]] = defaultdict(list)
    for row in stated(session, form, None, set_name):
        held[_words(form, row)].append(row)
    new = []
    for one in wanted:
        same = held.get((one.fact, _frozen(one.more)))
        if same:
            same.pop()
        else:
            new.append(one)
    rows = tuple(_row(form, one, bind(one)) for one in new)
    return Change(rows, tuple(row for rest in held.values() for row in rest))


Binder = Callable[[Told[Any]], Mapping[str, int]]
"""Gives the register's id of each repository that a fact names."""


def _words(form: Form[Noun], row: Any) -> tuple[Any, Any]:
    return form.noun(row, False), _frozen(form.more(row))


def _row(form: Form[Noun], one: Told[Noun], bound: Mapping[str, int]) -> Base:
    columns = form.columns(one.fact, bound, one.more)
    remark = getattr(one.fact, "recorded", None)
    row = form.table(set_name=one.set_name, line=one.line, remark=remark, **columns)
    assert isinstance(row, Base)
    return row


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return tuple(sorted((key, _frozen(one)) for key, one in value.items()))
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value
