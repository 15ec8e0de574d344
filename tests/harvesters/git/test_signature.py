# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Whoever pushed wrote every field of a commit: all of it is taken as text, none of it is trusted."""

from __future__ import annotations

import pytest

from harvesters.git.model import Oid
from harvesters.git.signature import UNDATED, parse_commit, parse_signature, text_of

OID = Oid("1" * 40)
TREE = b"tree " + b"2" * 40 + b"\n"


@pytest.mark.parametrize(
    ("raw", "name", "email", "seconds", "offset"),
    [
        (b"Alma E <a@example.org> 1500000000 +0200", "Alma E", "a@example.org", 1_500_000_000, 120),
        (b"A <a@example.org> 1 -0330", "A", "a@example.org", 1, -210),
        (b"A <a@example.org> 1 +9999", "A", "a@example.org", 1, 99 * 60 + 99),
        (b"A <a@example.org> 1 +99999999", "A", "a@example.org", 1, 99 * 60 + 99),
        (b"A <a@example.org> -5 +0000", "A", "a@example.org", -5, 0),
        (b"A <a@example.org> 253402300800000 +0000", "A", "a@example.org", 253_402_300_800_000, 0),
        (b"A <a@example.org> 99999999999999999999999 +0000", "A", "a@example.org", (1 << 63) - 1, 0),
        (b"A <a@example.org>", "A", "a@example.org", UNDATED, 0),
        (b"A <> 7 +0000", "A", "", 7, 0),
        (b"<a@example.org> 7 +0000", "", "a@example.org", 7, 0),
        (b"A <a@example.org> pasted <b@example.org> 7 +0100", "A", "a@example.org", 7, 60),
        (b"<script>alert(1)</script> <a@example.org> 7 +0100", "", "script", 7, 60),
        (b"only a name", "only a name", "", UNDATED, 0),
        (b"broken <a@example.org 7 +0000", "broken", "a@example.org 7 +0000", UNDATED, 0),
        (b"", "", "", UNDATED, 0),
        (b"A\x00B\x1b[31m <a@example.org> 7 +0000", "A\x00B\x1b[31m", "a@example.org", 7, 0),
        ("Søren \u202e <a@example.org> 7 +0000".encode(), "Søren \u202e", "a@example.org", 7, 0),
        ("Søren <a@example.org> 7 +0000".encode("latin-1"), "Søren", "a@example.org", 7, 0),
    ],
)
def test_a_signature_is_read_whatever_it_holds(
    raw: bytes, name: str, email: str, seconds: int, offset: int
) -> None:
    """Name, address, time and offset come out as written, missing ones empty, and the bytes are kept."""
    signature = parse_signature(raw)
    assert (signature.name, signature.email) == (name, email)
    assert (signature.seconds, signature.offset, signature.raw) == (seconds, offset, raw)


def test_missing_fields_are_empty() -> None:
    """A commit without author, committer, parents or message is read with empty fields."""
    commit = parse_commit(OID, TREE)
    assert (commit.tree, commit.parents, commit.subject) == ("2" * 40, (), "")
    assert (commit.author.name, commit.committer.email) == ("", "")


def test_headers_in_the_message_are_no_headers() -> None:
    """A message that contains header lines does not add parents or authors."""
    body = TREE + b"author A <a@example.org> 1 +0000\n\nauthor B <b@example.org> 1 +0000\nparent " + b"3" * 40
    commit = parse_commit(OID, body)
    assert (commit.author.name, commit.parents) == ("A", ())


def test_a_signed_commit_is_read_past_its_signature() -> None:
    """The lines of a signature are not taken for headers."""
    body = (
        TREE + b"author A <a@example.org> 1 +0000\ngpgsig -----BEGIN\n author X <x@example.org>\n\nSubject\n"
    )
    assert parse_commit(OID, body).author.name == "A"
    assert parse_commit(OID, body).subject == "Subject"


def test_the_stated_encoding_is_honoured() -> None:
    """An encoding header that Python knows decides how names and subject are read."""
    body = TREE + "author Ærø <a@example.org> 1 +0000\nencoding cp1252\n\nBlåbær €\n".encode("cp1252")
    assert parse_commit(OID, body).author.name == "Ærø"
    assert parse_commit(OID, body).subject == "Blåbær €"


@pytest.mark.parametrize(
    "charset", [b"rot13", b"unicode_escape", b"utf-7", b"idna", b"hex", b"\xff", b"x" * 9999, b"no-such"]
)
def test_an_encoding_that_is_no_character_set_is_ignored(charset: bytes) -> None:
    """Codecs that are no plain character set are never used: text stays UTF-8, then Latin-1."""
    assert text_of(b"+2D0-\\ud83d", charset) == "+2D0-\\ud83d"
    assert text_of(b"\xed\xa0\x80", charset) == "í\xa0\x80"


def test_co_authors_are_found_and_bounded() -> None:
    """Trailers in any case are read, the same one counts once, at most a hundred are kept and all counted."""
    lines = b"".join(b"Co-authored-by: P%d <p%d@example.org>\n" % (n, n) for n in range(10_000))
    commit = parse_commit(OID, TREE + b"\nS\n\n" + lines + b"co-AUTHORED-by:  P1 <p1@example.org>  \r\n")
    assert len(commit.co_authors) == 100
    assert commit.co_authors[1] == ("P1", "p1@example.org")
    assert commit.co_authors_total == 10_000


def test_a_co_author_without_address_is_a_name() -> None:
    """A trailer with a bare name keeps the name."""
    assert parse_commit(OID, TREE + b"\nS\n\nCo-Authored-By: Bo\n").co_authors == (("Bo", ""),)


def test_long_fields_are_cut() -> None:
    """A subject or a name of megabytes is cut; the raw field is kept."""
    commit = parse_commit(OID, TREE + b"author " + b"N" * 100_000 + b" <e> 1 +0000\n\n" + b"S" * 1_000_000)
    assert (len(commit.author.name), len(commit.subject)) == (2000, 2000)
    assert len(commit.author.raw) > 100_000
