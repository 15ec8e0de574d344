# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Commits that are looked through: whose their lines were before, as far as that can be told."""

from __future__ import annotations

from pathlib import Path

import pytest

from harvesters.git import trees
from harvesters.git.lineage.backward import Look, trace
from harvesters.git.lineage.forward import Following, follow
from harvesters.git.model import Mirror, Oid
from registry.provenance.edits import Edit, replayed
from tests.builders import Repository, new_repository
from tests.harvesters.git.histories import RandomHistory

PASSAGE = b"a passage that holds more than forty letters\nand digits, as it must to count as copied\n"
OTHER = b"".join(b"nothing that stands elsewhere %d\n" % number for number in range(9))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return new_repository(tmp_path / "one.git")


def from_behind(repository: Repository, tip: Oid, *through: Oid) -> dict[bytes, list[Oid]]:
    """Return the commit of each line by path, found from the tip back."""
    mirror = Mirror(repository.path)
    files = {one.path: trees.blob(mirror, one.oid, 100_000) or b"" for one in trees.entries(mirror, tip)}
    lines = {
        path: data.count(b"\n") + (not data.endswith(b"\n") and bool(data)) for path, data in files.items()
    }
    found = trace(mirror, tip, lines, Look(through=frozenset(through)))
    return {
        path: [run.commit for run in runs for _ in range(run.count)]
        for path, runs in found.runs.items()
        if runs
    }


def from_before(repository: Repository, tip: Oid, *through: Oid) -> dict[bytes, list[Oid]]:
    """Return the same, followed from the beginning of the main line to the tip."""
    numbers: dict[bytes, int] = {}
    edits: dict[bytes, list[Edit]] = {}
    how = Following(lambda one: numbers.setdefault(one, len(numbers) + 1), through=frozenset(through))
    for place, version in enumerate(follow(Mirror(repository.path), tip, how)):
        for told in version.edits:
            edits.setdefault(told.path, []).append(Edit(place, told.ops))
    oids = {number: Oid(writer.decode()) for writer, number in numbers.items()}
    last = {path: replayed(some, 1 << 30) for path, some in edits.items()}
    return {
        path: [oids[number] for count, number in pairs for _ in range(count)]
        for path, pairs in last.items()
        if pairs
    }


def test_reformatted_lines_go_on_to_whoever_wrote_them(repository: Repository) -> None:
    """Of a listed commit the lines that changed in white space alone are whose they were; a new one stays."""
    first = repository.commit({"a.py": OTHER})
    listed = repository.commit({"a.py": b"".join(b"\t" + line for line in OTHER.splitlines(True)) + b"new\n"})
    tip = repository.commit({"b.py": b"later\n"})
    assert from_behind(repository, tip, listed)[b"a.py"] == [first] * 9 + [listed]
    assert from_behind(repository, tip)[b"a.py"] == [listed] * 10


def test_a_line_that_says_something_else_stays(repository: Repository) -> None:
    """A line in the place of another one is the listed commit's own: nothing follows from where it stands."""
    repository.commit({"a.py": b"one\ntwo\nthree\n"})
    listed = repository.commit({"a.py": b"one\nzwei\nthree\n"})
    assert from_behind(repository, listed, listed)[b"a.py"][1] == listed


def test_moved_and_copied_passages_go_on(repository: Repository) -> None:
    """Lines that a listed commit moved to another file, and indented, are whose they were."""
    first = repository.commit({"a.py": PASSAGE + OTHER, "b.py": OTHER})
    indented = b"".join(b"  " + line for line in PASSAGE.splitlines(True))
    listed = repository.commit({"a.py": OTHER, "b.py": OTHER + indented})
    assert from_behind(repository, listed, listed)[b"b.py"] == [first] * 11
    assert from_behind(repository, listed)[b"b.py"][-2:] == [listed] * 2


def test_two_listed_commits_in_a_row(repository: Repository) -> None:
    """What one listed commit hands on the next one before it hands on, too."""
    first = repository.commit({"a.py": b"a(1)\nb(2)\n"})
    one = repository.commit({"a.py": b" a(1)\n b(2)\n"})
    two = repository.commit({"a.py": b"  a(1)\n  b(2)\n"})
    assert from_behind(repository, two, one, two)[b"a.py"] == [first] * 2
    assert from_behind(repository, two, two)[b"a.py"] == [one] * 2


def test_a_first_commit_keeps_its_lines(repository: Repository) -> None:
    """A listed commit without parents keeps all that it wrote: nobody is known before it."""
    first = repository.commit({"a.py": OTHER})
    assert from_behind(repository, first, first)[b"a.py"] == [first] * 9


@pytest.mark.parametrize("seed", range(300, 306))
def test_from_before_as_from_behind(repository: Repository, seed: int) -> None:
    """In a random history, merges included, both ways name the same, and only listed commits lose lines."""
    history = RandomHistory(repository, seed)
    tip = history.grow(40)
    listed = history.chosen.sample(sorted(history.trees), 12)
    behind = from_behind(repository, tip, *listed)
    assert behind == from_before(repository, tip, *listed)
    plain = from_behind(repository, tip)
    assert {path: len(lines) for path, lines in plain.items()} == {
        path: len(lines) for path, lines in behind.items()
    }
    pairs = [pair for path, lines in plain.items() for pair in zip(lines, behind[path], strict=True)]
    assert all(one == other for one, other in pairs if one not in listed)
    assert any(one != other for one, other in pairs)
