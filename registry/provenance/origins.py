# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Origins: whether a file is the project's own, another project's, or written by a tool.

A file is original until two signs of different families, or a person, say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.provenance.content import ContentFacts
from registry.provenance.folders import Folders
from registry.provenance.model import FileView, Origin, OriginAnswer, Override, Root, Sign, Words
from registry.provenance.ours import Ours, namespace, ours
from registry.provenance.overrides import decided
from registry.provenance.rules.names import (
    BANNERED,
    FONT_NAME,
    GENERATED_NAME,
    LIBRARY_NAME,
    MINIFIABLE,
    MINIFIED_NAME,
    RELEASE_NAME,
)
from registry.provenance.rules.origins import PAIRS, SIGNS, Pair
from registry.text import visible, visible_path

_OF_MARKS = {
    "generated": "mark",
    "warning": "warning",
    "shape": "shape",
    "compiled": "compiled",
    "translation": "translation",
}
_BY_NAME = {
    "library": LIBRARY_NAME,
    "minified_name": MINIFIED_NAME,
    "generated_name": GENERATED_NAME,
    "release_name": RELEASE_NAME,
    "font": FONT_NAME,
}
_DETAIL = 80
_ENDING = re.compile(r"([.-]min)?\.[a-z]{1,5}$", re.IGNORECASE)
_NO_SIGN = Words("Intet tegn på anden oprindelse", "No sign of another origin")


def origins(
    files: Sequence[FileView], root: Root, overrides: Sequence[Override] = ()
) -> dict[bytes, OriginAnswer]:
    """Return the origin of every file of one whole tree, with all signs seen and the reason."""
    own = ours(files, root)
    folders = Folders(files, own)
    paths = {file.path for file in files}
    by_person = [override for override in overrides if override.origin]
    answers: dict[bytes, OriginAnswer] = {}
    for file in files:
        signs = folders.signs(file.path) + tuple(_signs(file, own, paths))
        answers[file.path] = _overridden(file.path, signs, by_person) or _judged(signs)
    return answers


def origin_by_path(path: bytes, overrides: Sequence[Override] = ()) -> Origin:
    """Return the origin of a file that is gone: what a person says of its path, else the project's own.

    Names and places are never two signs that suffice, whatever stood beside the file.
    """
    override = decided(path, [one for one in overrides if one.origin])
    return override.origin if override and override.origin else Origin.ORIGINAL


def _overridden(path: bytes, signs: tuple[Sign, ...], overrides: Sequence[Override]) -> OriginAnswer | None:
    if not (override := decided(path, overrides)) or not override.origin:
        return None
    return OriginAnswer(override.origin, signs, "override", override.words())


def _judged(signs: tuple[Sign, ...]) -> OriginAnswer:
    if not signs:
        return OriginAnswer(Origin.ORIGINAL, (), "no-sign", _NO_SIGN)
    for pair in PAIRS:
        for first in signs:
            second = next((sign for sign in signs if _stands(pair, first, sign)), None)
            if second:
                return OriginAnswer(pair.origin, signs, f"{pair.first}+{pair.second}", _both(first, second))
    return OriginAnswer(Origin.ORIGINAL, signs, "not-enough", _not_enough(signs))


def _stands(pair: Pair, first: Sign, second: Sign) -> bool:
    if first.family != pair.first or second.family != pair.second:
        return False
    return not pair.within or second.place == first.place or second.place.startswith(first.place + b"/")


def _signs(file: FileView, own: Ours, paths: set[bytes]) -> Iterator[Sign]:
    name = file.path.rpartition(b"/")[2].decode("utf-8", "replace")
    for family, names in _BY_NAME.items():
        if names.search(name):
            yield Sign(family, b"")
    for claim in sorted(file.claims & {"vendored", "generated"}):
        yield Sign(claim, b"")
    if (found := namespace(file.path)) and found != own.namespace:
        yield Sign("namespace", b"", found.decode("utf-8", "replace").replace("/", "."))
    if file.facts:
        yield from _of_marks(file.facts.marks)
        yield from _of_others(name, file.facts, own)
        if "minified:long-lines" in file.facts.marks and MINIFIABLE.search(name):
            yield Sign("minified", b"")
            yield from _source(file.path, paths)


def _of_marks(marks: Sequence[str]) -> Iterator[Sign]:
    for mark in marks:
        family, _, detail = mark.partition(":")
        if family in _OF_MARKS:
            yield Sign(_OF_MARKS[family], b"", detail)


def _of_others(name: str, facts: ContentFacts, own: Ours) -> Iterator[Sign]:
    """What the file says of others: a banner, a holder, a home."""
    if facts.banner and BANNERED.search(name) and not own.is_name(facts.banner):
        yield Sign("banner", b"", facts.banner)
    if "notice:licence" in facts.marks and facts.notices and not any(map(own.is_holder, facts.notices)):
        yield Sign("notice", b"", facts.notices[0])
    project = facts.upstream.rpartition("/")[2].lower().removesuffix(".js")
    if project and _letters(_ENDING.sub("", name)) == _letters(project) and not own.is_name(facts.upstream):
        yield Sign("home", b"", facts.upstream)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def _source(path: bytes, paths: set[bytes]) -> Iterator[Sign]:
    for ending in (b".min.", b"-min."):
        if ending in path and (source := path.replace(ending, b".")) in paths:
            yield Sign("source", source)


def _both(first: Sign, second: Sign) -> Words:
    one, two = _said(first), _said(second)
    return Words(f"To tegn: {one.da}; {two.da}", f"Two signs: {one.en}; {two.en}")


def _not_enough(signs: tuple[Sign, ...]) -> Words:
    said = [_said(sign) for sign in signs[:4]]
    return Words(
        f"Regnes som egen, indtil en person siger andet; set: {'; '.join(words.da for words in said)}",
        f"Taken for own until a person says otherwise; seen: {'; '.join(words.en for words in said)}",
    )


def _said(sign: Sign) -> Words:
    words, place, detail = SIGNS[sign.family], visible_path(sign.place), visible(sign.detail, _DETAIL)
    return Words(words.da.format(place=place, detail=detail), words.en.format(place=place, detail=detail))
