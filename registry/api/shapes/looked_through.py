# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shapes of changes that are looked through: the register's list, and what the repository's own list names."""

from __future__ import annotations

from datetime import date

from registry.api.shapes.shape import Shape


class Listed(Shape):
    """A change on the register's list; `acts` is false for one that was listed after the last reading.

    `lines_handed_on` count for whoever wrote them before, `lines_that_stay` for the change itself.
    """

    commit: str
    written_on: date | None
    subject: str | None
    acts: bool
    lines_handed_on: int
    lines_that_stay: int
    decided_by: str
    decided_on: date
    reason: str


class OwnListed(Shape):
    """A line of the repository's own list: a claim by whoever may push, which improves no title.

    `standing` says what became of it; `commit` is null where it names none. What is handed on is what would be.
    """

    line: int
    says: str
    standing: str
    commit: str | None
    lines_handed_on: int
    lines_that_stay: int


class NotLookedThrough(Shape):
    """A file in which the register's list does not act, because git blame had to tell who wrote its lines."""

    path: str
    lines: int


class LookedThrough(Shape):
    """Both lists, as they act on what was read last. `ended` were taken off since then, and still act."""

    repository: int
    commit: str
    listed: tuple[Listed, ...]
    ended: tuple[str, ...]
    not_in: tuple[NotLookedThrough, ...]
    own: tuple[OwnListed, ...]
