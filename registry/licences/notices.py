# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A copyright notice: a line that names a holder. A claim by whoever wrote it, and no title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from registry.licences.model import Notice, shortened
from registry.licences.reading import in_string

_MOST = 50
_LONGEST_LINE = 400
_HINTS = ("copyright", "(c)", "©", "ophavsret", "spdx-filecopyrighttext", "&copy;")
_TAG = re.compile(r"(?:SPDX-FileCopyrightText|SPDX-SnippetCopyrightText):\s{0,20}(.{1,300})")
_MARK = re.compile(
    r"(?:(?:@|\\)?copyright(?:\s?:|\s?\(c\)|\s?©|\s?&copy;)?|ophavsret(?:ten)?(?:\s?:|\s?\(c\)|\s?©)?|©"
    r"|&copy;|\(c\))"
    r"[\s:,]{0,10}(.{1,300})",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b((?:19|20)\d\d)\b(?:\s?[-–—]\s?((?:19|20)?\d\d)\b)?")
_LEADING = re.compile(
    r"^(?:[\s,;:–—-]|\(c\)|©|&copy;|copyright|(?:19|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)?\d\d|present"
    r"|now))?|by\b|of\b|af\b|tilhører\b)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s,;:.*/#>-]|all rights reserved|alle rettigheder forbeholdes|-->)+$", re.IGNORECASE
)
_YEAR = r"\b(?:19|20)\d\d\b"
_LATER_YEARS = re.compile(r"[\s,;(]+(?:(?:19|20)\d\d)(?:\s?[-–]\s?(?:19|20)?\d\d)?\)?$")
_ASSEMBLY = re.compile(r"AssemblyCopyright(?:Attribute)?\(\s?@?\"([^\"]{1,200})\"")
_COMMENT = re.compile(r"(?:^|\s)(?:#|//|/?\*|--|;|rem|dnl|<!--|\.\.)\s|[|•·]\s{0,3}$", re.IGNORECASE)
_PROSE = re.compile(
    r"^(?:notices?|holders?|owners?|law|laws|and\b|or\b|in\b|is\b|the\b|to\b|statements?|licen[sc]es?"
    r"|protection|information"
    r"|infringement|act|files?|details|for\b|on\b|this\b|that\b|year|yyyy|treaties|interest|disclaimer"
    r"|text|permission|claims?|treat|universal|[<\[{(]|=|\$|\")",
    re.IGNORECASE,
)


def notices(path: bytes, lines: Iterable[str]) -> tuple[Notice, ...]:
    """Return the copyright lines, at most fifty; prose about copyright is left out."""
    found: list[Notice] = []
    ignored = False
    for number, line in enumerate(lines, 1):
        if "REUSE-Ignore" in line:
            ignored = "REUSE-IgnoreStart" in line
        if ignored:
            continue
        lower = line.lower() if len(line) <= _LONGEST_LINE else line[:_LONGEST_LINE].lower()
        if not any(hint in lower for hint in _HINTS):
            continue
        notice = _notice(path, number, line[:_LONGEST_LINE])
        if notice is not None:
            found.append(notice)
        if len(found) == _MOST:
            break
    return tuple(found)


def _notice(path: bytes, number: int, line: str) -> Notice | None:
    quoted = _ASSEMBLY.search(line)
    if quoted:
        dates = " ".join(re.findall(_YEAR, quoted.group(1)))
        line = f"Copyright (c) {dates} {_LEADING.sub('', quoted.group(1))}"
    tag = _TAG.search(line)
    match = tag or _MARK.search(line)
    if match is None or _is_code(line, match.start(), tagged=tag is not None):
        return None
    said = match.group(1).strip()
    holder = _cleaned(said)
    years = _years(said)
    if not holder or not re.search(r"[^\W\d_]{2}", holder):
        return None
    if tag is None and not _looks_like_notice(match.group(0), holder, years):
        return None
    return Notice(path, number, shortened(holder), years, shortened(line.strip()))


def _is_code(line: str, place: int, *, tagged: bool) -> bool:
    """A variable called `copyright` is no notice, nor is a program's own string."""
    if in_string(line, place):
        return True
    before = line[:place]
    worded = re.search(r"[\w$)]\s{0,3}$|[=(.]\s{0,3}$|treat", before, re.IGNORECASE)
    return not tagged and bool(worded) and not _COMMENT.search(before)


def _cleaned(said: str) -> str:
    """The holder alone: no years, no "all rights reserved", balanced angle brackets."""
    holder = _TRAILING.sub("", _LEADING.sub("", said)).strip(" *#/\"'")
    holder = _LATER_YEARS.sub("", holder).strip(" ,;")
    return holder + ">" if "<" in holder and ">" not in holder else holder


def _looks_like_notice(whole: str, holder: str, years: tuple[int, ...]) -> bool:
    """A notice has a year or a sign; "(c)" alone may be the third point of a list, so it needs a year."""
    if _PROSE.match(holder) and not years:
        return False
    if years:
        return len(holder) < 160
    signed = re.match(r".?(?:copyright|ophavsret)\s?:?\s?(?:\(c\)|©|&copy;|:)|©|&copy;", whole, re.IGNORECASE)
    return bool(signed) and holder[:1].isupper() and not _PROSE.match(holder)


def _years(text: str) -> tuple[int, ...]:
    years: list[int] = []
    for first, last in _YEARS.findall(text)[:20]:
        years.append(int(first))
        if last:
            years.append(int(last) if len(last) == 4 else int(first[:2] + last))
    return tuple(sorted(set(years)))
