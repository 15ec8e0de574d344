# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A derived table: one that can be computed again, so that the log holds its digest and not its rows.

Whoever fills it puts `"derived": {table: content_digest(...)}` among the facts of the event, a subject each;
`content(...)` is what verification then takes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, select
from sqlalchemy.orm import Session

from registry.evidence.canonical import canonical
from registry.evidence.model import Digest
from registry.evidence.rowform import row_form
from registry.evidence.verification.model import Derived
from registry.evidence.verification.reading import batches

__all__ = ["Derived", "content", "content_digest"]


def content_digest(session: Session, table: Table, where: ColumnElement[bool]) -> Digest:
    """Return the digest of the table's rows that `where` names, in the order of their keys."""
    form, running = row_form(table), hashlib.sha256()
    query = select(table).where(where).order_by(*table.primary_key.columns)
    for batch in batches(session, query):
        for row in batch:
            running.update(canonical(form.values(row)) + b"\n")
    return Digest(running.hexdigest())


def content(table: Table, column: Column[Any], prefix: str) -> Derived:
    """Return how to verify a table whose rows belong, by `column`, to the subjects `prefix/VALUE`."""

    def digests(session: Session) -> Iterator[tuple[str, str]]:
        for value in session.scalars(select(column).distinct().order_by(column)).all():
            yield f"{prefix}/{value}", content_digest(session, table, column == value)

    return Derived(table.name, frozenset({table.name}), digests)
