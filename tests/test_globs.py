# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Tests of globs: what a paper or an override means by a pattern."""

from __future__ import annotations

import fnmatch
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.globs import any_matches, compile_glob

_PARTS = st.lists(st.text("ab.", min_size=1, max_size=4), min_size=1, max_size=5).map("/".join)


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("src/*.py", "src/a.py"),
        ("src/**", "src/a/b.py"),
        ("**/*.md", "README.md"),
        ("**/*.md", "docs/a/b.md"),
        ("a/**/b", "a/b"),
        ("a/**/b", "a/x/y/b"),
        ("a/**/**/b", "a/b"),
        ("a?c", "abc"),
        ("?.md", "ø.md"),
        ("**", "a/b"),
        ("a**b", "ax/yb"),
        ("a[b]{c,d}", "a[b]{c,d}"),
    ],
)
def test_describes(glob: str, path: str) -> None:
    """A glob describes the paths that the glossary of globs says."""
    assert compile_glob(glob).matches(path)


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("*.py", "src/a.py"),
        ("a/*", "a/b/c"),
        ("a?c", "a/c"),
        ("src/**", "src"),
        ("py", "a/py"),
        ("README*", "readme.md"),
        ("x**/y", "xy"),
        ("**/b", "ab"),
        ("", "a"),
        ("/a", "a"),
    ],
)
def test_does_not_describe(glob: str, path: str) -> None:
    """A glob is anchored, knows case, and its single stars do not cross folders."""
    assert not compile_glob(glob).matches(path)


def test_reads_bytes_that_are_no_utf8() -> None:
    """A path of git's bytes in another encoding is matched like any other."""
    assert compile_glob("docs/*.txt").matches(b"docs/bl\xe5.txt")


def test_any_of_several_globs() -> None:
    """A list of globs describes what one of them does."""
    assert any_matches(["a/**", "b/**"], b"b/c")
    assert not any_matches(["a/**", "b/**"], b"c")


def test_hostile_globs_and_paths_take_no_time() -> None:
    """Two hundred stars against a path of thousands of characters are answered at once."""
    glob = compile_glob("**/" + "*a" * 200 + "**b")
    started = time.monotonic()
    assert not glob.matches("a/" * 1000 + "a" * 3000)
    assert time.monotonic() - started < 2


@given(_PARTS)
def test_a_path_without_wildcards_describes_itself(path: str) -> None:
    """A glob without wildcards is the path itself."""
    assert compile_glob(path).matches(path)


@given(st.text("ab*?", max_size=6), st.text("ab", max_size=6))
def test_within_one_part_globs_are_those_of_the_shell(glob: str, path: str) -> None:
    """Where no folder is crossed, stars and question marks mean what they mean in a shell."""
    assert compile_glob(glob).matches(path) == fnmatch.fnmatchcase(path, glob)


@given(_PARTS)
def test_leading_folders_are_optional(path: str) -> None:
    """`**/NAME` finds the name at the root and in any folder."""
    assert compile_glob("**/" + path.rpartition("/")[2]).matches(path)
