# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A CPR number: ten digits that identify a person in Denmark, DDMMYY and four more; never to be shown."""

from __future__ import annotations

import re
from calendar import monthrange

# fixed lengths only: the search is linear. What stands inside a longer word (digests, identifiers) is none
_WRITTEN = re.compile(rb"(?<![0-9A-Za-z.\-])(\d\d)(\d\d)(\d\d)([- ]?)(\d{4})(?![0-9A-Za-z\-])")
_NUMBERS_AROUND = re.compile(rb"[0-9][ ,;.]|[ ,;.][0-9]")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_MODULUS = 11


def count(data: bytes) -> int:
    """Return how many CPR numbers stand in `data`, bytes of a text in any encoding that extends ASCII.

    Without a sign between its halves a number must pass modulus 11, too; with a space it must not stand among
    other numbers (coordinates).
    """
    return sum(_is_number(match, data) for match in _WRITTEN.finditer(data))


def _is_number(match: re.Match[bytes], data: bytes) -> bool:
    day, month, year, between, serial = match.groups()
    if not _is_date(int(day), int(month), int(year), serial[0] - ord("0")):
        return False
    if between == b"-":
        return True
    if between == b" ":
        around = data[max(match.start() - 2, 0) : match.start()], data[match.end() : match.end() + 2]
        return not any(map(_NUMBERS_AROUND.search, around))
    digits = day + month + year + serial
    weighed = (weight * (digit - ord("0")) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    total: int = sum(weighed)
    return total % _MODULUS == 0


def _is_date(day: int, month: int, year: int, seventh: int) -> bool:
    if not (1 <= month <= 12 and day >= 1):
        return False
    return day <= monthrange(_century(year, seventh) + year, month)[1]


def _century(year: int, seventh: int) -> int:
    # the seventh digit tells the century (CPR-kontoret, "Personnummeret i CPR-systemet")
    if seventh <= 3:
        return 1900
    if seventh in {4, 9}:
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800
