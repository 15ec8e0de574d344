# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rust, Ruby, Go and Drupal: what their manifests and lock files name."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from registry.licences.dependencies.model import Dependency, Found, Scope
from registry.licences.dependencies.values import a_list, a_text, an_object, dependency, toml_lines
from registry.licences.safe_yaml import load

_GEM = re.compile(r"^ {4}([\w.-]{1,100}) \(([^)\s]{1,100})\)$")
_GEM_ASKED = re.compile(r"^ {2}([\w.-]{1,100})!?(?: \(([^)]{1,200})\))?$")
_GO = re.compile(r"^(?:require )?\s*([\w.~/-]{1,200}\.[\w.~/-]{1,200}) (v[\w.+-]{1,100})\s*(//.{0,200})?$")
_MODULE = re.compile(r"([\w-]{1,100})(?::([\w-]{1,100}))?\s{0,3}(\(.{1,100}\))?")


def cargo_toml(text: str) -> Found:
    """Read a Cargo.toml."""
    document, found = tomllib.loads(text), Found()
    for key, scope in (("dependencies", Scope.RUNTIME), ("dev-dependencies", Scope.DEVELOPMENT),
                       ("build-dependencies", Scope.DEVELOPMENT)):  # fmt: skip
        for name, asked in an_object(document.get(key)).items():
            table = an_object(asked)
            if "path" not in table:
                wanted, named = (
                    a_text(asked) or a_text(table.get("version")),
                    a_text(table.get("package")) or name,
                )
                _add(found, dependency("cargo", named, requirement=wanted, scope=scope, direct=True))
    return found


def cargo_lock(text: str) -> Found:
    """Read a Cargo.lock: the tree's own crates have no source, and what they ask for is direct."""
    packages = [an_object(one) for one in a_list(tomllib.loads(text).get("package"))]
    own = [one for one in packages if "source" not in one]
    asked = {a_text(name).partition(" ")[0] for one in own for name in a_list(one.get("dependencies"))}
    found, lines = Found(locks=True), toml_lines(text)
    for one in packages:
        name = a_text(one.get("name"))
        if "source" in one:
            version, direct = a_text(one.get("version")), name in asked
            line = lines.get(name, 1)
            _add(found, dependency("cargo", name, version, scope=Scope.UNKNOWN, direct=direct, line=line))
    return found


def gemfile_lock(text: str) -> Found:
    """Read a Gemfile.lock: the gems of its sources, and those that the Gemfile itself asks for."""
    lines = text.split("\n")
    place = lines.index("DEPENDENCIES") if "DEPENDENCIES" in lines else len(lines)
    asked = {match.group(1) for line in lines[place + 1 :] if (match := _GEM_ASKED.match(line[:400]))}
    found, section = Found(locks=True), ""
    for number, line in enumerate(lines[:place], 1):
        if line[:1].isalpha():
            section = line
        match = _GEM.match(line[:300])
        if match and section != "PATH":
            name, version = match.groups()
            _add(
                found,
                dependency("gem", name, version, scope=Scope.UNKNOWN, direct=name in asked, line=number),
            )
    return found


def go_mod(text: str) -> Found:
    """Read a go.mod: each module at the least version that the tree takes; `// indirect` says that another asks."""
    found = Found(locks=True)
    for number, line in enumerate(text.split("\n"), 1):
        match = _GO.match(line.rstrip()[:700]) if "=>" not in line else None
        if match and not line.startswith(("module", "replace", "exclude", "retract")):
            indirect = "indirect" in (match.group(3) or "")
            _add(
                found, dependency("golang", match.group(1), match.group(2), direct=not indirect, line=number)
            )
    return found


def drupal_info(text: str) -> Found:
    """Read a Drupal .info.yml: modules by project; Drupal's packages are called drupal/PROJECT in Composer.

    A module named without its project is not known to be a third party's: it is left out.
    """
    document, found = an_object(load(text)), Found()
    own = a_text(document.get("project"))
    for named in a_list(document.get("dependencies")):
        match = _MODULE.fullmatch(a_text(named).strip()[:300])
        project = match.group(1) if match and match.group(2) else ""
        if match and project and project != own:
            name = "drupal/core" if project == "drupal" else f"drupal/{project}"
            asked = " ".join(filter(None, match.groups()[1:]))
            _add(found, dependency("composer", name, requirement=asked, direct=True, line=_line(text, named)))
    return found


def _line(text: str, words: Any) -> int:
    place = text.find(str(words)[:100])
    return text.count("\n", 0, place) + 1 if place >= 0 else 1


def _add(found: Found, one: Dependency | None) -> None:
    if one is not None and one.purl not in {each.purl for each in found.named[-200:]}:
        found.named.append(one)
