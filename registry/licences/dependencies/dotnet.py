# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
""".NET: what a project file, packages.config or packages.lock.json names."""

from __future__ import annotations

from registry.licences.dependencies.model import Dependency, Found, Scope
from registry.licences.dependencies.purls import pinned
from registry.licences.dependencies.values import a_text, an_object, dependency, parsed
from registry.licences.safe_xml import elements

_NAMES = frozenset(
    {"packagereference", "packageversion", "globalpackagereference", "package", "version", "privateassets"}
)
_REFERENCES = frozenset({"packagereference", "packageversion", "globalpackagereference"})


def msbuild(data: bytes) -> Found:
    """Read a project file or Directory.Packages.props. NuGet takes the lowest version that a reference allows.

    So `Version="1.2.3"` pins 1.2.3 for a direct reference; a range in brackets or with a star pins nothing.
    """
    found = Found()
    inside: dict[str, str] = {}
    for element in elements(data, _NAMES):
        name = element.path[-1]
        if name in _REFERENCES:
            attributes = {key.lower(): value for key, value in element.attributes.items()}
            asked = (
                attributes.get("version") or attributes.get("versionoverride") or inside.get("version", "")
            )
            private = (attributes.get("privateassets") or inside.get("privateassets", "")).lower() == "all"
            scope = Scope.DEVELOPMENT if private or name.startswith("global") else Scope.RUNTIME
            named = attributes.get("include") or attributes.get("update") or ""
            _add(found, _nuget(named, asked, scope, element.line))
            inside = {}
        elif len(element.path) > 1 and element.path[-2] in _REFERENCES:
            inside[name] = element.text
    return found


def packages_config(data: bytes) -> Found:
    """Read a packages.config: the versions that are installed; it does not tell what asked for them."""
    found = Found(locks=True)
    for element in elements(data, frozenset({"package"})):
        attributes = {key.lower(): value for key, value in element.attributes.items()}
        development = attributes.get("developmentdependency", "").lower() == "true"
        scope = Scope.DEVELOPMENT if development else Scope.RUNTIME
        version = pinned(attributes.get("version", ""))
        _add(found, dependency("nuget", attributes.get("id", ""), version, scope=scope, line=element.line))
    return found


def packages_lock(text: str) -> Found:
    """Read a packages.lock.json: each framework's packages, direct or transitive; projects are the tree's own."""
    found = Found(locks=True)
    for names in an_object(parsed(text).get("dependencies")).values():
        for name, value in an_object(names).items():
            entry = an_object(value)
            kind = a_text(entry.get("type"))
            if kind != "Project":
                version, asked = a_text(entry.get("resolved")), entry.get("requested")
                direct = None if not kind else kind == "Direct"
                _add(found, dependency("nuget", name, version, requirement=asked, direct=direct))
    return found


def _nuget(name: str, asked: str, scope: Scope, line: int) -> Dependency | None:
    version = pinned(asked.strip("[]")) if "," not in asked and "(" not in asked else ""
    return dependency("nuget", name, version, requirement=asked, scope=scope, direct=True, line=line)


def _add(found: Found, one: Dependency | None) -> None:
    if one is not None:
        found.named.append(one)
