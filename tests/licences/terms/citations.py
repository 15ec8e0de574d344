# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A citation: where in the text of a licence a clause opens, so that a wrong reference is found and not shown."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SIGNS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
_NUMBER = re.compile(r"\b(\d{1,2}\.)(?=[A-Z])")
_INNER = re.compile(r"(.+)\(([0-9a-z]+)\)")


def place(text: str, clauses: Mapping[str, str], key: str) -> int | None:
    """Return where the clause opens in the text, or None when it does not.

    A clause with a number must open with that number; an inner one, 3(a), stands after its outer one, 3.
    """
    opening = clauses[key]
    inner = _INNER.fullmatch(key)
    after = 0
    if inner:
        outer = place(text, clauses, inner[1])
        if outer is None:
            return None
        after = outer
    if not _numbered_as(opening, inner[2] if inner else key):
        return None
    found = plain(text).find(plain(opening), after)
    return found if found >= 0 else None


def plain(text: str) -> str:
    """Return a text on one line, without the difference of quotation marks, spaces and letter case."""
    joined = " ".join(text.translate(_SIGNS).split())
    return _NUMBER.sub(r"\1 ", joined).lower()


def _numbered_as(opening: str, number: str) -> bool:
    if not re.fullmatch(r"[0-9.]+|[a-z]", number):
        return True  # a named part: it has no number of its own
    return bool(re.match(rf"\W?(?:Section )?{re.escape(number)}(?:\W|$)", opening))
