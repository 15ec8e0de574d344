# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The one canonical byte form of the register: JSON by RFC 8785; and its one digest: SHA-256."""

from __future__ import annotations

import hashlib
import json
import re

from registry.evidence.model import Digest, JsonValue

_EXACT = 2**53 - 1
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)
_BEYOND = re.compile("[\ud800-\U0010ffff]")  # there, order by code point and by UTF-16 code unit differ


def canonical(value: JsonValue) -> bytes:
    """Return `value` as RFC 8785 JSON; numbers are integers that a double holds exactly, no floats.

    Raises ValueError for a float, an integer beyond 2^53 - 1, or text with a lone surrogate.
    """
    text = _ENCODER.encode(value) if _check(value) else _write(value)
    return text.encode("utf-8")


def canonical_sound(value: JsonValue) -> bytes:
    """Return the same for a value that is known to have a canonical form: it is not looked at first."""
    text = _ENCODER.encode(value)
    if _BEYOND.search(text):
        text = _write(value)
    return text.encode("utf-8")


def digest(data: bytes) -> Digest:
    """Return the SHA-256 of `data`."""
    return Digest(hashlib.sha256(data).hexdigest())


def _check(value: JsonValue) -> bool:
    """Refuse what has no canonical form; say whether sorting names by code point is the order asked for."""
    kind = type(value)  # exact types first: this runs for every value of every row
    if kind is str or value is None or kind is bool:
        return True
    if kind is list:
        return _check_list(value)  # type: ignore[arg-type]
    if kind is dict:
        return _check_names(value)  # type: ignore[arg-type]
    return _check_other(value)


def _check_list(value: list[JsonValue]) -> bool:
    checked = [_check(one) for one in value]
    return all(checked)


def _check_names(value: dict[str, JsonValue]) -> bool:
    sound = True
    for name, one in value.items():
        if _BEYOND.search(name):
            sound = False
        if type(one) is not str and not _check(one):
            sound = False
    return sound


def _check_other(value: JsonValue) -> bool:
    if isinstance(value, int):
        if abs(value) > _EXACT:
            msg = f"the number {value} cannot be written exactly in JSON; log it as text"
            raise ValueError(msg)
        return True
    if isinstance(value, str):
        return True
    if isinstance(value, list):
        return _check(list(value))
    if isinstance(value, dict):
        return _check(dict(value))
    msg = f"a {type(value).__name__} has no canonical form; log integers and text"
    raise ValueError(msg)


def _write(value: JsonValue) -> str:
    if isinstance(value, list):
        return "[" + ",".join(map(_write, value)) + "]"
    if isinstance(value, dict):
        # RFC 8785, 3.2.3: members sorted by the UTF-16 code units of their names
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{json.dumps(n, ensure_ascii=False)}:{_write(value[n])}" for n in names) + "}"
    return json.dumps(value, ensure_ascii=False)
