# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Licence history: when what the tree says changed, by whose commit, and what any version said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from harvesters.git import process
from harvesters.git.command import git as command
from registry.app import create_app
from registry.pipeline.licence_history import read_history
from registry.pipeline.revisions import mirror_of, revision
from tests.builders import ALMA, Oid, Repository, new_repository
from tests.licences.builders import text_of
from tests.running import harvest, register, run

BO = "Bo Eksempel <bo@example.org>"
MPL, MIT, GPL = (text_of(name).encode() for name in ("MPL-2.0", "MIT", "GPL-3.0-only"))
PROGRAM = b"print(1)\n"
# REUSE-IgnoreStart
TAGGED = b"# SPDX-License-Identifier: %s\n"
# REUSE-IgnoreEnd


def told(tmp_path: Path, *more: str) -> dict[str, Any]:
    """Harvest what was built, and return what `licences --json` says."""
    harvest(tmp_path / "data", tmp_path / "git")
    ran = run(tmp_path / "data", "licences", "kage/bageri", "--json", *more)
    assert ran.code == 0, ran.err
    document: dict[str, Any] = ran.json
    return document


def bakery(tmp_path: Path) -> Repository:
    """An empty repository."""
    return new_repository(tmp_path / "git" / "kage+bageri")


def turns(document: dict[str, Any]) -> list[tuple[str, str | None]]:
    """The commits at which the licence changed, and to what."""
    return [(one["commit"], one["concluded"]) for one in document["history"] if one["turned"]]


def test_each_change_of_the_licence_is_a_point(tmp_path: Path) -> None:
    """The first licence and its replacement are told with their commits; other commits are none."""
    git = bakery(tmp_path)
    git.commit({"a.py": PROGRAM})
    first = git.commit({"LICENSE": GPL})
    git.commit({"a.py": PROGRAM * 2})
    second = git.commit({"LICENSE": MPL}, author=BO)
    assert turns(told(tmp_path)) == [(first, "GPL-3.0-only"), (second, "MPL-2.0")]


def test_a_change_of_words_that_changes_no_licence_is_none(tmp_path: Path) -> None:
    """A README that is rewritten around the same sentence makes no point."""
    git = bakery(tmp_path)
    git.commit({"a.py": PROGRAM, "README.md": b"# Bageri\n\nLicensed under the MIT license.\n"})
    git.commit({"README.md": b"# Bageriet\n\nNyt.\n\nLicensed under the MIT license.\n"})
    assert len(told(tmp_path)["history"]) == 1


def test_a_moved_file_is_no_change_of_licence(tmp_path: Path) -> None:
    """LICENSE that becomes LICENSE.md is told as moved, and turns nothing."""
    git = bakery(tmp_path)
    git.commit({"a.py": PROGRAM, "LICENSE": MPL})
    git.commit({"LICENSE": None, "LICENSE.md": MPL})
    first, second = told(tmp_path)["history"]
    (change,) = second["changes"]
    assert (first["turned"], second["turned"]) == (True, False)
    assert (change["path"], change["moved_from"]) == ("LICENSE.md", "LICENSE")


def test_what_a_merge_brings_names_who_wrote_it(tmp_path: Path) -> None:
    """The day is that of the merge on the main line, the writer the one of the branch."""
    git = bakery(tmp_path)
    base = git.commit({"a.py": PROGRAM})
    side = git.commit({"LICENSE": MPL}, branch="side", parents=[base], author=BO)
    merge = git.commit({"LICENSE": MPL}, parents=[base, side])
    (point,) = told(tmp_path)["history"]
    assert (point["commit"], point["commits"]) == (merge, [side])


def test_a_merged_project_keeps_its_history_to_itself(tmp_path: Path) -> None:
    """A project of another root that was under another licence changes nothing before the day it came in."""
    git = bakery(tmp_path)
    first = git.commit({"a.py": PROGRAM, "LICENSE": MPL})
    git.commit({"LICENSE": GPL, "b.py": PROGRAM}, branch="other", parents=[])
    other = git.commit({"LICENSE": MIT}, branch="other")
    git.commit({"part/LICENSE": MIT, "part/b.py": PROGRAM}, parents=[first, other])
    document = told(tmp_path)
    assert turns(document) == [(first, "MPL-2.0")]
    assert [one["path"] for one in document["history"][1]["changes"]] == ["part/LICENSE"]


def test_folders_of_others_are_left_out(tmp_path: Path) -> None:
    """A component that is taken in under node_modules makes no point."""
    git = bakery(tmp_path)
    git.commit({"a.py": PROGRAM, "LICENSE": MPL})
    git.commit({"node_modules/kerne/LICENSE": MIT})
    assert len(told(tmp_path)["history"]) == 1


def test_a_second_harvest_tells_the_same(tmp_path: Path) -> None:
    """The history is found anew and does not double."""
    git = bakery(tmp_path)
    git.commit({"a.py": PROGRAM, "LICENSE": MPL})
    before = told(tmp_path)["history"]
    git.commit({"a.py": PROGRAM * 2})
    assert told(tmp_path)["history"] == before


def test_the_licence_of_a_tag(tmp_path: Path) -> None:
    """An annotated tag off the main line has its own terms, headers read."""
    git = bakery(tmp_path)
    base = git.commit({"a.py": TAGGED % b"MIT", "LICENSE": MIT})
    branch = git.commit(
        {"LICENSE": GPL, "a.py": TAGGED % b"GPL-3.0-only"},
        branch="gammel",
        parents=[base],
    )
    tag = f"object {branch}\ntype commit\ntag v1\ntagger {BO} 1500000000 +0000\n\nv1\n".encode()
    git.ref(b"refs/tags/v1", Oid(git.git("mktag", stdin=tag).decode().strip()))
    git.commit({"LICENSE": MPL, "a.py": PROGRAM})
    document = told(tmp_path, "--at", "v1")
    assert (document["commit"], document["concluded"], document["unread"]) == (branch, "GPL-3.0-only", 0)


def test_what_changed_between_two_tags(tmp_path: Path) -> None:
    """Each file that says something else is told with both."""
    git = bakery(tmp_path)
    git.ref(
        b"refs/tags/v1",
        git.commit({"a.py": PROGRAM, "LICENSE": GPL, "composer.json": b'{"license": "GPL-3.0-only"}'}),
    )
    git.ref(b"refs/tags/v2", git.commit({"LICENSE": MPL, "b.py": TAGGED % b"MPL-2.0"}))
    document = told(tmp_path, "--at", "v2", "--since", "v1")
    said = {one["path"]: (one["before"], one["after"]) for one in document["changes"]}
    assert {path: bool(before) for path, (before, _) in said.items()} == {"LICENSE": True, "b.py": False}


def test_a_version_that_is_not_there(tmp_path: Path) -> None:
    """A tag that nobody made gets one sentence."""
    bakery(tmp_path).commit({"a.py": PROGRAM})
    harvest(tmp_path / "data", tmp_path / "git")
    ran = run(tmp_path / "data", "licences", "kage/bageri", "--at", "v\x1b[31m9")
    assert ran.code == 1
    assert "no tag, branch or commit" in ran.err
    assert "\x1b" not in ran.err


def test_an_absent_tree_costs_the_history_alone(tmp_path: Path) -> None:
    """Where git cannot read an old tree, the present is told and the history is empty."""
    git = bakery(tmp_path)
    git.commit({"a.py": PROGRAM, "LICENSE": GPL})
    tree = git.tree()
    git.commit({"LICENSE": MPL})
    assert len(told(tmp_path)["history"]) == 2
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        mirror = mirror_of(opened.settings, 1)
        tip = revision(mirror, "main").commit
        for pack in [*(mirror.path / "objects" / "pack").glob("*.pack")]:
            content = pack.read_bytes()
            for part in pack.parent.glob(pack.stem + ".*"):
                part.unlink()
            process.output(command(mirror, ("unpack-objects", "-q"), stdin=content))
        (mirror.path / "objects" / tree[:2] / tree[2:]).unlink()
        assert read_history(session, mirror, tip) == ()


def test_the_author_stands_on_the_page_and_no_address(tmp_path: Path) -> None:
    """The history page names who wrote the change."""
    git = bakery(tmp_path)
    git.commit({"a.py": PROGRAM}, author=ALMA)
    git.commit({"LICENSE": MPL}, author=BO)
    harvest(tmp_path / "data", tmp_path / "git")
    with register(tmp_path / "data") as opened:
        client = create_app(opened.settings, opened.sessions).test_client()
        page = client.get("/en/r/1-kage-bageri/licences/history").get_data(as_text=True)
    assert "Bo Eksempel" in page and "bo@example.org" not in page
    assert "not assessed" in page
