# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A free-text licence: what a manifest says in its own words ("Apache 2", "GPLv3", "proprietary")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from licenselynx.licenselynx import LicenseLynx

from registry.licences.expressions import PROPRIETARY, normalise
from registry.licences.model import Note
from registry.licences.names import folded, names

_LONGEST = 200
# reviewed by hand: names that manifests and headers of OS2's products use and no list maps
_REVIEWED = {
    "mpl2": "MPL-2.0", "mpl 2": "MPL-2.0", "mpl-2": "MPL-2.0", "mplv2": "MPL-2.0", "mpl v2": "MPL-2.0",
    "mpl2.0": "MPL-2.0", "mpl 2.0": "MPL-2.0", "eupl1.2": "EUPL-1.2", "eupl v1.2": "EUPL-1.2",
    "eupl 1.2": "EUPL-1.2", "mit/x11": "MIT", "x11/mit": "MIT", "expat": "MIT", "the mit license": "MIT",
    "apache2": "Apache-2.0", "asl 2.0": "Apache-2.0", "bsd3": "BSD-3-Clause", "bsd-3": "BSD-3-Clause",
    "public domain": "LicenseRef-public-domain",
}  # fmt: skip
_CLOSED = {
    "proprietary", "unlicensed", "commercial", "closed", "closed source", "closed-source", "private",
    "all rights reserved", "alle rettigheder forbeholdes", "proprietary license", "commercial license",
    "proprietær", "other/proprietary license", "license :: other/proprietary license", "copyrighted",
}  # fmt: skip
_SEE_FILE = re.compile(
    r"^(?:see|in|file:)? ?(?:the )?(?:file )?(?:\./)?((?:licen[sc]e|copying)[\w./-]{0,80})$"
)
_GNU_SILENT = re.compile(r"[al]?gpl-?\d(?:\.\d)?", re.IGNORECASE)


@dataclass(frozen=True)
class Meaning:
    """What the words mean: an expression if they mean one for certain; `target` if they point elsewhere."""

    expression: str | None
    notes: tuple[Note, ...] = ()
    target: str = ""


def meaning(text: str) -> Meaning:
    """Return what a licence field says; words that name no licence for certain have no expression."""
    words = folded(text[: _LONGEST + 1])
    if not words or words in {"none", "noassertion", "unknown", "todo", "tbd"}:
        return Meaning(None)
    if words in _CLOSED:
        return Meaning(PROPRIETARY, (Note.PROPRIETARY,))
    pointed = _SEE_FILE.match(words.removeprefix("see license in "))
    if pointed:
        return Meaning(None, (Note.POINTER,), _as_written(text, pointed.group(1)))
    expression = normalise(text)
    if expression is not None:
        return Meaning(expression, _later_note(text))
    return _named(text, words)


def _named(text: str, words: str) -> Meaning:
    if len(text) > _LONGEST:
        return Meaning(None, (Note.INVALID_EXPRESSION,))
    expression = _REVIEWED.get(words) or _lynx(text.strip())
    if expression is not None:
        return Meaning(expression, _later_note(text))
    found = names(words)
    distinct = {name.expression for name in found if name.expression}
    if len(distinct) == 1 and not re.search(r"\b(?:or|and|eller|og)\b.{0,40}\blicen", words):
        later = (Note.LATER_UNSAID,) if found[0].later_unsaid else ()
        return Meaning(distinct.pop(), later)
    if found and not distinct:
        return Meaning(None, (Note.VERSION_MISSING,))
    return Meaning(None, (Note.INVALID_EXPRESSION,))


@cache
def _lynx(text: str) -> str | None:
    """Licenselynx's offline map, its stable half only; what it maps to a list of its own is no SPDX."""
    found = LicenseLynx.map(text)
    return normalise(found.id) if found is not None and found.is_spdx_identifier() else None


def _later_note(text: str) -> tuple[Note, ...]:
    """Old GNU identifiers (`GPL-3.0`) and bare names (`GPLv3`) are silent on later versions."""
    bare = text.strip().replace("v", "").replace("V", "").replace(" ", "").replace("GNU", "")
    return (Note.LATER_UNSAID,) if _GNU_SILENT.fullmatch(bare) else ()


def _as_written(text: str, lower: str) -> str:
    start = text.lower().find(lower)
    return text[start : start + len(lower)] if start >= 0 else lower
