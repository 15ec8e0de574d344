# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading: which files name components, and what one of them names. Each is read within bounds, or recorded as not read."""

from __future__ import annotations

import fnmatch
from collections.abc import Callable

from registry.licences.dependencies import composer, dotnet, java, npm, others, python
from registry.licences.dependencies.model import Dependency, Found, Listing
from registry.licences.model import Note
from registry.licences.reading import read
from registry.licences.safe_xml import RefusedXmlError
from registry.licences.safe_yaml import RefusedYamlError

LISTER = "2"  # raise it whenever an answer may change: answers are kept by (blob, kind of file, lister)
LARGEST = 8 * 1024 * 1024  # bytes; the largest lock file seen in OS2's products has 1.5 MB
MOST = 10_000  # components of one file

_TEXTS: dict[str, Callable[[str], Found]] = {
    "package.json": npm.package_json, "package-lock.json": npm.package_lock,
    "npm-shrinkwrap.json": npm.package_lock, "yarn.lock": npm.yarn_lock, "pnpm-lock.yaml": npm.pnpm_lock,
    "composer.json": composer.composer_json, "composer.lock": composer.composer_lock,
    "pyproject.toml": python.pyproject, "poetry.lock": python.poetry_lock, "uv.lock": python.uv_lock,
    "pipfile": python.pipfile, "pipfile.lock": python.pipfile_lock,
    "*requirements*dev*.txt": python.development_requirements,
    "*requirements*test*.txt": python.development_requirements,
    "*dev*requirements*.txt": python.development_requirements,
    "*test*requirements*.txt": python.development_requirements,
    "*requirements*.txt": python.requirements, "*requirements*.in": python.requirements,
    "cargo.toml": others.cargo_toml, "cargo.lock": others.cargo_lock, "gemfile.lock": others.gemfile_lock,
    "go.mod": others.go_mod, "*.info.yml": others.drupal_info,
    "build.gradle": java.gradle, "build.gradle.kts": java.gradle, "gradle.lockfile": java.gradle_lock,
    "libs.versions.toml": java.version_catalogue, "packages.lock.json": dotnet.packages_lock,
}  # fmt: skip
_BYTES: dict[str, Callable[[bytes], Found]] = {
    "pom.xml": java.pom, "packages.config": dotnet.packages_config, "*.csproj": dotnet.msbuild,
    "*.fsproj": dotnet.msbuild, "*.vbproj": dotnet.msbuild, "directory.packages.props": dotnet.msbuild,
    "directory.build.props": dotnet.msbuild,
}  # fmt: skip
_DEVELOPMENT = (b"dev", b"test", b"lint", b"doc", b"typing", b"ci")


def listing_class(path: bytes) -> str | None:
    """Return which kind of list of components a path is by its name, or None where it is none."""
    folder, _, base = path.rpartition(b"/")
    name = base.decode("utf-8", "replace").lower()
    in_folder = folder.rpartition(b"/")[2].lower() == b"requirements" and name.endswith(".txt")
    if in_folder:
        return "*requirements*dev*.txt" if base.lower().startswith(_DEVELOPMENT) else "*requirements*.txt"
    return next((kind for kind in (*_TEXTS, *_BYTES) if fnmatch.fnmatchcase(name, kind)), None)


def list_components(kind: str, data: bytes) -> Listing:
    """Return what a file of that kind names; one that cannot be read, or not to its end, says so."""
    if len(data) > LARGEST:
        return Listing(problem=Note.TOO_LARGE)
    try:
        found = _BYTES[kind](data) if kind in _BYTES else _TEXTS[kind](_text(data))
    except (RefusedXmlError, RefusedYamlError):
        return Listing(problem=Note.REFUSED)
    except (ValueError, RecursionError):
        return Listing(problem=Note.UNPARSABLE)
    cut = Note.TOO_LARGE if len(found.named) > MOST else None
    named: tuple[Dependency, ...] = tuple(found.named[:MOST])
    return Listing(named, found.own, found.locks, len(found.named), cut)


def _text(data: bytes) -> str:
    """Return the text; ValueError for a binary file."""
    text = read(data, LARGEST)
    if text.problem is not None and text.problem is not Note.EMPTY:
        raise ValueError(text.problem)
    return text.whole
