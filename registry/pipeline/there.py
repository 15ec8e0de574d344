# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""There: what a main line holds at its commit: the history behind it, the tree, and what each path counts as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from harvesters.git import history, trees
from harvesters.git.model import Commit, Entry, Mirror, Oid
from registry.custody.model import Repository
from registry.database import Base
from registry.pipeline.contents import Contents, read_contents
from registry.pipeline.otherwise import Line
from registry.provenance import service as provenance
from registry.provenance.intake import commits
from registry.provenance.intake.attribution import Described
from registry.provenance.intake.own_revisions import read_own_revisions
from registry.provenance.intake.tracing import Progress
from registry.provenance.model import FileView, Override, Root
from registry.provenance.origins import origins
from registry.provenance.own_revisions import OwnRevisions
from registry.provenance.worktypes import work_type


@dataclass(frozen=True)
class There:
    """The commits, newest first, the rows of people that they named first, what blobs tell, and the line itself."""

    line: Line
    found: Sequence[Commit]
    people: Sequence[Base]
    contents: Contents
    overrides: Sequence[Override]
    own: OwnRevisions | None

    @property
    def numbers(self) -> Mapping[Oid, int]:
        """The number of each commit."""
        return self.line.numbers


def look_there(
    session: Session, repository: Repository, mirror: Mirror, commit: Oid, progress: Progress
) -> There:
    """Return what stands at a commit. Commits and blobs are kept on the way."""
    overrides = provenance.overrides(session, repository.id)
    found = list(history.commits(mirror, [commit]))
    numbers, people = commits.keep_commits(session, found)
    entries = trees.entries(mirror, commit)
    contents = read_contents(session, mirror, entries, progress)
    described = _described(repository, entries, contents, overrides)
    own = read_own_revisions(mirror, entries, numbers)
    # what the register looks through, and what a list in the repository names
    listed = frozenset(Oid(one.commit) for one in provenance.looked_through(session, repository.id))
    named = frozenset(map(Oid, own.known if own else ()))
    line = Line(mirror, commit, described, numbers, listed, named)
    return There(line, found, people, contents, overrides, own)


def _described(
    repository: Repository,
    entries: Sequence[Entry],
    contents: Contents,
    overrides: Sequence[Override],
) -> list[Described]:
    views = [
        FileView(
            entry.path, entry.oid, contents.facts.get(entry.oid), contents.claims.get(entry.path, frozenset())
        )
        for entry in entries
    ]
    by_path = origins(views, Root(repository.owner, repository.name), overrides)
    return [
        Described(
            entry,
            contents.facts.get(entry.oid),
            work_type(entry.path, contents.facts.get(entry.oid), overrides),
            by_path[entry.path],
        )
        for entry in entries
    ]
