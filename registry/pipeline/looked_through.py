# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What is looked through of a repository: the register's list and the repository's own, and what each comes to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from registry.provenance import service as provenance
from registry.provenance.looked_through import LookedThrough
from registry.provenance.methods import SAME, Difference, otherwise
from registry.provenance.numbers import numbers_of
from registry.provenance.own_revisions import OwnRevision, OwnRevisions
from registry.provenance.snapshot import CommitFacts, Method, Snapshot


@dataclass(frozen=True)
class Effect:
    """A commit, how many lines of each file of the present are handed on by it, and how many stay with it."""

    facts: CommitFacts | None = None
    files: Mapping[bytes, int] = field(default_factory=dict)
    stay: int = 0

    @property
    def handed_on(self) -> int:
        """How many lines are handed on."""
        return sum(self.files.values())


@dataclass(frozen=True)
class Listed:
    """A commit on the register's list; `acts` tells whether the last reading knew of it."""

    decision: LookedThrough
    acts: bool
    effect: Effect


@dataclass(frozen=True)
class OwnListed:
    """A line of the repository's own list. What it hands on is what it would: nobody decided it."""

    revision: OwnRevision
    effect: Effect


@dataclass(frozen=True)
class Lists:
    """Both lists. `ended` are commits that the last reading looked through and that stand on the list no more.

    `not_in` are the files, with their lines, in which nothing is looked through: git blame told who wrote them.
    """

    listed: tuple[Listed, ...]
    ended: tuple[str, ...]
    own: OwnRevisions | None
    own_listed: tuple[OwnListed, ...]
    not_in: tuple[tuple[bytes, int], ...] = ()


def lists(session: Session, snapshot: Snapshot) -> Lists:
    """Return what is looked through of a repository's present."""
    repository = snapshot.repository
    decisions, own = (
        provenance.looked_through(session, repository),
        provenance.own_revisions(session, repository),
    )
    known = own.known if own else frozenset()
    numbers = numbers_of(session, {*known, *(one.commit for one in decisions)})
    facts = provenance.commits(session, numbers.values())
    stay = provenance.lines_standing(session, repository, numbers.values())
    acted = frozenset(snapshot.totals.looked_through)

    def effect(commit: str, handed: Mapping[int, Mapping[bytes, int]]) -> Effect:
        number = numbers.get(commit, 0)
        return Effect(facts.get(number), handed.get(number, {}), stay.get(number, 0))

    by_list, by_own = _by_list(session, repository), _by_own(session, repository)
    return Lists(
        listed=tuple(Listed(one, one.commit in acted, effect(one.commit, by_list)) for one in decisions),
        ended=tuple(sorted(acted - {one.commit for one in decisions})),
        own=own,
        own_listed=tuple(OwnListed(one, effect(one.commit, by_own)) for one in own.revisions) if own else (),
        not_in=tuple((one.path, one.lines) for one in provenance.blamed_files(session, repository)),
    )


def _by_list(session: Session, repository: int) -> Mapping[int, Mapping[bytes, int]]:
    """Return the lines that each commit hands on by the register's list: it would have them otherwise."""
    found: defaultdict[int, Counter[bytes]] = defaultdict(Counter)
    for one in provenance.without_list(session, repository):
        for lines, commit in one.pairs:
            if commit != SAME:
                found[commit][one.path] += lines
    return found


def _by_own(session: Session, repository: int) -> Mapping[int, Mapping[bytes, int]]:
    """Return the lines that each commit would hand on by the repository's own list."""
    said = [one for one in provenance.differences(session, repository) if one.method is Method.OWN_REVISIONS]
    found: defaultdict[int, Counter[bytes]] = defaultdict(Counter)
    for one, pairs in _with_main(session, repository, said):
        for run in otherwise(pairs, one):
            found[run.commit][one.path] += run.count
    return found


def _with_main(
    session: Session, repository: int, said: Sequence[Difference]
) -> list[tuple[Difference, Sequence[tuple[int, int]]]]:
    """Return each difference with what the main method says of the file."""
    if not said:
        return []
    pairs = {one.path: one.pairs for one in provenance.files(session, repository, lines=True)}
    return [(one, pairs[one.path]) for one in said if one.path in pairs]
