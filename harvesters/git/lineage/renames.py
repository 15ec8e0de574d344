# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Renames: which deleted file a new path continues, as `git blame` decides for that path alone.

Git blame pairs one new path with what the same commit deleted (diffcore-rename with a single destination):
a file with the same blob, else the only one of the same name if it is similar to three quarters, else the most
similar one, if that is half. `git diff -M` pairs all paths of a commit with each other and can decide otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from harvesters.git.lineage.blobs import Blobs, is_binary
from harvesters.git.lineage.model import Change
from harvesters.git.lineage.similarity import (
    FULL,
    PieceIndex,
    Pieces,
    common_bytes,
    near_enough,
    pieces,
    score,
)

_LEAST = FULL // 2
_LEAST_OF_SAME_NAME = FULL * 3 // 4
_CANDIDATES = 4  # git keeps so many of the best
_MOST_SAME = 100  # of so many files with the same blob git takes one without looking at the rest
_INDEXED = 24 << 20  # bytes of deleted files up to which they are indexed together: more take too much memory
_OFTEN = 4  # so often the deleted files are compared one by one before an index is worth its making
_COMPARED = (
    512 << 20
)  # bytes that are compared one by one beyond that, for one commit; then only same blobs count


@dataclass(frozen=True, slots=True)
class Source:
    """A deleted file: its path, blob and mode."""

    path: bytes
    blob: bytes
    mode: bytes

    @property
    def name(self) -> bytes:
        """The last part of the path."""
        return name_of(self.path)

    @property
    def regular(self) -> bool:
        """Whether it is a file, and no link."""
        return self.mode.startswith(b"10")


@dataclass(frozen=True, slots=True)
class _New:
    """A new file that nothing deleted has the blob of: its name, its bytes and their pieces."""

    name: bytes
    size: int
    pieces: Pieces


Rated = tuple[int, bool, Source]
"""Git's score of a file, whether it has the name that is sought, and the file."""


class Sources:
    """What one commit deleted against one of its parents.

    With `text_only` a binary file continues none that is only like it: nobody asks for its lines.
    """

    def __init__(self, changes: Mapping[bytes, bytes], blobs: Blobs, *, text_only: bool = False) -> None:
        self._blobs, self._text_only = blobs, text_only
        self._sources = [
            Source(path, change.old, change.old_mode)
            for path, record in changes.items()
            if record.endswith(b" D")
            for change in (Change.parsed(record),)
        ]
        self._by_blob: defaultdict[bytes, list[Source]] = defaultdict(list)
        self._by_name: defaultdict[bytes, list[int]] = defaultdict(list)
        for number, one in enumerate(self._sources):
            self._by_blob[one.blob].append(one)
            self._by_name[one.name].append(number)
        self._index: PieceIndex | None = None
        self._held: dict[int, Pieces] = {}  # of files that were compared, until there is an index
        self._compared = 0  # bytes of files that new ones were compared with one by one
        self._budget = _COMPARED

    @cached_property
    def _bytes(self) -> int:
        """The bytes of all files."""
        return sum(size for size in self._sizes if size)

    @cached_property
    def _sizes(self) -> list[int | None]:
        """The bytes of each file; None where it is absent, or no file that can be like another one."""
        return [self._blobs.size(one.blob) if one.regular else None for one in self._sources]

    def of(self, path: bytes, change: Change) -> Source | None:
        """Return the deleted file that a new path continues, if there is one."""
        if not self._sources:
            return None
        wanted = Source(path, change.new, change.mode)
        same = [one for one in self._by_blob.get(wanted.blob, ()) if one.regular or one.mode == wanted.mode]
        if same:
            return next((one for one in same[:_MOST_SAME] if one.name == wanted.name), same[0])
        return self._similar(wanted) if wanted.regular else None

    def _similar(self, wanted: Source) -> Source | None:
        data = self._blobs.get(wanted.blob)
        if not data or (self._text_only and is_binary(data)):
            return None
        new = _New(wanted.name, len(data), pieces(data))
        named = self._by_name.get(new.name, ())
        if len(named) == 1 and self._score(named[0], new) >= _LEAST_OF_SAME_NAME:
            return self._sources[named[0]]
        return self._most_similar(new)

    def _score(self, number: int, new: _New) -> int:
        size = self._sizes[number]
        if size is None or not near_enough(size, new.size, _LEAST):
            return 0
        return score(common_bytes(self._pieces_of(number), new.pieces), size, new.size)

    def _most_similar(self, new: _New) -> Source | None:
        """Keep the best candidates in git's places: where scores are equal, the place decides.

        A file that is not similar at all takes a place, too, while places are free or when it has the name.
        """
        sizes = self._sizes
        near = {
            number
            for number, size in enumerate(sizes)
            if size is not None and near_enough(size, new.size, _LEAST)
        }
        if not near:
            return None
        common = self._common(new.pieces, sorted(near))
        first = range(min(_CANDIDATES, len(sizes)))
        best: list[Rated] = []
        for number in sorted(near.union(first, self._by_name.get(new.name, ()))):
            reached = score(common.get(number, 0), sizes[number] or 0, new.size) if number in near else 0
            one = self._sources[number]
            _offer(best, (reached, one.name == new.name, one))
        best.sort(key=lambda rated: rated[:2], reverse=True)
        return best[0][2] if best[0][0] >= _LEAST else None

    def _common(self, mine: Pieces, near: Sequence[int]) -> Mapping[int, int]:
        self._compared += sum(self._sizes[number] or 0 for number in near)
        if self._compared > _OFTEN * self._bytes and self._bytes <= _INDEXED:
            if self._index is None:
                some = [number for number, size in enumerate(self._sizes) if size]
                self._index = PieceIndex((one, self._let_go(one)) for one in some)
            return self._index.common(mine)
        found = {}
        for number in near:
            self._budget -= self._sizes[number] or 0
            if self._budget < 0 and self._bytes > _INDEXED:
                break
            found[number] = common_bytes(self._pieces_of(number), mine)
        return found

    def _pieces_of(self, number: int) -> Pieces:
        held = self._held.get(number)
        if held is None:
            held = self._read(number)
            if self._index is None and self._bytes <= _INDEXED:
                self._held[number] = held
        return held

    def _let_go(self, number: int) -> Pieces:
        return self._held.pop(number) if number in self._held else self._read(number)

    def _read(self, number: int) -> Pieces:
        return pieces(self._blobs.get(self._sources[number].blob) or b"")


def name_of(path: bytes) -> bytes:
    """Return the last part of a path."""
    return path.rpartition(b"/")[2]


def _offer(best: list[Rated], rated: Rated) -> None:
    if len(best) < _CANDIDATES:
        best.append(rated)
        return
    worst = 0
    for place in range(1, _CANDIDATES):
        if best[place][:2] < best[worst][:2]:
            worst = place
    if best[worst][:2] < rated[:2]:
        best[worst] = rated
