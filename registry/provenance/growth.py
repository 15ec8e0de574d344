# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Growth: what each month brought to the main line and took from it, in lines by commit and work type. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime

from registry.provenance.model import WorkType
from registry.provenance.runs import numbers_in, unzigzag, write_number, zigzag

Month = int
"""Months since the year 0."""

Change = Counter[tuple[int, str]]
"""Lines gained or lost, by (commit number, work type)."""

_KINDS = tuple(WorkType)


def month_of(seconds: int) -> Month:
    """Return the month of a moment, by UTC; the first or last of all calendars where it is beyond them."""
    try:
        day = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return 12 if seconds < 0 else 9999 * 12 + 11
    return day.year * 12 + day.month - 1


def first_day(month: Month) -> date:
    """Return the first day of a month."""
    return date(month // 12, month % 12 + 1, 1)


def pack_change(change: Mapping[tuple[int, str], int]) -> bytes:
    """Return a month's change in few bytes; what sums up to nothing is left out."""
    out = bytearray()
    last = 0
    for (commit, kind), lines in sorted(change.items()):
        if lines:
            write_number(out, commit - last)
            write_number(out, _KINDS.index(WorkType(kind)))
            write_number(out, zigzag(lines))
            last = commit
    return bytes(out)


def unpack_change(data: bytes) -> Change:
    """Return the change that `pack_change` packed."""
    numbers = iter(numbers_in(data))
    change: Change = Counter()
    commit = 0
    for step in numbers:
        commit += step
        kind = str(_KINDS[next(numbers)])
        change[commit, kind] = unzigzag(next(numbers))
    return change


def summed(months: Iterable[tuple[Month, Change]]) -> Iterator[tuple[Month, Change]]:
    """Yield for each month in which something changed the lines at its end, by commit and work type.

    The sums are one counter that grows from month to month: copy what is to be kept.
    """
    sums: Change = Counter()
    for month, change in months:
        for key, lines in change.items():
            sums[key] += lines
            if not sums[key]:
                del sums[key]
        yield month, sums
