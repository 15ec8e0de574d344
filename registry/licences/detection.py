# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Detection: everything one blob says about licences; it depends on the bytes and the class of the name only."""

from __future__ import annotations

import re
from dataclasses import replace

from registry.licences.headers import READ_BYTES, has_hint, header_sources, tag_sources
from registry.licences.licence_files import licence_file_sources
from registry.licences.manifests import is_manifest, manifest_sources
from registry.licences.model import Detection, Kind, Note, Notice, Source
from registry.licences.notices import notices
from registry.licences.publiccode import publiccode
from registry.licences.reading import read
from registry.licences.readme import readme_sources
from registry.licences.reuse_metadata import dep5, reuse_toml

DETECTOR = "1"  # raise it whenever an answer may change: answers are kept by (blob, name class, detector)

_LARGEST = 1024 * 1024
_LICENCE_NAME = re.compile(
    r"^(?:.{0,80}[-_. ])?(?:un)?(?:licen[sc]es?|licens|licensvilk[aå]r|licensaftale|copying|copyright|eula)(?:[-_. ].{0,60})?$"
)
_CODE = frozenset(
    ["py", "js", "mjs", "cjs", "ts", "tsx", "jsx", "php", "cs", "java", "kt", "go", "rs", "rb", "c", "h", "cpp", "hpp", "css", "scss", "less", "vue", "svelte", "sh", "ps1", "bat", "sql", "json", "xml", "yml", "yaml", "toml", "lock", "csv", "png", "jpg", "jpeg", "gif", "svg", "ico", "woff", "woff2", "ttf", "eot", "map", "inc", "module", "install", "theme", "twig", "cshtml", "razor", "resx", "po", "mo", "properties", "gradle", "zip", "gz", "jar", "dll", "exe", "snap", "phtml", "ejs", "hbs", "j2", "tpl", "xsd", "wsdl", "drawio", "dart", "swift", "scala", "pl", "pm", "lua", "tf"]
)
_NOTICE_HINTS = (b"opyright", b"OPYRIGHT", b"(c)", b"(C)", b"\xa9", b"&copy;", b"phavsret")


def name_class(path: bytes) -> str:
    """Return what of the path a detection depends on: two blobs alike in a class have one answer."""
    folder, _, base = path.rpartition(b"/")
    name = base.decode("utf-8", "replace").lower()
    if folder.endswith(b".reuse") and name == "dep5":
        return "dep5"
    if name in {"reuse.toml", "publiccode.yml", "publiccode.yaml"}:
        return name.partition(".")[0]
    if folder == b"LICENSES" or folder.endswith(b"/LICENSES"):
        return "licences_folder:" + base.decode("utf-8", "replace")
    if is_manifest(path):
        return "manifest:" + (name if name.count(".") == 1 and not name.endswith("proj") else "*." + name.rpartition(".")[2])
    if name.endswith(".license") and name.count(".") > 1:
        return "sidecar"
    if is_licence_name(name):
        return "licence_file"
    return "readme" if re.match(r"^(?:readme|læsmig|laesmig|liesmich)(?:[-_.].{0,40})?$", name) and _suffix(name) not in _CODE else "other"


def is_licence_name(name: str) -> bool:
    """Whether a lower-case base name is that of a licence file, in any spelling."""
    return len(name) <= 150 and _suffix(name) not in _CODE and bool(_LICENCE_NAME.match(name))


def detect(path: bytes, data: bytes) -> Detection:
    """Return the sources and copyright notices of one blob; `path` is kept in each as its place.

    `data` may be the beginning of a large blob; a licence file that is cut says so by itself.
    """
    group = name_class(path)
    if group == "dep5":
        return dep5(path, data)
    if group == "reuse":
        found = reuse_toml(path, data)
        return replace(found, notices=found.notices + notices(path, _head_lines(data)))
    if group == "sidecar":
        return _sidecar(path, data)
    if group == "publiccode":
        found = publiccode(path, data)
        return Detection(found.sources + _headers(path, data), found.notices)
    if group.startswith("manifest"):
        return Detection(manifest_sources(path, data) + _headers(path, data), _notices(path, data))
    if group == "licence_file" or group.startswith("licences_folder"):
        return Detection(_licence_file(path, data), _notices(path, data))
    if group == "readme":
        lines = read(data[:_LARGEST]).lines
        return Detection(readme_sources(path, lines) + tuple(tag_sources(path, lines[:10], Kind.HEADER)), notices(path, lines))
    return Detection(_headers(path, data), _notices(path, data))


def moved(found: Detection, path: bytes) -> Detection:
    """Return a kept answer for the same blob at another path of the same name class."""
    return Detection(
        tuple(replace(source, path=path) for source in found.sources),
        tuple(replace(notice, path=path) for notice in found.notices),
    )


def _licence_file(path: bytes, data: bytes) -> tuple[Source, ...]:
    """A COPYRIGHT file that states no licence is a notice, not an unreadable licence."""
    sources = licence_file_sources(path, data)
    name = path.rpartition(b"/")[2].lower()
    if name.startswith(b"copyright"):
        return tuple(one for one in sources if one.expression or Note.VERSION_MISSING in one.notes)
    return sources


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


def _notices(path: bytes, data: bytes) -> tuple[Notice, ...]:
    head = data[:READ_BYTES]
    if not any(hint in head for hint in _NOTICE_HINTS):
        return ()
    return notices(path, read(head).lines)


def _head_lines(data: bytes) -> tuple[str, ...]:
    return read(data[:READ_BYTES]).lines[:5]


def _suffix(name: str) -> str:
    return name.rpartition(".")[2] if "." in name else ""
