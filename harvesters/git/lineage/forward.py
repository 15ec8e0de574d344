# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Forward: through the history oldest first, the writers of every line at every commit, told for the main line.

The main line is the first-parent chain that ends at the tip. Commits beside it are walked as well, since their
lines come to the main line by merges. Arrays are shared between versions; a commit that nobody needs any
more is forgotten.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from harvesters.git.lineage.arrays import NO_LINES, UNREAD, Array, Piece, Writer, put_together
from harvesters.git.lineage.blobs import Blobs, is_binary
from harvesters.git.lineage.descent import Descent, Origin
from harvesters.git.lineage.edits import Edit, edit, with_other_writers
from harvesters.git.lineage.hunks import Differ
from harvesters.git.lineage.model import Change, Hunk, Step, Stretch
from harvesters.git.lineage.splitting import split
from harvesters.git.lineage.steps import compared, ordered
from harvesters.git.lineage.through import Through
from harvesters.git.model import Mirror, Oid

_COMPARED = 4000  # pairs of versions whose hunks are remembered
_FILE = b"10"  # how the mode of a regular file begins

Needed = Mapping[bytes, Mapping[bytes, bytes]]
"""By commit the paths of which arrays will be asked for, with their blobs."""

Base = Callable[[bytes, bytes], Array | None]
"""Returns the array of (commit, path) for a commit that was followed earlier; None where it tells no lines."""


@dataclass(frozen=True)
class Version:
    """A commit of the main line, and what it did to each path that it changed."""

    commit: Oid
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Following:
    """Which number stands for a commit, and what is known: commits that lead to no new ones, and the arrays at those.

    `announce` is told beforehand of which commits arrays will be asked for. Commits to be looked `through` keep
    only those lines that cannot be found before them.
    """

    number: Callable[[bytes], Writer]
    without: Sequence[Oid] = ()
    base: Base = lambda _commit, _path: None
    announce: Callable[[Needed], None] = lambda _: None
    ignore_space: bool = False
    through: frozenset[Oid] = frozenset()


def follow(mirror: Mirror, tip: Oid, how: Following) -> Iterator[Version]:
    """Yield the main line's commits, oldest first, but none that `how.without` lead to.

    Raises UnreadableError where a commit or a tree is absent.
    """
    known = [one.encode() for one in how.without]
    order = ordered(mirror, [tip.encode()], known, oldest_first=True)
    walk = _Walk(Blobs(mirror), how, Counter(parent for line in order for parent in line[1:]))
    chain = _chain(order, tip.encode())
    taken: Iterable[Step] = compared(mirror, order, roots=True)
    if how.without:
        taken = list(taken)  # what is new since the last time is little
        how.announce(_needed(taken))
    for step in taken:
        edits = walk.take(step, told=step.commit in chain)
        if step.commit in chain:
            yield Version(Oid(step.commit.decode()), edits)


def _needed(taken: Sequence[Step]) -> Needed:
    """Return what will be asked for at commits that are none of these: what differs from them first."""
    bases: dict[bytes, bytes] = {}  # where the first parents of each of these lead to
    needed: defaultdict[bytes, dict[bytes, bytes]] = defaultdict(dict)
    for step in taken:
        for parent, changes in zip(step.parents, step.changes, strict=False):
            there = needed[bases.get(parent, parent)]
            for path, record in changes.items():
                change = Change.parsed(record)
                if change.old_mode.startswith(_FILE):
                    there.setdefault(path, change.old)
        bases[step.commit] = bases.get(step.parents[0], step.parents[0]) if step.parents else b""
    needed.pop(b"", None)
    return needed


def _chain(order: Sequence[Sequence[bytes]], tip: bytes) -> frozenset[bytes]:
    """Return the commits of the main line."""
    first_parent = {line[0]: line[1] if len(line) > 1 else b"" for line in order}
    chain = set()
    while tip in first_parent:
        chain.add(tip)
        tip = first_parent[tip]
    return frozenset(chain)


@dataclass
class _State:
    """The arrays at a commit: those that differ from an earlier commit, whose own are asked for elsewhere."""

    arrays: dict[bytes, Array | None]
    base: bytes


@dataclass(frozen=True, slots=True)
class _Found:
    """A path's new array, and where it differs from the first parent's, if that was compared."""

    array: Array | None
    hunks: Sequence[Hunk] | None = None


@dataclass
class _Walk:
    """A walk under way: the arrays at each commit that still has children to come."""

    blobs: Blobs
    how: Following
    children: Counter[bytes]
    states: dict[bytes, _State] = field(default_factory=dict)
    compared: dict[tuple[bytes, bytes], Sequence[Hunk]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.differ = Differ(ignore_space=self.how.ignore_space)
        self.descent = Descent(self.blobs, text_only=True)
        self.through = Through(self.how.through, self.blobs, self.differ, lambda: None)

    def take(self, step: Step, *, told: bool) -> tuple[Edit, ...]:
        """Find the arrays of the paths that a commit changed; returns the edits, if they are to be told."""
        changes = {path: Change.parsed(record) for path, record in step.changes[0].items()}
        self.descent.begin(step)
        found = {path: self._found(step, path, change) for path, change in changes.items()}
        edits = [self._edit(step, path, changes[path], new) for path, new in found.items()] if told else []
        state = self._begin(step)
        for path, new in found.items():
            state.arrays[path] = new.array
            if new.array is None and not state.base:
                del state.arrays[path]
        if self.children[step.commit]:
            self.states[step.commit] = state
        return tuple(one for one in edits if one.ops)

    def _begin(self, step: Step) -> _State:
        """Take over the first parent's arrays: as they are if nobody else needs them, or a copy."""
        held = [self.states.get(parent) for parent in step.parents]
        for parent in step.parents:
            self.children[parent] -= 1
            if not self.children[parent]:
                self.states.pop(parent, None)
        if not step.parents:
            return _State({}, b"")
        first = held[0]
        if first is None:
            return _State({}, step.parents[0])
        return _State(dict(first.arrays), first.base) if step.parents[0] in self.states else first

    def _at(self, commit: bytes, path: bytes) -> Array | None:
        state = self.states.get(commit)
        if state is None:
            return self.how.base(commit, path)
        if path in state.arrays:
            return state.arrays[path]
        return self.how.base(state.base, path) if state.base else None

    def _found(self, step: Step, path: bytes, change: Change) -> _Found:
        if change.status == b"D" or not change.mode.startswith(_FILE):
            return _Found(None)
        new, origins = self.descent.origins(path) if step.parents else (change.new, [])
        if origins and origins[0].blob == new:
            return _Found(self._at(origins[0].parent, origins[0].path))
        data = self.blobs.get(new)
        if data is None:
            return _Found(UNREAD)
        if is_binary(data):
            return _Found(None)
        return self._traced(step, path, new, origins)

    def _traced(self, step: Step, path: bytes, blob: bytes, origins: Sequence[Origin]) -> _Found:
        """Take each line from the first parent that has it; the rest the commit wrote."""
        data = self.blobs.get(blob) or b""
        lines = data.count(b"\n") + (not data.endswith(b"\n") and bool(data))
        left: list[Stretch] = [(0, lines, 0)] if lines else []
        pieces: list[Piece] = []
        against_first = None
        for origin in origins:
            array, old = self._at(origin.parent, origin.path), self.blobs.get(origin.blob)
            if old is not None and (array is None or is_binary(old)):
                continue
            if old is None or array is None or array is UNREAD:
                return _Found(put_together([*pieces, *(Piece(to, n) for _, n, to in left)], lines))
            hunks = self._hunks((origin.blob, blob), old, data)
            if origin.parent == step.parents[0] and origin.path == path:
                against_first = hunks
            left, handed = split(left, hunks)
            pieces += [Piece(target, count, array, first) for first, count, target in handed]
            if not left:
                break
        if left and step.commit in self.through:
            left, handed_on = self.through.look(step, blob, left, origins)
            pieces += [self._piece(step, *one) for one in handed_on]
        pieces += [Piece(target, count, writer=self.how.number(step.commit)) for _, count, target in left]
        return _Found(put_together(pieces, lines), against_first)

    def _piece(self, step: Step, parent: bytes, path: bytes, stretch: Stretch) -> Piece:
        """Return lines that stood elsewhere in a parent; they stay with the commit where that tells no lines."""
        first, count, target = stretch
        array = self._at(parent, path)
        if array is None:
            return Piece(target, count, writer=self.how.number(step.commit))
        return Piece(target, count) if array is UNREAD else Piece(target, count, array, first)

    def _edit(self, step: Step, path: bytes, change: Change, new: _Found) -> Edit:
        before = self._at(step.parents[0], path) if change.old_mode.startswith(_FILE) else None
        old = NO_LINES if before is None or before is UNREAD else before
        array = NO_LINES if new.array is None or new.array is UNREAD else new.array
        if new.hunks is not None and old.lines:
            return edit(path, old, array, new.hunks)  # all else came from the first parent
        hunks = self._compared(change) if old.lines and array.lines else None
        if hunks is None:
            hunks = [(0, old.lines, 0, array.lines)] if old.lines or array.lines else []
        return edit(path, old, array, with_other_writers(old, array, hunks))

    def _compared(self, change: Change) -> Sequence[Hunk] | None:
        pair = change.old, change.new
        if pair in self.compared:
            return self.compared[pair]
        before, after = map(self.blobs.get, pair)
        return None if before is None or after is None else self._hunks(pair, before, after)

    def _hunks(self, pair: tuple[bytes, bytes], before: bytes, after: bytes) -> Sequence[Hunk]:
        """Compare two versions, once: a merge often brings what a branch did to the very same version."""
        hunks = self.compared.get(pair)
        if hunks is None:
            self.compared[pair] = hunks = self.differ.hunks(before, after)
            if len(self.compared) > _COMPARED:
                del self.compared[next(iter(self.compared))]
        return hunks
