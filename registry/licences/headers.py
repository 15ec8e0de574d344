# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A header: what a source file says about its own licence, by SPDX tag, `@license` or classic sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from registry.licences.expressions import joined, normalise
from registry.licences.free_text import meaning
from registry.licences.known_wordings import known_wording
from registry.licences.model import Kind, Note, Source, shortened
from registry.licences.names import Name, folded, names
from registry.licences.reading import in_string
from registry.licences.secondary import notice_sources
from registry.licences.set_phrases import set_phrase, with_exception
from registry.licences.texts import quoted_licences
from registry.licences.wording import wording

READ_BYTES = 32 * 1024  # a header stands at the top; tags are looked for in the whole file
_MOST = 20
_HINTS = (
    b"icen",
    b"ICEN",
    b"GPL",
    b"MPL",
    b"Permission is",
    b"Redistribution and",
    b"ublic domain",
    b"ublic Domain",
    b"eighboring rights",
)
_TAG = re.compile(r"SPDX-(?:License-Identifier|LicenseIdentifier):[ \t]{0,20}([^\n]{1,300})")
_AT = re.compile(r"(?:^|[\s*/#!])[@\\]licen[sc]e:?[ \t]{1,20}([^\n]{1,200})", re.IGNORECASE)
_FIELD = re.compile(r"^(?:licen[sc]e|licens)(?: uri)?:[ \t]{0,20}(\S[^\n]{0,150})$", re.IGNORECASE)
_GRANT = re.compile(
    r"licen[sc]ed under|under the (?:terms|conditions)|subject to the (?:terms|mozilla)|released under"
    r"|published under|distributed under|available under|to you under|redistribute it|modify it under"
    r"|terms of (?:either|the gnu|version|any)|dual[- ]licen[sc]ed|governed by|covered by|licensed with"
    r"|version: mpl|use, distribution and modification|(?:is|are) under|licenses?:|(?:frigivet|udgivet|licenseret) under"
)
_ALONE = re.compile(
    r"(?:^|[|;,(] ?)(?:the )?(mit) licen[sc]ed?\b(?![ -]style)|\blicensed (mit)\b", re.IGNORECASE
)
_URL = re.compile(r"https?://\S{1,300}")
_FULL_TEXTS = (
    "permission is hereby granted",
    "redistribution and use in source and binary",
    "permission to use, copy, modify",
)
_CLOSERS = ("*/", "-->", "#}", "%>", "*)", "?>", "--%>", '"""', "'''")
_SIGNS = (
    "neighboring rights",
    "public domain",
    "licen",
    "mpl",
    "gpl",
    "eupl",
    "redistribute it",
    "forest",
    "general public",
    "mozilla public",
)
_IGNORE = ("REUSE-IgnoreStart", "REUSE-IgnoreEnd")
_OFFER = re.compile(r"\beither\b|\bdual\b|dual-|at your option|your choice|any of the following")
_LIST = re.compile(r"any of the following|one of the following|either of the following|at your choice")


def has_hint(data: bytes) -> bool:
    """Whether a file can say anything at all about a licence: cheap, and true of few files."""
    return any(hint in data for hint in _HINTS)


def header_sources(path: bytes, lines: Sequence[str], kind: Kind = Kind.HEADER) -> tuple[Source, ...]:
    """Return what the lines say: tags first; sentences count where no tag says it better."""
    tagged = tuple(tag_sources(path, lines, kind))
    head = _head(lines)
    closed = tuple(notice_sources(path, head, kind))
    if any(source.expression for source in tagged):
        return (closed + tagged)[:_MOST]
    said = tuple(_full_text(path, head, kind)) or tuple(_sentences(path, head, kind))
    return (closed + tagged + said)[:_MOST]


def tag_sources(path: bytes, lines: Sequence[str], kind: Kind) -> Iterator[Source]:
    """Yield each different SPDX tag once; what REUSE's ignore marks enclose is left out."""
    ignored = False
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if "REUSE-Ignore" in line:
            ignored = _IGNORE[0] in line
        if ignored or "icen" not in line:
            continue
        match = _TAG.search(line[:2000])
        text = _without_closer(match.group(1)) if match else ""
        if match and text and text not in seen and not in_string(line, match.start()):
            seen.add(text)
            yield _tag_source(kind, path, number, text)


def _tag_source(kind: Kind, path: bytes, number: int, text: str) -> Source:
    said = meaning(text)
    valid = said.expression if Note.INVALID_EXPRESSION not in said.notes and _is_identifier(text) else None
    notes = said.notes if valid else (*said.notes, Note.INVALID_EXPRESSION)
    return Source(kind, path, number, valid, shortened(text), tuple(dict.fromkeys(notes)), tagged=True)


def _is_identifier(text: str) -> bool:
    """A tag must hold an SPDX expression; `GPLv3` is readable, but it is not one."""
    return normalise(text) is not None


def _without_closer(text: str) -> str:
    for closer in _CLOSERS:
        text = text.split(closer, 1)[0]
    return text.strip().strip("\"'`,;").strip()


def _head(lines: Sequence[str]) -> list[tuple[int, str]]:
    """The first READ_BYTES without comment marks: (line from 1, text)."""
    head, size = [], 0
    for number, line in enumerate(lines, 1):
        size += len(line) + 1
        if size > READ_BYTES:
            head.append((number, line[: max(0, READ_BYTES - size + len(line))].strip()))
            break
        head.append((number, _uncommented(line)))
    return head


def _uncommented(line: str) -> str:
    bare = line.strip().lstrip(" \t*#/;%!<>|-~").removeprefix("dnl ").removeprefix("REM ")
    return bare.rstrip(" \t*#/|>-")


def _full_text(path: bytes, head: list[tuple[int, str]], kind: Kind) -> Iterator[Source]:
    """A short licence quoted whole in a comment (MIT, BSD, ISC)."""
    start = next(
        (i for i, (_, text) in enumerate(head) if any(mark in text.lower() for mark in _FULL_TEXTS)), None
    )
    if start is None:
        return
    window = head[max(0, start - 12) : start + 60]
    quoted = quoted_licences([text for _, text in window]).quoted
    for one in quoted:
        first, last = window[one.first - 1][0], window[one.last - 1][0]
        text = " ".join(text for number, text in window if first <= number <= last)
        yield Source(kind, path, first, one.identifier, shortened(text), similarity=one.similarity)
    if not quoted:
        yield from _known_wording(path, head[start : start + 60], kind)


def _known_wording(path: bytes, window: list[tuple[int, str]], kind: Kind) -> Iterator[Source]:
    """A short licence in other words than SPDX's, from the line on in which it begins."""
    known = known_wording(wording([text for _, text in window]).words, whole=False)
    if known is not None:
        said = shortened(" ".join(text for _, text in window[:10]))
        found = Source(kind, path, window[0][0], known.identifier, said, (Note.KNOWN_WORDING,))
        yield replace(found, known_places=tuple(one.key for one in known.places))


def _sentences(path: bytes, head: list[tuple[int, str]], kind: Kind) -> Iterator[Source]:
    last = -1
    for index, (_, text) in enumerate(head):
        lower = text.lower()
        places = {
            place for sign in _SIGNS if sign in lower for place in (lower.find(sign), lower.rfind(sign))
        }
        if index <= last or all(in_string(text, place) for place in places):
            continue
        first = index - 1 if index - 1 > last and head[index - 1][1] else index
        window = folded(" ".join(line for _, line in head[first : index + 10]))[:900]
        if _LIST.search(window):  # a list of licences to choose from runs on
            window = folded(" ".join(line for _, line in head[first : index + 25]))[:1500]
        source = _sentence(path, head[index], window, kind)
        if source is not None:
            last = index + 9
            yield source


def _sentence(path: bytes, numbered: tuple[int, str], window: str, kind: Kind) -> Source | None:
    number, line = numbered
    phrase = set_phrase(Source(kind, path, number, None, ""), window)
    if phrase is not None:
        return phrase
    field = _AT.search(line) or _AT.search("@" + line) or _FIELD.match(line)
    if field:
        return _field(path, number, field.group(1), kind)
    granted = _GRANT.search(window[:400])
    alone = _ALONE.search(line)
    if granted is None and alone:
        return Source(kind, path, number, "MIT", shortened(line))
    if granted is None:
        return None
    blank = Source(kind, path, number, None, shortened(window[:400]))
    return with_exception(granted_source(blank, window[granted.start() :]), window)


def granted_source(blank: Source, sentence: str) -> Source | None:
    """Return the source with what a granting sentence (folded) grants, or None when it names no licence."""
    found = _first_sentence(names(sentence[:700]))
    if not found:
        return None
    expressions = tuple(dict.fromkeys(name.expression for name in found if name.expression))
    notes = tuple({Note.LATER_UNSAID for name in found if name.later_unsaid})
    if not all(name.expression for name in found):
        notes, expression = (Note.VERSION_MISSING,), None
    else:
        gaps = " ".join(sentence[one.end : two.start] for one, two in pairwise(found))
        expression = _together(expressions, sentence[: found[-1].end], gaps)
        notes = notes if expression else (Note.SEVERAL_TEXTS,)
    return Source(blank.kind, blank.path, blank.line, expression, blank.text, notes)


def _first_sentence(found: tuple[Name, ...]) -> tuple[Name, ...]:
    """Names that stand close together; a family named again without its version adds nothing."""
    near: list[Name] = []
    for name in found:
        if near and name.start - near[-1].end > 120:
            break
        near.append(name)
    dated = {name.family for name in near if name.expression}
    return tuple(name for name in near if name.expression or name.family not in dated)


def _together(expressions: tuple[str, ...], sentence: str, gaps: str) -> str | None:
    """Several licences are a choice or hold together only where the words say so."""
    if len(expressions) == 1:
        return expressions[0]
    if re.search(r"\b(?:or|eller)\b", gaps) or _OFFER.search(sentence):
        return joined(expressions, "OR")
    return joined(expressions, "AND") if re.search(r"\b(?:and|og)\b", gaps) else None


def _field(path: bytes, number: int, text: str, kind: Kind) -> Source | None:
    text = _without_closer(text)
    text = _URL.sub("", text).strip() or text  # PHP's form is an address and a name
    if folded(text) in {"license", "licence"}:  # `license: license` of a program copies a value
        return None
    said = meaning(text)
    if said.expression is None and said.notes == (Note.INVALID_EXPRESSION,):
        found = names(folded(text))
        if not found:
            return None
    return Source(kind, path, number, said.expression, shortened(text), said.notes)
