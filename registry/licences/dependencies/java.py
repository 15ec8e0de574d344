# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Java: what a pom.xml, a Gradle build or its lock and catalogue name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from registry.licences.dependencies.model import Dependency, Found, Scope
from registry.licences.dependencies.purls import pinned
from registry.licences.dependencies.values import a_text, an_object, dependency
from registry.licences.safe_xml import Element, elements

_FIELDS = frozenset({"groupid", "artifactid", "version", "scope", "optional"})
_HOLDERS = frozenset({"dependency", "plugin", "parent", "exclusion"})
_DEPENDENCY = ("project", "dependencies", "dependency")
_MANAGED = ("project", "dependencymanagement", "dependencies", "dependency")
_SCOPES = {"test": Scope.DEVELOPMENT, "provided": Scope.RUNTIME, "system": Scope.RUNTIME}
_PROPERTY = re.compile(r"\$\{([\w.-]{1,100})\}")
_COORDINATES = re.compile(
    r"""(?:^|[\s(])([a-zA-Z]{3,40})[\s(]{1,5}(?:platform\(|enforcedPlatform\(|project\()?["']([\w.-]{1,120}):"""
    r"""([\w.-]{1,120})(?::([^"'\s:@]{1,100}))?[^"'\s]{0,60}["']"""
)
_PLUGIN_WORDS = frozenset(
    {"classpath", "annotationProcessor", "kapt", "ksp", "developmentOnly", "checkstyle"}
)
_LOCKED = re.compile(r"([\w.-]{1,120}):([\w.-]{1,120}):([^=\s:]{1,100})=(.{0,2000})")


@dataclass(frozen=True)
class _Pom:
    """The dependencies of a pom in order, each as its fields with the line, and its properties."""

    asked: tuple[tuple[dict[str, str], int], ...]
    managed: dict[tuple[str, str], str]
    properties: dict[str, str]
    own: dict[str, str]


def pom(data: bytes) -> Found:
    """Read a pom.xml. A version that the parent pom keeps is unknown here; properties of the file are put in."""
    read = _read(data)
    found = Found(own=_own(read.own))
    for fields, line in read.asked:
        group, artifact = (
            _filled(fields.get("groupid", ""), read),
            _filled(fields.get("artifactid", ""), read),
        )
        asked = fields.get("version") or read.managed.get((group, artifact), "")
        asked = _filled(asked, read)
        scope = _SCOPES.get(fields.get("scope", ""), Scope.RUNTIME)
        scope = Scope.OPTIONAL if fields.get("optional") == "true" else scope
        one = _maven(group, artifact, _exact(asked), requirement=asked, scope=scope, direct=True, line=line)
        if one:
            found.named.append(one)
    return found


def gradle(text: str) -> Found:
    """Read a build.gradle or build.gradle.kts: coordinates written out; what a script computes is not seen."""
    found = Found()
    for number, line in enumerate(text.split("\n"), 1):
        match = _COORDINATES.search(line[:500])
        if match and not line.strip().startswith(("//", "*")):
            word, group, artifact, asked = match.groups()
            scope = Scope.DEVELOPMENT if "est" in word or word in _PLUGIN_WORDS else Scope.RUNTIME
            version = pinned(asked or "")
            one = _maven(group, artifact, version, requirement=asked, scope=scope, direct=True, line=number)
            if one:
                found.named.append(one)
    return found


def gradle_lock(text: str) -> Found:
    """Read a gradle.lockfile: group:artifact:version=configurations."""
    found = Found(locks=True)
    for number, line in enumerate(text.split("\n"), 1):
        match = _LOCKED.fullmatch(line.strip()[:2300])
        if match:
            names = match.group(4).split(",")
            tests = all(name.startswith("test") or name in _PLUGIN_WORDS for name in names)
            scope = Scope.DEVELOPMENT if tests else Scope.RUNTIME
            one = _maven(match.group(1), match.group(2), match.group(3), scope=scope, line=number)
            if one:
                found.named.append(one)
    return found


def version_catalogue(text: str) -> Found:
    """Read a libs.versions.toml: the libraries that Gradle builds take their coordinates from."""
    document = tomllib.loads(text)
    versions, found = an_object(document.get("versions")), Found()
    for entry in an_object(document.get("libraries")).values():
        table = an_object(entry)
        coordinates = a_text(entry) or a_text(table.get("module"))
        group, _, rest = coordinates.partition(":")
        artifact, _, asked = rest.partition(":")
        stated = table.get("version")
        asked = asked or a_text(stated) or a_text(versions.get(a_text(an_object(stated).get("ref"))))
        group, artifact = group or a_text(table.get("group")), artifact or a_text(table.get("name"))
        one = _maven(group, artifact, pinned(asked), requirement=asked, scope=Scope.UNKNOWN, direct=True)
        if one:
            found.named.append(one)
    return found


def _read(data: bytes) -> _Pom:
    asked: list[tuple[dict[str, str], int]] = []
    managed: dict[tuple[str, str], str] = {}
    properties: dict[str, str] = {}
    own: dict[str, str] = {}
    every = elements(data)
    for element in every:
        if element.path[:2] == ("project", "properties") and len(element.path) == 3:
            properties[element.path[2]] = element.text
        elif element.path[:-1] == ("project",) and element.path[-1] in _FIELDS:
            own[element.path[-1]] = element.text
    for path, fields, line in _groups(one for one in every if one.path[-1] in _FIELDS | _HOLDERS):
        if path == _DEPENDENCY:
            asked.append((fields, line))
        elif path == _MANAGED:
            managed[fields.get("groupid", ""), fields.get("artifactid", "")] = fields.get("version", "")
        elif path == ("project", "parent"):
            own = {"groupid": fields.get("groupid", ""), "version": fields.get("version", "")} | own
    return _Pom(tuple(asked), managed, properties, own)


def _groups(found: Iterable[Element]) -> Iterator[tuple[tuple[str, ...], dict[str, str], int]]:
    """Put the fields together that one holder encloses; an element comes after those inside it."""
    open_fields: dict[tuple[str, ...], dict[str, str]] = {}
    for element in found:
        if element.path[-1] in _HOLDERS:
            yield element.path, open_fields.pop(element.path, {}), element.line
        else:
            open_fields.setdefault(element.path[:-1], {})[element.path[-1]] = element.text


def _filled(text: str, read: _Pom) -> str:
    """Put the file's own properties into `${name}`, once; what is left over is not resolved."""
    own = {f"project.{name}": value for name, value in read.own.items()}
    known = own | read.properties
    return _PROPERTY.sub(lambda match: known.get(match.group(1).lower()) or match.group(0), text[:300])


def _exact(asked: str) -> str:
    """Maven takes a plain version as it is; a range, a keyword or a property that is not resolved is none."""
    plain = not any(mark in asked for mark in "[]()${},+* ") and asked not in {"LATEST", "RELEASE"}
    return asked if plain else ""


def _own(fields: dict[str, str]) -> Dependency | None:
    version = _exact(fields.get("version", ""))
    return _maven(fields.get("groupid", ""), fields.get("artifactid", ""), version, scope=Scope.VENDORED)


def _maven(
    group: str,
    artifact: str,
    version: str,
    *,
    requirement: object = "",
    scope: Scope,
    direct: bool | None = None,
    line: int = 1,
) -> Dependency | None:
    if not group or not artifact or "/" in group + artifact:
        return None
    name = f"{group}/{artifact}"
    return dependency("maven", name, version, requirement=requirement, scope=scope, direct=direct, line=line)
