# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Hunks: where two versions of a file differ, exactly as `git blame` compares them.

Git's own diff (xdiff, through libgit2) with the indent heuristic, no context, and git's cut of the common end:
git compares without the last whole kilobytes that both have in common, and the cut can move a hunk.
libgit2 computes an id of every buffer that it is handed, which costs as much as the diff itself; the two
versions are therefore shown to it as objects of a store in memory, whose ids are made up.
"""

from __future__ import annotations

from harvesters.git.lineage.libgit2 import (
    Blob,
    DiffHunk,
    DiffOption,
    ObjectType,
    Odb,
    OdbBackend,
    Oid,
    Repository,
)
from harvesters.git.lineage.model import Hunk

_OLD, _NEW = (Oid(hex=digit * 40) for digit in "12")
_BLOCK = 1024
_ODD_SPACES = b"\f\v"
_CONTROLS = bytes((*range(1, 9), *range(14, 28)))  # one that neither version has stands for a form feed
_PLAIN = DiffOption.FORCE_TEXT | DiffOption.INDENT_HEURISTIC


class _Pair(OdbBackend):
    """A store of two objects: the versions that are compared."""

    def __init__(self) -> None:
        super().__init__()
        self.versions: dict[Oid, bytes] = {}

    def read_cb(self, oid: Oid) -> tuple[ObjectType, bytes]:
        return ObjectType.BLOB, self.versions[oid]

    def exists_cb(self, oid: Oid) -> bool:
        return oid in self.versions


class Differ:
    """Compares versions, with or without regard to white space."""

    def __init__(self, *, ignore_space: bool = False) -> None:
        self._options = _PLAIN | (DiffOption.IGNORE_WHITESPACE if ignore_space else 0)
        self._pair = _Pair()
        store = Odb()
        store.add_backend(self._pair, 1)
        self._repository = Repository()
        self._repository.set_odb(store)

    def hunks(self, old: bytes, new: bytes) -> list[Hunk]:
        """Return where `new` differs from `old`, in order."""
        shorter_old, shorter_new = without_common_end(old, new)
        if self._options != _PLAIN:
            shorter_old, shorter_new = _with_odd_spaces_shown(shorter_old, shorter_new)
        self._pair.versions = {_OLD: shorter_old, _NEW: shorter_new}
        before, after = self._repository[_OLD], self._repository[_NEW]
        assert isinstance(before, Blob)
        assert isinstance(after, Blob)
        patch = before.diff(after, self._options, context_lines=0)  # type: ignore[call-arg] # its stub lacks it
        return [_hunk(one) for one in patch.hunks]


def without_common_end(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """Return both without the whole kilobytes that they end with in common, cut at a line's end.

    As git's `trim_common_tail`: from the first line's end inside the common part on.
    """
    most = min(len(old), len(new)) // _BLOCK
    common = _common_blocks(old, new, most) * _BLOCK
    if not common:
        return old, new
    end_of_line = old.find(b"\n", len(old) - common)
    recovered = common if end_of_line < 0 else end_of_line + 1 - (len(old) - common)
    cut = common - recovered
    return old[: len(old) - cut], new[: len(new) - cut]


def _with_odd_spaces_shown(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """Return both with other bytes for form feeds and vertical tabs: space to libgit2, but none to git."""
    if not any(space in data for data in (old, new) for space in _ODD_SPACES):
        return old, new
    unused = [one for one in _CONTROLS if one not in old and one not in new]
    table = bytes.maketrans(_ODD_SPACES, bytes(unused[:2])) if len(unused) > 1 else None
    return old.translate(table), new.translate(table)


def _common_blocks(old: bytes, new: bytes, most: int) -> int:
    """Return how many blocks, counted from the end, are the same: by doubling, then by halving."""
    if not most or old[-_BLOCK:] != new[-_BLOCK:]:
        return 0
    least = 1
    while least * 2 <= most and old[-_BLOCK * least * 2 :] == new[-_BLOCK * least * 2 :]:
        least *= 2
    most = min(most, least * 2)
    while least < most:
        middle = (least + most + 1) // 2
        if old[-_BLOCK * middle :] == new[-_BLOCK * middle :]:
            least = middle
        else:
            most = middle - 1
    return least


def _hunk(one: DiffHunk) -> Hunk:
    # an empty side is told by the line before it
    old, new = one.old_lines, one.new_lines
    return one.old_start - bool(old), old, one.new_start - bool(new), new
