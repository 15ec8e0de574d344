# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The one canonical byte form of the register: JSON by RFC 8785; and its one digest: SHA-256."""

from __future__ import annotations

import hashlib
import json

from registry.evidence.model import Digest, JsonValue

_EXACT = 2**53 - 1


def canonical(value: JsonValue) -> bytes:
    """Return `value` as RFC 8785 JSON; numbers are integers that a double holds exactly, no floats.

    Raises ValueError for a float, an integer beyond 2^53 - 1, or text with a lone surrogate.
    """
    return _write(value).encode("utf-8")


def digest(data: bytes) -> Digest:
    """Return the SHA-256 of `data`."""
    return Digest(hashlib.sha256(data).hexdigest())


def _write(value: JsonValue) -> str:
    if value is None or isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        if abs(value) > _EXACT:
            msg = f"the number {value} cannot be written exactly in JSON; log it as text"
            raise ValueError(msg)
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(map(_write, value)) + "]"
    if isinstance(value, dict):
        # RFC 8785, 3.2.3: members sorted by the UTF-16 code units of their names
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{json.dumps(n, ensure_ascii=False)}:{_write(value[n])}" for n in names) + "}"
    msg = f"a {type(value).__name__} has no canonical form; log integers and text"
    raise ValueError(msg)
