# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Evidence: raw bytes as they were seen, with digest, source and time; and the events that followed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType, TypeAlias, Union

Digest = NewType("Digest", str)
"""The SHA-256 of exact bytes, 64 lower-case hex digits."""

Position = NewType("Position", int)
"""The place of an event in the register's log, from 0; later is larger, and none is ever used twice."""

JsonValue: TypeAlias = Union[str, int, bool, list["JsonValue"], dict[str, "JsonValue"], None]  # noqa: UP007


@dataclass(frozen=True)
class Event:
    """Something that happened in the register: one leaf of its log.

    `kind` is `stage.verb` (`harvest.started`, `custody.observed` ...); `subject` what it is about
    (`repository/12`); `facts` are public and stand in the log for ever; `personal` are values about people:
    only a salted commitment to each is logged, the value and its salt stand beside it and can be erased.
    """

    kind: str
    subject: str
    facts: Mapping[str, JsonValue] = field(default_factory=dict)
    personal: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Logged:
    """An event as it stands in the log; `rows` are table and key of the rows that it explains."""

    position: Position
    kind: str
    subject: str
    at: datetime
    leaf: bytes
    rows: tuple[tuple[str, tuple[JsonValue, ...]], ...]


@dataclass(frozen=True)
class Observation:
    """One thing that was seen, once: what, where, when, by which tool, and its bytes' digest."""

    id: int
    kind: str
    key: str
    source: str
    seen_at: datetime
    status: int | None
    headers: Mapping[str, str]
    digest: Digest
    size: int
    tool: str
    previous: int | None
    position: Position
