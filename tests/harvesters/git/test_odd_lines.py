# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Versions that are huge, broken or absent cost the lines that lead to them, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from harvesters.git.blame import blame
from harvesters.git.lineage import arrays
from harvesters.git.lineage.backward import trace
from harvesters.git.lineage.forward import Following, follow
from harvesters.git.model import NOBODY, Mirror, Oid, Run
from tests.builders import Repository, new_repository

ABC = b"a\nb\nc\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return new_repository(tmp_path / "one.git")


def at_the_end(repository: Repository, tip: Oid) -> dict[bytes, list[tuple[int, Oid]]]:
    """Return the runs of each path at the end of the main line, as following it tells."""
    numbers = {b"": arrays.NOBODY}
    found: dict[bytes, arrays.Array] = {}
    how = Following(lambda commit: numbers.setdefault(commit, len(numbers)))
    for version in follow(Mirror(repository.path), tip, how):
        found.update((edit.path, edit.now) for edit in version.edits)
    oids = {number: Oid(commit.decode()) for commit, number in numbers.items()}
    return {path: [(count, oids[one]) for count, one in now.runs()] for path, now in found.items()}


def both_ways(
    repository: Repository, tip: Oid, lines: dict[bytes, int]
) -> dict[bytes, list[tuple[int, Oid]]]:
    """Return the writers of the lines of these paths, found backward and forward, which is the same."""
    traced = trace(Mirror(repository.path), tip, lines).runs
    backward = {path: [(run.count, run.commit) for run in runs] for path, runs in traced.items()}
    forward = at_the_end(repository, tip)
    assert backward == {path: forward.get(path, []) for path in lines}
    return backward


def as_blame_says(repository: Repository, tip: Oid, path: bytes) -> list[tuple[int, Oid]]:
    """Return what git blame says of a path."""
    runs: tuple[Run, ...] = blame(Mirror(repository.path), tip, path)
    return [(run.count, run.commit) for run in runs]


def test_one_line_of_ten_megabytes(repository: Repository) -> None:
    """A line of 10 MB is a line like any other."""
    long = b"x" * 10_000_000 + b"\n"
    repository.commit({"a.js": b"first\n" + long + b"last\n"})
    repository.commit({"a.js": b"FIRST\n" + long + b"last\n"})
    tip = repository.commit({"a.js": b"FIRST\n" + b"y" + long + b"last\n"})
    assert both_ways(repository, tip, {b"a.js": 3})[b"a.js"] == as_blame_says(repository, tip, b"a.js")


def test_many_lines(repository: Repository) -> None:
    """A file of 240,000 lines, changed all over, is told line by line both ways."""
    lines = [b"insert %d\n" % number for number in range(240_000)]
    repository.commit({"a.sql": b"".join(lines)})
    for place in range(0, 240_000, 1000):
        lines[place] = b"update %d\n" % place
    tip = repository.commit({"a.sql": b"".join(lines)})
    assert both_ways(repository, tip, {b"a.sql": 240_000})[b"a.sql"] == as_blame_says(
        repository, tip, b"a.sql"
    )


def _object(repository: Repository, name: str) -> tuple[Oid, Path]:
    oid = repository.git("rev-parse", name).decode().strip()
    return Oid(oid), repository.path / "objects" / oid[:2] / oid[2:]


@pytest.mark.parametrize("bytes_left", [b"", b"no zlib stream", None])
def test_a_broken_version(repository: Repository, bytes_left: bytes | None) -> None:
    """Where an old version is cut, garbled or absent, its path's lines are nobody's, and the blob is named."""
    repository.commit({"a.py": ABC, "b.py": ABC})
    repository.commit({"a.py": ABC + b"d\n"})
    tip = repository.commit({"a.py": ABC + b"d\ne\n", "b.py": b"A\nb\nc\n"})
    oid, place = _object(repository, f"{tip}~1:a.py")
    place.chmod(0o644)
    if bytes_left is None:
        place.unlink()
    else:
        place.write_bytes(bytes_left)
    told = both_ways(repository, tip, {b"a.py": 5, b"b.py": 3})
    assert told[b"a.py"] == [(5, NOBODY)]
    assert told[b"b.py"] == as_blame_says(repository, tip, b"b.py")
    assert trace(Mirror(repository.path), tip, {b"a.py": 5}).unread == {oid.encode()}


def test_what_is_written_after_a_broken_version(repository: Repository) -> None:
    """Lines that come behind a version which cannot be read have their commits; those of before stay nobody's."""
    repository.commit({"a.py": ABC})
    repository.commit({"a.py": ABC + b"d\n"})
    repository.commit({"a.py": ABC + b"d\ne\n"})
    tip = repository.commit({"a.py": ABC + b"d\ne\nf\n"})
    _object(repository, f"{tip}~2:a.py")[1].unlink()
    assert both_ways(repository, tip, {b"a.py": 6})[b"a.py"] == [(5, NOBODY), (1, tip)]
