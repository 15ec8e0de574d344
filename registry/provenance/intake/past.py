# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The past of a main line: what each commit did to which paths, walked once, newest first, for all who look."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from harvesters.git import history
from harvesters.git.lineage.blobs import Blobs
from harvesters.git.lineage.model import Change as Added
from harvesters.git.lineage.renames import Sources
from harvesters.git.model import Change, Mirror, Oid

WALKED = 1
"""Raised whenever the same history would be walked to another end."""

_NOTHING = b"0" * 40

Look = Callable[[Oid, tuple[Change, ...]], None]
"""Told a commit and what it did, from the newest to the oldest."""


def walk(mirror: Mirror, tip: Oid, *looks: Look) -> None:
    """Show every commit that the tip leads to, to each of `looks`."""
    for commit, changes in history.changes(mirror, tip):
        for look in looks:
            look(commit, changes)


class Names:
    """Under which names the wanted files stood before, as git recognises a rename: by the same or half the content."""

    def __init__(self, mirror: Mirror, wanted: Iterable[bytes]) -> None:
        self._blobs = Blobs(mirror)
        self._files: dict[bytes, tuple[bytes, ...]] = {path: (path,) for path in wanted}
        self._wanted = frozenset(self._files)
        self._moved: set[bytes] = set()

    def look(self, _: Oid, changes: tuple[Change, ...]) -> None:
        """Note the earlier names of files that a commit renamed; it goes before all others who look."""
        self._moved = set()
        new = [one for one in changes if one.old is None and one.new is not None and one.path in self._files]
        gone = {one.path: _deleted(one.old) for one in changes if one.new is None and one.old is not None}
        sources = Sources(gone, self._blobs) if new and gone else None
        for one in new if sources else ():
            source = sources.of(one.path, Added.parsed(_added(one.new))) if sources else None
            if source is not None:
                known = self._files.get(source.path, ())
                self._files[source.path] = tuple(dict.fromkeys((*known, *self._files[one.path])))
                if source.blob == (one.new or "").encode():
                    self._moved.add(one.path)

    def follow(self, path: bytes) -> bool:
        """Tell whether the file that stands there today is followed."""
        return path in self._wanted

    def written(self, change: Change) -> tuple[bytes, ...]:
        """Return the files that a change wrote a version of, by today's names; a mere move writes none."""
        if change.new is None or change.path in self._moved:
            return ()
        return self._files.get(change.path, ())


def _deleted(blob: Oid) -> bytes:
    return b":100644 000000 %s %s D" % (blob.encode(), _NOTHING)


def _added(blob: Oid | None) -> bytes:
    return b":000000 100644 %s %s A" % (_NOTHING, (blob or "").encode())


class Versions:
    """Which commits wrote each wanted path; of those that `names` follow also under the names of before."""

    def __init__(self, wanted: Iterable[bytes], names: Names) -> None:
        self._wanted, self._names = frozenset(wanted), names
        self._newest_first: dict[bytes, list[Oid]] = {}

    def look(self, commit: Oid, changes: tuple[Change, ...]) -> None:
        """Note a commit that wrote a wanted path."""
        for change in changes:
            written = self._names.written(change)
            if change.new is not None and change.path in self._wanted and not self._names.follow(change.path):
                written = (*written, change.path)
            for path in written:
                self._newest_first.setdefault(path, []).append(commit)

    def of(self, path: bytes) -> list[Oid]:
        """Return the commits that wrote a path, oldest first."""
        return self._newest_first.get(path, [])[::-1]
