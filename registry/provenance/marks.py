# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A mark: words or a shape in a file's bytes by which a tool, a packager or another project is known.

A mark is an id `family:name` of the table in `rules.marks`; what it proves is decided in `origins` alone.
Only the first and last few kilobytes are read.
"""

from __future__ import annotations

import re
from itertools import islice

from registry.provenance.rules.marks import MARKS

_HEAD, _TAIL, _LINES_OF_HEAD = 6000, 1500, 60
_NOTICES, _NOTICE_LENGTH = 8, 160
_BANNER_WITHIN, _BANNER_LENGTH = 2000, 400
_COMMENT = re.compile(rb"[ \t]{0,40}(#|//|/?\*|<!--|;|--|%|'|\(\*|\{#|rem |\"\"\"|@rem |<#)")
_SIGN = rb"(\(c\)|\xc2\xa9|&copy;)"
_NOTICE = re.compile(
    rb"copyright(text)?:?\s{0,3}%b?,?\s{0,3}\d{4}|%b\s{0,3}(\d{4}|by )|copyright\s{1,3}%b"
    % (_SIGN, _SIGN, _SIGN)
)
# the authors of licence texts, and the texts' blanks, are nobody's notice
_NO_HOLDER = re.compile(
    rb"free software foundation|name of (author|copyright owner)|creative commons", re.IGNORECASE
)
_BANNER = re.compile(
    rb"/\*!|//!|@license\b|@preserve\b|javascript library v\d|type definitions for |definitelytyped/"
    rb"|licensed to the [a-z]"
)
_BANNER_SAYS = re.compile(rb"\(c\)|copyright|\xc2\xa9|licen[sc]e|definitelytyped/|\bv?\d{1,3}\.\d{1,3}\.\d")


def marks(data: bytes) -> tuple[str, ...]:
    """Return the ids of all marks in `data`, in the order of the table."""
    head = data[:_HEAD].lower()
    lines = head.split(b"\n", _LINES_OF_HEAD)[:_LINES_OF_HEAD]
    comments = b"\n".join(line for line in lines if _COMMENT.match(line))
    places = {"head": head, "comments": comments, "tail": data[-_TAIL:].lower()}
    return tuple(mark.id for mark in MARKS if mark.words.search(places[mark.where]))


def notices(data: bytes) -> tuple[str, ...]:
    """Return the first copyright lines near the head of `data`, as text."""
    lines = (line[:_NOTICE_LENGTH] for line in data[:_HEAD].split(b"\n"))
    found = (line for line in lines if _names_holder(line.lower()))
    return tuple(line.decode("utf-8", "replace").strip() for line in islice(found, _NOTICES))


def banner(data: bytes) -> str:
    """Return the beginning of a comment that others' tools write or keep (`/*!`, `@license`), or nothing."""
    head = data[:_BANNER_WITHIN]
    if not (match := _BANNER.search(head.lower())):
        return ""
    text = head[head.rfind(b"\n", 0, match.start()) + 1 :][:_BANNER_LENGTH]
    return text.decode("utf-8", "replace").strip() if _BANNER_SAYS.search(text.lower()) else ""


def _names_holder(line: bytes) -> bool:
    return bool(_NOTICE.search(line)) and not _NO_HOLDER.search(line)
