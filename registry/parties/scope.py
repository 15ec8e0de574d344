# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A scope: the works that a paper, an engagement or a succession is about.

What it leaves out it does not limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.globs import any_matches


@dataclass(frozen=True)
class Place:
    """Where a work stands: repository, path and work type; the revisions (SWHIDs) it is reachable from."""

    repository: str
    path: str
    work_type: str
    reachable_from: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Covers:
    """The limits of a scope; `None` limits nothing, an empty set limits to nothing."""

    repositories: frozenset[str] | None = None
    paths: tuple[str, ...] | None = None
    work_types: frozenset[str] | None = None
    authors: frozenset[str] | None = None
    created_from: date | None = None
    created_until: date | None = None
    revision: str | None = None

    @property
    def limits(self) -> bool:
        """Tell whether the scope limits anything at all."""
        return self != EVERYTHING


EVERYTHING = Covers()


def place_fits(covers: Covers, place: Place) -> bool:
    """Tell whether a work standing at `place` is within the scope, its day and author aside."""
    if covers.repositories is not None and place.repository not in covers.repositories:
        return False
    if covers.work_types is not None and place.work_type not in covers.work_types:
        return False
    if covers.revision is not None and covers.revision not in place.reachable_from:
        return False
    return covers.paths is None or any_matches(covers.paths, place.path)


def day_fits(covers: Covers, day: date) -> bool:
    """Tell whether a work made on `day` is within the scope's period of creation."""
    after = covers.created_from is None or covers.created_from <= day
    return after and (covers.created_until is None or day <= covers.created_until)


def author_fits(covers: Covers, author: str | None) -> bool:
    """Tell whether `author`'s own part is within the scope; a work without a known author is in no list."""
    return covers.authors is None or author in covers.authors
