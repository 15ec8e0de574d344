# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A foreign git directory is code: none of it runs, none of it steers, and nothing in it can forge."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

from harvesters.git import blame, history, trees
from harvesters.git.foreign import fetch_directory
from harvesters.git.model import Mirror, Oid
from harvesters.git.store import open_mirror
from tests.builders import Repository, new_repository


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
