# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Searching: the files whose path holds some words, whatever the case, as a person types them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import ColumnElement, LargeBinary, cast, func, select
from sqlalchemy.orm import Session

from registry.provenance.records import FileRow
from registry.text import path_bytes

_DANISH = (("Æ", "æ"), ("Ø", "ø"), ("Å", "å"))
"""The letters whose case a database does not know by itself: paths are bytes to it."""


def found_files(
    session: Session, words: str, among: Collection[int], most: int = 50
) -> tuple[tuple[int, bytes], ...]:
    """Return (repository, path) of the files of some repositories whose path holds `words`, by path."""
    query = (
        select(FileRow.repository_id, FileRow.path)
        .where(_holds(session, path_bytes(words.lower())), FileRow.until_snapshot.is_(None))
        .where(FileRow.repository_id.in_(among))
        .order_by(FileRow.path, FileRow.repository_id)
        .limit(most)
    )
    return tuple((repository, path) for repository, path in session.execute(query))


def _holds(session: Session, words: bytes) -> ColumnElement[bool]:
    """Tell whether a path holds `words`, which are in small letters."""
    if session.get_bind().dialect.name == "sqlite":
        letters = small(func.lower(FileRow.path))
        return func.instr(cast(letters, LargeBinary), words) > 0
    # each byte as a sign: no path fails for being no UTF-8, and only A to Z have a case
    letters = func.convert_from(FileRow.path, "LATIN1").collate("C")
    return func.strpos(small(func.lower(letters), _as_bytes), words.decode("latin-1")) > 0


def small(letters: Any, written: Callable[[str], str] = str) -> Any:
    """Return letters with Danish ones made small, too; `written` is how a letter stands in them."""
    for large, little in _DANISH:
        letters = func.replace(letters, written(large), written(little))
    return letters


def _as_bytes(letter: str) -> str:
    return letter.encode().decode("latin-1")
