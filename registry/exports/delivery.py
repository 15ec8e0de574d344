# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A delivery's papers: where the source is, the notices, and the text of every licence that occurs, as one text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.exports import words
from registry.exports.model import Inventory
from registry.exports.notice import notice
from registry.licences.expressions import identifiers
from registry.licences.spdx_list import licence_text

_EXCEPTION = re.compile(r"\bWITH\s+(\S+)")
_RULE = "=" * 78


def delivery(inventory: Inventory) -> str:
    """Return the text: one may put it beside what one delivers, and should read it first."""
    return "".join([notice(inventory), "\n", _source(inventory), *_texts(inventory)])


def _source(inventory: Inventory) -> str:
    place = (
        words.download(inventory)
        or "the register has not seen it at a public address; say where it can be had"
    )
    return (
        "== Source code ==\n"
        f"{inventory.full_name} at commit {inventory.commit}: {place}\n"
        "Where a licence asks for the source of a changed version, that of the changed version is meant.\n"
    )


def _texts(inventory: Inventory) -> Iterator[str]:
    """The text of each licence once, as SPDX's list has it; what is not there is named."""
    said = {text for one in inventory.files for text in (one.concluded, *one.stated) if text}
    said |= {text for text in (inventory.concluded, inventory.documentation) if text}
    named = sorted({name for text in said for name in identifiers(text)})
    for name in named:
        text = licence_text(name)
        yield f"\n{_RULE}\n{name}\n{_RULE}\n" + (f"{text.strip()}\n" if text else f"{words.UNKNOWN_TEXT}\n")
    for name in sorted({match for text in said for match in _EXCEPTION.findall(text)}):
        yield f"\n{_RULE}\n{name.strip('()')} (an exception)\n{_RULE}\n{words.UNKNOWN_TEXT}\n"
