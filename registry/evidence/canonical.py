# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The one canonical byte form of the register: JSON by RFC 8785; and its one digest: SHA-256."""

from __future__ import annotations

import hashlib
import json

from registry.evidence.model import Digest, JsonValue

_EXACT = 2**53 - 1
_BEYOND = "\ud7ff"  # above it, order by code point and by UTF-16 code unit differ


def canonical(value: JsonValue) -> bytes:
    """Return `value` as RFC 8785 JSON; numbers are integers that a double holds exactly, no floats.

    Raises ValueError for a float, an integer beyond 2^53 - 1, or text with a lone surrogate.
    """
    if _check(value):
        text = json.dumps(
            value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
        )
    else:
        text = _write(value)
    return text.encode("utf-8")


def digest(data: bytes) -> Digest:
    """Return the SHA-256 of `data`."""
    return Digest(hashlib.sha256(data).hexdigest())


def _check(value: JsonValue) -> bool:
    """Refuse what has no canonical form; say whether sorting names by code point is the order asked for."""
    if value is None or isinstance(value, bool | str):
        return True
    if isinstance(value, int):
        if abs(value) > _EXACT:
            msg = f"the number {value} cannot be written exactly in JSON; log it as text"
            raise ValueError(msg)
        return True
    if isinstance(value, list):
        checked = [_check(one) for one in value]
        return all(checked)
    if isinstance(value, dict):
        checked = [_check(one) for one in value.values()]
        return all(checked) and all(not name or max(name) <= _BEYOND for name in value)
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
