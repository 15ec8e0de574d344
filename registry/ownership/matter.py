# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A matter: a work as the rules see it, without name and place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.ownership.facts import Author
from registry.provenance.model import Origin, WorkType


@dataclass(frozen=True)
class Matter:
    """What is decided upon: everything of a contribution that can change the answer, and nothing else.

    `scope` has bit *n* set when the place of the work is within the book's *n*-th scope: works of one author,
    day and kind in the same scopes have the same answer, and it is found once.
    """

    work_type: WorkType
    scope: int
    day: date
    authors: tuple[Author, ...]
    origin: Origin = Origin.ORIGINAL
    bulk: bool = False
    delivered_by: str | None = None
    maker: str | None = None
    published: date | None = None
    renewed: date | None = None
    ai_assisted: bool = False
    author_doubtful: bool = False
