# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shapes of provenance through time: whose lines stood on the main line at the end of each month."""

from __future__ import annotations

from datetime import date

from registry.api.shapes.shape import Shape


class Written(Shape):
    """The lines of one contributor that stood there."""

    contributor: int
    lines: int


class Month(Shape):
    """The end of a month in which something changed, by its first day. What it says holds until the next."""

    month: date
    lines: int
    lines_not_attributable: int
    written: tuple[Written, ...]


class Release(Shape):
    """A release on the main line; `day` is null where its commit bears no day of any calendar."""

    name: str
    commit: str
    day: date | None


class Growth(Shape):
    """A part of the months of a main line, the first of them first; releases of all of it."""

    repository: int
    commit: str
    releases: tuple[Release, ...]
    items: tuple[Month, ...]
    next: str | None
