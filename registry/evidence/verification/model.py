# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Damage: a place where the register is not what its log says, and what is wrong there."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Table
from sqlalchemy.orm import Session

from registry.database import Sessions
from registry.evidence.model import Digest, JsonValue
from registry.evidence.places import Places


class DamageKind(enum.StrEnum):
    """What is wrong."""

    ALTERED = "altered"
    REMOVED = "removed"
    INSERTED = "inserted"
    TRUNCATED = "truncated"
    FORKED = "forked"
    MISSING = "missing"
    CHECKPOINT = "checkpoint"


@dataclass(frozen=True)
class Damage:
    """One finding. `table` is a table, `blobs`, `log` or a derived name; `key` says which row of it."""

    kind: DamageKind
    table: str
    key: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.table} {self.key}: {self.what}"


@dataclass(frozen=True)
class Derived:
    """Tables that are not logged row by row, and how to tell whether they are what they should be.

    `digests` gives (subject, digest) for what the tables hold now. `expected` gives the same from a
    recomputation; where it is None, the latest event whose fact `derived` is `{name: digest}` for its own
    subject, or `{name: {subject: digest}}`, says what each digest must be. An empty digest means no rows.
    """

    name: str
    tables: frozenset[str]
    digests: Callable[[Session], Iterable[tuple[str, str]]]
    expected: Callable[[Session], Iterable[tuple[str, str]]] | None = None


@dataclass(frozen=True)
class Register:
    """What is verified. Each of `tables` is evidence's own, or derived, or has every row explained."""

    sessions: Sessions
    tables: Sequence[Table]
    blobs: Path
    places: Places
    derived: Sequence[Derived] = ()


@dataclass(frozen=True)
class Scope:
    """How much: events from `since` on and what they explain; `sample` rows a table and blobs, at random."""

    since: int = 0
    sample: int | None = None


@dataclass(frozen=True)
class Verification:
    """The answer. `notes` are no damage but worth knowing."""

    damage: tuple[Damage, ...]
    notes: tuple[str, ...]
    events: int
    rows: int
    blobs: int
    size: int
    root: bytes

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.damage


Key = tuple[JsonValue, ...]
Watch = Callable[[str, int], None]
"""Told how far the work is: what is looked at, and how many more of it were."""


def quiet(_what: str, _more: int) -> None:
    """Watch nothing."""


@dataclass
class Told:
    """What the log tells of the rest of the register; filled as its events are read, in order."""

    start: int = 0
    hashes: list[bytes] = field(default_factory=list)
    rows: dict[str, dict[Key, tuple[bytes, int]]] = field(default_factory=dict)
    commitments: dict[tuple[str, Key], dict[str, str]] = field(default_factory=dict)
    personal: dict[tuple[int, str], str] = field(default_factory=dict)
    salts: dict[tuple[int, str], bytes | None] = field(default_factory=dict)
    in_rows: set[tuple[int, str]] = field(default_factory=set)
    superseded: set[tuple[int, str]] = field(default_factory=set)
    erased: set[tuple[int, str]] = field(default_factory=set)
    erased_blobs: set[Digest] = field(default_factory=set)
    derived: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    looked: int = 0

    @property
    def size(self) -> int:
        """How many events the log holds."""
        return self.start + len(self.hashes)
