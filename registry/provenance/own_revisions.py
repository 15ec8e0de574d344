# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
r"""A repository's own list of revisions to ignore: a claim by whoever may push, shown, and never trusted to improve.

    # formatted with a tool
    25f8ef1a7d8a1b3b8f9c0f8f0a9d4f1c5a6b7c8d

(`.git-blame-ignore-revs` at the head: a whole id a line, white space and what follows `#` do not count.) git refuses
the whole list for one line that is no whole id; here that line alone has no effect.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from registry.text import visible

PLACE = b".git-blame-ignore-revs"
LARGEST = 1 << 20
"""Bytes of a list beyond which it is not read."""

LISTS = 1
"""Raised whenever the same list would be read otherwise."""

_MOST = 1000
_HEX = re.compile(r"[0-9a-fA-F]+")
_WHOLE = 40
_SHOWN = 80


class Standing(StrEnum):
    """What became of a line of the list. Only what is KNOWN is looked at."""

    KNOWN = "known"
    ABSENT = "absent"
    SHORTENED = "shortened"
    NO_ID = "no_id"
    REPEATED = "repeated"


class Unread(StrEnum):
    """Why a list was not read."""

    TOO_LARGE = "too_large"
    NO_FILE = "no_file"
    ABSENT = "absent"


@dataclass(frozen=True)
class OwnRevision:
    """One line of the list: its number, what it says, and the commit where that is one of the history."""

    line: int
    said: str
    commit: str
    standing: Standing


@dataclass(frozen=True)
class OwnRevisions:
    """The list: its blob, its lines but for empty ones and remarks, and how many further ones are not looked at."""

    blob: str
    revisions: tuple[OwnRevision, ...] = ()
    further: int = 0
    problem: Unread | None = None

    @property
    def known(self) -> frozenset[str]:
        """The commits of the history that it names."""
        return frozenset(one.commit for one in self.revisions if one.standing is Standing.KNOWN)

    def to_json(self) -> list[Any]:
        """Return its lines as JSON can hold them."""
        return [[one.line, one.said, one.commit, str(one.standing)] for one in self.revisions]

    @classmethod
    def from_json(cls, blob: str, stored: list[Any], further: int, problem: str) -> Self:
        """Return what `to_json` wrote, with what stands beside it."""
        lines = tuple(
            OwnRevision(line, said, commit, Standing(standing)) for line, said, commit, standing in stored
        )
        return cls(blob, lines, further, Unread(problem) if problem else None)


def read_revisions(blob: str, data: bytes, history: Collection[str]) -> OwnRevisions:
    """Return what a list says, given the ids of the commits that the head leads to. Pure."""
    found: list[OwnRevision] = []
    seen: set[str] = set()
    further = 0
    for number, raw in enumerate(data.split(b"\n"), start=1):
        said = raw.split(b"#", 1)[0].decode("utf-8", "backslashreplace").strip()
        if not said:
            continue
        if len(found) == _MOST:
            further += 1
            continue
        standing = _standing(said, history, seen)
        commit = said.lower() if standing is Standing.KNOWN else ""
        seen.add(said.lower())
        found.append(OwnRevision(number, visible(said, _SHOWN), commit, standing))
    return OwnRevisions(blob, tuple(found), further)


def _standing(said: str, history: Collection[str], seen: Collection[str]) -> Standing:
    if not _HEX.fullmatch(said) or len(said) > _WHOLE:
        return Standing.NO_ID
    if len(said) < _WHOLE:
        return Standing.SHORTENED
    if said.lower() in seen:
        return Standing.REPEATED
    return Standing.KNOWN if said.lower() in history else Standing.ABSENT
