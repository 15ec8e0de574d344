# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Python: pyproject, requirements files, and the lock files of Poetry, uv and Pipenv."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from typing import Any

from registry.licences.dependencies.model import Found, Scope
from registry.licences.dependencies.purls import pinned
from registry.licences.dependencies.values import (
    a_list,
    a_text,
    an_object,
    dependency,
    lines_of,
    parsed,
    toml_lines,
)

_NAME = r"([A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?)"
_REQUIREMENT = re.compile(
    rf"{_NAME}\s{{0,5}}(?:\[[^\]]{{0,200}}\])?\s{{0,5}}(@\s{{0,5}}\S{{1,500}}|[^;#]{{0,300}})"
)
_EGG = re.compile(rf"[#&]egg={_NAME}")
_EXACT = re.compile(r"\(?={2,3}\s{0,5}([\w.+!-]{1,100})\)?")


def pyproject(text: str) -> Found:
    """Read a pyproject.toml: PEP 621, dependency groups (PEP 735), Poetry and uv."""
    document = tomllib.loads(text)
    project = an_object(document.get("project"))
    poetry = an_object(an_object(document.get("tool")).get("poetry"))
    found = Found()
    _requirements(found, a_list(project.get("dependencies")), Scope.RUNTIME)
    for listed in an_object(project.get("optional-dependencies")).values():
        _requirements(found, a_list(listed), Scope.OPTIONAL)
    for listed in an_object(document.get("dependency-groups")).values():
        _requirements(found, a_list(listed), Scope.DEVELOPMENT)
    _table(found, an_object(poetry.get("dependencies")), Scope.RUNTIME)
    _table(found, an_object(poetry.get("dev-dependencies")), Scope.DEVELOPMENT)
    for group in an_object(poetry.get("group")).values():
        _table(found, an_object(an_object(group).get("dependencies")), Scope.DEVELOPMENT)
    return found


def requirements(text: str, scope: Scope = Scope.RUNTIME) -> Found:
    """Read a requirements file; options (`-r other.txt`, `--hash`) name no component.

    One that a tool wrote says for whom each line is there ("# via"): it is a lock file.
    """
    found = Found(locks="# via" in text)
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()[:1000]
        if not bare or bare.startswith("#") or (bare.startswith("-") and "egg=" not in bare):
            continue
        egg = _EGG.search(bare)
        match = _REQUIREMENT.match(bare)
        if egg:
            _add(found, egg.group(1), bare, scope, number)
        elif match and "://" not in match.group(1):
            _add(found, match.group(1), match.group(2).partition(" --")[0].rstrip(" \\"), scope, number)
    return found


def development_requirements(text: str) -> Found:
    """Read a requirements file that by its name is for tests, tools or documentation."""
    return requirements(text, Scope.DEVELOPMENT)


def poetry_lock(text: str) -> Found:
    """Read a poetry.lock, of any generation."""
    found, lines = Found(locks=True), toml_lines(text)
    for entry in map(an_object, a_list(tomllib.loads(text).get("package"))):
        groups = a_list(entry.get("groups")) or [a_text(entry.get("category"))]
        known = {"main": Scope.RUNTIME, "": Scope.UNKNOWN}
        scope = min((known.get(str(one), Scope.DEVELOPMENT) for one in groups), key=_WEIGHT.index)
        scope = Scope.OPTIONAL if entry.get("optional") is True and scope is Scope.RUNTIME else scope
        if a_text(an_object(entry.get("source")).get("type")) != "directory":
            _locked(found, lines, entry, scope, None)
    return found


def uv_lock(text: str) -> Found:
    """Read a uv.lock: the tree's own packages are those without a registry, and what they ask for is direct."""
    packages = [an_object(one) for one in a_list(tomllib.loads(text).get("package"))]
    own = [
        one for one in packages if {"virtual", "editable", "directory"} & an_object(one.get("source")).keys()
    ]
    runtime, development = _asked_by(own)
    found, lines = Found(locks=True), toml_lines(text)
    for entry in packages:
        name = a_text(entry.get("name"))
        if entry in own or not name:
            continue
        scope = Scope.RUNTIME if name in runtime else Scope.UNKNOWN
        scope = Scope.DEVELOPMENT if name in development - runtime else scope
        _locked(found, lines, entry, scope, name in runtime | development)
    return found


def pipfile(text: str) -> Found:
    """Read a Pipfile."""
    document, found = tomllib.loads(text), Found()
    _table(found, an_object(document.get("packages")), Scope.RUNTIME)
    _table(found, an_object(document.get("dev-packages")), Scope.DEVELOPMENT)
    return found


def pipfile_lock(text: str) -> Found:
    """Read a Pipfile.lock."""
    lock, found, lines = parsed(text), Found(locks=True), lines_of(text)
    for key, scope in (("default", Scope.RUNTIME), ("develop", Scope.DEVELOPMENT)):
        for name, entry in an_object(lock.get(key)).items():
            version = pinned(a_text(an_object(entry).get("version")))
            _locked(found, lines, {"name": name, "version": version}, scope, None)
    return found


_WEIGHT = [Scope.RUNTIME, Scope.OPTIONAL, Scope.DEVELOPMENT, Scope.UNKNOWN]


def _asked_by(own: Iterable[dict[str, Any]]) -> tuple[set[str], set[str]]:
    """The names that the tree's own packages ask for: at runtime or as an extra, and for development."""
    runtime: set[str] = set()
    development: set[str] = set()
    for one in own:
        extras = an_object(one.get("optional-dependencies")).values()
        groups = an_object(one.get("dev-dependencies")).values()
        runtime |= _names(
            [*a_list(one.get("dependencies")), *(each for some in extras for each in a_list(some))]
        )
        development |= _names([each for some in groups for each in a_list(some)])
    return runtime, development


def _names(listed: Iterable[Any]) -> set[str]:
    return {a_text(an_object(one).get("name")) for one in listed}


def _requirements(found: Found, listed: Iterable[Any], scope: Scope) -> None:
    for one in listed:
        match = _REQUIREMENT.match(a_text(one)[:1000])
        if match:
            _add(found, match.group(1), match.group(2), scope, 1)


def _table(found: Found, names: dict[str, Any], scope: Scope) -> None:
    """Poetry's and Pipenv's form: a table from name to version, or to a table with one."""
    for name, asked in names.items():
        table = an_object(asked)
        if name.lower() == "python" or "path" in table:
            continue
        wanted = a_text(asked) or a_text(table.get("version")) or a_text(table.get("git"))
        its = Scope.OPTIONAL if table.get("optional") is True else scope
        _add(found, name, wanted, its, 1)


def _add(found: Found, name: str, requirement: str, scope: Scope, line: int) -> None:
    requirement = requirement.strip()
    exact = _EXACT.fullmatch(requirement.strip())
    version = exact.group(1) if exact and "*" not in requirement else ""
    direct = None if found.locks else True
    one = dependency("pypi", name, version, requirement=requirement, scope=scope, direct=direct, line=line)
    if one:
        found.named.append(one)


def _locked(
    found: Found, lines: dict[str, int], entry: dict[str, Any], scope: Scope, direct: bool | None
) -> None:
    name, version = a_text(entry.get("name")), a_text(entry.get("version"))
    one = dependency("pypi", name, version, scope=scope, direct=direct, line=lines.get(name, 1))
    if one:
        found.named.append(one)
