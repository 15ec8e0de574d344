# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Lines that were moved and copied: what git blame -w -M -C says, and what is too much to look for."""

from __future__ import annotations

from pathlib import Path

import pytest

from harvesters.git import trees
from harvesters.git.lineage import moves
from harvesters.git.lineage.backward import Lineage, Look, trace
from harvesters.git.lineage.sieve import Sieve, sums, windows
from harvesters.git.model import Mirror, Oid
from tests.builders import Repository, new_repository

FEW = b"twenty letters, all told\n"
MANY = b"a passage that holds more than forty letters\nand digits, as it must to count as copied\n"
OTHER = b"".join(b"nothing that stands elsewhere %d\n" % number for number in range(9))
FOLLOW = Look(ignore_space=True, follow_moves=True)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return new_repository(tmp_path / "one.git")


def followed(repository: Repository, tip: Oid, path: bytes) -> Lineage:
    """Return the lineage of one file, moves and copies followed."""
    mirror = Mirror(repository.path)
    data = next(trees.blob(mirror, one.oid, 1000) for one in trees.entries(mirror, tip) if one.path == path)
    assert data is not None
    return trace(mirror, tip, {path: data.count(b"\n")}, FOLLOW)


def commits(found: Lineage, path: bytes) -> list[Oid]:
    """Return the commit of each line."""
    return [run.commit for run in found.runs[path] for _ in range(run.count)]


def test_a_short_passage_counts_inside_its_file_only(repository: Repository) -> None:
    """Twenty letters that moved inside a file keep their commit; copied from another file they do not."""
    first = repository.commit({"a.py": FEW + OTHER})
    moved = repository.commit({"a.py": OTHER + b"\t" + FEW})
    copied = repository.commit({"a.py": OTHER, "b.py": b"something new\n" + FEW})
    assert commits(followed(repository, moved, b"a.py"), b"a.py") == [first] * 10
    assert commits(followed(repository, copied, b"b.py"), b"b.py") == [copied] * 2


def test_a_long_passage_is_found_in_another_file_of_the_change(repository: Repository) -> None:
    """Forty letters taken from a file that the same commit changed keep their commit; the line beside them is new."""
    first = repository.commit({"a.py": MANY + OTHER, "b.py": OTHER})
    last = repository.commit({"a.py": OTHER, "b.py": OTHER[:-1] + b"!\n" + MANY})
    assert commits(followed(repository, last, b"b.py"), b"b.py") == [first] * 8 + [last] + [first] * 2


def test_a_file_that_the_commit_left_alone_is_not_looked_into(repository: Repository) -> None:
    """A passage copied from a file that the commit did not change is the commit's, as git's single -C has it."""
    repository.commit({"a.py": MANY, "b.py": OTHER})
    last = repository.commit({"b.py": OTHER + MANY})
    assert commits(followed(repository, last, b"b.py"), b"b.py")[-2:] == [last] * 2


def test_too_many_bytes_are_not_looked_through(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the changed files are too much to look through, the file is named as not followed."""
    monkeypatch.setattr(moves, "_MOST_BYTES", 10)
    repository.commit({"a.py": MANY + OTHER, "b.py": OTHER})
    last = repository.commit({"a.py": OTHER, "b.py": OTHER + MANY})
    found = followed(repository, last, b"b.py")
    assert found.not_followed == {b"b.py"}
    assert commits(found, b"b.py")[-2:] == [last] * 2


def test_windows_are_the_least_that_count() -> None:
    """A window ends with a line that says something and begins as late as its letters and digits allow."""
    passage = b"abc\n  de\n}\nfghi\n"
    assert sums(passage) == [0, 3, 5, 5, 9, 9]
    assert list(windows(passage, sums(passage), 5)) == [(0, 2, b"abc\nde"), (1, 4, b"de\n}\nfghi")]


@pytest.mark.parametrize("searched", [0, 100])
def test_bounds(searched: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sieve tells, in bytes as by index, which files can hold how much of a passage at most."""
    monkeypatch.setattr("harvesters.git.lineage.sieve._SEARCHED", searched)
    sieve = Sieve([b"one 1\ntwo 2\n", b"  two 2\nthree 3\n", b"nothing\n"], 4)
    assert sieve.bounds(b"one 1\ntwo 2\nthree 3\n") == [(10, 0b10), (8, 0b01)]
    assert sieve.bounds(b"one 1\ntwo 2\nthree 3\n", leaving_out=0b10) == [(8, 0b01)]
    assert sieve.bounds(b"four 4\n") == []
