# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A set phrase: words in a file's head that mean a licence, a closed part or an exception by themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from registry.licences.expressions import PROPRIETARY
from registry.licences.model import Note, Source, shortened

# the triple notice, and the one that the CC0 asks to be put into files
_NOTICES = (
    (re.compile(r"mpl 1\.1 ?/ ?gpl 2\.0 ?/ ?lgpl 2\.1"), "MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later"),
    (
        re.compile(
            r"to the extent possible under law,? .{1,120}? dedicated all copyright and related and neigh"
        ),
        "CC0-1.0",
    ),
)
_BOUGHT = re.compile(
    r"themeforest|envato|codecanyon|wrapbootstrap|\bregular license\b|\bextended license\b"
    r"|\bcommercial licen[sc]e\b"
)
# Danish law knows no such dedication: what it means, a person must read
_DOMAIN = re.compile(
    r"\b(?:file|code|software|program|work|header|library)\b[^.]{0,60}"
    r"\b(?:is|been) (?:hereby )?(?:placed |released )?(?:in|into) the public domain\b"
)
# somebody allows more than the licence that is named: how much, a person must read
_EXCEPTION = re.compile(
    r"\blinking exception\b|\bin addition to the permissions in\b|\bas a special exception\b"
)


def set_phrase(blank: Source, window: str) -> Source | None:
    """Return what a set phrase in the words (folded) says at the place of `blank`; None where there is none."""
    known = next((expression for words, expression in _NOTICES if words.search(window)), None)
    if known is not None:
        return replace(blank, expression=known, text=shortened(window))
    if _BOUGHT.search(window[:300]):
        said = shortened(window[:300])
        return replace(blank, expression=PROPRIETARY, text=said, notes=(Note.PROPRIETARY,))
    if _DOMAIN.search(window[:300]):
        return replace(blank, text=shortened(window[:300]), notes=(Note.UNKNOWN_TEXT,))
    return None


def with_exception(found: Source | None, window: str) -> Source | None:
    """Return the source with a note where the words allow an exception from the licence that they name."""
    if found is None or not _EXCEPTION.search(window):
        return found
    return replace(found, notes=tuple(dict.fromkeys((*found.notes, Note.MORE_TEXT))))
