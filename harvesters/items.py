# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An item: one thing that a source said, as the exact bytes that were seen, before anybody interprets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Item:
    """One answer of one source.

    `source` names where it came from (a URL without secrets, or `git:LABEL`); `kind` what it is
    (`github.repositories`, `github.repository`, `git.refs` ...); `key` what it is about; `seen_at` is UTC
    by our clock; `status` is the HTTP status where there is one; `headers` are those that matter as
    evidence (Date, ETag, Link, request id); `body` is the exact bytes.
    """

    source: str
    kind: str
    key: str
    seen_at: datetime
    body: bytes
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
