# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A foreign git directory is brought whole where it is whole; what is missing is told, never an end."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from harvesters.errors import SourceError
from harvesters.git import blame, history, trees
from harvesters.git.foreign import fetch_directory, find_git_directories
from harvesters.git.model import DETACHED, Mirror, Oid
from harvesters.git.refs import read_refs
from harvesters.git.store import locked
from tests.builders import Repository, new_repository


def test_branches_tags_and_head_arrive(foreign: Repository, mirror: Mirror) -> None:
    """Branches, tags and HEAD are taken, other refs are not."""
    first = foreign.commit({"a": b"1\n"})
    foreign.ref(b"refs/tags/v1", first)
    foreign.ref(b"refs/pull/1/head", first)
    fetched = fetch_directory(mirror, foreign.path)
    assert fetched.refs.head == b"refs/heads/main"
    assert fetched.refs.tips == {b"refs/heads/main": first, b"refs/tags/v1": first}
    assert fetched.changed
    assert fetched.problems == ()


def test_fetching_twice_changes_nothing(
    foreign: Repository, mirror: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the refs are the same, no process is started and nothing is said to have changed."""
    foreign.commit({"a": b"1\n"})
    first = fetch_directory(mirror, foreign.path)
    monkeypatch.setenv("PATH", "/nonexistent")
    second = fetch_directory(mirror, foreign.path)
    assert not second.changed
    assert second.refs == first.refs


def test_only_what_is_new_is_brought(foreign: Repository, mirror: Mirror) -> None:
    """A later fetch brings the new commit in a pack of its own, and drops a branch that is gone."""
    foreign.commit({"a": b"1\n"})
    foreign.commit({"z": b"1\n"}, branch="side")
    fetch_directory(mirror, foreign.path)
    second = foreign.commit({"a": b"2\n"})
    (foreign.path / "refs/heads/side").unlink()
    fetched = fetch_directory(mirror, foreign.path)
    assert fetched.changed
    assert fetched.refs.tips == {b"refs/heads/main": second}
    packs = sorted(mirror.path.glob("objects/pack/*.pack"), key=lambda path: path.stat().st_size)
    assert len(packs) == 2
    assert struct.unpack(">I", packs[0].read_bytes()[8:12]) == (3,)


def test_a_shallow_copy_is_read_from_its_boundary_on(
    foreign: Repository, mirror: Mirror, tmp_path: Path
) -> None:
    """Where parents are absent, what is there is kept, walks work, and the boundary is named."""
    commits = [foreign.commit({"a": b"%d\n" % number * 3}) for number in range(4)]
    gone = foreign.path / "objects" / commits[1][:2] / commits[1][2:]
    kept = gone.read_bytes()
    gone.unlink()
    fetched = fetch_directory(mirror, foreign.path)
    assert [c.oid for c in history.commits(mirror, [commits[3]])] == [commits[3], commits[2]]
    assert commits[2] in fetched.problems[0].reason
    assert blame.blame(mirror, commits[3], b"a")[0].commit == commits[3]
    gone.write_bytes(kept)
    whole = fetch_directory(mirror, foreign.path)
    assert whole.problems == ()
    assert len(list(history.commits(mirror, [commits[3]]))) == 4


def test_an_absent_blob_stays_an_absence(foreign: Repository, mirror: Mirror) -> None:
    """A blob that a stored copy lacks has no size, and everything else arrives without a problem."""
    tip = foreign.commit({"big": b"x" * 5000, "small": b"1\n"})
    big = next(e.oid for e in trees.entries(Mirror(foreign.path), tip) if e.path == b"big")
    (foreign.path / "objects" / big[:2] / big[2:]).unlink()
    fetched = fetch_directory(mirror, foreign.path)
    assert fetched.problems == ()
    assert {e.path: e.size for e in trees.entries(mirror, tip)} == {b"big": None, b"small": 2}
    assert trees.blob(mirror, big, 10_000) is None


def test_a_damaged_object_costs_only_itself(foreign: Repository, mirror: Mirror) -> None:
    """A corrupt object is named as a problem; all others arrive."""
    tip = foreign.commit({"bad": b"bad\n" * 50, "good": b"good\n"})
    bad = next(e.oid for e in trees.entries(Mirror(foreign.path), tip) if e.path == b"bad")
    file = foreign.path / "objects" / bad[:2] / bad[2:]
    file.chmod(0o644)
    file.write_bytes(file.read_bytes()[:12])
    fetched = fetch_directory(mirror, foreign.path)
    assert bad in fetched.problems[0].reason
    assert {e.path: e.size for e in trees.entries(mirror, tip)} == {b"bad": None, b"good": 5}


def test_an_empty_repository_is_no_error(foreign: Repository, mirror: Mirror) -> None:
    """A repository without commits has no head and no tips."""
    fetched = fetch_directory(mirror, foreign.path)
    assert (fetched.refs.head, dict(fetched.refs.tips), fetched.problems) == (None, {}, ())


def test_a_detached_head_is_a_tip(foreign: Repository, mirror: Mirror) -> None:
    """HEAD on no branch is kept under its own name, apart from a branch that is called HEAD."""
    first = foreign.commit({"a": b"1\n"})
    second = foreign.commit({"a": b"2\n"}, branch="HEAD")
    foreign.head(first.encode())
    fetch_directory(mirror, foreign.path)
    refs = read_refs(mirror)
    assert refs.head == DETACHED
    assert (refs.tips[DETACHED], refs.tips[b"refs/heads/HEAD"]) == (first, second)


def test_a_tag_of_a_tag_and_of_a_tree_are_taken(foreign: Repository, mirror: Mirror) -> None:
    """An annotated tag keeps its own id; a branch that names no commit is left out."""
    tip = foreign.commit({"a": b"1\n"})
    tag = f"object {tip}\ntype commit\ntag v1\ntagger A <a@example.org> 1 +0000\n\nx\n".encode()
    made = Oid(foreign.git("hash-object", "-t", "tag", "-w", "--stdin", stdin=tag).decode().strip())
    foreign.ref(b"refs/tags/v1", made)
    foreign.ref(b"refs/tags/tree", foreign.tree())
    foreign.ref(b"refs/heads/tree", foreign.tree())
    fetched = fetch_directory(mirror, foreign.path)
    assert fetched.refs.tips[b"refs/tags/v1"] == made
    assert b"refs/tags/tree" in fetched.refs.tips
    assert b"refs/heads/tree" not in fetched.refs.tips
    assert [c.oid for c in history.commits(mirror, fetched.refs.tips.values())] == [tip]


def test_git_directories_are_found_in_their_usual_places(tmp_path: Path) -> None:
    """A folder of mirrors may hold bare directories, repo, or repo/.git; other things are passed over."""
    new_repository(tmp_path / "a+bare").commit({"a": b"1\n"})
    new_repository(tmp_path / "b+inner" / "repo").commit({"a": b"1\n"})
    new_repository(tmp_path / "c+tree" / "repo" / ".git").commit({"a": b"1\n"})
    (tmp_path / "notes").mkdir()
    (tmp_path / "file").write_text("x")
    found = find_git_directories(tmp_path)
    assert [label for label, _ in found] == ["a+bare", "b+inner", "c+tree"]


@pytest.mark.parametrize("kind", ["missing", "file", "folder", "gitfile", "reftable", "sha256", "worktree"])
def test_what_is_no_git_directory_is_refused(tmp_path: Path, mirror: Mirror, kind: str) -> None:
    """Each thing that cannot be read as a git directory gets one sentence."""
    place = tmp_path / "place"
    if kind == "file":
        place.write_text("x")
    elif kind in ("folder", "gitfile"):
        place.mkdir()
    elif kind != "missing":
        new_repository(place)
    if kind == "gitfile":
        (place / ".git").write_text("gitdir: /etc\n")
    if kind == "reftable":
        (place / "reftable").mkdir()
    if kind == "worktree":
        (place / "commondir").write_text("/elsewhere\n")
    if kind == "sha256":
        (place / "packed-refs").write_text("0" * 64 + " refs/heads/main\n")
    with pytest.raises(SourceError, match=r"^[^.].*\.$"):
        fetch_directory(mirror, place)


def test_a_second_harvest_at_once_is_told(foreign: Repository, mirror: Mirror) -> None:
    """While one harvest writes a mirror, another gets a sentence and writes nothing."""
    foreign.commit({"a": b"1\n"})
    with locked(mirror), pytest.raises(SourceError, match="Another harvest"):
        fetch_directory(mirror, foreign.path)
