# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Content: what the bytes of one blob tell by themselves, wherever in a tree they lie.

Read once per blob and `INSPECTOR`; every question costs time in proportion to the bytes, whatever they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, Self

from registry.provenance import cpr
from registry.provenance.marks import banner, marks, notices
from registry.provenance.packages import package

INSPECTOR = 2
"""Raised whenever the same bytes would give other facts."""

_BINARY_PROBE = 8000  # as git: a NUL among the first 8000 bytes makes a blob binary
_LONG_LINE, _LONG_AVERAGE = 500, 150  # nobody writes programs in lines like these
_MANY_ROWS, _MOST = 200, 0.8  # a script that only fills tables is data
_POINTER = b"version https://git-lfs.github.com/spec/v1\n"
_LONGEST_POINTER = 1024


class Kind(StrEnum):
    """How a blob can be attributed: text by its lines, everything else by its versions."""

    TEXT = "text"
    BINARY = "binary"
    EMPTY = "empty"
    LFS_POINTER = "lfs_pointer"


@dataclass(frozen=True)
class ContentFacts:
    """What one blob tells.

    `lines` counts as git blame does; `longest` is the longest line in bytes without its line end;
    `line_ends` is `none lf crlf cr mixed`; `encoding` is `ascii utf-8 utf-8-bom utf-16 latin-1 unknown`
    (latin-1: bytes above 127 that are no UTF-8, and no control bytes) or empty; `marks` are ids of
    `registry.provenance.marks`; `package` is the name that a package manifest gives itself
    and `upstream` the OWNER/NAME it says it comes from; `banner` the comment that minifiers keep;
    `notices` are copyright lines near the head; `cpr` counts what looks like Danish CPR numbers.
    """

    kind: Kind
    size: int
    lines: int = 0
    longest: int = 0
    encoding: str = ""
    line_ends: str = "none"
    marks: tuple[str, ...] = ()
    package: str = ""
    upstream: str = ""
    banner: str = ""
    notices: tuple[str, ...] = ()
    cpr: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Return the facts as JSON can hold them."""
        return asdict(self) | {
            "kind": str(self.kind),
            "marks": list(self.marks),
            "notices": list(self.notices),
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Self:
        """Return the facts that `to_dict` wrote; unknown keys are of a later inspector and left out."""
        known = {field.name for field in fields(cls)} & stored.keys()
        values = {name: stored[name] for name in known}
        values["kind"] = Kind(values["kind"])
        for name in ("marks", "notices"):
            values[name] = tuple(values.get(name, ()))
        return cls(**values)


def inspect(data: bytes) -> ContentFacts:
    """Return what `data`, the whole bytes of a blob, tells; never raises."""
    if not data:
        return ContentFacts(Kind.EMPTY, 0)
    if data.startswith(_POINTER) and len(data) < _LONGEST_POINTER:
        return ContentFacts(Kind.LFS_POINTER, len(data), encoding="ascii")
    if b"\0" in data[:_BINARY_PROBE]:
        return _binary(data)
    manifest, lines, longest = package(data), count_lines(data), _longest_line(data)
    return ContentFacts(
        kind=Kind.TEXT,
        size=len(data),
        lines=lines,
        longest=longest,
        encoding=_encoding(data),
        line_ends=_line_ends(data),
        marks=marks(data) + _shape(data, lines, longest),
        package=manifest.name,
        upstream=manifest.upstream,
        banner=banner(data),
        notices=notices(data),
        cpr=cpr.count(data),
    )


def count_lines(data: bytes) -> int:
    """Return the number of lines as git blame counts them: line feeds, and a last line without one."""
    return data.count(b"\n") + (not data.endswith(b"\n") if data else 0)


def _binary(data: bytes) -> ContentFacts:
    # git sees UTF-16 as binary, blame cannot number its lines; what a person would read is still searched
    found = tuple(mark for mark in marks(data) if mark.startswith("compiled:"))
    if data[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
        return ContentFacts(Kind.BINARY, len(data), marks=found)
    text = data.decode("utf-16", "replace").encode("utf-8", "replace")
    return ContentFacts(Kind.BINARY, len(data), encoding="utf-16", cpr=cpr.count(text))


def _longest_line(data: bytes) -> int:
    return max(map(len, data.split(b"\n")))


def _line_ends(data: bytes) -> str:
    feeds, returns, pairs = data.count(b"\n"), data.count(b"\r"), data.count(b"\r\n")
    found = [
        name for name, count in (("crlf", pairs), ("lf", feeds - pairs), ("cr", returns - pairs)) if count
    ]
    return found[0] if len(found) == 1 else "mixed" if found else "none"


def _shape(data: bytes, lines: int, longest: int) -> tuple[str, ...]:
    if longest >= _LONG_LINE and len(data) >= lines * _LONG_AVERAGE:
        return ("minified:long-lines",)
    rows = data.count(b"\n(") + data.count(b"\nINSERT") if lines >= _MANY_ROWS else 0
    return ("data:rows",) if rows >= lines * _MOST and rows else ()


def _encoding(data: bytes) -> str:
    if data.isascii():
        return "ascii"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        controls = data.translate(None, bytes(range(9, 14)) + bytes(range(32, 127)) + bytes(range(160, 256)))
        return "unknown" if controls else "latin-1"
    return "utf-8-bom" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
