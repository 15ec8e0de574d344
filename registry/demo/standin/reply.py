# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A reply: what the stand-in will send, before it is written out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus


@dataclass(frozen=True)
class Reply:
    """Status, JSON value (or exact bytes), headers. `cut` bytes of the body are announced but never sent."""

    status: int
    value: object = None
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int = 0

    @property
    def body(self) -> bytes:
        """Return the bytes of the body."""
        if isinstance(self.value, bytes):
            return self.value
        return json.dumps(self.value, ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )


def status_line(status: int) -> str:
    """Return the status as WSGI wants it."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} Unknown"


def etag_of(body: bytes) -> str:
    """Return the validator of a body, weak as GitHub's are."""
    return f'W/"{hashlib.sha256(body).hexdigest()}"'
