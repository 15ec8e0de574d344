# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Who wrote each line is known at every commit of the main line, as git blame tells it there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from registry.pipeline import grown as course
from registry.pipeline.register import Register
from registry.provenance import service as provenance
from registry.provenance import through_time
from tests.builders import Repository
from tests.harvesters.git.histories import RandomHistory
from tests.pipeline.agreeing import agrees, first_parents, grown, lines_now
from tests.running import harvest, run

ABC = b"a\nb\nc\n"


@pytest.mark.parametrize("seed", range(3))
def test_every_commit_of_a_random_history(
    repository: Repository, opened: Register, tmp_path: Path, seed: int
) -> None:
    """Each line at each commit of a random main line is git blame's, and the months sum up to the present."""
    RandomHistory(repository, seed).grow(25)
    harvest(tmp_path / "data", tmp_path / "in")
    with opened.sessions() as session:
        agrees(session, repository)
        assert grown(session) == lines_now(session)


@pytest.mark.parametrize("seed", range(10, 13))
def test_growth_in_steps(repository: Repository, opened: Register, tmp_path: Path, seed: int) -> None:
    """A history that is harvested piece by piece gives what one harvest of the whole gives."""
    history = RandomHistory(repository, seed)
    history.grow(8)
    for more in (0, 4, 4):
        for _ in range(more):
            history.on_top()
        harvest(tmp_path / "data", tmp_path / "in")
    with opened.sessions() as session:
        agrees(session, repository)
        assert grown(session) == lines_now(session)


def test_a_late_merge_of_an_old_branch(repository: Repository, opened: Register, tmp_path: Path) -> None:
    """A branch that left the main line long before the last harvest is merged exactly."""
    base = repository.commit({"a.py": ABC, "b.py": ABC})
    repository.commit({"a.py": b"a\nB\nc\n"})
    side = repository.commit({"a.py": b"a\nb\nc\nd\n"}, branch="side", parents=[base])
    harvest(tmp_path / "data", tmp_path / "in")
    main = repository.commit({"b.py": b"a\n"})
    harvest(tmp_path / "data", tmp_path / "in")
    repository.commit({"a.py": b"a\nB\nc\nd\n"}, parents=[main, side])
    harvest(tmp_path / "data", tmp_path / "in")
    with opened.sessions() as session:
        agrees(session, repository)


def test_a_branch_merged_twice(repository: Repository, opened: Register, tmp_path: Path) -> None:
    """A branch that goes on after it was merged is taken up where it was, beside the main line."""
    base = repository.commit({"a.py": ABC})
    side = repository.commit({"a.py": b"a\nb\nc\nside\n"}, branch="side", parents=[base])
    main = repository.commit({"b.py": ABC})
    main = repository.commit({"a.py": b"a\nb\nc\nside\n", "b.py": ABC}, parents=[main, side])
    harvest(tmp_path / "data", tmp_path / "in")
    side = repository.commit({"a.py": b"first\na\nb\nc\nside\n"}, branch="side", parents=[side])
    repository.commit({"a.py": b"first\na\nb\nc\nside\n", "b.py": ABC}, parents=[main, side])
    harvest(tmp_path / "data", tmp_path / "in")
    with opened.sessions() as session:
        agrees(session, repository)


def test_the_place_of_a_day(repository: Repository, opened: Register, tmp_path: Path) -> None:
    """A day shows the newest commit of the main line at its end; before the first one there is none."""
    repository.commit({"a.py": ABC}, date="1483272000 +0000")  # 2017-01-01
    repository.commit({"a.py": b"x\n"}, date="1485950400 +0000")  # 2017-02-01
    repository.commit({"a.py": b"y\n"}, date="1484000000 +0000")  # dated back
    harvest(tmp_path / "data", tmp_path / "in")
    with opened.sessions() as session:
        line = through_time.main_line(session, 1)
    assert line is not None
    days = (date(2016, 12, 31), date(2017, 1, 1), date(2017, 1, 31), date(2017, 2, 1))
    assert [line.at_day(day) for day in days] == [None, 0, 0, 2]


def test_binary_and_absent_versions(repository: Repository, opened: Register, tmp_path: Path) -> None:
    """A version without lines, or whose bytes are absent, has none; what follows it is told again."""
    repository.commit({"a.py": ABC})
    repository.commit({"a.py": b"\0binary"})
    last = repository.commit({"a.py": ABC + b"d\n"})
    harvest(tmp_path / "data", tmp_path / "in")
    with opened.sessions() as session:
        line = through_time.main_line(session, 1)
        assert line is not None
        told = [list(through_time.file_at(session, line, place, b"a.py")) for place in range(3)]
        number = line.commits
    assert told == [[(3, number[0])], [], [(4, number[2])]]
    assert last == first_parents(repository)[-1]


def test_as_it_stood_then(repository: Repository, tmp_path: Path) -> None:
    """A day, a tag and a commit name the same state; what is unknown gets one sentence."""
    first = repository.commit({"a.py": ABC}, date="1483272000 +0000")
    repository.commit({"a.py": ABC + b"d\n"}, date="1485950400 +0000")
    repository.ref(b"refs/tags/v1", first)
    harvest(tmp_path / "data", tmp_path / "in")
    told = [
        run(tmp_path / "data", "provenance", "havn/kaj", "--json", "--at", asked).json
        for asked in ("2017-01-20", "v1", first[:9])
    ]
    assert [one["commit"] for one in told] == [first] * 3
    assert told[0]["files"] == [{"path": "a.py", "work_type": "program", "lines": 3, "runs": [[1, 3, first]]}]
    people = run(tmp_path / "data", "provenance", "havn/kaj", "--at", "v1")
    assert "3 lines in 1 files" in people.out and "Alma Eksempel" in people.out
    for asked, words in (
        ("2016-01-01", "no commit yet"),
        ("2017-02-30", "no day of the calendar"),
        ("nothing", "no tag or commit of the main line is called so"),
    ):
        ran = run(tmp_path / "data", "provenance", "havn/kaj", "--at", asked)
        assert ran.code != 0 and words in ran.err


def test_a_tag_that_comes_later(repository: Repository, opened: Register, tmp_path: Path) -> None:
    """A release that is tagged after its commit was read is among the releases from the next harvest on."""
    first = repository.commit({"a.py": ABC})
    told = []
    for tagged in (False, True):
        if tagged:
            repository.ref(b"refs/tags/v1", first)
        harvest(tmp_path / "data", tmp_path / "in")
        with opened.sessions() as session:
            snapshot = provenance.snapshot(session, 1)
            assert snapshot is not None
            found = course.grown(session, snapshot)
            assert found is not None
            told.append([(one.name, one.commit) for one in found.releases])
    assert told == [[], [("v1", first)]]
