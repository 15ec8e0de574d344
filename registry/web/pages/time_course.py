# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The course of a main line: its growth by mail domain, the largest ones apart, and the years that it has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from registry.pipeline.grown import Grown
from registry.provenance.snapshot import Snapshot

_APART = 5


@dataclass(frozen=True)
class Course:
    """The growth by mail domain: those apart that once had the most lines, then the others under None."""

    grown: Grown
    asking: str  # the page's address, ready for a moment
    read: str
    apart: tuple[str, ...]
    amounts: dict[str | None, list[int]]
    years: tuple[tuple[str, int, str], ...]  # its name, the place of its last month, the moment it stands for


def find_course(found: Grown, snapshot: Snapshot, asking: str) -> Course:
    """Return the growth by mail domain, with the years in which something changed."""
    amounts: dict[str | None, list[int]] = {}
    for identity, lines in found.lines.items():
        who = found.authors.get(identity)
        _add(amounts.setdefault(who.domain if who else None, [0] * len(found.months)), lines)
    by_rank = sorted((one for one in amounts if one is not None), key=lambda one: (-max(amounts[one]), one))
    apart = tuple(by_rank[:_APART])
    others = [0] * len(found.months)
    for name in (None, *by_rank[_APART:]):
        _add(others, amounts.get(name, ()))
    read = snapshot.read_at.date().isoformat()
    kept: dict[str | None, list[int]] = {one: amounts[one] for one in apart}
    return Course(found, asking, read, apart, {**kept, None: others}, tuple(_years(found, read)))


def _add(sums: list[int], more: Iterable[int]) -> None:
    for at, lines in enumerate(more):
        sums[at] += lines


def _years(found: Grown, read: str) -> Iterable[tuple[str, int, str]]:
    """Yield each year in which something changed; the last one ends with the reading."""
    last: dict[int, int] = {month // 12: at for at, month in enumerate(found.months)}
    for year, at in last.items():
        then = f"{year:04}-12-31"
        yield str(year), at, min(then, read)


def ranked(found: Grown) -> list[int]:
    """Return the identities, those that once had the most lines first."""
    return sorted(found.lines, key=lambda one: (-max(found.lines[one]), one))
