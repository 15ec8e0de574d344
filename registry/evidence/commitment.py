# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A commitment: what stands in the log instead of a value about a person.

HMAC-SHA-256 under a random salt of 32 bytes. Who has value and salt can prove the value; when the salt is
gone nobody can find the value by trying, however few values are possible.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable

from registry.evidence.canonical import canonical
from registry.evidence.model import JsonValue

SALT = 32
"""Bytes of a salt."""

Salts = Callable[[int], bytes]
"""Gives so many random bytes."""


def commit(salt: bytes, value: JsonValue) -> str:
    """Return the commitment to `value`, 64 hex digits."""
    return hmac.digest(salt, canonical(value), "sha256").hex()
