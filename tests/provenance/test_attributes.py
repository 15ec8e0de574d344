# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Tests of attributes: what a pushed .gitattributes claims."""

from __future__ import annotations

from registry.provenance.attributes import attributes, claims


def test_patterns_with_and_without_a_slash() -> None:
    """A pattern without a slash holds at any depth, one with a slash from its own folder."""
    stated = attributes(b"web", b"*.js linguist-vendored\nlib/* linguist-generated=true\n")
    assert claims(stated, b"web/a/b.js") == {"vendored"}
    assert claims(stated, b"web/lib/a") == {"generated"}
    assert claims(stated, b"a.js") == frozenset()


def test_the_last_statement_counts() -> None:
    """A later line takes a claim back."""
    stated = attributes(
        b"", b"*.js linguist-vendored\nown.js -linguist-vendored\nold.js linguist-vendored=false\n"
    )
    assert claims(stated, b"x/own.js") == claims(stated, b"old.js") == frozenset()


def test_other_lines_claim_nothing() -> None:
    """Comments, macros, other attributes and bytes of any kind are passed over."""
    assert (
        attributes(b"", b"# a linguist-vendored\n[attr]x linguist-vendored\n*.txt text\n\xff\xfe\0\n") == ()
    )
