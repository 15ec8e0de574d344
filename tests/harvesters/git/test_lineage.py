# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The lineage of all files in one walk says of each line what git blame says of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from harvesters.git.blame import blame
from harvesters.git.lineage import blobs, similarity
from harvesters.git.lineage.backward import Lineage, Look, trace
from harvesters.git.lineage.hunks import Differ, without_common_end
from harvesters.git.lineage.splitting import split
from harvesters.git.model import NOBODY, Mirror, Oid, Run
from tests.builders import Repository, new_repository
from tests.harvesters.git.histories import OddHistory, RandomHistory

LONG = b"".join(b"line number %d of a file that has many\n" % number for number in range(200))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return new_repository(tmp_path / "one.git")


def traced(repository: Repository, tree: dict[str, bytes], tip: Oid, look: Look | None = None) -> Lineage:
    """Return the lineage of a commit whose files are known."""
    files = {
        path.encode(): content.count(b"\n") + (not content.endswith(b"\n"))
        for path, content in tree.items()
        if content
    }
    return trace(Mirror(repository.path), tip, files, look)


@pytest.mark.parametrize("seed", range(8))
def test_as_git_blame_says(repository: Repository, seed: int) -> None:
    """In a random history of branches, merges, renames and rewrites every line is git blame's."""
    history = RandomHistory(repository, seed)
    tip = history.grow(40)
    plain = traced(repository, history.trees[tip], tip)
    spaceless = traced(repository, history.trees[tip], tip, Look(ignore_space=True))
    mirror = Mirror(repository.path)
    assert plain.runs == {path: blame(mirror, tip, path) for path in plain.runs}
    assert spaceless.runs == {path: blame(mirror, tip, path, method="w") for path in plain.runs}


@pytest.mark.parametrize("seed", range(300, 304))
def test_odd_histories_as_git_blame_says(repository: Repository, seed: int) -> None:
    """Roots, octopus merges, dates that stand still or go back, form feeds and UTF-16 change nothing of that."""
    history = OddHistory(repository, seed)
    tip = history.grow(30)
    mirror, tree = Mirror(repository.path), history.trees[tip]
    for method in ("plain", "w"):
        found = traced(repository, tree, tip, Look(ignore_space=method == "w")).runs
        assert found == {path: blame(mirror, tip, path, method=method) for path in found}


@pytest.mark.parametrize("seed", range(200, 206))
def test_moves_and_copies_as_git_blame_says(repository: Repository, seed: int) -> None:
    """In a random history of blocks moved and copied every line is that of git blame -w -M -C."""
    history = RandomHistory(repository, seed)
    tip = history.grow(40)
    found = traced(repository, history.trees[tip], tip, Look(ignore_space=True, follow_moves=True))
    mirror = Mirror(repository.path)
    assert found.runs == {path: blame(mirror, tip, path, method="wMC") for path in found.runs}
    assert not found.not_followed


class Remembered:
    """What was found of earlier commits."""

    def __init__(self, known: dict[Oid, Lineage]) -> None:
        self.known = known

    @property
    def commits(self) -> Sequence[Oid]:
        """The commits that are known."""
        return list(self.known)

    def runs(self, commit: bytes, path: bytes) -> tuple[Run, ...] | None:
        """Return what was found of a path."""
        return self.known[Oid(commit.decode())].runs.get(path)


@pytest.mark.parametrize("seed", range(100, 106))
def test_known_answers_are_taken_over(repository: Repository, seed: int) -> None:
    """A walk that ends at commits whose answers are known says the same as one to the beginning."""
    history = RandomHistory(repository, seed)
    known: dict[Oid, Lineage] = {}
    for _ in range(3):
        tip = history.on_top() if known else history.grow(12)
        look = Look(known=Remembered(dict(known)))
        found = traced(repository, history.trees[tip], tip, look)
        assert found.runs == traced(repository, history.trees[tip], tip).runs
        known[tip] = found


def test_absent_versions(repository: Repository) -> None:
    """Lines that come from a version whose blob is absent are nobody's; all others keep their commits."""
    repository.commit({"a.py": LONG, "b.py": b"one\n"})
    middle = LONG.replace(b"number 7 ", b"number seven ")
    repository.commit({"a.py": middle})
    last = repository.commit({"a.py": middle.replace(b"number 9 ", b"number nine ")})
    oid = repository.git("rev-parse", f"{last}~1:a.py").decode().strip()
    (repository.path / "objects" / oid[:2] / oid[2:]).unlink()
    found = traced(repository, {"a.py": LONG, "b.py": b"one\n"}, last)
    assert {run.commit for run in found.runs[b"a.py"]} == {NOBODY, last} or {
        run.commit for run in found.runs[b"a.py"]
    } == {NOBODY}
    assert found.unread == {oid.encode()}
    assert found.runs[b"b.py"][0].commit != NOBODY


def test_the_cut_of_the_common_end() -> None:
    """Versions are compared without the whole kilobytes that they end with in common, from a line's end on."""
    old, new = without_common_end(b"first\n" + LONG, b"other\nlines\n" + LONG)
    assert old.endswith(b"\n")
    assert len(LONG) - 2048 < len(b"first\n" + LONG) - len(old) + 2048
    assert (b"first\n" + LONG)[len(old) :] == (b"other\nlines\n" + LONG)[len(new) :]
    assert without_common_end(b"a\n", b"b\n") == (b"a\n", b"b\n")


def test_hunks() -> None:
    """A hunk tells first lines from 0 and counts; an empty side stands at the line before which it is."""
    assert Differ().hunks(b"a\nb\nc\n", b"a\nc\nd\n") == [(1, 1, 1, 0), (3, 0, 2, 1)]
    assert Differ().hunks(b"", b"a\n") == [(0, 0, 0, 1)]
    assert Differ(ignore_space=True).hunks(b"a b\n", b"  a  b \n") == []
    assert Differ().hunks(b"\0a\n", b"\0b\n") == [(0, 1, 0, 1)]


def test_form_feeds_are_no_white_space(repository: Repository) -> None:
    """Form feeds and vertical tabs count as text even where white space does not, as they do to git."""
    repository.commit({"a.py": b"a\nb\nc\nd\n"})
    tip = repository.commit({"a.py": b"\fa\nb \n\vc\n\x01d\n"})
    runs = traced(repository, {"a.py": b"a\nb\nc\nd\n"}, tip, Look(ignore_space=True)).runs
    assert runs[b"a.py"] == blame(Mirror(repository.path), tip, b"a.py", method="w")
    assert [run.count for run in runs[b"a.py"]] == [1, 1, 2]


def test_split() -> None:
    """Lines inside a hunk stay, lines between hunks are handed on at their old places."""
    kept, handed = split([(0, 4, 100), (6, 1, 200)], [(1, 1, 1, 0), (3, 0, 2, 1)])
    assert kept == [(2, 1, 102)]
    assert handed == [(0, 1, 100), (2, 1, 101), (3, 1, 103), (6, 1, 200)]


def test_similarity() -> None:
    """Files are as similar as the bytes of the pieces that they share, against the larger one."""
    one, other = b"a\nb\n", b"a\nc\nd\n"
    pieces = [similarity.pieces(data) for data in (one, other)]
    common = similarity.common_bytes(*pieces)
    assert (common, similarity.score(common, len(one), len(other))) == (2, 20_000)
    index = similarity.PieceIndex(enumerate(pieces))
    assert dict(index.common(similarity.pieces(b"c\r\n"))) == {1: 2}


def test_pieces_of_long_lines() -> None:
    """A line is cut after each 64 bytes, what is left of it has its line end, and a last piece that is short counts not."""
    one, other = b"x" * 64 + b"\n" + b"x" * 130 + b"\n", b"x" * 64 + b"\n" + b"x" * 100
    pieces = [similarity.pieces(data) for data in (one, other)]
    assert pieces == [{b"x" * 64: 3, b"": 1, b"xx": 1}, {b"x" * 64: 2, b"": 1}]
    assert similarity.common_bytes(*pieces) == 2 * 64 + 1


def test_an_unreadable_history_is_said(repository: Repository) -> None:
    """A tree that is absent ends the walk with a reason, so that each file can be asked for by itself."""
    repository.commit({"src/a.py": b"a\n"})
    tip = repository.commit({"src/a.py": b"b\n"})
    tree = repository.git("rev-parse", f"{tip}~1^{{tree}}").decode().strip()
    (repository.path / "objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(Exception, match=r"failed|cannot be read"):
        traced(repository, {"src/a.py": b"b\n"}, tip)


def test_too_large_blobs_are_not_read(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A blob beyond the bound is never loaded."""
    monkeypatch.setattr(blobs, "LARGEST", 10)
    repository.commit({"a.py": b"more than ten bytes\n"})
    oid = repository.git("rev-parse", "main:a.py").strip()
    held = blobs.Blobs(Mirror(repository.path))
    assert (held.get(oid), held.size(oid), held.absent) == (None, 20, {oid})
