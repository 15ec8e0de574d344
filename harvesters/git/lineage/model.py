# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The nouns of a lineage: what changed between a commit and a parent, and lines on their way to their writer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from harvesters.git.model import Oid, Run

Hunk = tuple[int, int, int, int]
"""Old first line, old count, new first line, new count; lines from 0. What lies between hunks is the same."""

Stretch = tuple[int, int, int]
"""Lines that are looked for together: first line (from 0) where they stand now, count, and first target.

A target is the number of a line of the result, counted through all files.
"""


class Change(NamedTuple):  # a tuple: they are many
    """One path that differs between a parent and a commit: modes as octal text, ids as 40 hex digits.

    `status` is git's letter: A (not in the parent), D (not in the commit), M, or T (another kind of file).
    """

    old_mode: bytes
    mode: bytes
    old: bytes
    new: bytes
    status: bytes

    @classmethod
    def parsed(cls, record: bytes) -> Change:
        """Return the change that `:100644 100644 OLD NEW M` tells."""
        return cls(*record[1:].split(b" "))


@dataclass(frozen=True, slots=True)
class Step:
    """A commit, its parents in order, and for each parent the record of each path that differs, by path."""

    commit: bytes
    parents: tuple[bytes, ...]
    changes: tuple[Mapping[bytes, bytes], ...]


class Known(Protocol):
    """Answers that are had already: a walk that comes to such a commit goes no further."""

    @property
    def commits(self) -> Sequence[Oid]:
        """Return the commits of which answers are had."""

    def runs(self, commit: bytes, path: bytes) -> tuple[Run, ...] | None:
        """Return who wrote each line of a path there; None where it is not known."""
