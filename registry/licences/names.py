# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A name: a licence named in running text ("the GNU General Public License, version 2 or later").

Every pattern is bounded and is tried on text in lower case with single spaces, so that time grows with the
length of the text only. A family without a version is found, too, but gives no expression.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_VERSION = (
    r"(?:,? ?(?:\(?[al]?gpl\)? ?)?[-,(]? ?(?:version|versions|ver\.?|v\.?"
    r"|verson)? ?(\d(?:\.\d){0,2})(?![\d.]?\d))"
)
_LATER = re.compile(
    r"\+(?!\+)|(?:,? ?(?:\(?at your option\)?,?)? ?)?\b(?:or|and"
    r"|eller) ?,? ?(?:\(?at your option\)?,? ?)?(?:any |all |some )?"
    r"(?:later|newer|greater|higher|above|subsequent|nyere|senere)|\bor-later\b"
)


@dataclass(frozen=True)
class Name:
    """A licence named at `start` of the text; `expression` None: the version is missing."""

    family: str
    expression: str | None
    start: int
    end: int
    later_unsaid: bool = False


@dataclass(frozen=True)
class _Family:
    name: str
    pattern: re.Pattern[str]
    versions: dict[str, str]  # version as written -> expression; "" = named without one
    gnu: bool = False


def _family(name: str, pattern: str, versions: dict[str, str], *, gnu: bool = False) -> _Family:
    return _Family(name, re.compile(pattern), versions, gnu)


_LICENCE = r"(?:public |open source )?(?:licen[sc]e|licens)n?\b"
_FAMILIES = (
    _family("AGPL", rf"\b(?:gnu )?affero (?:gnu )?(?:general )?{_LICENCE}|\bagpl(?=[\sv+\d.,;:)\"'(-]|$)",
            {"1": "AGPL-1.0", "3": "AGPL-3.0", "": ""}, gnu=True),
    _family("LGPL", rf"\b(?:gnu )?(?:lesser|library) (?:gnu )?(?:general )?{_LICENCE}"
            r"|\blgpl(?=[\sv+\d.,;:)\"'(/-]|$)",
            {"2": "LGPL-2.0", "2.1": "LGPL-2.1", "3": "LGPL-3.0", "": ""}, gnu=True),
    _family("GPL", rf"(?<!lesser )(?<!library )(?<!affero )\b(?:gnu )?general {_LICENCE}"
            r"|\b(?:gnu[ /])?gpl(?=[\sv+\d.,;:)\"'(/-]|$)",
            {"1": "GPL-1.0", "2": "GPL-2.0", "3": "GPL-3.0", "": ""}, gnu=True),
    _family("MPL", rf"\bmozilla {_LICENCE}|\bmpl(?=[\sv\d.,;:)\"'(/-]|$)",
            {"1": "MPL-1.0", "1.0": "MPL-1.0", "1.1": "MPL-1.1", "2": "MPL-2.0", "": ""}),
    _family("EUPL", rf"\beuropean union {_LICENCE}|\beupl(?=[\sv\d.,;:)\"'(/-]|$)",
            {"1": "EUPL-1.0", "1.1": "EUPL-1.1", "1.2": "EUPL-1.2", "": ""}),
    _family("CDDL", r"\bcommon development and distribution licen[sc]e\b|\bcddl(?=[\sv\d.,;:)\"'(/-]|$)",
            {"1": "CDDL-1.0", "1.0": "CDDL-1.0", "1.1": "CDDL-1.1", "": ""}),
    _family("Apache", rf"\bapache(?: software)? (?:{_LICENCE}|(?=v?2\b))|\bapache-?(?=\d)",
            {"1": "Apache-1.0", "1.1": "Apache-1.1", "2": "Apache-2.0", "": ""}),
    _family("MIT", r"\b(?:mit/x11|mit|expat)[ -](?:style )?licen[sc]e\b|\blicen[sc]e: mit\b|\bmit licensed\b"
            r"|(?<=under the )mit\b|(?<=under )mit\b|(?<=the )mit (?=and\b|or\b)|(?<=licensed )mit\b"
            r"|^mit$", {"": "MIT"}),
    _family("ISC", r"\bisc licen[sc]e\b|\blicen[sc]e: isc\b|^isc$", {"": "ISC"}),
    _family("BSD", r"\b(?:new|modified|revised|simplified|original)? ?bsd(?:[ -](?:style )?licen[sc]e\b|-\d)"
            r"|\b(?:[234]|two|three|four)[ -]clause `?bsd\b|\bbsd [234][ -]clause\b", {"": ""}),
    _family("CC", r"\bcreative commons\b|\bcc[ -](?:by(?:[ -](?:sa|nc|nd)){0,2}|0)\b|\bcc0\b", {"": ""}),
    _family("Unlicense", r"\bthe unlicen[sc]e\b|\bunlicense\.org\b", {"": "Unlicense"}),
    _family("WTFPL", r"\bwtfpl\b", {"": "WTFPL"}),
)  # fmt: skip
# every pattern begins with one of these; the test is cheap, and at most places it is the only one
_BEGINNING = (
    r"\b(?=gnu|affero|agpl|lesser|library|lgpl|general|gpl|mozilla|mpl|european|eupl|apache|mit|expat|lice|isc"
    r"|new|modified|revised|simplified|original|bsd| bsd|[234]|two|three|four|creative|cc|cddl|common dev|the unl|unlic|wtfpl)"
)
_ANY = re.compile(
    f"{_BEGINNING}(?:{'|'.join(f'(?P<f{n}>{one.pattern.pattern})' for n, one in enumerate(_FAMILIES))})"
)
_AFTER = re.compile(rf"(?: \(?[a-z]{{2,5}}\)?)?{_VERSION}")
_AFTER_FAR = re.compile(
    r"[^.;]{0,60}?(?:\. ?see[^.;]{0,1}|)(?:as published by (?:the )?free software foundation[,;]? ?)?"
    r"(?:either |under )?(?:only )?\bversions? (\d(?:\.\d){0,2})(?![\d.]?\d)"
)
_BEFORE = re.compile(
    r"\bversions? (\d(?:\.\d){0,2})(?: only)?"
    r"(,? or \(?(?:at your option\)? )?any later(?: versions?)?,?)? of the (?:gnu )?$"
)
_BSD_CLAUSES = (
    ("4", "BSD-4-Clause"), ("four", "BSD-4-Clause"), ("original", "BSD-4-Clause"),
    ("3", "BSD-3-Clause"), ("three", "BSD-3-Clause"), ("new", "BSD-3-Clause"), ("revised", "BSD-3-Clause"),
    ("modified", "BSD-3-Clause"),
    ("2", "BSD-2-Clause"), ("two", "BSD-2-Clause"), ("simplified", "BSD-2-Clause"),
)  # fmt: skip


def folded(text: str) -> str:
    """Return text as the patterns want it: lower case, single spaces."""
    return " ".join(text.lower().split())


def names(text: str) -> tuple[Name, ...]:
    """Return the licences named in folded text, in order."""
    found = []
    for match in _ANY.finditer(text):
        family = _FAMILIES[int((match.lastgroup or "f0")[1:])]
        found.append(_name(family, text, match))
    return tuple(found)


def _name(family: _Family, text: str, match: re.Match[str]) -> Name:
    start, end = match.span()
    if family.name == "BSD":
        return Name("BSD", _bsd(text[start : end + 12]), start, end)
    if family.name == "CC":
        said = _creative_commons(text[start : end + 90]) or _by_address(text[start : end + 250])
        return Name("CC", said, start, end)
    if set(family.versions) == {""} and family.versions[""]:
        return Name(family.name, family.versions[""], start, end)
    version, later, end = _version(text, start, end)
    expression = family.versions.get(version) or family.versions.get(version.removesuffix(".0")) or None
    if expression is None or not family.gnu:
        return Name(family.name, expression, start, end)
    return Name(family.name, f"{expression}-{'or-later' if later else 'only'}", start, end, not later)


def _version(text: str, start: int, end: int) -> tuple[str, bool, int]:
    """The version that belongs to the name, whether later ones are allowed, and where that ends."""
    before = _BEFORE.search(text[max(0, start - 70) : start])
    if before:
        return before.group(1), bool(before.group(2)), end
    after = _AFTER.match(text, end) or _AFTER_FAR.match(text, end, end + 170)
    if not after:
        return "", False, end
    later = _LATER.search(text, after.end(), after.end() + 70)
    near = later and not re.search(r"\b(?:licensed|dual|gpl|mpl)\b", text[after.end() : later.start()])
    return after.group(1), bool(near), later.end() if later and near else after.end()


def _bsd(text: str) -> str | None:
    return next((expression for mark, expression in _BSD_CLAUSES if mark in text), None)


_CC_PARTS = (("nc", ("noncommercial", "non-commercial", "-nc", " nc")), ("nd", ("noderiv", "no deriv",
    "-nd", " nd")),
             ("sa", ("sharealike", "share alike", "share-alike", "-sa", " sa")))  # fmt: skip


_DEED = re.compile(r"creativecommons\.org/licenses/(by(?:-nc)?(?:-nd|-sa)?)/([1-4]\.0|2\.[15])\b")


def _creative_commons(text: str) -> str | None:
    if re.match(r"cc[ -]?0|creative commons (?:cc0|zero)", text):
        return "CC0-1.0"
    version = re.search(r"(?<![\d.])([1-4]\.0|2\.[15])(?![\d.]*\d)", text)
    if version is None or not re.search(r"attribution|\bby\b", text[: version.start()]):
        return None
    parts = [part for part, marks in _CC_PARTS if any(mark in text[: version.start()] for mark in marks)]
    return "-".join(
        [
            "CC",
            "BY",
            *(part.upper() for part in sorted(parts, key=["nc", "nd", "sa"].index)),
            version.group(1),
        ]
    )


def _by_address(text: str) -> str | None:
    """The address of a deed names what the words before it leave out: the version."""
    deed = _DEED.search(text)
    return f"CC-{deed.group(1).upper()}-{deed.group(2)}" if deed else None
