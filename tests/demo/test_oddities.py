# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The demonstration holds what real repositories surprise a register with."""

from __future__ import annotations

import pytest

from harvesters.git.history import commits
from harvesters.git.model import Commit, Entry, Mirror, Oid
from harvesters.git.refs import read_refs
from harvesters.git.trees import blob, entries
from registry.demo.build import Built, BuiltRepository


def _one(built: Built, key: str) -> BuiltRepository:
    return next(one for one in built.repositories if one.told.key == key)


def _commits(one: BuiltRepository) -> list[Commit]:
    mirror = Mirror(one.git)
    return list(commits(mirror, sorted(set(read_refs(mirror).tips.values()))))


def _entries(one: BuiltRepository) -> dict[bytes, Entry]:
    assert one.head is not None
    return {entry.path: entry for entry in entries(Mirror(one.git), Oid(one.head))}


@pytest.fixture
def odd(built: Built) -> BuiltRepository:
    """The repository of oddities."""
    return _one(built, "saere-ting")


def _text(one: BuiltRepository, path: bytes) -> bytes:
    data = blob(Mirror(one.git), _entries(one)[path].oid, 1 << 20)
    assert data is not None
    return data


def test_a_branch_named_head(odd: BuiltRepository) -> None:
    """One branch is called HEAD, and tags bear names that a shell would act on."""
    assert {b"refs/heads/HEAD", b"refs/tags/-x", b"refs/tags/$(id)"} <= read_refs(Mirror(odd.git)).tips.keys()


def test_roots_and_an_octopus(odd: BuiltRepository) -> None:
    """The history has three roots, and one commit has four parents."""
    parents = [len(commit.parents) for commit in _commits(odd)]

    assert parents.count(0) == 3
    assert max(parents) == 4


def test_paths(odd: BuiltRepository) -> None:
    """Paths hold a colon, a line break, bytes that are no UTF-8, and marks that turn the writing."""
    wanted = {
        b"C:/kolon:og mere.txt",
        b"to\nlinjer.txt",
        b"caf\xe9.txt",
        "ende\u202egnp.txt".encode(),
        b"-rf",
    }

    assert wanted <= _entries(odd).keys()


def test_links_and_a_foreign_module(odd: BuiltRepository) -> None:
    """LICENSE is a symbolic link, two links form a ring, and a module is linked that no .gitmodules names."""
    found = _entries(odd)

    assert found[b"LICENSE"].mode == found[b"links/a"].mode == 0o120000
    assert found[b"moduler/fremmed"].kind == "commit"
    assert b".gitmodules" not in found


def test_encodings(odd: BuiltRepository) -> None:
    """Sources stand in UTF-16, Latin-1, with a mark in front, and with other systems' line ends."""
    assert _text(odd, b"skrift/utf16.cs").startswith(b"\xff\xfe/\0")
    assert b"\xe5r" in _text(odd, b"skrift/latin1.php")
    assert _text(odd, b"skrift/maerke.txt").startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in _text(odd, b"skrift/dos.bat")


def test_moments(odd: BuiltRepository) -> None:
    """Author dates lie beyond the year 9999 and bear an offset that no place has."""
    authors = [commit.author for commit in _commits(odd)]

    assert max(author.seconds for author in authors) == 99_999_999_999_999
    assert any(b"+9999" in author.raw for author in authors)


def test_names(odd: BuiltRepository) -> None:
    """Names hold markup, terminal escapes, marks that turn the writing, half a character, or nothing."""
    raw = b"\n".join(commit.author.raw for commit in _commits(odd))

    for sign in (b"onmouseover=", b"\x1b[31m", "\u202e".encode(), b"\xed\xa0\x80", b"\n <> ", b"J\xf8rgen"):
        assert sign in b"\n" + raw


def test_vendored_and_own_code_side_by_side(built: Built) -> None:
    """Under vendor/ stand a foreign library with its licence and the municipality's own code without one."""
    found = _entries(_one(built, "skiltebasen"))

    assert b"vendor/kortbladet/LICENSE" in found
    assert b"vendor/lillerup/skiltefelter/Felt.php" in found
    assert b"vendor/lillerup/skiltefelter/LICENSE" not in found


def test_notice_there_and_back(built: Built) -> None:
    """README names the supplier, then OS2, then the supplier again."""
    one = _one(built, "sagsvejen")
    mirror = Mirror(one.git)
    seen: list[bytes] = []
    for commit in reversed(_commits(one)):
        found = {entry.path: entry.oid for entry in entries(mirror, commit.oid)}
        text = blob(mirror, found[b"README.md"], 1 << 16) or b""
        notice = text.rsplit(b"\n", 2)[-2]
        if notice.startswith(b"Copyright") and notice not in seen[-1:]:
            seen.append(notice)

    assert [b"OS2" in notice for notice in seen] == [False, True, False]


def test_a_fork_that_went_on(built: Built) -> None:
    """The supplier's own continuation shares its beginning with the product, and each has commits of its own."""
    ours, theirs = (
        {commit.oid for commit in _commits(_one(built, key))} for key in ("sagsvejen", "sagsvejen-plus")
    )

    assert len(ours & theirs) > 80
    assert ours - theirs
    assert theirs - ours


def test_empty_and_announced(built: Built) -> None:
    """One repository is empty, and announces a wiki that does not exist."""
    empty = _one(built, "tomt-rum")

    assert (empty.head, empty.wiki, empty.told.has_wiki) == (None, None, True)
    assert read_refs(Mirror(empty.git)).tips == {}
