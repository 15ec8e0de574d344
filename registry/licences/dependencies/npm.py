# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""npm, yarn and pnpm: what package.json asks for, and what the lock files pin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from registry.licences.dependencies.model import Dependency, Found, Scope
from registry.licences.dependencies.purls import pinned
from registry.licences.dependencies.values import (
    a_text,
    an_object,
    declared,
    dependency,
    lines_of,
    parsed,
    scoped,
)
from registry.licences.safe_yaml import load

_LOCAL = ("file:", "link:", "workspace:", "portal:", "./", "../", "patch:")
_YARN_HEAD = re.compile(r'^"?((?:@[^/@"\s]{1,100}/)?[^@"\s]{1,214})@([^\n]{0,1000}):\s*$')
_YARN_VERSION = re.compile(r'^\s{2}version:?\s"?([^"\s]{1,100})"?\s*$')
_PNPM_KEY = re.compile(r"^/?((?:@[^/@]{1,100}/)?[^/@]{1,214})[@/]([^(_@/]{1,100})")
_LARGEST_YAML = 4 * 1024 * 1024


def package_json(text: str) -> Found:
    """Read a package.json: what it asks for, with the range as written."""
    package, lines = parsed(text), lines_of(text)
    found = Found(own=_own(package))
    for name, (scope, asked) in asked_for(package).items():
        if not a_text(asked).startswith(_LOCAL):
            _add(
                found,
                dependency("npm", name, requirement=asked, scope=scope, direct=True, line=lines.get(name, 1)),
            )
    return found


def asked_for(package: dict[str, Any]) -> dict[str, tuple[Scope, Any]]:
    """Return the names that a manifest (or a lock's root) asks for, with scope and range."""
    names: dict[str, tuple[Scope, Any]] = {}
    scoped(an_object(package.get("optionalDependencies")), Scope.OPTIONAL, names)
    scoped(an_object(package.get("dependencies")), Scope.RUNTIME, names)
    scoped(an_object(package.get("peerDependencies")), Scope.RUNTIME, names)
    scoped(an_object(package.get("devDependencies")), Scope.DEVELOPMENT, names)
    return names


def package_lock(text: str) -> Found:
    """Read a package-lock.json or npm-shrinkwrap.json, of version 1, 2 or 3."""
    lock, lines = parsed(text), lines_of(text)
    found = Found(locks=True)
    packages = an_object(lock.get("packages"))
    if not packages:
        for name, version, entry in _nested(an_object(lock.get("dependencies")), 0):
            _add(found, dependency("npm", name, version, scope=_scope(entry), line=lines.get(name, 1)))
        return found
    root = asked_for(an_object(packages.get("")))
    for place, value in packages.items():
        entry = an_object(value)
        name = a_text(entry.get("name")) or place.rpartition("node_modules/")[2]
        if "node_modules/" not in place or entry.get("link") is True:
            continue
        direct = place == f"node_modules/{name}" and name in root
        version, stated = a_text(entry.get("version")), entry.get("license")
        scope, line = _scope(entry), lines.get(place, 1)
        one = dependency("npm", name, version, scope=scope, direct=direct, line=line)
        _add(found, declared(one, stated))
    return found


def yarn_lock(text: str) -> Found:
    """Read a yarn.lock, of the first generation or of Berry: a head that names ranges, then its version."""
    found = Found(locks=True)
    head: tuple[str, str, int] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if line[:1] not in {" ", "#", ""}:
            match = _YARN_HEAD.match(line[:1500])
            head = (match.group(1), match.group(2), number) if match else None
        elif head and (version := _YARN_VERSION.match(line[:200])):
            name, asked, place = head
            if not any(mark in asked for mark in ("workspace:", "link:", "file:", "portal:")):
                _add(found, dependency("npm", name, version.group(1), scope=Scope.UNKNOWN, line=place))
            head = None
    return found


def pnpm_lock(text: str) -> Found:
    """Read a pnpm-lock.yaml: its packages, and what its importers ask for."""
    document = an_object(load(text, _LARGEST_YAML))
    found = Found(locks=True)
    importers = an_object(document.get("importers")) or {".": document}
    direct = {name for one in importers.values() for name in asked_for(an_object(one))}
    runtime = {
        name
        for one in importers.values()
        for name, (scope, _) in asked_for(an_object(one)).items()
        if scope is Scope.RUNTIME
    }
    for key, value in an_object(document.get("packages")).items():
        match = _PNPM_KEY.match(a_text(key))
        if match:
            name, entry = match.group(1), an_object(value)
            scope = _scope(entry) if "dev" in entry or name in runtime else Scope.UNKNOWN
            _add(found, dependency("npm", name, match.group(2), scope=scope, direct=name in direct))
    return found


def _nested(names: dict[str, Any], depth: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The first generation of lock files nests what a package needs inside it."""
    for name, value in names.items():
        entry = an_object(value)
        yield name, pinned(a_text(entry.get("version"))), entry
        if depth < 40:
            yield from _nested(an_object(entry.get("dependencies")), depth + 1)


def _scope(entry: dict[str, Any]) -> Scope:
    if entry.get("dev") is True or entry.get("devOptional") is True:
        return Scope.DEVELOPMENT
    return Scope.OPTIONAL if entry.get("optional") is True else Scope.RUNTIME


def _own(package: dict[str, Any]) -> Dependency | None:
    name = a_text(package.get("name"))
    version, stated = a_text(package.get("version")), package.get("license") or package.get("licenses")
    return declared(dependency("npm", name, version, scope=Scope.VENDORED), stated) if name else None


def _add(found: Found, one: Dependency | None) -> None:
    if one is not None:
        found.named.append(one)
