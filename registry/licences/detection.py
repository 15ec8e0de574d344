# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Detection: all that one blob says about licences; it depends on the bytes and the name's class only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from registry.licences.headers import READ_BYTES, has_hint, header_sources, tag_sources
from registry.licences.licence_files import licence_file_sources
from registry.licences.manifests import manifest_sources
from registry.licences.model import Detection, Kind, Note, Notice, Source
from registry.licences.name_classes import name_class
from registry.licences.notices import notices
from registry.licences.publiccode import publiccode
from registry.licences.reading import read
from registry.licences.readme import readme_sources
from registry.licences.reuse_metadata import dep5, reuse_toml

DETECTOR = "9"  # raise it whenever an answer may change: answers are kept by (blob, name class, detector)

_LARGEST = 1024 * 1024
_NOTICE_HINTS = (b"opyright", b"OPYRIGHT", b"(c)", b"(C)", b"\xa9", b"&copy;", b"phavsret")


def detect(path: bytes, data: bytes) -> Detection:
    """Return the sources and copyright notices of one blob; `path` is kept in each as its place.

    `data` may be the beginning of a large blob; a licence file that is cut says so by itself.
    """
    read_as = _READERS.get(name_class(path).partition(":")[0], _source_file)
    return read_as(path, data)


def moved(found: Detection, path: bytes) -> Detection:
    """Return a kept answer for the same blob at another path of the same name class."""
    return Detection(
        tuple(replace(source, path=path) for source in found.sources),
        tuple(replace(notice, path=path) for notice in found.notices),
    )


def _source_file(path: bytes, data: bytes) -> Detection:
    return Detection(_headers(path, data), _notices(path, data))


def _licence_file(path: bytes, data: bytes) -> Detection:
    """A COPYRIGHT file that states no licence is a notice, not an unreadable licence."""
    sources = licence_file_sources(path, data)
    if path.rpartition(b"/")[2].lower().startswith(b"copyright"):
        sources = tuple(one for one in sources if one.expression or Note.VERSION_MISSING in one.notes)
    return Detection(sources, _notices(path, data))


def _manifest(path: bytes, data: bytes) -> Detection:
    """A manifest's field; one that is a program may have a head like any other instead."""
    stated = manifest_sources(path, data)
    program = not stated and path.lower().endswith((b".py", b".gradle", b".kts", b".gemspec"))
    head = _headers(path, data) if program else _tags(path, data)
    return Detection(stated + head, _notices(path, data))


def _readme(path: bytes, data: bytes) -> Detection:
    lines = read(data[:_LARGEST]).lines
    return Detection(readme_sources(path, lines) + _tags(path, data), notices(path, lines))


def _publiccode(path: bytes, data: bytes) -> Detection:
    found = publiccode(path, data)
    return Detection(found.sources + _tags(path, data), found.notices)


def _reuse_toml(path: bytes, data: bytes) -> Detection:
    found = reuse_toml(path, data)
    return Detection(found.sources, found.notices + notices(path, read(data[:READ_BYTES]).lines[:5]))


def _headers(path: bytes, data: bytes) -> tuple[Source, ...]:
    if not has_hint(data[:READ_BYTES]) and b"SPDX-License-Identifier" not in data:
        return ()
    text = read(data[:_LARGEST] if b"SPDX-License" in data[READ_BYTES:_LARGEST] else data[:READ_BYTES])
    return header_sources(path, text.lines)


def _sidecar(path: bytes, data: bytes) -> Detection:
    """REUSE's `picture.png.license` speaks of the picture beside it."""
    beside = path.rpartition(b"/")[2].removesuffix(b".license").decode("utf-8", "surrogateescape")
    said = tuple(replace(one, kind=Kind.REUSE, covers=(beside,)) for one in _headers(path, data))
    return Detection(said, _notices(path, data))


def _tags(path: bytes, data: bytes) -> tuple[Source, ...]:
    """The SPDX tag at the top of a file whose own statements are read another way."""
    if b"SPDX-License-Identifier" not in data[:4096]:
        return ()
    return tuple(tag_sources(path, read(data[:4096]).lines[:10], Kind.HEADER))


def _notices(path: bytes, data: bytes) -> tuple[Notice, ...]:
    head = data[:READ_BYTES]
    if not any(hint in head for hint in _NOTICE_HINTS):
        return ()
    return notices(path, read(head).lines)


_READERS: dict[str, Callable[[bytes, bytes], Detection]] = {
    "dep5": dep5,
    "reuse": _reuse_toml,
    "sidecar": _sidecar,
    "publiccode": _publiccode,
    "manifest": _manifest,
    "licence_file": _licence_file,
    "licences_folder": _licence_file,
    "readme": _readme,
}
