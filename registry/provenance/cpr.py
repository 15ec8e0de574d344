# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A CPR number: ten digits that identify a person in Denmark, DDMMYY and four more; never to be shown."""

from __future__ import annotations

import re
from calendar import monthrange

# fixed lengths only: the search is linear. A number that stands among other numbers (coordinates) or inside a
# longer word (digests, identifiers) is none; without a sign between its halves it must pass modulus 11, too
_WRITTEN = re.compile(
    rb"(?<![0-9A-Za-z.\-])(?<![0-9][ ,])(\d\d)(\d\d)(\d\d)([- ]?)(\d{4})(?![0-9A-Za-z\-])(?![ ,.][0-9])"
)
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_MODULUS = 11


def count(data: bytes) -> int:
    """Return how many CPR numbers stand in `data`, bytes of a text in any encoding that extends ASCII."""
    return sum(_is_number(*match.groups()) for match in _WRITTEN.finditer(data))


def _is_number(day: bytes, month: bytes, year: bytes, between: bytes, serial: bytes) -> bool:
    if not _is_date(int(day), int(month), int(year), serial[0] - ord("0")):
        return False
    digits = day + month + year + serial
    return bool(between) or sum(w * (d - 48) for w, d in zip(_WEIGHTS, digits, strict=True)) % _MODULUS == 0


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
