# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Signs: everything that can be counted of the commits that brought much at once, by which they are recognised."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low

from harvesters.git.model import Change, Commit, Oid
from registry.provenance.bulk import said
from registry.provenance.domains import of_organisation
from registry.provenance.intake.counting import Counts

_MANY = 20  # files that make a commit worth counting
_FEW = 5  # the same where the history is short
_SHORT = 200
_MOST = 1000  # commits counted of one history, those of the most files
HEAVY = 5000
"""Lines of one commit that stand at the head: so many are worth counting, however few files they are in."""

_DAY = 86_400
_ONE_DELIVERY = 3  # days


class Large:
    """The commits that wrote many files, and how many files each commit wrote."""

    def __init__(self, found: Sequence[Commit], heavy: Collection[Oid] = ()) -> None:
        self._heavy = frozenset(heavy)
        self._parents = {commit.oid: len(commit.parents) for commit in found}
        self._least = _FEW if len(found) <= _SHORT else _MANY
        self._kept: list[tuple[int, Oid, tuple[Change, ...]]] = []
        self.files: list[int] = []

    def look(self, commit: Oid, changes: tuple[Change, ...]) -> None:
        """Note what a commit wrote; a join of two lines of history delivers nothing by itself."""
        if self._parents.get(commit, 2) > 1:
            return
        written = sum(change.new is not None for change in changes)
        self.files.append(written)
        if written >= self._least or (written and (commit in self._heavy or not self._parents[commit])):
            keep = heapq.heappush if len(self._kept) < _MOST else heapq.heappushpop
            keep(self._kept, (written, commit, changes))

    @property
    def commits(self) -> dict[Oid, tuple[Change, ...]]:
        """The commits worth counting, with what they did."""
        return {commit: changes for _, commit, changes in self._kept}


@dataclass(frozen=True)
class _Before:
    """What the history knows of a commit: whole days of silence before it, and who had written by then."""

    days: int
    days_of_author: int
    authors: int


def signs(
    found: Sequence[Commit], large: Large, counts: Mapping[Oid, Counts], lines_now: Mapping[Oid, int]
) -> dict[Oid, dict[str, int]]:
    """Return the signs of each counted commit; `lines_now` says how many lines of each stand at the head."""
    before = _before(found)
    authors = len({commit.author.email.lower() for commit in found})
    typical = median_low(large.files) if large.files else 0
    by_oid = {commit.oid: commit for commit in found}
    whole = {"authors": authors, "typical_files": typical}
    return {
        oid: _of_counts(one)
        | _of_history(by_oid[oid], before[oid], one)
        | whole
        | {"lines_now": lines_now.get(oid, 0)}
        for oid, one in counts.items()
        if oid in by_oid
    }


def _of_counts(one: Counts) -> dict[str, int]:
    files, lines = one.added + one.changed, one.lines_added + one.lines_foreign
    told = {
        "files": files,
        "files_added": one.added,
        "files_moved": one.moved,
        "files_deleted": one.deleted,
        "files_unread": one.unread,
        "tree": one.tree,
        "tree_before": max(0, one.tree - one.added + one.deleted),
        "folders": one.folders,
        "endings": one.endings,
        "lines_added": one.lines_added,
        "lines_removed": one.lines_removed,
        "lines_foreign": one.lines_foreign,
        "compared": one.compared,
        "same_shape": one.same_shape,
    }
    shares = {
        "share": (files, one.tree),
        "share_new": (one.added, files),
        "foreign": (one.foreign, files),
        "own_lines": (one.lines_added, lines),
        "reshaped": (one.reshaped, one.compared),
        "respaced": (one.lines_respaced, one.lines_added),
    }
    return told | {name: part * 100 // whole for name, (part, whole) in shares.items() if whole}


def _of_history(commit: Commit, before: _Before, one: Counts) -> dict[str, int]:
    told = {
        "root": int(not commit.parents),
        "authors_before": before.authors,
        "named": int(of_organisation(commit.author.email)),
        "lines_a_day": one.lines_added // max(1, before.days_of_author),
    }
    if commit.parents:
        told["days"] = before.days
    return told | said(commit.subject)


@dataclass(frozen=True)
class _Stretch:
    """When a commit was committed, when the stretch of days that it is of began, and the silence before that."""

    seconds: int
    begun: int
    days: int


def _before(found: Sequence[Commit]) -> dict[Oid, _Before]:
    """Return what came before each commit."""
    known: dict[Oid, _Before] = {}
    stretches: dict[Oid, _Stretch] = {}
    last: dict[str, int] = {}
    for commit in reversed(found):
        now, author = commit.committer.seconds, commit.author.email.lower()
        stretches[commit.oid] = _stretch(commit, stretches)
        alone = _whole_days(last[author], now) if author in last else 0
        known[commit.oid] = _Before(stretches[commit.oid].days, alone, len(last))
        last[author] = max(now, last.get(author, now))
    return known


def _stretch(commit: Commit, stretches: Mapping[Oid, _Stretch]) -> _Stretch:
    """Commits of three days are one delivery: the silence before the first of them counts for all."""
    now = commit.committer.seconds
    before = stretches.get(commit.parents[0]) if commit.parents else None
    if before is None:
        return _Stretch(now, now, 0)
    if _whole_days(before.begun, now) < _ONE_DELIVERY:
        return _Stretch(now, before.begun, before.days)
    return _Stretch(now, now, _whole_days(before.seconds, now))


def _whole_days(before: int, now: int) -> int:
    return max(0, (now - before) // _DAY)
