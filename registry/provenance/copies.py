# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A copy: lines that came into a repository in a file that stood, byte for byte, in another one before.

It is a finding with its evidence, and moves no title: the same bytes say that somebody copied, not who may.
Where both have the file from history that they share there is no copy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from registry.provenance.sightings import Arrival, First, key

COMMON = 6
"""A file that stood in so many repositories before is everybody's: no copy of one of them."""

Moment = tuple[int, int]
"""When a commit was written and when it was committed, in seconds since 1970."""


@dataclass(frozen=True)
class Copy:
    """Lines of a commit at `path`, and where the same blob stood before. Commits by the register's numbers."""

    path: bytes
    blob: bytes
    lines: int
    commit: int
    source: int
    source_commit: int
    source_path: bytes
    family: bool


@dataclass(frozen=True)
class Register:
    """What all repositories know together: first sightings by key and repository, histories, times, families."""

    firsts: Mapping[int, Mapping[int, First]]
    histories: Mapping[int, Collection[int]]
    moments: Mapping[int, Moment]
    families: Collection[frozenset[int]]


def copies(repository: int, arrivals: Iterable[Arrival], known: Register) -> Iterator[Copy]:
    """Yield what came into a repository from others, each from where it stood first."""
    for arrival in arrivals:
        there = known.firsts.get(key(arrival.blob), {})
        own = there.get(repository)
        if own is None or len(there) < 2:
            continue
        source = _earliest(repository, own, there, known)
        if source is not None:
            first = there[source]
            yield Copy(
                path=arrival.path,
                blob=arrival.blob,
                lines=arrival.lines,
                commit=arrival.commit,
                source=source,
                source_commit=first.commit,
                source_path=first.path,
                family=frozenset({repository, source}) in known.families,
            )


def _earliest(repository: int, own: First, there: Mapping[int, First], known: Register) -> int | None:
    """Return the repository in which the blob stood first, if that is not the one asked about."""
    here = known.histories[repository]
    earlier = {
        other: known.moments[first.commit]
        for other, first in there.items()
        if other != repository
        and first.commit not in here
        and own.commit not in known.histories[other]
        and known.moments[first.commit] < known.moments[own.commit]
    }
    if not earlier or len({there[other].commit for other in earlier}) >= COMMON:
        return None
    return min(earlier, key=lambda other: (earlier[other], other))


def by_source(found: Iterable[Copy]) -> dict[int, list[Copy]]:
    """Return copies by the repository that they came from, the most lines first."""
    groups: defaultdict[int, list[Copy]] = defaultdict(list)
    for one in found:
        groups[one.source].append(one)
    return dict(sorted(groups.items(), key=lambda group: -sum(one.lines for one in group[1])))
