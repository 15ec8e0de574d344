# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What was written: a repository's present as the ownership rules see it, whatever papers there are.

Each commit becomes a writer (authors, day, how it came); each file is told by how many lines each writer wrote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy.orm import Session

from registry.ownership.facts import Author
from registry.pipeline.machines import MachineKind, account_of, machine
from registry.pipeline.reach import reached
from registry.pipeline.trees import Tree
from registry.provenance.model import Origin, WorkType
from registry.provenance.runs import NOBODY
from registry.provenance.signatures import Signed, Signer, signatures
from registry.provenance.snapshot import File, Skip, Snapshot
from registry.text import path_text

FAR = timedelta(days=366)
"""An author's date so far from the committer's makes the author doubtful: the commit was rewritten or back-dated."""

_WITHOUT_LINES = frozenset({Skip.BINARY, Skip.LFS_POINTER, Skip.TOO_LARGE})
_NOBODY_S = frozenset({Skip.THIRD_PARTY, Skip.GENERATED})
_UNREAD = frozenset({Skip.UNREADABLE, Skip.TOO_LARGE})


@dataclass(frozen=True)
class Writer:
    """What the rules need of a commit. Without authors nobody is identified; `bot`: a machine's own work."""

    authors: tuple[Author, ...]
    day: date
    bulk: bool = False
    ai_assisted: bool = False
    doubtful: bool = False
    bot: bool = False
    reachable_from: frozenset[str] = frozenset()


@dataclass(frozen=True)
class WrittenFile:
    """A file: how many lines each writer (its number in `Written.writers`) wrote; 0 of a file without lines."""

    path: str
    work_type: WorkType
    origin: Origin
    lines: Mapping[int, int]


@dataclass(frozen=True)
class Person:
    """Who signs with an address, as far as it may be shown: the register's number and a name."""

    identity: int
    name: str


@dataclass(frozen=True)
class Written:
    """A repository's present: its writers, its files, the writer of each commit, and what tells nothing."""

    repository: int
    tree: Tree
    writers: tuple[Writer, ...]
    files: tuple[WrittenFile, ...]
    by_commit: Mapping[int, int]
    left_out: Mapping[Skip, int]
    people: Mapping[str, Person] = field(default_factory=dict)

    @property
    def snapshot(self) -> Snapshot:
        """What is known of the content as a whole."""
        return self.tree.snapshot


def read_written(session: Session, tree: Tree, revisions: Collection[str] = ()) -> Written:
    """Return what was written in a tree; of `revisions` (SWHIDs), which lines reach back to them."""
    repository, snapshot, files = tree.snapshot.repository, tree.snapshot, tree.files(session)
    numbers = {commit for one in files for _, commit in one.pairs} | {
        n for one in files for n in one.versions
    }
    numbers.discard(NOBODY)
    signed = signatures(session, numbers)
    bulk = {one.commit for one in snapshot.bulk if one.delivers}
    writers: dict[Writer, int] = {}
    # nobody says when it was written: no earlier than the first day of what is left of the repository's history
    nobody = Writer((), min((_day(one) for one in signed.values()), default=snapshot.read_at.date()))
    writers[nobody] = 0
    reach = {one: reached(session, repository, one, signed) for one in revisions}
    by_commit = _by_commit(signed, bulk, reach, writers)
    told = [(one, _lines(one, by_commit)) for one in files]
    return Written(
        repository=repository,
        tree=tree,
        writers=tuple(writers),
        files=tuple(_file(one, lines) for one, lines in told if lines is not None),
        by_commit=by_commit,
        left_out=dict(Counter(one.skip for one, lines in told if lines is None and one.skip is not None)),
        people=_people(signed.values()),
    )


def _by_commit(
    signed: Mapping[int, Signed],
    bulk: Collection[str],
    reach: Mapping[str, frozenset[int]],
    writers: dict[Writer, int],
) -> dict[int, int]:
    """Return the writer's number of each commit; writers that are met first are added."""
    found = {NOBODY: 0}
    for number, one in sorted(signed.items()):
        inside = frozenset(revision for revision, history in reach.items() if number in history)
        found[number] = writers.setdefault(_writer(one, one.oid in bulk, inside), len(writers))
    return found


def author_of(signer: Signer) -> Author:
    """Return an author as the facts name them; GitHub's own address names an account by its number."""
    return Author(email=signer.email, name=signer.name, github_id=account_of(signer.email))


def _writer(one: Signed, bulk: bool, reachable_from: frozenset[str]) -> Writer:
    signers = list(dict.fromkeys((one.author, *one.co_authors)))
    kinds = [found.kind if (found := machine(signer.name, signer.email)) else None for signer in signers]
    humans = [signer for signer, kind in zip(signers, kinds, strict=True) if kind is None]
    return Writer(
        authors=tuple(dict.fromkeys(map(author_of, humans))),
        day=_day(one),
        bulk=bulk,
        ai_assisted=MachineKind.AGENT in kinds and (bool(humans) or MachineKind.ON_BEHALF not in kinds),
        doubtful=one.written is None or one.committed is None or abs(one.committed - one.written) > FAR,
        bot=not humans and set(kinds) == {MachineKind.BOT},
        reachable_from=reachable_from,
    )


def _day(one: Signed) -> date:
    return one.written or one.committed or date.min


def _lines(one: File, by_commit: Mapping[int, int]) -> Mapping[int, int] | None:
    """Return the lines by writer; 0 lines of nobody where nothing attributes them; None for what tells nothing."""
    if one.skip is None:
        found: Counter[int] = Counter()
        for count, commit in one.pairs:
            found[by_commit[commit]] += count
        return found
    if one.skip in _NOBODY_S or (one.skip in _UNREAD and one.lines):
        return {0: one.lines}
    if one.skip in _WITHOUT_LINES:
        return {by_commit[number]: 0 for number in one.versions} or {0: 0}
    return None


def _file(one: File, lines: Mapping[int, int]) -> WrittenFile:
    return WrittenFile(path_text(one.path), WorkType(one.work_type), Origin(one.origin), lines)


def _people(signed: Iterable[Signed]) -> dict[str, Person]:
    found: dict[str, Person] = {}
    for one in signed:
        for signer in (one.author, *one.co_authors):
            found.setdefault(signer.email, Person(signer.identity, signer.name))
    return found
