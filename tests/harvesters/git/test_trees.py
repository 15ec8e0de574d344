# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A tree's paths and objects come out as they are, and what cannot be read costs only itself."""

from __future__ import annotations

import pytest

from harvesters.errors import UnreadableError
from harvesters.git.model import Mirror, Oid
from harvesters.git.trees import blob, blob_at, blobs, entries
from tests.builders import Executable, Gitlink, Link, Repository


def test_every_kind_of_entry_is_listed(foreign: Repository) -> None:
    """Files, executables, links (also in a circle) and gitlinks without .gitmodules stand in the list."""
    tip = foreign.commit(
        {"f": b"12", "x": Executable(b"1"), "l1": Link(b"l2"), "l2": Link(b"l1"), "g": Gitlink(Oid("5" * 40))}
    )
    found = {entry.path: (entry.mode, entry.kind, entry.size) for entry in entries(Mirror(foreign.path), tip)}
    assert found == {
        b"f": (0o100644, "blob", 2),
        b"g": (0o160000, "commit", None),
        b"l1": (0o120000, "blob", 2),
        b"l2": (0o120000, "blob", 2),
        b"x": (0o100755, "blob", 1),
    }


def test_paths_are_bytes(foreign: Repository) -> None:
    """Newlines, tabs, colons, quotes and bytes that are no UTF-8 come out as they are."""
    odd = {b"a\nb", b"a\tb", b"a:b", b'a"b', b"\xff", b"d/\xe6.txt"}
    tip = foreign.commit(dict.fromkeys(odd, b"x"))
    assert {entry.path for entry in entries(Mirror(foreign.path), tip)} == odd


def test_the_blob_of_a_path_at_a_commit(foreign: Repository) -> None:
    """Whatever the path holds; a folder, a path that is not there and an unknown commit have none."""
    odd = {b"a\nb", b":(glob)*", b"*", b"\xff", b"d/\xe6.txt"}
    tip = foreign.commit({name: name for name in odd})
    mirror = Mirror(foreign.path)
    named = {entry.path: entry.oid for entry in entries(mirror, tip)}
    assert {path: blob_at(mirror, tip, path) for path in odd} == named
    assert [blob_at(mirror, tip, path) for path in (b"d", b"d/", b"?", b"")] == [None] * 4
    assert blob_at(mirror, Oid("9" * 40), b"*") is None


def test_an_absent_folder_is_told(foreign: Repository) -> None:
    """A tree that lacks a folder's object cannot be listed, and one sentence says so."""
    tip = foreign.commit({"d/f": b"1\n"})
    folder = foreign.git("rev-parse", f"{tip}:d").decode().strip()
    (foreign.path / "objects" / folder[:2] / folder[2:]).unlink()
    with pytest.raises(UnreadableError, match=tip):
        entries(Mirror(foreign.path), tip)


def test_blobs_come_in_order_and_absences_are_none(foreign: Repository) -> None:
    """Absent, too large, damaged and not-a-blob are None; the others come whole, in the order asked."""
    tip = foreign.commit({"a": b"1\n", "big": b"x" * 1000, "bad": b"damage me\n" * 20, "z": b"\x00\n\xff"})
    named = {entry.path: entry.oid for entry in entries(Mirror(foreign.path), tip)}
    file = foreign.path / "objects" / named[b"bad"][:2] / named[b"bad"][2:]
    file.chmod(0o644)
    file.write_bytes(file.read_bytes()[:14] + b"\x00" * 6)
    asked = [named[b"z"], Oid("9" * 40), named[b"big"], tip, named[b"bad"], named[b"a"]]
    found = list(blobs(Mirror(foreign.path), asked, largest=500))
    assert [oid for oid, _ in found] == asked
    assert [content for _, content in found] == [b"\x00\n\xff", None, None, None, None, b"1\n"]


def test_one_blob(foreign: Repository) -> None:
    """A single blob is read by its id."""
    tip = foreign.commit({"a": b"1\n"})
    oid = entries(Mirror(foreign.path), tip)[0].oid
    assert blob(Mirror(foreign.path), oid, 10) == b"1\n"
    assert blob(Mirror(foreign.path), oid, 1) is None


def test_thousands_of_blobs_are_read(foreign: Repository) -> None:
    """More blobs than one breath, some larger than a pipe, come whole."""
    tip = foreign.commit({f"f{n}": b"%d" % n * (20_000 if n % 100 == 0 else 1) for n in range(1500)})
    listed = entries(Mirror(foreign.path), tip)
    found = dict(blobs(Mirror(foreign.path), (entry.oid for entry in listed), largest=1 << 20))
    assert all(len(found[entry.oid] or b"") == entry.size for entry in listed)


def test_a_tree_that_unfolds_without_end_is_told(foreign: Repository) -> None:
    """Twelve nested folders of ten times the same name more paths than can be listed: told so."""
    foreign.commit({"a": b"1\n"})
    tree = foreign.tree()
    for _ in range(12):
        lines = "".join(f"040000 tree {tree}\td{number}\n" for number in range(10))
        tree = Oid(foreign.git("mktree", stdin=lines.encode()).decode().strip())
    who = "A <a@example.org> 5 +0000"
    tip = foreign.raw_commit(f"tree {tree}\nauthor {who}\ncommitter {who}\n\nx\n".encode())
    with pytest.raises(UnreadableError, match="cannot be listed"):
        entries(Mirror(foreign.path), tip)
