# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Which of several deleted files a new path continues is decided as git blame decides it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from harvesters.git.blame import blame
from harvesters.git.lineage.backward import trace
from harvesters.git.model import Mirror
from tests.builders import Content, Link, Repository, new_repository

SHARED = b"".join(b"a line that all have: %d\n" % number for number in range(20))

Files = dict[str | bytes, Content]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return new_repository(tmp_path / "one.git")


def agrees(repository: Repository, versions: Sequence[Files], path: str) -> str | bytes:
    """Add files, one commit a dictionary, put the last one's in the place of all; returns whose its first line is.

    Every line of the path is checked against git blame.
    """
    *before, after = versions
    made = {repository.commit(files): files for files in before}
    gone: Files = {name: None for files in before for name in files}
    tip = repository.commit({**gone, **after})
    content, mirror = after[path], Mirror(repository.path)
    assert isinstance(content, bytes)
    runs = trace(mirror, tip, {path.encode(): content.count(b"\n")}).runs[path.encode()]
    assert runs == blame(mirror, tip, path.encode())
    return next(iter(made[runs[0].commit]))


def test_equally_similar_files(repository: Repository) -> None:
    """Of two that are equally similar git takes the one that got the better of its four places, not the first."""
    before: list[Files] = [
        {"1.py": SHARED + b"one more and another\n"},
        {"2.py": b"other\n" * 2},
        {"3.py": b"nothing like it\n" * 90},
        {"4.py": SHARED + b"1\n"},
        {"5.py": b"x\n"},
        {"7.py": SHARED + b"2\n"},
    ]
    assert agrees(repository, [*before, {"new.py": SHARED + b"3\n"}], "new.py") == "7.py"


@pytest.mark.parametrize(("place", "taken"), [(99, 99), (100, 100), (101, 1)])
def test_many_files_with_the_same_bytes(repository: Repository, place: int, taken: int) -> None:
    """Of the files with the very same bytes one of the same name goes first, if it is among the first hundred."""
    others: Files = {f"{at:03}/other.py": SHARED for at in range(1, 106) if at != place}
    named: Files = {f"{place:03}/same.py": SHARED}
    found = agrees(repository, [others, named, {"z/same.py": SHARED}], "z/same.py")
    assert found == (f"{place:03}/same.py" if taken == place else "001/other.py")


def test_a_link_of_the_same_name(repository: Repository) -> None:
    """A name that a deleted link has, too, is no longer the only one, and similarity alone decides."""
    alike = SHARED.replace(b": 3\n", b": three\n").replace(b": 4\n", b": four\n")
    named: list[Files] = [{"a/same.py": alike}, {"b/other.py": SHARED + b"last\n"}]
    linked: Files = {"c/same.py": Link(b"a/same.py")}
    assert agrees(repository, [*named, linked, {"d/same.py": SHARED}], "d/same.py") == "b/other.py"
