# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A manifest: a file of a package manager in which the package states its licence in a field of its own."""

from __future__ import annotations

import fnmatch
import json
import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from registry.licences.expressions import joined
from registry.licences.free_text import meaning
from registry.licences.model import Kind, Note, Source, shortened
from registry.licences.safe_xml import RefusedXmlError, elements

_LARGEST = 1024 * 1024
_CLASSIFIER = re.compile(r"License ::[^\"'\n]{1,120}")
_CLASSIFIED = {
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "MIT License": "MIT", "Apache Software License": None,
    "GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
    "European Union Public Licence 1.2 (EUPL 1.2)": "EUPL-1.2",
    "GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later", "ISC License (ISCL)": "ISC",
    "GNU General Public License v2 (GPLv2)": "GPL-2.0-only", "BSD License": None,
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Affero General Public License v3": "AGPL-3.0-only",
    "Other/Proprietary License": "LicenseRef-proprietary",
    "GNU Affero General Public License v3 or later (AGPLv3+)": "AGPL-3.0-or-later",
}  # fmt: skip
_SETUP = re.compile(r"""\blicen[sc]e\s{0,5}=\s{0,5}["']([^"'\n]{1,200})["']""")
_CFG = re.compile(r"^licen[sc]e\s{0,5}[=:]\s{0,5}([^\n]{1,200})$")
_GEM = re.compile(r"""\.licenses?\s{0,5}=\s{0,5}\[?\s{0,5}((?:["'][^"'\n]{1,60}["'],?\s{0,5}){1,5})""")
_GRADLE = re.compile(
    r"""^\s{0,40}(?:name|license|licenses|setLicenses?)\s{0,3}(?:=|\.set\()?\s{0,3}\(?["']([^"'\n]{1,100})["']"""
)


def manifest_sources(path: bytes, data: bytes) -> tuple[Source, ...]:
    """Return what the manifest at `path` states; one that does not parse is recorded as that."""
    pattern = manifest_class(path.rpartition(b"/")[2].decode("utf-8", "replace").lower())
    if pattern is None:
        return ()
    if len(data) > _LARGEST:
        return (_problem(path, Note.TOO_LARGE),)
    try:
        return tuple(_READERS[pattern](path, data))
    except RefusedXmlError:
        return (_problem(path, Note.REFUSED),)
    except (ValueError, RecursionError):
        return (_problem(path, Note.UNPARSABLE),)


def manifest_class(name: str) -> str | None:
    """Return which of the known manifests a lower-case base name is, as a pattern, or None."""
    return next((pattern for pattern in _READERS if fnmatch.fnmatchcase(name, pattern)), None)


def _composer(path: bytes, data: bytes) -> Iterable[Source]:
    text = data.decode("utf-8-sig")
    stated = _object(json.loads(text)).get("license")
    listed = [one for one in stated if isinstance(one, str)] if isinstance(stated, list) else []
    if len(listed) > 1:  # composer: a list is a choice
        means = [meaning(one).expression for one in listed]
        choice = joined(tuple(one for one in means if one), "OR") if all(means) else None
        notes = () if choice else (Note.INVALID_EXPRESSION,)
        return [
            Source(Kind.MANIFEST, path, _line(text, '"license"'), choice, shortened(", ".join(listed)), notes)
        ]
    return _stated(path, text, '"license"', listed[0] if listed else stated)


def _npm(path: bytes, data: bytes) -> Iterable[Source]:
    text = data.decode("utf-8-sig")
    package = _object(json.loads(text))
    stated = package.get("license") or package.get("licence") or package.get("licenses")
    if isinstance(stated, list):  # the old form: a list of {"type", "url"}
        stated = " OR ".join(str(_object(one).get("type", "")) for one in stated[:5])
    if isinstance(stated, dict):
        stated = stated.get("type")
    sources = _stated(path, text, '"licen', stated)
    return [_with(one, Note.NPM_DEFAULT) if one.text == "ISC" else one for one in sources]


def _pyproject(path: bytes, data: bytes) -> Iterable[Source]:
    text = data.decode("utf-8-sig")
    document = tomllib.loads(text)
    project = _object(document.get("project"))
    poetry = _object(_object(document.get("tool")).get("poetry"))
    stated = project.get("license") or poetry.get("license")
    if isinstance(stated, dict):
        stated = stated.get("text") or (f"file: {stated['file']}" if "file" in stated else None)
    return [*_stated(path, text, "license", stated), *_classifiers(path, text)]


def _cargo(path: bytes, data: bytes) -> Iterable[Source]:
    text = data.decode("utf-8-sig")
    package = _object(tomllib.loads(text).get("package"))
    stated = package.get("license")
    if isinstance(stated, str):
        stated = stated.replace("/", " OR ")
    return _stated(path, text, "license", stated)


def _setup_cfg(path: bytes, data: bytes) -> Iterable[Source]:
    text = data.decode("utf-8", "replace")
    match = next(filter(None, (_CFG.match(line) for line in text.splitlines())), None)
    return [
        *_stated(path, text, "\nlicen", match.group(1).strip() if match else None),
        *_classifiers(path, text),
    ]


def _setup_py(path: bytes, data: bytes) -> Iterable[Source]:
    text = data.decode("utf-8", "replace")
    match = _SETUP.search(text)
    return [*_stated(path, text, "license", match.group(1) if match else None), *_classifiers(path, text)]


def _gemspec(path: bytes, data: bytes) -> Iterable[Source]:
    text = data.decode("utf-8", "replace")
    match = _GEM.search(text)
    listed = re.findall(r"[\"']([^\"']+)[\"']", match.group(1)) if match else []
    return _stated(path, text, ".license", " OR ".join(listed) or None)


def _gradle(path: bytes, data: bytes) -> Iterable[Source]:
    """Only names inside a `license` block count: Gradle files name many things."""
    inside = 0
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        inside = 8 if re.search(r"\blicen[sc]es?\b", line, re.IGNORECASE) else max(0, inside - 1)
        match = _GRADLE.match(line) if inside else None
        said = meaning(match.group(1)) if match else None
        if match and said and said.expression:
            yield Source(Kind.MANIFEST, path, number, said.expression, shortened(match.group(1)), said.notes)


def _pom(path: bytes, data: bytes) -> Iterable[Source]:
    for element in elements(data, frozenset({"name"})):
        if element.path == ("project", "licenses", "license", "name"):
            yield _one(path, element.line, element.text)


def _msbuild(path: bytes, data: bytes) -> Iterable[Source]:
    for element in elements(data, frozenset({"packagelicenseexpression", "packagelicensefile", "license"})):
        is_file = element.path[-1] == "packagelicensefile" or element.attributes.get("type") == "file"
        if element.text:
            yield _one(path, element.line, f"file: {element.text}" if is_file else element.text)


def _classifiers(path: bytes, text: str) -> list[Source]:
    sources = []
    for match in _CLASSIFIER.finditer(text):
        name = match.group(0).strip().rpartition(":: ")[2]
        if name in {"OSI Approved", "License"}:
            continue
        expression = _CLASSIFIED.get(name)
        notes = () if expression else (Note.VERSION_MISSING,)
        line = text.count("\n", 0, match.start()) + 1
        sources.append(Source(Kind.MANIFEST, path, line, expression, shortened(match.group(0)), notes))
    return sources[:5]


def _stated(path: bytes, text: str, key: str, stated: object) -> list[Source]:
    if not isinstance(stated, str) or not stated.strip():
        return []
    return [_one(path, _line(text, key), stated)]


def _one(path: bytes, line: int, stated: str) -> Source:
    said = meaning(stated)
    targets = (said.target,) if said.target else ()
    return Source(Kind.MANIFEST, path, line, said.expression, shortened(stated), said.notes, targets=targets)


def _line(text: str, key: str) -> int:
    start = text.find(key)
    return text.count("\n", 0, start + (key[0] == "\n")) + 1 if start >= 0 else 1


def _with(source: Source, note: Note) -> Source:
    return replace(source, notes=(*source.notes, note))


def _problem(path: bytes, note: Note) -> Source:
    return Source(Kind.MANIFEST, path, 1, None, "", (note,))


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


_READERS: dict[str, Callable[[bytes, bytes], Iterable[Source]]] = {
    "composer.json": _composer, "package.json": _npm, "bower.json": _npm, "pyproject.toml": _pyproject,
    "cargo.toml": _cargo, "setup.cfg": _setup_cfg, "setup.py": _setup_py, "*.gemspec": _gemspec,
    "build.gradle": _gradle, "build.gradle.kts": _gradle, "pom.xml": _pom, "*.nuspec": _msbuild,
    "*.csproj": _msbuild, "*.fsproj": _msbuild, "*.vbproj": _msbuild, "directory.build.props": _msbuild,
}  # fmt: skip
