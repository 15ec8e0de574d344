# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shapes of evidence: what was seen, what was recorded, and the proof that it stands in the log."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from registry.api.shapes.shape import Shape
from registry.pipeline.public import KeptBack


class Observation(Shape):
    """One thing seen once. Where its bytes tell of what is not public, `key` and `source` are null, too."""

    id: int
    kind: str
    key: str | None
    source: str | None
    seen_at: datetime
    status: int | None
    headers: dict[str, str]
    sha256: str
    size: int
    tool: str
    previous: int | None
    log_entry: int
    kept_back: KeptBack | None
    bytes_address: str | None
    page: str


class Entry(Shape):
    """An event of the log. `hidden`: it names what is not public; its hash and its proof are public all the same."""

    position: int
    at: datetime
    hidden: bool
    kind: str | None
    about: str | None
    entry: dict[str, Any] | None
    leaf_hash: str
    address: str
    page: str


class Entries(Shape):
    """A part of the log, newest first; `size` is how many events it holds."""

    size: int
    items: tuple[Entry, ...]
    next: str | None


class Proof(Shape):
    """The audit path of an entry (RFC 6962): hashes in hexadecimal, lowest first, up to the root that was signed."""

    index: int
    size: int
    path: tuple[str, ...]
    root: str


class ExplainedRows(Shape):
    """How many rows of a table an event explains."""

    table: str
    count: int


class EntryWhole(Entry):
    """An entry with its exact text, and its proof; null where no checkpoint covers it yet."""

    leaf: str | None
    explains: tuple[ExplainedRows, ...]
    proof: Proof | None


class Checkpoint(Shape):
    """The latest signed checkpoint (C2SP), as it stands on the disk, and the public key to check it under."""

    note: str
    origin: str
    size: int
    root: str
    signed_at: datetime | None
    public_key: str
