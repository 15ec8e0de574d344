# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A main line that is no longer what it was is followed from the newest commit that it still has, exactly."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.pipeline.register import Register
from registry.provenance import through_time
from registry.provenance.lives import unpack_life
from registry.provenance.records import EditsRow
from tests.builders import Content, Oid, Repository
from tests.harvesters.git.histories import RandomHistory
from tests.pipeline.agreeing import agrees, first_parents, grown, lines_now
from tests.running import harvest, register

ABC = b"a\nb\nc\n"


def kept(session: Session) -> dict[str, object]:
    """Return all that a register keeps of the past, commits by their ids: the same for the same history."""
    line = through_time.main_line(session, 1)
    assert line is not None
    rows = session.execute(select(EditsRow.path, EditsRow.work_type, EditsRow.edits))
    lives = {path: (kind, unpack_life(edits, line.commits)) for path, kind, edits in rows}
    oid = {number: through_time.day_at(session, line, at)[0] for at, number in enumerate(line.commits)}
    return {
        "line": [oid[number] for number in line.commits],
        "seconds": line.seconds,
        "edits": {
            path: (kind, [(one.place, [op[:2] for op in one.ops]) for one in life.edits(line.commits)])
            for path, (kind, life) in lives.items()
        },
        "lines": {
            path: sum(n for n, _ in life.writers(line.commits, 1 << 40)) for path, (_, life) in lives.items()
        },
        "months": [(month, sum(change.values())) for month, change in through_time.growth(session, 1)],
    }


def as_read_at_once(session: Session, tmp_path: Path) -> None:
    """Check that the register keeps of the past what a fresh one does that reads it all at once."""
    harvest(tmp_path / "fresh", tmp_path / "in")
    with register(tmp_path / "fresh") as fresh, fresh.sessions() as other:
        assert kept(session) == kept(other)


@pytest.mark.parametrize("seed", range(20, 22))
def test_a_random_history_pushed_over_another(
    repository: Repository, opened: Register, tmp_path: Path, seed: int
) -> None:
    """A main line that leaves the old one somewhere, and grows by commits and merges, is told as if read at once."""
    history = RandomHistory(repository, seed)
    history.grow(14)
    harvest(tmp_path / "data", tmp_path / "in")
    chain = first_parents(repository)
    for back in (2, len(chain) // 2, 1):
        history.tips = [*history.tips[:2], chain[-1 - back]]
        for _ in range(3):
            history.on_top()
        harvest(tmp_path / "data", tmp_path / "in")
        chain = first_parents(repository)
    with opened.sessions() as session:
        agrees(session, repository)
        assert grown(session) == lines_now(session)
        as_read_at_once(session, tmp_path)


def test_nothing_of_the_old_line_is_left(repository: Repository, opened: Register, tmp_path: Path) -> None:
    """A history that was pushed over another one leaves nothing of the old one, nor a path that only that had."""
    base = repository.commit({"a.py": ABC})
    repository.commit({"a.py": b"x\n", "gone.py": ABC})
    harvest(tmp_path / "data", tmp_path / "in")
    repository.commit({"a.py": b"a\nb\nz\n"}, parents=[base])
    harvest(tmp_path / "data", tmp_path / "in")
    with opened.sessions() as session:
        agrees(session, repository)
        assert list(session.scalars(select(EditsRow.path))) == [b"a.py"]
        as_read_at_once(session, tmp_path)


def test_only_commits_are_taken_away(repository: Repository, opened: Register, tmp_path: Path) -> None:
    """A branch that was put back to an older commit stands as it stood there."""
    base = repository.commit({"a.py": ABC})
    repository.commit({"a.py": b"x\n"})
    repository.commit({"b.py": b"x\n"})
    harvest(tmp_path / "data", tmp_path / "in")
    repository.git("update-ref", "refs/heads/main", base)
    harvest(tmp_path / "data", tmp_path / "in")
    with opened.sessions() as session:
        agrees(session, repository)
        as_read_at_once(session, tmp_path)


def test_no_commit_is_left(repository: Repository, opened: Register, tmp_path: Path) -> None:
    """A main line with another beginning is read anew."""
    repository.commit({"a.py": ABC, "b.py": ABC})
    harvest(tmp_path / "data", tmp_path / "in")
    repository.commit({"a.py": b"a\nB\nc\n"}, parents=[])
    harvest(tmp_path / "data", tmp_path / "in")
    with opened.sessions() as session:
        agrees(session, repository)
        as_read_at_once(session, tmp_path)


def _two_branches(repository: Repository) -> tuple[Oid, Oid]:
    base = repository.commit({"a.py": ABC, "b.py": ABC})
    main = repository.commit({"a.py": b"a\nB\nc\n"})
    other = repository.commit({"b.py": b"a\nb\nC\n"}, branch="other", parents=[base])
    return main, other


def test_another_default_branch(repository: Repository, opened: Register, tmp_path: Path) -> None:
    """Where HEAD comes to name another branch, that one's line is told, and the first one's again when it goes back."""
    main, other = _two_branches(repository)
    for head, tip in ((b"main", main), (b"other", other), (b"main", main)):
        repository.head(b"ref: refs/heads/" + head)
        harvest(tmp_path / "data", tmp_path / "in")
        with opened.sessions() as session:
            assert first_parents(repository, "HEAD")[-1] == tip
            agrees(session, repository, "HEAD")
            assert grown(session) == lines_now(session)


def test_a_deleted_branch(repository: Repository, opened: Register, tmp_path: Path) -> None:
    """Where the branch that was read is gone, the one that is read in its place is told from where both part."""
    _two_branches(repository)
    harvest(tmp_path / "data", tmp_path / "in")
    repository.git("update-ref", "-d", "refs/heads/main")
    harvest(tmp_path / "data", tmp_path / "in")
    with opened.sessions() as session:
        agrees(session, repository, "other")
        assert grown(session) == lines_now(session)


def test_a_merged_branch_that_goes_on(repository: Repository, opened: Register, tmp_path: Path) -> None:
    """Several commits on a branch that was merged before, each to another file, have their lines from that branch."""
    base = repository.commit({"a.py": ABC, "b.py": ABC})
    side = repository.commit(
        {"a.py": ABC + b"side\n", "b.py": ABC + b"side\n"}, branch="side", parents=[base]
    )
    joined: dict[str | bytes, Content] = {"a.py": ABC + b"side\n", "b.py": ABC + b"side\n"}
    main = repository.commit(joined, parents=[base, side])
    harvest(tmp_path / "data", tmp_path / "in")
    after: dict[str | bytes, Content] = dict.fromkeys(joined, b"first\n" + ABC + b"side\n")
    for path, content in after.items():
        side = repository.commit({path: content}, branch="side", parents=[side])
    repository.commit(after, parents=[main, side])
    harvest(tmp_path / "data", tmp_path / "in")
    with opened.sessions() as session:
        agrees(session, repository)
        assert grown(session) == lines_now(session)
