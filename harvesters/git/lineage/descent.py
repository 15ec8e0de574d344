# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Descent: where a changed path of a commit comes from in each of its parents, in the order git blame asks.

First each parent is asked for the same path, then those that do not have it for a renamed one. A parent that
has the very same blob takes all lines, whatever the others have; a blob that two parents have is asked once.
"""

from __future__ import annotations

from dataclasses import dataclass

from harvesters.git.lineage.blobs import Blobs
from harvesters.git.lineage.model import Change, Step
from harvesters.git.lineage.renames import Sources


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a path stood in a parent: the parent, the path there and its blob."""

    parent: bytes
    path: bytes
    blob: bytes


class Descent:
    """Tells origins, one commit at a time; with `text_only` a binary file comes from the same bytes alone."""

    def __init__(self, blobs: Blobs, *, text_only: bool = False) -> None:
        self._blobs, self._text_only = blobs, text_only
        self._step = Step(b"", (), ())
        self._sources: dict[int, Sources] = {}

    def begin(self, step: Step) -> None:
        """Turn to another commit."""
        self._step = step
        self._sources = {}

    def origins(self, path: bytes) -> tuple[bytes, list[Origin]]:
        """Return the blob of a path that differs from the first parent, and its origins, first parent first."""
        records = [changes.get(path) for changes in self._step.changes]
        told = [None if record is None else Change.parsed(record) for record in records]
        assert told[0] is not None
        new = told[0].new
        found: dict[int, Origin] = {}
        for number, change in enumerate(told):
            origin = self._same_path(number, path, change, new)
            if origin is not None:
                if origin.blob == new:
                    return new, [origin]
                found[number] = origin
        for number, change in enumerate(told):
            if change is not None and change.status == b"A":
                source = self._renamed(number, path, change)
                if source is not None:
                    if source.blob == new:
                        return new, [source]
                    found[number] = source
        return new, _distinct([found[number] for number in sorted(found)])

    def _same_path(self, number: int, path: bytes, change: Change | None, new: bytes) -> Origin | None:
        parent = self._step.parents[number]
        if change is None:
            return Origin(parent, path, new)
        return Origin(parent, path, change.old) if change.status == b"M" else None

    def _renamed(self, number: int, path: bytes, change: Change) -> Origin | None:
        if number not in self._sources:
            self._sources[number] = Sources(
                self._step.changes[number], self._blobs, text_only=self._text_only
            )
        source = self._sources[number].of(path, change)
        return None if source is None else Origin(self._step.parents[number], source.path, source.blob)


def _distinct(origins: list[Origin]) -> list[Origin]:
    """Leave out those whose blob an earlier one has."""
    first: dict[bytes, Origin] = {}
    for one in origins:
        first.setdefault(one.blob, one)
    return list(first.values())
