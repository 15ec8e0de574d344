# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What following goes by: the commits of a history, and what each path of it counts as."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from harvesters.git.model import Commit, Oid
from registry.provenance.runs import NOBODY

_LOOKED_THROUGH = "+"

Kinds = Callable[[Sequence[bytes]], Mapping[bytes, str]]
"""Returns the work type of each path of before that was the repository's own; others are left out."""


class _Commits(dict[Oid, Commit]):
    """Commits by id, looked through as far as was asked: what is new stands in front."""

    def __init__(self, commits: Iterable[Commit]) -> None:
        super().__init__()
        self._rest = iter(commits)

    def __missing__(self, oid: Oid) -> Commit:
        for commit in self._rest:
            self[commit.oid] = commit
            if commit.oid == oid:
                return commit
        raise KeyError(oid)


@dataclass(frozen=True)
class Past:
    """What following goes by: the commits (newest first), their numbers, and what each path counts as.

    `now` has the work type of the paths that are there today, None where one is not the repository's own.
    `judged` (64 hex digits) stands for everything that `kinds` depends on: while it is the same, so are the kinds.
    Lines of commits that are looked `through` are those of the commits before them.
    """

    repository: int
    commits: Sequence[Commit]
    numbers: Mapping[Oid, int]
    now: Mapping[bytes, str | None]
    kinds: Kinds
    judged: str
    through: frozenset[Oid] = frozenset()

    @cached_property
    def known(self) -> Mapping[Oid, Commit]:
        """Each commit by its id. Ask `numbers` which ones there are."""
        return _Commits(self.commits)

    @cached_property
    def oids(self) -> Mapping[int, Oid]:
        """The id of each commit by its number."""
        return dict(zip(self.numbers.values(), self.numbers, strict=True))

    def number(self, commit: bytes) -> int:
        """Return the number of a commit, given by its id; NOBODY where it is not among the commits."""
        return self.numbers.get(Oid(commit.decode()), NOBODY)

    def parents(self, oid: Oid) -> list[Oid]:
        """Return those parents of a commit that are among the commits."""
        return [parent for parent in self.known[oid].parents if parent in self.numbers]

    @property
    def stamp(self) -> str:
        """What stands for `judged` and `through` in at most 64 letters."""
        if not self.through:
            return self.judged
        said = hashlib.sha256(" ".join(sorted(self.through)).encode()).hexdigest()
        return f"{self.judged[:31]}{_LOOKED_THROUGH}{said[:32]}"

    def kinds_of(self, paths: Iterable[bytes]) -> dict[bytes, str]:
        """Return the work type of each path that is or was the repository's own."""
        paths = list(paths)
        found = {path: kind for path in paths if (kind := self.now.get(path)) is not None}
        return found | dict(self.kinds([path for path in paths if path not in self.now]))


def looked_through(stamp: str) -> str:
    """Return what stands for the commits that were looked through, by the stamp of what was followed."""
    return stamp.partition(_LOOKED_THROUGH)[2]
