# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A licence file: a file whose name says that it holds the licence (LICENSE, COPYING, licens.md)."""

from __future__ import annotations

import re
from dataclasses import replace

from registry.licences.expressions import joined, normalise
from registry.licences.headers import granted_source, header_sources
from registry.licences.model import Kind, Note, Source, shortened
from registry.licences.names import folded, names
from registry.licences.reading import Text, is_markup, read, without_markup
from registry.licences.sameness import forbids
from registry.licences.texts import Reading, quoted_licences

_SHORT = 120  # words; a file this short can only name or point to a licence
_OWN_WORDS = 40  # words beside a quoted text that may be a title, a name, an address
_POINTER = re.compile(
    r"(?:see|in|se|read|refer to|til)\b.{0,60}?((?:\.{0,2}/)?[\w./-]{0,80}(?:licen[sc]e|copying"
    r"|licens)[\w./-]{0,40})",
    re.IGNORECASE,
)
_PATH_ONLY = re.compile(r"\s*((?:\.{0,2}/)?[\w.-]{1,60}(?:/[\w.-]{1,60}){0,8})\s*")
_CHOICE = re.compile(
    r"\b(?:dual|tri)[- ]?licen|\beither of\b|\byour choice\b|\bone of the following\b|\bchoose\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:different|separate)\s+licen[sc]es?\b", re.IGNORECASE)  # "for the artwork"
_LESSER = frozenset({"LGPL-3.0-only", "GPL-3.0-only"})
_CUSTOM = re.compile(rb"(?:^|/)LICENSES/(LicenseRef-[A-Za-z0-9.-]{1,100}?)(?:\.(?:txt|md|html))?$")


def licence_file_sources(path: bytes, data: bytes) -> tuple[Source, ...]:
    """Return what a licence file says: one source, with what was read of it and what was not."""
    text = read(data)
    custom = _CUSTOM.search(path)
    if custom:
        named = Source(
            Kind.LICENCE_FILE, path, 1, custom.group(1).decode(), _first_words(text), (Note.TEXT_ON_HAND,)
        )
        return (named,)
    if text.problem is not None:
        return (Source(Kind.LICENCE_FILE, path, 1, None, _first_words(text), (text.problem,)),)
    notes: tuple[Note, ...] = ()
    if is_markup(text):
        text, notes = without_markup(text), (Note.HTML,)
    source = _read_source(path, text)
    if b"LICENSES/" in path and source.expression:
        notes = (*notes, Note.TEXT_ON_HAND)
    return (replace(source, notes=tuple(dict.fromkeys((*source.notes, *notes)))),)


def _read_source(path: bytes, text: Text) -> Source:
    reading = quoted_licences(text.lines)
    if reading.quoted:
        return _quoted_source(path, text, reading)
    words = len(text.whole[:20_000].split())
    if words <= _SHORT:
        return _short_source(path, text)
    if reading.nearest:
        changed = Source(Kind.LICENCE_FILE, path, 1, None, _first_words(text), (Note.CHANGED_TEXT,))
        return replace(
            changed, nearest=reading.nearest, similarity=reading.similarity, difference=reading.difference
        )
    header = next(
        (one for one in header_sources(path, text.lines[:60], Kind.LICENCE_FILE) if one.expression), None
    )
    if header is not None and words <= 6 * _SHORT:
        more = (Note.MORE_TEXT,) if _OTHERS.search(text.whole) else ()
        return replace(header, notes=(*header.notes, Note.NAMED_ONLY, *more))
    return Source(Kind.LICENCE_FILE, path, 1, None, _first_words(text), (Note.UNKNOWN_TEXT,))


def _quoted_source(path: bytes, text: Text, reading: Reading) -> Source:
    quoted = reading.quoted
    identifiers = tuple(dict.fromkeys(one.identifier for one in quoted))
    if frozenset(identifiers) == _LESSER:
        identifiers = ("LGPL-3.0-only",)  # the LGPL-3.0 is written as additions to the GPL-3.0
    outside = " ".join(text.lines[number - 1] for number in reading.rest_lines[:200])
    choice, later = bool(_CHOICE.search(outside)), _later(outside)
    notes = _quoted_notes(identifiers, reading, choice=choice, later=bool(later))
    expression = joined(_as_stated(identifiers, later), "OR" if choice else "AND")
    said = shortened("\n".join(text.lines[quoted[0].first - 1 : quoted[0].first + 9]))
    likeness = min(one.similarity for one in quoted)
    source = Source(
        Kind.LICENCE_FILE, path, quoted[0].first, expression, said, notes, similarity=round(likeness, 4)
    )
    known = tuple(one.key for one in reading.known.places) if reading.known else ()
    return replace(source, known_places=known)


def _quoted_notes(
    identifiers: tuple[str, ...], reading: Reading, *, choice: bool, later: bool
) -> tuple[Note, ...]:
    notes: list[Note] = [Note.KNOWN_WORDING] if reading.known else []
    if len(identifiers) > 1 and not choice:
        notes.append(Note.SEVERAL_TEXTS)
    elif "GPL-" in identifiers[0] and not later:
        notes.append(Note.LATER_UNSAID)
    if len(reading.rest) > _OWN_WORDS or forbids(reading.rest):
        notes.append(Note.MORE_TEXT)
    return tuple(notes)


def _as_stated(identifiers: tuple[str, ...], later: tuple[str, ...]) -> tuple[str, ...]:
    """The identifiers with what the words around the texts say about later versions of each."""
    if len(identifiers) == 1:
        return later[:1] or identifiers
    return tuple(
        wider if (wider := one.replace("-only", "-or-later")) in later else one for one in identifiers
    )


def _later(outside: str) -> tuple[str, ...]:
    """The GNU licences for which the words around a text allow later versions, in order."""
    said = (name.expression for name in names(folded(outside)))
    return tuple(one for one in said if one and one.endswith("-or-later"))


def _short_source(path: bytes, text: Text) -> Source:
    said = shortened(text.whole)
    blank = Source(Kind.LICENCE_FILE, path, 1, None, said)
    tagged = [one for one in header_sources(path, text.lines, Kind.LICENCE_FILE) if one.expression]
    if tagged:
        return replace(tagged[0], notes=(*tagged[0].notes, Note.NAMED_ONLY))
    exact = normalise(text.whole.strip())
    if exact is not None:
        return replace(blank, expression=exact, notes=(Note.NAMED_ONLY,))
    named = granted_source(blank, folded(text.whole))
    if named is not None:
        return replace(named, notes=(*named.notes, Note.NAMED_ONLY))
    pointer = _PATH_ONLY.fullmatch(text.whole) or _POINTER.search(text.whole)
    if pointer:
        return replace(blank, notes=(Note.POINTER,), targets=(pointer.group(1).rstrip("."),))
    return replace(blank, notes=(Note.UNKNOWN_TEXT,))


def _first_words(text: Text) -> str:
    return shortened("\n".join(text.lines[:20]))
