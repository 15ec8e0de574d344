# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A figure in writing: one share reads the same on a page, in a badge, in a command's answer."""

from __future__ import annotations

from fractions import Fraction


def tenths(share: Fraction | float) -> tuple[str, int]:
    """Return a share of 1 in tenths of a percent, never rounded up to all nor down to nothing.

    The sign before it is "<" or ">" where the share lies beyond the first or the last tenth, else "".
    """
    if 0 < share * 1000 < 1:
        return "<", 1
    if 999 < share * 1000 < 1000:
        return ">", 999
    return "", round(round(float(share), 3) * 1000)


def percent(share: Fraction | float, mark: str = ".") -> str:
    """Write a share of 1 as percent; `mark` is the decimal mark."""
    sign, found = tenths(share)
    whole, rest = divmod(found, 10)
    written = f"{whole}{mark}{rest} %" if rest else f"{whole} %"
    return f"{sign} {written}" if sign else written
