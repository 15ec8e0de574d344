# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""History is read from the objects: every commit, every path a commit changed, whatever their names."""

from __future__ import annotations

import pytest

from harvesters.errors import UnreadableError
from harvesters.git.foreign import fetch_directory
from harvesters.git.history import changes, commits, touched
from harvesters.git.model import Change, Mirror, Oid
from tests.builders import Repository


def test_commits_are_read_whole(foreign: Repository) -> None:
    """Author, parents, subject and co-authors come from the object."""
    first = foreign.commit({"a": b"1\n"})
    second = foreign.commit({"a": b"2\n"}, message="Subject\n\nCo-authored-by: Bo <bo@example.org>\n")
    found = list(commits(Mirror(foreign.path), [second]))
    assert [commit.oid for commit in found] == [second, first]
    assert found[0].parents == (first,)
    assert (found[0].subject, found[0].co_authors) == ("Subject", (("Bo", "bo@example.org"),))


def test_commits_that_another_tip_leads_to_can_be_left_out(foreign: Repository) -> None:
    """Only what `without` does not lead to is read."""
    first = foreign.commit({"a": b"1\n"})
    second = foreign.commit({"a": b"2\n"})
    found = commits(Mirror(foreign.path), [second], without=[first])
    assert [commit.oid for commit in found] == [second]


def test_many_roots_and_an_octopus_are_read(foreign: Repository) -> None:
    """Thirty-five roots joined by one merge give thirty-six commits, and the merge has 35 parents."""
    roots = [foreign.commit({f"f{n}": b"x"}, branch=f"b{n}", parents=[]) for n in range(35)]
    tip = foreign.commit({f"f{n}": b"x" for n in range(35)}, parents=roots)
    found = {commit.oid: commit for commit in commits(Mirror(foreign.path), [tip])}
    assert len(found) == 36
    assert found[tip].parents == tuple(roots)


def test_dates_that_no_calendar_knows_are_read(foreign: Repository) -> None:
    """A commit of the year 20000 with an impossible offset is read like any other."""
    foreign.commit({"a": b"1\n"})
    body = f"tree {foreign.tree()}\nauthor A <a@example.org> 568971820800 +9999\n\nx\n".encode()
    tip = foreign.raw_commit(body)
    found = list(commits(Mirror(foreign.path), [tip]))
    assert (found[0].author.seconds, found[0].author.offset) == (568_971_820_800, 99 * 60 + 99)
    assert found[0].committer.name == ""


def test_more_commits_than_one_breath_are_read_in_order(foreign: Repository) -> None:
    """A thousand commits come out once each, newest first."""
    script = "".join(
        f"commit refs/heads/main\ncommitter A <a@example.org> {n} +0000\ndata 1\nx\n" for n in range(1, 1001)
    )
    foreign.git("fast-import", "--quiet", stdin=script.encode())
    tip = Oid(foreign.git("rev-parse", "refs/heads/main").decode().strip())
    assert [c.committer.seconds for c in commits(Mirror(foreign.path), [tip])] == list(range(1000, 0, -1))


def test_changes_name_every_path_as_it_is(foreign: Repository) -> None:
    """Paths with colons, newlines, quotes and other bytes come out byte for byte."""
    odd = [b":colon", b"new\nline", b'quo"te', b"\xff\xfe", b"tab\t", b":100644 100644 x", "æøå".encode()]
    tip = foreign.commit(dict.fromkeys(odd, b"x"))
    found = dict(changes(Mirror(foreign.path), tip))
    assert {change.path for change in found[tip]} == set(odd)
    assert {(change.status, change.old) for change in found[tip]} == {("A", None)}


def test_changes_tell_old_and_new(foreign: Repository) -> None:
    """A change and a removal name the objects before and after."""
    first = foreign.commit({"a": b"1\n", "b": b"1\n"})
    second = foreign.commit({"a": b"2\n", "b": None})
    found = dict(changes(Mirror(foreign.path), second, without=first))
    one = Oid("d00491fd7e5bb6fa28c517a0bb32b8b506539d4d")
    two = Oid("0cfbf08886fca9a91cb753ec8734c84fcbe52c9f")
    assert found == {second: (Change("M", one, two, b"a"), Change("D", one, None, b"b"))}


def test_a_merge_changes_only_what_differs_from_all_its_parents(foreign: Repository) -> None:
    """A mere join changes nothing; what the merge itself wrote is told with a letter a parent."""
    base = foreign.commit({"a": b"1\n", "b": b"1\n"})
    left = foreign.commit({"a": b"2\n"})
    right = foreign.commit({"b": b"2\n"}, branch="right", parents=[base])
    join = foreign.commit({"b": b"2\n"}, parents=[left, right])
    evil = foreign.commit({"b": b"3\n"}, parents=[left, right], branch="evil")
    assert dict(changes(Mirror(foreign.path), join))[join] == ()
    assert [(c.status, c.path) for c in dict(changes(Mirror(foreign.path), evil))[evil]] == [("MM", b"b")]


def test_an_empty_commit_changes_nothing_and_is_told(foreign: Repository) -> None:
    """A commit without changes stands in the list with none."""
    foreign.commit({"a": b"1\n"})
    tip = foreign.commit({})
    assert dict(changes(Mirror(foreign.path), tip))[tip] == ()


def test_an_absent_tree_is_told(foreign: Repository) -> None:
    """Where a tree is absent, what came before is read and the rest is an error of one sentence."""
    foreign.commit({"a": b"1\n"})
    tree = foreign.tree()
    tip = foreign.commit({"a": b"2\n"})
    (foreign.path / "objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(UnreadableError):
        list(changes(Mirror(foreign.path), tip))


def test_touched_names_what_changed_on_the_main_line(foreign: Repository) -> None:
    """Paths that changed since, even when changed back; nothing for the same commit."""
    old = foreign.commit({"a": b"1\n", "b": b"1\n", "c": b"1\n"})
    foreign.commit({"a": b"2\n"})
    foreign.commit({"a": b"1\n"})
    new = foreign.commit({"b": b"2\n", "d\n": b"1\n"})
    assert touched(Mirror(foreign.path), old, new) == frozenset({b"a", b"b", b"d\n"})
    assert touched(Mirror(foreign.path), old, old) == frozenset()


def test_touched_counts_a_merge_against_its_first_parent(foreign: Repository) -> None:
    """What a merge brought in is touched, because the first parent had it otherwise."""
    old = foreign.commit({"a": b"1\n", "b": b"1\n"})
    side = foreign.commit({"b": b"2\n"}, branch="side", parents=[old])
    left = foreign.commit({"a": b"2\n"})
    new = foreign.commit({"b": b"2\n"}, parents=[left, side])
    assert touched(Mirror(foreign.path), old, new) == frozenset({b"a", b"b"})
    assert touched(Mirror(foreign.path), side, new) is None


def test_touched_is_unknown_when_the_old_commit_is_gone_or_elsewhere(foreign: Repository) -> None:
    """After a forced push nothing can be reused: the answer is None."""
    old = foreign.commit({"a": b"1\n"})
    new = foreign.commit({"a": b"1\n"}, parents=[], branch="other")
    later = foreign.commit({"a": b"2\n"})
    assert touched(Mirror(foreign.path), old, new) is None
    assert touched(Mirror(foreign.path), later, old) is None
    assert touched(Mirror(foreign.path), Oid("9" * 40), new) is None


def test_a_malformed_commit_ends_its_line_only(foreign: Repository, mirror: Mirror) -> None:
    """A commit without a tree is no commit: branches without it are read, and the harvest says so."""
    good = foreign.commit({"a": b"1\n"}, branch="good")
    bad = foreign.raw_commit(b"no tree\n\nx\n", ref=None)
    tree = foreign.git("rev-parse", good + "^{tree}").decode().strip()
    who = "A <a@example.org> 5 +0000"
    body = f"tree {tree}\nparent {bad}\nauthor {who}\ncommitter {who}\n\nx\n"
    tip = foreign.raw_commit(body.encode())
    fetched = fetch_directory(mirror, foreign.path)
    assert fetched.problems
    assert {c.oid for c in commits(mirror, fetched.refs.tips.values())} == {good, tip}
