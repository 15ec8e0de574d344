# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Explaining: why our answer and scancode's differ, by a rule that looks at both; None where no rule does.

`ours` is what `tests.bench.detecting` prints of a file: `sources` as [kind, expression, line, notes], `listed`,
the number of components of others that the file names, and `head`, the number of lines of its first 32 KiB.
"""

from __future__ import annotations

import re
from typing import Any

from registry.licences.expressions import identifiers
from registry.licences.model import NEEDS_PERSON, Note
from registry.licences.names import folded, names
from tests.bench.oracle import Answer

_CLOSED = frozenset({"LicenseRef-scancode-commercial-license", "LicenseRef-scancode-proprietary-license"})
_LICENCE = re.compile(r"licen[sc]|gpl|spdx|copying|public domain|redistribut|permission", re.IGNORECASE)
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
    notes = {note for _, _, _, some in ours["sources"] for note in some}
    said = {name for _, expression, _, _ in ours["sources"] if expression for name in identifiers(expression)}
    for holds, reason in (
        (same(ours, theirs), "the same"),
        (not theirs.found, "only we find a statement"),
        (bool(notes & _LEFT_OPEN), "recorded, and left to a person or to the file it points to"),
        (ours["listed"] > 0, "a list of others' components: their licences are in the inventory"),
        (
            all(not _names_one(one.text) for one in theirs.found),
            "the words name no licence, but a page or a file",
        ),
        (all(one.first > ours["head"] for one in theirs.found), "a mention far below the head of the file"),
        (all(not _LICENCE.search(one.text) for one in theirs.found), "the words speak of no licence"),
        (all(one.score < _SURE for one in theirs.found), "scancode guesses from few words"),
        (
            bool(said) and theirs.identifiers >= said,
            "scancode adds the licences of what the file mentions besides",
        ),
        (bool(said) and set(theirs.identifiers) <= said, "we find more"),
        (
            bool(said) and _versions(said) == _versions(set(theirs.identifiers)),
            "a version or later: read differently",
        ),
        (bool(said) and said <= _in_words(theirs), "the words that scancode matched say what we say"),
    ):
        if holds:
            return reason
    return None


def _in_words(theirs: Answer) -> set[str]:
    found = names(folded(" ".join(one.text for one in theirs.found)[:5000]))
    return {one.expression for one in found if one.expression}


def _names_one(text: str) -> bool:
    return bool(names(folded(text[:3000]))) or "spdx-license" in text.lower()


def _versions(found: set[str]) -> set[str]:
    return {one.replace("-or-later", "").replace("-only", "").rstrip("+") for one in found}
