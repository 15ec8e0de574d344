# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Following: the lines of a repository along its main line, from its beginning or from where it was left."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from harvesters.git.lineage.arrays import NO_LINES, Array
from harvesters.git.lineage.edits import Edit as Told
from harvesters.git.lineage.forward import Following, Needed, follow
from harvesters.git.model import Commit, Mirror, Oid
from registry.database import Base, chunks
from registry.provenance.edits import Edit, pack_edits, replayed, unpack_edits
from registry.provenance.growth import Change, Month, month_of, pack_change, unpack_change
from registry.provenance.intake.beside import Beside, array_of
from registry.provenance.records import EditsRow, GrowthRow, MainLineRow, path_key
from registry.provenance.runs import NOBODY, Pair, pack_steps, unpack_steps

FOLLOWER = 1
"""The version of this following: another one follows every main line anew."""

Kinds = Callable[[Sequence[bytes]], Mapping[bytes, str]]
"""Returns the work type of each path of before that was the repository's own; others are left out."""


@dataclass(frozen=True)
class Past:
    """What following goes by: the commits (newest first), their numbers, and what each path counts as.

    `now` has the work type of the paths that are there today, None where one is not the repository's own.
    `judged` stands for everything that `kinds` and what is looked `through` depend on: while it is the same, what
    was followed still holds.
    """

    repository: int
    commits: Sequence[Commit]
    numbers: Mapping[Oid, int]
    now: Mapping[bytes, str | None]
    kinds: Kinds
    judged: str
    through: frozenset[Oid] = frozenset()

    def kinds_of(self, paths: Iterable[bytes]) -> dict[bytes, str]:
        """Return the work type of each path that is or was the repository's own."""
        paths = list(paths)
        found = {path: kind for path in paths if (kind := self.now.get(path)) is not None}
        return found | dict(self.kinds([path for path in paths if path not in self.now]))


def keep_past(session: Session, mirror: Mirror, tip: Oid, past: Past) -> int:
    """Follow the main line to its tip and keep what it tells; returns how many commits of it were new.

    Starts where the last one ended, if that is still on the main line; else from the beginning.
    """
    chain = main_line(past.commits, tip)
    held = _held(session, past, chain)
    _forget(session, past.repository, everything=held is None)
    store = _Store(session, mirror, past, [past.numbers[one.oid] for one in chain], held or 0)
    without = [chain[held - 1].oid] if held else []
    how = Following(without, store.base, store.announce, through=past.through)
    for place, version in enumerate(follow(mirror, tip, how), start=held or 0):
        store.take(place, version.edits)
    store.keep(_risen(chain))
    return len(chain) - (held or 0)


def main_line(commits: Sequence[Commit], tip: Oid) -> list[Commit]:
    """Return the chain of first parents that ends at the tip, oldest first."""
    known = {commit.oid: commit for commit in commits}
    chain = []
    at: Oid | None = tip
    while at is not None and (commit := known.get(at)) is not None:
        chain.append(commit)
        at = commit.parents[0] if commit.parents else None
    return chain[::-1]


def _risen(chain: Iterable[Commit]) -> list[int]:
    """Return when each commit was put on the main line: never before the one in front of it."""
    seconds: list[int] = []
    for commit in chain:
        own = max(-(2**62), min(2**62, commit.committer.seconds))
        seconds.append(max(own, seconds[-1]) if seconds else own)
    return seconds


def _held(session: Session, past: Past, chain: Sequence[Commit]) -> int | None:
    """Return how much of the main line was followed, if all of that is still on it; None otherwise."""
    row = session.get(MainLineRow, past.repository)
    if row is None or row.kinds != past.judged:
        return None
    numbers = unpack_steps(row.commits)
    same = [past.numbers[one.oid] for one in chain[: len(numbers)]] == numbers
    return len(numbers) if same and numbers and _still_of_its_kind(session, past) else None


def _still_of_its_kind(session: Session, past: Past) -> bool:
    query = select(EditsRow.path, EditsRow.work_type).where(EditsRow.repository_id == past.repository)
    return all(past.now.get(path, kind) == kind for path, kind in session.execute(query))


def _forget(session: Session, repository: int, *, everything: bool) -> None:
    session.execute(delete(MainLineRow).where(MainLineRow.repository_id == repository))
    if everything:
        session.execute(delete(EditsRow).where(EditsRow.repository_id == repository))
        session.execute(delete(GrowthRow).where(GrowthRow.repository_id == repository))


@dataclass
class _Store:
    """What is gathered on the way; `main` has the number of each commit of the main line."""

    session: Session
    mirror: Mirror
    past: Past
    main: Sequence[int]
    held: int
    edits: defaultdict[bytes, list[Edit]] = field(default_factory=lambda: defaultdict(list))
    changed: list[tuple[int, bytes, int, int]] = field(default_factory=list)  # place, path, commit, lines
    rows: dict[bytes, int] = field(default_factory=dict)  # the row of each path that has one
    known: dict[bytes, list[Edit]] = field(default_factory=dict)

    @cached_property
    def places(self) -> Mapping[bytes, int]:
        """The place of each commit of the main line that was followed before."""
        oids = {number: oid for oid, number in self.past.numbers.items()}
        return {oids[number].encode(): place for place, number in enumerate(self.main[: self.held])}

    @cached_property
    def beside(self) -> Beside:
        """What is found at commits beside the main line."""
        commits = {commit.oid: commit for commit in self.past.commits}
        return Beside(
            self.mirror,
            commits,
            self.places,
            lambda commit, path: self.base(commit, path) or NO_LINES,
            self.past.through,
        )

    @cached_property
    def oids(self) -> Mapping[int, bytes]:
        """The id of each commit number."""
        return {number: oid.encode() for oid, number in self.past.numbers.items()}

    def take(self, place: int, edits: Iterable[Told]) -> None:
        """Note what a commit of the main line did."""
        for told in edits:
            ops = tuple((kept, dropped, self._pairs(put_in)) for kept, dropped, put_in in told.ops)
            self.edits[told.path].append(Edit(place, ops))
            for _, _, put_in in ops:
                self.changed += [(place, told.path, commit, lines) for lines, commit in put_in]
            self.changed += [(place, told.path, commit, -lines) for lines, commit in self._pairs(told.gone)]

    def _pairs(self, runs: Iterable[tuple[int, bytes]]) -> tuple[Pair, ...]:
        numbers = self.past.numbers
        return tuple((lines, numbers.get(Oid(writer.decode()), NOBODY)) for lines, writer in runs)

    def base(self, commit: bytes, path: bytes) -> Array | None:
        """Return the array of a path at a commit of the main line, or at one beside it that was announced."""
        place = self.places.get(commit)
        if place is None:
            return self.beside.arrays.get((commit, path))
        pairs = replayed(self._known(path), place)
        return array_of((lines, self.oids.get(number, b"")) for lines, number in pairs)

    def announce(self, needed: Needed) -> None:
        """Load what is known of the paths that will be asked for, and find what lies beside the main line."""
        self._load({path for paths in needed.values() for path in paths})
        self.beside.announce(needed)

    def _load(self, paths: Collection[bytes]) -> None:
        self.known.update((path, []) for path in paths)
        for chunk in chunks([path_key(path) for path in paths] if self.held else []):
            query = select(EditsRow.id, EditsRow.path, EditsRow.edits).where(
                EditsRow.repository_id == self.past.repository, EditsRow.path_key.in_(chunk)
            )
            for number, path, edits in self.session.execute(query):
                self.rows[path], self.known[path] = number, unpack_edits(edits, self.main)

    def _known(self, path: bytes) -> list[Edit]:
        if path not in self.known:
            self._load([path])
        return self.known[path]

    def keep(self, seconds: Sequence[int]) -> None:
        """Keep everything that was gathered."""
        kinds = self.past.kinds_of(self.edits)
        new, grown = [], []
        self._load([path for path in self.edits if path not in self.known])
        for path, edits in self.edits.items():
            packed = pack_edits([*self.known[path], *edits], self.main)
            if path in self.rows:
                grown.append({"id": self.rows[path], "edits": packed})
            else:
                new.append(self._row(path, kinds.get(path), packed))
        if grown:
            self.session.execute(update(EditsRow), grown)
        _insert(self.session, EditsRow, new)
        self._keep_growth(kinds, seconds)
        line = MainLineRow(repository_id=self.past.repository, kinds=self.past.judged)
        line.commits, line.seconds = pack_steps(self.main), pack_steps(seconds)
        self.session.add(line)

    def _row(self, path: bytes, kind: str | None, packed: bytes) -> dict[str, object]:
        return {
            "repository_id": self.past.repository,
            "path": path,
            "path_key": path_key(path),
            "work_type": kind,
            "edits": packed,
        }

    def _keep_growth(self, kinds: Mapping[bytes, str], seconds: Sequence[int]) -> None:
        months: defaultdict[Month, Change] = defaultdict(Counter)
        for place, path, commit, lines in self.changed:
            if (kind := kinds.get(path)) is not None:
                months[month_of(seconds[place])][commit, kind] += lines
        here = GrowthRow.repository_id == self.past.repository
        for row in self.session.scalars(select(GrowthRow).where(here, GrowthRow.month.in_(list(months)))):
            months[row.month].update(unpack_change(row.changes))
        self.session.execute(delete(GrowthRow).where(here, GrowthRow.month.in_(list(months))))
        rows = [
            {"repository_id": self.past.repository, "month": month, "changes": pack_change(change)}
            for month, change in sorted(months.items())
        ]
        _insert(self.session, GrowthRow, rows)


def _insert(session: Session, table: type[Base], rows: Sequence[Mapping[str, object]]) -> None:
    for chunk in chunks(rows):
        session.execute(insert(table), chunk)
