# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Blame tells who wrote each line, once, within its time, and what it cannot tell it says."""

from __future__ import annotations

import pytest

from harvesters.errors import UnreadableError
from harvesters.git.blame import blame, blame_all, parse_blame, prepare
from harvesters.git.model import Mirror, Oid, Problem, Run
from tests.builders import Content, Gitlink, Link, Repository


def test_runs_cover_every_line_and_neighbours_are_joined(foreign: Repository) -> None:
    """Adjacent lines of one commit are one run, also when git tells them apart."""
    first = foreign.commit({"a": b"1\n2\n3\n4\n"})
    second = foreign.commit({"a": b"1\n2\nnew\n3\n4\n"})
    third = foreign.commit({"a": b"1\n2\n3\n4\n"})
    assert blame(Mirror(foreign.path), second, b"a") == (
        Run(1, 2, first),
        Run(3, 1, second),
        Run(4, 2, first),
    )
    assert blame(Mirror(foreign.path), third, b"a") == (Run(1, 4, first),)


def test_white_space_and_moves_are_followed_only_when_asked(foreign: Repository) -> None:
    """The three methods name the reformatter, the writer, and the writer of a moved block."""
    block = b"".join(b"a rather long line of code number %d\n" % number for number in range(20))
    first = foreign.commit({"a": block})
    moved = foreign.commit({"a": b"", "b": block.replace(b"a rather", b"    a rather")})
    mirror = Mirror(foreign.path)
    assert blame(mirror, moved, b"b")[0].commit == moved
    assert blame(mirror, moved, b"b", method="wMC")[0].commit == first


def test_odd_paths_are_blamed(foreign: Repository) -> None:
    """Paths that look like options, patterns or revisions, or are no UTF-8, are paths."""
    odd = [b"-x", b":(glob)*", b"new\nline", b"\xff", b"a:b", b"*", b"[a]", b"HEAD"]
    tip = foreign.commit(dict.fromkeys(odd, b"1\n2\n"))
    found = dict(blame_all(Mirror(foreign.path), tip, odd))
    assert found == {path: (Run(1, 2, tip),) for path in odd}


def test_hostile_authors_cannot_forge_groups(foreign: Repository) -> None:
    """An author or subject that looks like blame's own lines changes nothing."""
    forged = b"f" * 40 + b" 1 1 1"
    tip = foreign.commit({"a": b"1\n"}, author=forged + b" <a@example.org>", message=forged)
    assert blame(Mirror(foreign.path), tip, b"a") == (Run(1, 1, tip),)


def test_one_bad_path_does_not_stop_the_others(foreign: Repository) -> None:
    """A path that is not there, a gitlink and a folder get a problem each; a link is a file of one line."""
    content: dict[str | bytes, Content] = {
        "a": b"1\n",
        "sub": Gitlink(Oid("5" * 40)),
        "link": Link(b"a"),
        "d/x": b"1\n",
        "empty": b"",
    }
    tip = foreign.commit(content)
    paths = [b"a", b"sub", b"link", b"d", b"empty", b"gone"]
    found = dict(blame_all(Mirror(foreign.path), tip, paths))
    assert {path for path, answer in found.items() if isinstance(answer, Problem)} == {b"sub", b"d", b"gone"}
    assert (found[b"a"], found[b"link"], found[b"empty"]) == ((Run(1, 1, tip),), (Run(1, 1, tip),), ())


def test_a_file_that_takes_too_long_is_stopped(foreign: Repository) -> None:
    """A file over its time gets a problem that says how long was waited."""
    tip = foreign.commit({"a": b"1\n"})
    found = dict(blame_all(Mirror(foreign.path), tip, [b"a"], timeout=0))
    assert isinstance(found[b"a"], Problem)
    assert "0 seconds" in found[b"a"].reason


def test_an_absent_blob_is_told(foreign: Repository) -> None:
    """Blaming a file whose content is absent raises one sentence."""
    tip = foreign.commit({"a": b"1\n"})
    oid = foreign.git("rev-parse", f"{tip}:a").decode().strip()
    (foreign.path / "objects" / oid[:2] / oid[2:]).unlink()
    with pytest.raises(UnreadableError, match="a cannot be told"):
        blame(Mirror(foreign.path), tip, b"a")


def test_leaving_early_leaves_no_process(foreign: Repository) -> None:
    """A caller that stops in the middle leaves nothing running (a warning would fail this test)."""
    tip = foreign.commit({f"f{number}": b"1\n" for number in range(20)})
    answers = blame_all(Mirror(foreign.path), tip, [b"f%d" % number for number in range(20)])
    assert next(answers)[1] == (Run(1, 1, tip),)
    answers.close()  # type: ignore[attr-defined]


def test_preparing_is_done_once(foreign: Repository) -> None:
    """The index of the history is written, and not again while the refs are the same."""
    foreign.commit({"a": b"1\n"})
    (foreign.path / "packed-refs").write_text("")
    mirror = Mirror(foreign.path)
    graph = foreign.path / "objects/info/commit-graph"
    assert prepare(mirror) is None
    written = graph.stat().st_mtime_ns
    assert prepare(mirror) is None
    assert graph.stat().st_mtime_ns == written


@pytest.mark.parametrize("said", [b"%s 1 2 1\n", b"%s 1 1 1\n%s 1 3 1\n", b"%s 1 1 2\n%s 1 2 1\n"])
def test_an_answer_with_gaps_or_overlaps_is_none(said: bytes) -> None:
    """Lines that nobody wrote, or two did, are no answer."""
    assert parse_blame(said.replace(b"%s", b"a" * 40)) is None


def test_a_path_longer_than_any_command_line_is_told(foreign: Repository) -> None:
    """A path of 200,000 bytes cannot be handed to git; the others are answered."""
    tip = foreign.commit({"a": b"1\n"})
    found = dict(blame_all(Mirror(foreign.path), tip, [b"p" * 200_000, b"a"]))
    assert isinstance(found[b"p" * 200_000], Problem)
    assert found[b"a"] == (Run(1, 1, tip),)
