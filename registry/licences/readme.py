# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A README's sentence about the licence: a claim of low weight, and links that may be dead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from registry.licences.headers import granted_source
from registry.licences.model import Kind, Note, Source, shortened
from registry.licences.names import folded, names

_LONGEST = 100_000
_MOST = 10
_SENTENCE = re.compile(
    r"licen[sc]ed (?:under|with|as)|(?:released|available|distributed|published|udgivet|licenseret"
    r"|frigivet) (?:under|med)"
    r"|under (?:the terms|vilkårene)|terms of (?:version|the)|using (?:the )?|redistribute it"
    r"|licen[sc]e(?:n)?(?: is|:| er)|subject to the terms"
    r"|(?:is|are|er) (?:licen[sc]ed|licenseret|open source)"
)
_HEADING = re.compile(
    r"^\s{0,3}(?:#{1,6}\s|=+\s)?\W{0,4}(?:licen[sc]e|licen[sc]ing|licens|copyright and licen[sc]e"
    r"|licen[sc]e info\w*)[\s:*_]{0,4}$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\]\(\s{0,3}<?((?!https?:|mailto:|#)[^)\s>]{0,120}?(?:licen[sc]e|copying|licens)[^)\s>]{0,60})>?",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"\b(?:see|in|se) (?:the )?(?:file )?[`\"'*]{0,2}((?:\./)?(?:LICEN[SC]E|COPYING)(?:\.(?:md|txt|rst))?)\b"
)
_BADGE = re.compile(
    r"img\.shields\.io/(?:badge/licen[sc]e-|github/license/)([A-Za-z0-9._%-]{0,40})", re.IGNORECASE
)
_DOCUMENTS = re.compile(r"\b(?:documentation|docs|dokumentation(?:en)?|manuals?|content|texts?)\b[^.]{0,25}$")
_THIRD = re.compile(
    r"\b(?:third[- ]party|dependenc\w*|librar(?:y|ies) (?:is|are)|uses? the|icons?|fonts?|template by"
    r"|theme by)\b"
)


def readme_sources(path: bytes, lines: Sequence[str]) -> tuple[Source, ...]:
    """Return the claims and the links, in order, at most ten."""
    found: list[Source] = []
    for index, line in enumerate(_within(lines)):
        lower = line.lower()
        if (
            "licen" not in lower
            and "copying" not in lower
            and "public license" not in lower
            and "redistribute it" not in lower
        ):
            continue
        found.extend(_links(path, index + 1, line))
        found.extend(_claim(path, index, lines))
        if len(found) >= _MOST:
            break
    return _distinct(found[:_MOST])


def _claim(path: bytes, index: int, lines: Sequence[str]) -> Iterator[Source]:
    line = lines[index]
    badge = _BADGE.search(line[:2000])
    heading = _HEADING.match(line[:200])
    first = index if heading or not index or not lines[index - 1].strip() else index - 1
    said = folded(_plain(" ".join(lines[first : index + (7 if heading else 4)])))[:700]
    blank = Source(Kind.README, path, index + 1, None, shortened(said[:400]))
    sentence = _SENTENCE.search(said)
    if badge:
        yield from _granted(blank, folded(_badge_words(badge.group(1))))
    elif heading:
        yield from _granted(blank, said)
    elif sentence and not _THIRD.search(said[max(0, sentence.start() - 60) : sentence.start() + 60]):
        yield from _granted(blank, said[sentence.start() :][:400])


def _granted(blank: Source, said: str) -> Iterator[Source]:
    """The claim; "code: MPL-2.0, documentation: CC-BY-SA-4.0" is two, one on each."""
    for name in names(said):
        if name.expression and _DOCUMENTS.search(said[max(0, name.start - 30) : name.start]):
            yield replace(blank, expression=name.expression, documentation=True)
            said = said[: name.start]
            break
    source = granted_source(blank, said)
    if source is not None:
        yield source


def _badge_words(said: str) -> str:
    """shields.io writes a dash as two, a space as an underscore, and ends in a colour."""
    return said.replace("--", "~").split("-")[0].replace("~", "-").replace("%20", " ").replace("_", " ")


def _links(path: bytes, number: int, line: str) -> Iterator[Source]:
    for match in [*_LINK.finditer(line[:2000]), *_MENTION.finditer(line[:2000])][:3]:
        text = shortened(line)
        yield Source(
            Kind.README, path, number, None, text, (Note.LINK,), targets=(match.group(1).split("#")[0],)
        )


def _within(lines: Sequence[str]) -> Iterator[str]:
    size = 0
    for line in lines:
        size += len(line)
        if size > _LONGEST:
            return
        yield line


def _plain(text: str) -> str:
    """Markdown's links and emphasis are no part of a name."""
    return (
        re.sub(r"\]\([^)\s]{0,300}\)", "", text[:4000])
        .replace("[", "")
        .replace("*", "")
        .replace("`", "")
        .replace("_", " ")
    )


def _distinct(found: list[Source]) -> tuple[Source, ...]:
    seen: set[tuple[object, ...]] = set()
    kept = []
    for source in found:
        key = (source.expression, source.notes, source.targets, source.documentation)
        if key not in seen:
            seen.add(key)
            kept.append(source)
    return tuple(kept)
