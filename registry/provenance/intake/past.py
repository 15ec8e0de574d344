# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The past of a main line: what each commit did to which paths, walked once, newest first, for all who look."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from harvesters.git import history
from harvesters.git.model import Change, Mirror, Oid

Look = Callable[[Oid, tuple[Change, ...]], None]
"""Told a commit and what it did, from the newest to the oldest."""


def walk(mirror: Mirror, tip: Oid, *looks: Look) -> None:
    """Show every commit that the tip leads to, to each of `looks`."""
    for commit, changes in history.changes(mirror, tip):
        for look in looks:
            look(commit, changes)


class Versions:
    """Which commits wrote each wanted path."""

    def __init__(self, wanted: Iterable[bytes]) -> None:
        self._wanted = frozenset(wanted)
        self._newest_first: dict[bytes, list[Oid]] = {}

    def look(self, commit: Oid, changes: tuple[Change, ...]) -> None:
        """Note a commit that wrote a wanted path."""
        for change in changes:
            if change.path in self._wanted and change.new is not None:
                self._newest_first.setdefault(change.path, []).append(commit)

    def of(self, path: bytes) -> list[Oid]:
        """Return the commits that wrote a path, oldest first."""
        return self._newest_first.get(path, [])[::-1]
