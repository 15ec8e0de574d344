# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A leaf: one event as the canonical JSON whose hash the log's tree is made of.

Its members: `at` (when, UTC), `facts`, `kind`, `position`, `subject`; where there are any, `personal` (a
commitment to each personal value), `rows` (the digest of the list of rows that the event explains) and
`behind` (by how many whole seconds the clock stood before an earlier event's).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from registry.errors import RefusedError
from registry.evidence.canonical import canonical, digest
from registry.evidence.model import Event, JsonValue, Position
from registry.evidence.tiles import LARGEST_ENTRY


@dataclass(frozen=True)
class Explained:
    """A row that an event explains: its table, its key, its digest, commitments to its personal columns."""

    table: str
    key: tuple[JsonValue, ...]
    digest: str
    personal: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Stamp:
    """Where and when an event stands in the log."""

    position: Position
    at: datetime
    behind: int = 0


def leaf_of(event: Event, stamp: Stamp, personal: Mapping[str, str], manifest: bytes) -> bytes:
    """Return the leaf of an event; raises RefusedError when it is too large for the log."""
    written: dict[str, JsonValue] = {
        "at": stamp.at.isoformat(timespec="microseconds"),
        "facts": {sound(name): _sound(value) for name, value in event.facts.items()},
        "kind": event.kind,
        "position": stamp.position,
        "subject": sound(event.subject),
    }
    if personal:
        written["personal"] = {sound(name): value for name, value in personal.items()}
    if manifest:
        written["rows"] = digest(manifest)
    if stamp.behind:
        written["behind"] = stamp.behind
    leaf = canonical(written)
    if len(leaf) > LARGEST_ENTRY:
        msg = (
            f"an event of kind {event.kind} has {len(leaf)} bytes and the log takes {LARGEST_ENTRY}; "
            "keep its facts as a blob"
        )
        raise RefusedError(msg)
    return leaf


def manifest_of(rows: Sequence[Explained]) -> bytes:
    """Return the canonical list of the rows that an event explains; empty when there are none."""
    if not rows:
        return b""
    return canonical([_written(row) for row in rows])


def _written(row: Explained) -> JsonValue:
    written: list[JsonValue] = [row.table, list(row.key), row.digest]
    return [*written, dict(row.personal)] if row.personal else written


def parse_manifest(data: bytes) -> list[Explained]:
    """Return the rows that `manifest_of` wrote; raises ValueError."""
    if not data:
        return []
    try:
        return [Explained(one[0], tuple(one[1]), one[2], dict(*one[3:])) for one in json.loads(data)]
    except (IndexError, KeyError, TypeError) as error:
        msg = "the list of explained rows is not written as one"
        raise ValueError(msg) from error


def sound(text: str) -> str:
    """Return `text` with each lone surrogate written as its escape: canonical JSON has no place for it."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def _sound(value: JsonValue) -> JsonValue:
    if isinstance(value, str):
        return sound(value)
    if isinstance(value, list | tuple):
        return [_sound(one) for one in value]
    if isinstance(value, dict):
        return {sound(name): _sound(one) for name, one in value.items()}
    return value
