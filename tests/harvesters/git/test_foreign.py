# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A foreign git directory is code: none of it runs, none of it steers, and what is missing is told."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import pytest

from harvesters.errors import SourceError
from harvesters.git import blame, history, trees
from harvesters.git.foreign import fetch_directory, find_git_directories
from harvesters.git.model import DETACHED, Mirror, Oid
from harvesters.git.refs import read_refs
from harvesters.git.store import locked, open_mirror
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


def test_settings_and_hooks_of_a_foreign_directory_never_run(
    foreign: Repository, mirror: Mirror, tmp_path: Path
) -> None:
    """A foreign config and foreign hooks that would run a program have no effect."""
    tip = foreign.commit({"a": b"1\n"})
    marker = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {marker}\n")
    program.chmod(0o755)
    names = ("core.fsmonitor", "uploadpack.packObjectsHook", "core.sshCommand", "core.alternateRefsCommand")
    for name in names:
        section, key = name.split(".")
        with (foreign.path / "config").open("a") as config:
            config.write(f"[{section}]\n\t{key} = {program}\n")
    (foreign.path / "hooks").mkdir()
    for hook in ("post-checkout", "reference-transaction", "pre-receive", "post-update"):
        shutil.copy(program, foreign.path / "hooks" / hook)
    fetched = fetch_directory(mirror, foreign.path)
    assert fetched.refs.tips[b"refs/heads/main"] == tip
    assert not marker.exists()


def test_alternates_lead_nowhere(foreign: Repository, mirror: Mirror, tmp_path: Path) -> None:
    """Objects that only an alternates file leads to are not read."""
    elsewhere = new_repository(tmp_path / "elsewhere")
    secret = elsewhere.commit({"secret": b"1\n"})
    foreign.commit({"a": b"1\n"})
    (foreign.path / "objects/info/alternates").write_text(str(elsewhere.path / "objects"))
    foreign.ref(b"refs/heads/stolen", secret)
    fetched = fetch_directory(mirror, foreign.path)
    assert b"refs/heads/stolen" not in fetched.refs.tips
    assert [problem.what for problem in fetched.problems] == [b"refs/heads/stolen"]


def test_links_out_of_the_directory_are_not_followed(
    foreign: Repository, mirror: Mirror, tmp_path: Path
) -> None:
    """Packs, loose objects and refs that are symbolic links are left out."""
    elsewhere = new_repository(tmp_path / "elsewhere")
    secret = elsewhere.commit({"secret": b"1\n"})
    kept = foreign.commit({"a": b"1\n"})
    (foreign.path / "refs/heads/stolen").write_text(secret)
    loose = f"{secret[:2]}/{secret[2:]}"
    (foreign.path / "objects" / loose).parent.mkdir(exist_ok=True)
    (foreign.path / "objects" / loose).symlink_to(elsewhere.path / "objects" / loose)
    (foreign.path / "refs/heads/link").symlink_to(elsewhere.path / "refs/heads/main")
    fetched = fetch_directory(mirror, foreign.path)
    assert fetched.refs.tips == {b"refs/heads/main": kept}
    assert {problem.what for problem in fetched.problems} == {b"refs/heads/link", b"refs/heads/stolen"}


def test_grafts_and_replacements_do_not_change_history(foreign: Repository, mirror: Mirror) -> None:
    """A grafts file, a replace ref and a shallow file of a foreign directory leave history as it was."""
    first = foreign.commit({"a": b"1\n"})
    second = foreign.commit({"a": b"2\n"})
    other = foreign.commit({"a": b"9\n"}, author="Falsk <falsk@example.org>", branch="false", parents=[])
    (foreign.path / "info").mkdir()
    (foreign.path / "info/grafts").write_text(f"{second} {other}\n")
    (foreign.path / "shallow").write_text(f"{second}\n")
    foreign.ref(b"refs/replace/" + first.encode(), other)
    fetched = fetch_directory(mirror, foreign.path)
    seen = list(history.commits(mirror, [fetched.refs.tips[b"refs/heads/main"]]))
    assert [commit.oid for commit in seen] == [second, first]
    assert seen[1].author.name == "Alma Eksempel"


def test_a_mailmap_does_not_change_authors(foreign: Repository, mirror: Mirror) -> None:
    """A pushed .mailmap and .gitattributes change neither authors nor blame."""
    first = foreign.commit({"a": b"1\n"})
    tip = foreign.commit(
        {
            ".mailmap": b"Falsk <falsk@example.org> <alma@example.org>\n",
            ".gitattributes": b"* -text diff=x export-ignore\na binary\n",
            ".git-blame-ignore-revs": first.encode() + b"\n",
        }
    )
    fetch_directory(mirror, foreign.path)
    assert {commit.author.name for commit in history.commits(mirror, [tip])} == {"Alma Eksempel"}
    assert [run.commit for run in blame.blame(mirror, tip, b"a")] == [first]


def test_forged_indexes_have_no_effect(foreign: Repository, mirror: Mirror) -> None:
    """A commit-graph that lies about parents is not read."""
    first = foreign.commit({"a": b"1\n"})
    second = foreign.commit({"a": b"2\n"})
    foreign.git("repack", "-adq")
    graph = foreign.path / "objects/info/commit-graph"
    foreign.git("commit-graph", "write", "--reachable")
    graph.chmod(0o644)
    graph.write_bytes(graph.read_bytes()[:-60] + b"x" * 60)
    fetched = fetch_directory(mirror, foreign.path)
    assert fetched.refs.tips[b"refs/heads/main"] == second
    assert [c.oid for c in history.commits(mirror, [second])] == [second, first]


def test_an_object_cannot_pretend_to_be_another(foreign: Repository, mirror: Mirror) -> None:
    """A loose object whose content is not what its id says does not arrive under that id."""
    tip = foreign.commit({"a": b"1\n"})
    other = foreign.commit({"a": b"2\n"}, branch="other")
    for oid in (tip, other):
        (foreign.path / "objects" / oid[:2] / oid[2:]).chmod(0o644)
    shutil.copy(
        foreign.path / "objects" / other[:2] / other[2:], foreign.path / "objects" / tip[:2] / tip[2:]
    )
    fetched = fetch_directory(mirror, foreign.path)
    assert fetched.refs.tips == {b"refs/heads/other": other}
    assert fetched.problems


def test_a_pack_index_that_swaps_ids_forges_nothing(foreign: Repository, mirror: Mirror) -> None:
    """When a pack's index gives the ids of two blobs to each other's content, neither content is forged."""
    tip = foreign.commit({"a": b"honest\n", "b": b"forged\n"})
    foreign.git("repack", "-adq")
    named = {entry.path: entry.oid for entry in trees.entries(Mirror(foreign.path), tip)}
    _swap_offsets(next(foreign.path.glob("objects/pack/*.idx")), named[b"a"], named[b"b"])
    fetch_directory(mirror, foreign.path)
    assert trees.blob(mirror, named[b"a"], 100) in (b"honest\n", None)
    assert trees.blob(mirror, named[b"b"], 100) in (b"forged\n", None)


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


def test_refs_named_like_commands_are_only_names(foreign: Repository, mirror: Mirror) -> None:
    """Refs that look like options or shell words arrive; names that git forbids are left out and told."""
    tip = foreign.commit({"a": b"1\n"})
    odd = [b"refs/heads/-x", b"refs/heads/--upload-pack=x", b"refs/tags/$(id)", "refs/heads/æ;rm".encode()]
    for name in odd:
        foreign.ref(name, tip)
    foreign.ref(b"refs/heads/../../evil", tip)
    foreign.ref(b"refs/heads/a b", tip)
    fetched = fetch_directory(mirror, foreign.path)
    assert set(fetched.refs.tips) == {b"refs/heads/main", *odd}
    assert len(fetched.problems) == 2
    assert len(list(history.commits(mirror, fetched.refs.tips.values()))) == 1


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


def test_a_foreign_config_written_into_our_mirror_is_undone(tmp_path: Path, foreign: Repository) -> None:
    """Opening a mirror puts our own configuration back."""
    mirror = open_mirror(tmp_path / "mirror")
    (mirror.path / "config").write_text("[core]\n\tfsmonitor = /bin/false\n")
    open_mirror(tmp_path / "mirror")
    assert "fsmonitor" not in (mirror.path / "config").read_text()


def _swap_offsets(index: Path, one: Oid, two: Oid) -> None:
    content = bytearray(index.read_bytes())
    count = struct.unpack(">I", content[8 + 255 * 4 : 8 + 256 * 4])[0]
    names = 8 + 1024
    order = [bytes(content[names + 20 * n : names + 20 * n + 20]).hex() for n in range(count)]
    first, second = (names + 24 * count + 4 * order.index(oid) for oid in (one, two))
    content[first : first + 4], content[second : second + 4] = (
        content[second : second + 4],
        content[first : first + 4],
    )
    index.chmod(0o644)
    index.write_bytes(bytes(content))
