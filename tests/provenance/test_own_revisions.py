# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A repository's own list of revisions to ignore: what each of its lines is taken for, however hostile."""

from __future__ import annotations

from pathlib import Path

import pytest

from harvesters.git import trees
from harvesters.git.model import Mirror
from registry.provenance.intake.own_revisions import read_own_revisions
from registry.provenance.own_revisions import LARGEST, OwnRevisions, Standing, Unread, read_revisions
from tests.builders import Content, Link, new_repository

KNOWN, OTHER = "0123456789abcdef0123456789abcdef01234567", "f" * 40
BLOB = "b" * 40


def standings(data: bytes) -> list[tuple[int, str]]:
    """Return the number and standing of each line."""
    return [(one.line, str(one.standing)) for one in read_revisions(BLOB, data, {KNOWN}).revisions]


def test_lines_remarks_and_white_space() -> None:
    """An id counts in either case and with a remark behind it; remarks and empty lines are no entries."""
    data = b"# first\n\n  %s  # why\r\n%s\n" % (KNOWN.upper().encode(), OTHER.encode())
    assert standings(data) == [(3, "known"), (4, "absent")]
    assert read_revisions(BLOB, data, {KNOWN}).known == {KNOWN}


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        (KNOWN[:12].encode(), Standing.SHORTENED),
        (b"HEAD", Standing.NO_ID),
        (b"--output=/etc/passwd", Standing.NO_ID),
        (KNOWN.encode() * 2, Standing.NO_ID),
        (b"\xff\xfe\x00 \x1b[31m", Standing.NO_ID),
        (KNOWN.encode() + b"^{commit}", Standing.NO_ID),
    ],
)
def test_what_is_no_whole_id_has_no_effect(said: bytes, standing: Standing) -> None:
    """A line that is no whole id is told as what it is, and the lines around it are read."""
    found = read_revisions(BLOB, said + b"\n" + KNOWN.encode(), {KNOWN})
    assert [one.standing for one in found.revisions] == [standing, Standing.KNOWN]
    assert "\x1b" not in found.revisions[0].said


def test_an_id_counts_once() -> None:
    """A revision that is named again is told as named before."""
    assert [one for _, one in standings(f"{KNOWN}\n{KNOWN}\n".encode())] == ["known", "repeated"]


def test_a_list_that_does_not_end() -> None:
    """Of very many lines the first thousand are looked at, and the others counted."""
    found = read_revisions(BLOB, b"zz\n" * 1500 + KNOWN.encode(), {KNOWN})
    assert (len(found.revisions), found.further, found.known) == (1000, 501, frozenset())


def test_it_comes_back_from_the_register_as_it_was() -> None:
    """What is kept of a list is what was read of it."""
    found = read_revisions(BLOB, f"{KNOWN}\nzz\n".encode(), {KNOWN})
    assert OwnRevisions.from_json(BLOB, found.to_json(), 0, "") == found


@pytest.mark.parametrize(
    ("content", "problem"),
    [(Link(b"/etc/passwd"), Unread.NO_FILE), (b"#" * (LARGEST + 1), Unread.TOO_LARGE), (b"# none\n", None)],
)
def test_what_stands_in_its_place(tmp_path: Path, content: Content, problem: Unread | None) -> None:
    """A link or a huge file in the place of the list is not read, and it is said why."""
    repository = new_repository(tmp_path / "one.git")
    tip = repository.commit({".git-blame-ignore-revs": content, "a/.git-blame-ignore-revs": b"x\n"})
    mirror = Mirror(repository.path)
    found = read_own_revisions(mirror, trees.entries(mirror, tip), {tip})
    assert found is not None
    assert (found.problem, found.revisions) == (problem, ())
