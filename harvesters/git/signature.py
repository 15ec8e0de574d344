# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
r"""A commit object: tree, parents, who, when, and a message, in the bytes git hashes.

    tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904
    parent 2c26b46b68ffc68ff99b453c1d30413413422d70
    author A U Thor <author@example.org> 1112911993 -0700
    committer C O Mitter <committer@example.org> 1112911993 -0700
    encoding ISO-8859-1

    Subject

    Co-authored-by: Another <another@example.org>

(`git cat-file commit ID`). Every field is free text that whoever pushed may have invented.
"""

from __future__ import annotations

import codecs
import re

from harvesters.git.model import Commit, Oid, Signature

_LONGEST = 2000
_MOST_CO_AUTHORS = 100
_LARGEST_SECONDS = (1 << 63) - 1
UNDATED = -_LARGEST_SECONDS
"""The time of whoever stated none: before every calendar, so that it is told as no day, and never as 1970."""
_HEADER = re.compile(rb"^(tree|parent|author|committer|encoding) (.*)$", re.MULTILINE)
_TRAILER = re.compile(rb"^co-authored-by:[ \t]*(.*)$", re.MULTILINE | re.IGNORECASE)
_WHEN = re.compile(rb"\s*(-?\d{1,30})(?:\s+([+-])(\d{1,8}))?")
_OID = re.compile(r"[0-9a-f]{40}")
# only plain character sets: Python's other codecs run long, or give lone surrogates
_CHARACTER_SETS = re.compile(
    r"(iso8859-\d+|cp\d+|koi8-[rut]|mac-\w+|ascii|utf-8|shift_jis|euc_\w+|gb\w+|big5)"
)


def parse_commit(oid: Oid, body: bytes) -> Commit:
    """Return what the object says; a field that is missing is empty, never guessed."""
    head, _, message = body.partition(b"\n\n")
    fields: dict[bytes, list[bytes]] = {}
    for name, value in _HEADER.findall(head):
        fields.setdefault(name, []).append(value)
    charset = fields.get(b"encoding", [b""])[0]
    authors = _co_authors(message, charset)
    return Commit(
        oid,
        Oid(fields.get(b"tree", [b""])[0].decode("ascii", "replace")),
        tuple(Oid(text) for p in fields.get(b"parent", []) if _OID.fullmatch(text := p.decode("latin-1"))),
        parse_signature(fields.get(b"author", [b""])[0], charset),
        parse_signature(fields.get(b"committer", [b""])[0], charset),
        tuple(authors[:_MOST_CO_AUTHORS]),
        text_of(message.lstrip(b"\n").partition(b"\n")[0][: _LONGEST * 4], charset)[:_LONGEST],
        len(authors),
    )


def parse_signature(raw: bytes, charset: bytes = b"") -> Signature:
    """Return name, address and time of `NAME <ADDRESS> SECONDS OFFSET`, whatever is missing or added."""
    who, _, rest = raw.rpartition(b">")
    if not who:  # no closing bracket: all of it is a name, or a broken address
        who, rest = raw, b""
    name, _, address = who.partition(b"<")
    found = _WHEN.match(rest)
    seconds = int(found[1]) if found else UNDATED
    return Signature(
        text_of(name.strip(), charset)[:_LONGEST],
        text_of(address.partition(b">")[0].strip(), charset)[:_LONGEST],
        max(-_LARGEST_SECONDS, min(_LARGEST_SECONDS, seconds)),
        _minutes(found[2], found[3]) if found and found[2] else 0,
        raw,
    )


def text_of(raw: bytes, charset: bytes = b"") -> str:
    """Return text in the stated character set if it is one we know, else as UTF-8, else as Latin-1."""
    for name in (_known(charset), "utf-8"):
        try:
            if name:
                return raw.decode(name)
        except UnicodeError:
            continue
    return raw.decode("latin-1")


def _known(charset: bytes) -> str:
    if not charset:
        return ""
    try:
        name = codecs.lookup(charset.decode("ascii")[:40].strip()).name
    except (LookupError, UnicodeError, ValueError):
        return ""
    return name if _CHARACTER_SETS.fullmatch(name) else ""


def _minutes(sign: bytes, digits: bytes) -> int:
    written = int(digits)
    minutes = min(written // 100 * 60 + written % 100, 99 * 60 + 99)
    return -minutes if sign == b"-" else minutes


def _co_authors(message: bytes, charset: bytes) -> list[tuple[str, str]]:
    distinct = dict.fromkeys(value.strip() for value in _TRAILER.findall(message))
    people = (parse_signature(value if b">" in value else value + b" <>", charset) for value in distinct)
    return list(dict.fromkeys((person.name, person.email) for person in people))
