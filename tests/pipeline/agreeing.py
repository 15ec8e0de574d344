# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Agreeing: what a register tells of the past of a repository, against git blame and against itself."""

from __future__ import annotations

from sqlalchemy.orm import Session

from harvesters.git.blame import blame
from harvesters.git.model import Mirror, Oid
from registry.provenance import through_time
from registry.provenance.growth import Change, summed
from registry.provenance.numbers import oids_of
from tests.builders import Repository


def first_parents(repository: Repository, tip: str = "main") -> list[Oid]:
    """Return the commits of the main line, oldest first."""
    listed = repository.git("rev-list", "--first-parent", "--reverse", tip)
    return [Oid(line.decode()) for line in listed.split()]


def agrees(session: Session, repository: Repository, tip: str = "main") -> None:
    """Check every line of every file at every commit of the main line against git blame."""
    line = through_time.main_line(session, 1)
    assert line is not None
    oids = oids_of(session, line.commits)
    chain = first_parents(repository, tip)
    assert [oids[number] for number in line.commits] == chain
    for place, commit in enumerate(chain):
        found = {one.path: one.pairs for one in through_time.files_at(session, line, place)}
        names = repository.git("ls-tree", "-r", "-z", "--name-only", commit).split(b"\0")
        for path in filter(None, names):
            runs = blame(Mirror(repository.path), commit, path)
            assert [(run.count, run.commit) for run in runs] == [
                (count, oids_of(session, [number])[number]) for count, number in found.pop(path, ())
            ]
        assert not found


def grown(session: Session) -> Change:
    """Return the lines by commit and work type that the months sum up to."""
    total: Change = Change()
    for _, sums in summed(through_time.growth(session, 1)):
        total = Change(sums)
    return total


def lines_now(session: Session) -> Change:
    """Return the same from the files at the end of the main line."""
    line = through_time.main_line(session, 1)
    assert line is not None
    total: Change = Change()
    for file in through_time.files_at(session, line, len(line.commits) - 1):
        for count, commit in file.pairs:
            total[commit, file.work_type] += count
    return total
