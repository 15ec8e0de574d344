# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An expression: SPDX's way of writing a licence (`MPL-2.0`, `MIT OR GPL-2.0-or-later`), or nothing."""

from __future__ import annotations

import re
from functools import cache

from license_expression import (
    ExpressionError,
    LicenseSymbol,
    LicenseWithExceptionSymbol,
    Licensing,
    get_spdx_licensing,
)

PROPRIETARY = "LicenseRef-proprietary"
_OPERATORS = frozenset({"AND", "OR", "WITH"})
_DEEPEST = 20
_LONGEST_SPREAD = 12  # spaces; the spread-out form of an expression can grow without end
_OWN_REFERENCE = re.compile(r"(?:DocumentRef-[A-Za-z0-9.-]{1,100}:)?LicenseRef-[A-Za-z0-9.-]{1,100}")
_WELL_FORMED = re.compile(r"[A-Za-z0-9.+:() \t-]{1,500}")


@cache
def _licensing() -> Licensing:
    return get_spdx_licensing()


@cache
def _known() -> frozenset[str]:
    """Lower-case SPDX identifiers; scancode's own keys are left out, they are not SPDX's."""
    known = _licensing().known_symbols
    return frozenset(key.lower() for key in known if not key.startswith("LicenseRef-"))


def normalise(text: str) -> str | None:
    """Return the SPDX expression in SPDX's spelling, or None when it is none.

    Deprecated identifiers become today's (`GPL-2.0+` is `GPL-2.0-or-later`), `LicenseRef-` stays as written.
    """
    text = text.strip()
    if not _WELL_FORMED.fullmatch(text) or text.count("(") > _DEEPEST:
        return None
    if any(word.isalpha() and word.lower() not in _known() for word in identifiers(text)):
        return None  # the library takes "GPL" for any version of it
    try:
        parsed = _licensing().parse(text, strict=True)
        if parsed is None or not all(map(_is_known, _licensing().license_symbols(parsed))):
            return None
        return str(parsed.render("{symbol.key}"))
    except (ExpressionError, ValueError, TypeError, AttributeError, RecursionError):
        return None  # the library raises each of these on malformed input


def identifiers(expression: str) -> tuple[str, ...]:
    """Return the licence identifiers of a normalised expression, in order, without exceptions."""
    words = re.findall(r"[A-Za-z0-9.+:-]+", expression)
    return tuple(
        word
        for before, word in zip(["", *words], words, strict=False)
        if word.upper() not in _OPERATORS and before.upper() != "WITH"
    )


def alternatives(expression: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to satisfy a normalised expression: one of them is enough, each whole."""
    parsed = _licensing().parse(expression)
    if expression.count(" ") <= _LONGEST_SPREAD:
        parsed = _licensing().dnf(parsed)
    branches = parsed.args if isinstance(parsed, _licensing().OR) else (parsed,)
    return tuple(tuple(_keys(branch)) for branch in branches)


def without_content_licences(expression: str) -> str:
    """Return an AND expression without Creative Commons' licences, which are for what is not code.

    `MPL-2.0 AND CC-BY-SA-4.0` describes a whole product; its program is under `MPL-2.0`.
    """
    if " AND " not in expression or any(sign in expression for sign in ("(", " OR ", " WITH ")):
        return expression
    code = tuple(one for one in expression.split(" AND ") if not one.startswith("CC"))
    return " AND ".join(code) or expression


def joined(expressions: tuple[str, ...], operator: str) -> str:
    """Join normalised expressions by AND or OR, with brackets where they are needed."""
    distinct = tuple(dict.fromkeys(expressions))
    if len(distinct) == 1:
        return distinct[0]
    parts = (f"({part})" if " " in part and " WITH " not in part else part for part in distinct)
    return normalise(f" {operator} ".join(parts)) or f" {operator} ".join(distinct)


def _is_known(symbol: LicenseSymbol) -> bool:
    key = symbol.key.lower()
    return key.removesuffix("+") in _known() or bool(_OWN_REFERENCE.fullmatch(symbol.key))


def _keys(branch: object) -> list[str]:
    symbols = _licensing().license_symbols(branch, unique=True, decompose=False)
    return [s.license_symbol.key if isinstance(s, LicenseWithExceptionSymbol) else s.key for s in symbols]
