# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Sightings are gathered from the walk through a history and kept, one row a repository."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import delete
from sqlalchemy.orm import Session

from harvesters.git.model import Change, Oid
from registry.provenance.findings import SightingsRow
from registry.provenance.sightings import Arrival, First, pack_arrivals, pack_firsts
from registry.provenance.snapshot import File

FEWEST = 10
"""Lines of one commit in one file: fewer are nobody's copy of anything."""

_MOST = 1_000_000  # blobs of one history; what is older than they are is not looked up


class Sightings:
    """Where each blob first stood, and which blobs the commits wrote whose lines still stand."""

    def __init__(self, files: Iterable[File], numbers: Mapping[Oid, int]) -> None:
        self._numbers = numbers
        self._firsts: dict[bytes, First] = {}
        self._arrivals: list[Arrival] = []
        self._wanted: dict[int, dict[bytes, int]] = {}
        for file in files:
            lines: Counter[int] = Counter()
            for count, commit in file.pairs:
                lines[commit] += count
            for commit, count in lines.items():
                if count >= FEWEST:
                    self._wanted.setdefault(commit, {})[file.path] = count

    def look(self, commit: Oid, changes: tuple[Change, ...]) -> None:
        """Note what a commit wrote; older ones are shown later, so the last one noted is the first there was."""
        number = self._numbers.get(commit)
        if number is None:
            return
        for change in changes:
            if change.new is not None:
                blob = bytes.fromhex(change.new)
                if blob in self._firsts or len(self._firsts) < _MOST:
                    self._firsts[blob] = First(number, change.path)
        if wanted := self._wanted.get(number):
            self._arrive(number, wanted, changes)

    def _arrive(self, number: int, wanted: Mapping[bytes, int], changes: tuple[Change, ...]) -> None:
        """A file that was moved since had another path then: it is known by its name where only one has it."""
        written = {change.path: change.new for change in changes if change.new is not None}
        names: dict[bytes, list[Oid]] = {}
        for path, blob in written.items():
            names.setdefault(path.rpartition(b"/")[2], []).append(blob)
        for path, lines in wanted.items():
            alike = names.get(path.rpartition(b"/")[2], [])
            found = written.get(path) or (alike[0] if len(alike) == 1 else None)
            if found is not None:
                self._arrivals.append(Arrival(bytes.fromhex(found), number, lines, path))

    def row(self, repository: int) -> SightingsRow:
        """Return them as they are kept."""
        return SightingsRow(
            repository_id=repository,
            blobs=len(self._firsts),
            firsts=pack_firsts(self._firsts),
            arrivals=pack_arrivals(self._arrivals),
        )


def keep_sightings(session: Session, repository: int, found: Sightings) -> None:
    """Keep the sightings of a repository in place of those before."""
    session.execute(delete(SightingsRow).where(SightingsRow.repository_id == repository))
    session.add(found.row(repository))
    session.flush()
