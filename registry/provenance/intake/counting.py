# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Counting: how many lines a commit that touched many files added, took out, respaced. Nothing is judged here.

Lines are compared as sets with repetitions, not as sequences: it takes time in proportion to the bytes, an
absent blob costs nothing but itself, and a block that was moved within its file is no new text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harvesters.git import trees
from harvesters.git.model import Change, Mirror, Oid
from registry.provenance.places import in_place
from registry.provenance.rules.names import GENERATED_NAME, MINIFIED_NAME

COUNTER = 1
"""Raised whenever the same commit would give other counts."""

_LARGEST_BLOB = 4 << 20
_MOST_BYTES = 96 << 20  # of one commit's files, before and after; what is beyond counts as unread
_BINARY_PROBE = 8000
_SPACES = b" \t\r\v\f"
_PUNCTUATION = b" \t\r\n\v\f,;()'\"`"  # what formatters put in, take out and exchange


@dataclass
class Counts:
    """What a commit's files amount to, in files and lines; `foreign` by name (others' places, tools' names).

    A file that was moved is no new one: moved as it was it is only counted, moved and changed it is compared
    with what it was. `same_shape` is the most files that gained and lost equally many lines.
    """

    added: int = 0
    changed: int = 0
    deleted: int = 0
    moved: int = 0
    unread: int = 0
    foreign: int = 0
    folders: int = 0
    endings: int = 0
    lines_added: int = 0
    lines_removed: int = 0
    lines_respaced: int = 0
    lines_foreign: int = 0
    compared: int = 0
    reshaped: int = 0
    same_shape: int = 0
    tree: int = 0


@dataclass(frozen=True)
class Written:
    """A file that a commit wrote: its path, and the blobs before (None: new) and after."""

    path: bytes
    old: Oid | None
    new: Oid


def count(mirror: Mirror, commit: Oid, changes: Sequence[Change]) -> Counts:
    """Return what the changes of one commit amount to, read blob by blob."""
    written, moved = without_moves(changes)
    found = Counts(
        added=sum(one.old is None for one in written),
        changed=sum(one.old is not None for one in written),
        deleted=sum(change.new is None for change in changes) - moved,
        moved=moved,
        foreign=sum(is_foreign(one.path) for one in written),
        folders=len({one.path.rpartition(b"/")[0] for one in written}),
        endings=len({one.path.rpartition(b".")[2].lower() for one in written if b"." in one.path}),
        tree=trees.count(mirror, commit),
    )
    shapes: Counter[tuple[int, int]] = Counter()
    left = _MOST_BYTES
    for one, old, new in _contents(mirror, written):
        left -= len(old or b"") + len(new or b"")
        if left < 0 or new is None or _binary(new) or (one.old is not None and old is None):
            found.unread += 1
        else:
            _compare(found, shapes, one.path, old, new)
    found.same_shape = max(shapes.values(), default=0)
    return found


def without_moves(changes: Sequence[Change]) -> tuple[list[Written], int]:
    """Return what was written, and how many files were only moved.

    A new file is paired with one that went: of the same content, else of the same name. A pair of the same
    name is an old file in a new place, and compared with what it was.
    """
    gone = [change for change in changes if change.new is None and change.old is not None]
    by_blob = Counter(change.old for change in gone)
    by_name: dict[bytes, list[Oid | None]] = {}
    for change in gone:
        by_name.setdefault(_name(change.path), []).append(change.old)
    written, moved = [], 0
    for change in changes:
        if change.new is None:
            continue
        if change.old is None and by_blob[change.new] > 0:
            by_blob[change.new] -= 1
            moved += 1
            continue
        old = change.old
        if old is None and (there := by_name.get(_name(change.path))):
            old = there.pop()
        written.append(Written(change.path, old, change.new))
    return written, moved


def is_foreign(path: bytes) -> bool:
    """Tell whether a path's name alone says that others or tools wrote it. It proves no origin; it weighs."""
    folder, _, name = path.rpartition(b"/")
    text = name.decode("utf-8", "replace")
    return in_place(folder) or bool(GENERATED_NAME.search(text) or MINIFIED_NAME.search(text))


def _name(path: bytes) -> bytes:
    return path.rpartition(b"/")[2]


def _contents(
    mirror: Mirror, written: Sequence[Written]
) -> Iterator[tuple[Written, bytes | None, bytes | None]]:
    wanted = [oid for one in written for oid in (one.old, one.new) if oid is not None]
    contents = trees.blobs(mirror, wanted, largest=_LARGEST_BLOB)
    for one in written:
        old = next(contents)[1] if one.old is not None else None
        yield one, old, next(contents)[1]


def _compare(
    found: Counts, shapes: Counter[tuple[int, int]], path: bytes, old: bytes | None, new: bytes
) -> None:
    added, removed = _differ(old or b"", new, b"")
    if is_foreign(path):
        found.lines_foreign += added
        return
    found.lines_added += added
    found.lines_removed += removed
    if old is None:
        return
    found.compared += 1
    shapes[added, removed] += 1
    found.lines_respaced += max(0, added - _differ(old, new, _SPACES)[0])
    found.reshaped += old.translate(None, _PUNCTUATION) == new.translate(None, _PUNCTUATION)


def _differ(old: bytes, new: bytes, without: bytes) -> tuple[int, int]:
    """Return how many lines only the new text has, and how many only the old one."""
    before, after = _lines(old, without), _lines(new, without)
    shared = (before & after).total()
    return after.total() - shared, before.total() - shared


def _lines(text: bytes, without: bytes) -> Counter[bytes]:
    lines = text.translate(None, without).split(b"\n")
    if not lines[-1]:
        lines.pop()
    return Counter(lines)


def _binary(data: bytes) -> bool:
    return b"\0" in data[:_BINARY_PROBE]
