# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Explaining: why our answer and scancode's differ, by a rule that looks at both; None where no rule does.

`ours` is what `tests.bench.detecting` prints of a file: `sources` as [kind, expression, line, notes], `listed`,
the number of components of others that the file names, and `head`, the number of lines of its first 32 KiB.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from registry.licences.expressions import identifiers
from registry.licences.model import NEEDS_PERSON, Note
from registry.licences.names import folded, names
from tests.bench.oracle import Answer

_CLOSED = frozenset({"LicenseRef-scancode-commercial-license", "LicenseRef-scancode-proprietary-license"})
_LICENCE = re.compile(r"licen[sc]|gpl|spdx|copying|public domain|redistribut|permission", re.IGNORECASE)
_GRANTED = re.compile(
    r"permission is hereby|permission to use, copy|redistribution and use|public domain"
    r"|licen[sc]ed under|under the (?:terms|conditions)|subject to the terms"
)
_SURE = 70  # of 100: below this scancode itself calls a match a guess by few words
_LEFT_OPEN = frozenset(map(str, NEEDS_PERSON)) | {str(Note.POINTER), str(Note.LINK)}


def same(ours: dict[str, Any], theirs: Answer) -> bool:
    """Whether both name the same licence, or neither names one."""
    said = [expression for _, expression, _, _ in ours["sources"] if expression]
    if not said or not theirs.found:
        return not said and not theirs.found
    if len(set(said)) == 1 and said[0] == theirs.expression:
        return True
    if theirs.expression in _CLOSED:
        return set(said) == {"LicenseRef-proprietary"}
    return {name for one in said for name in identifiers(one)} == set(theirs.identifiers)


def single(theirs: Answer) -> bool:
    """Whether scancode finds exactly one licence in the file."""
    return theirs.expression is not None and " " not in theirs.expression


def explained(ours: dict[str, Any], theirs: Answer) -> str | None:
    """Return why a difference is none, or whose mistake it is; None where no rule knows."""
    said = {name for _, expression, _, _ in ours["sources"] if expression for name in identifiers(expression)}
    rules = chain(_by_place(ours, theirs), _by_names(said, theirs) if said else ())
    return next((reason for holds, reason in rules if holds), None)


def _by_place(ours: dict[str, Any], theirs: Answer) -> Iterator[tuple[bool, str]]:
    """What kind of file it is, and where in it scancode found what it found."""
    notes, found = {note for _, _, _, some in ours["sources"] for note in some}, theirs.found
    yield same(ours, theirs), "the same"
    yield not found, "only we find a statement"
    yield bool(notes & _LEFT_OPEN), "recorded, and left to a person or to the file it points to"
    yield ours["listed"] > 0, "a list of others' components: their licences are in the inventory"
    yield not any(_names_one(one.text) for one in found), "the words name no licence, but a page or a file"
    yield all(one.first > ours["head"] for one in found), "a mention far below the head of the file"
    yield not any(_LICENCE.search(one.text) for one in found), "the words speak of no licence"
    yield all(one.score < _SURE for one in found), "scancode guesses from few words"


def _by_names(said: set[str], theirs: Answer) -> Iterator[tuple[bool, str]]:
    """How the licences that we name and those that scancode names differ."""
    named = set(theirs.identifiers)
    yield named >= said, "scancode adds the licences of what the file mentions besides"
    yield named <= said, "we find more"
    yield _versions(said) == _versions(named), "a version or later: read differently"
    yield said <= _in_words(theirs), "the words that scancode matched say what we say"


def _in_words(theirs: Answer) -> set[str]:
    found = names(folded(" ".join(one.text for one in theirs.found)[:5000]))
    return {one.expression for one in found if one.expression}


def _names_one(text: str) -> bool:
    """Whether the words name or grant a licence; a disclaimer of warranty alone does neither."""
    said = folded(text[:3000])
    return bool(names(said)) or "spdx-license" in said or bool(_GRANTED.search(said))


def _versions(found: set[str]) -> set[str]:
    return {one.replace("-or-later", "").replace("-only", "").rstrip("+") for one in found}
