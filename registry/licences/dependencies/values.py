# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A value of a stranger's JSON, TOML or YAML, taken only where it is of the kind that the format asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from registry.licences.dependencies.model import Dependency, Scope
from registry.licences.dependencies.purls import as_written, purl
from registry.licences.expressions import joined
from registry.licences.free_text import meaning
from registry.licences.model import shortened
from registry.text import visible

_KEY = re.compile(r'\s{0,100}"(?:name":\s{0,3}")?([^"]{1,300})"')
_TOML_NAME = re.compile(r'\s{0,20}name\s{0,5}=\s{0,5}"([^"]{1,214})"')
_SHORT_LINE = 2000


def an_object(value: Any) -> dict[str, Any]:
    """Return a mapping, or an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def a_list(value: Any) -> list[Any]:
    """Return a list, or an empty one for anything else."""
    return value if isinstance(value, list) else []


def a_text(value: Any) -> str:
    """Return a text, or an empty one for anything else."""
    return value if isinstance(value, str) else ""


def parsed(text: str) -> dict[str, Any]:
    """Return a JSON object; ValueError where there is none."""
    return an_object(json.loads(text))


def lines_of(text: str) -> dict[str, int]:
    """Return the first line (from 1) that begins with each quoted key or name. One pass over the text."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        match = _KEY.match(line[:_SHORT_LINE])
        if match:
            found.setdefault(match.group(1), number)
    return found


def toml_lines(text: str) -> dict[str, int]:
    """Return the line (from 1) of the first `name = "..."` of each name: each package of a lock file has one."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        match = _TOML_NAME.match(line[:_SHORT_LINE])
        if match:
            found.setdefault(match.group(1), number)
    return found


def dependency(
    kind: str,
    name: str,
    version: str = "",
    *,
    requirement: object = "",
    scope: Scope = Scope.RUNTIME,
    direct: bool | None = None,
    line: int = 1,
) -> Dependency | None:
    """Return what a place names, or None where the name is none."""
    url = purl(kind, name, version)
    if url is None:
        return None
    return Dependency(url, as_written(requirement), scope, direct, line=line)


def declared(one: Dependency | None, stated: object) -> Dependency | None:
    """Return the dependency with the licence that its place states for it."""
    licence, said = _licence_of(stated)
    return replace(one, licence=licence, said=said) if one else None


def _licence_of(stated: object) -> tuple[str | None, str]:
    """Return expression and words of a licence field; a list is a choice, as composer and npm mean it."""
    if isinstance(stated, dict):
        stated = stated.get("type") or stated.get("name")
    words = [an_object(one).get("type", one) for one in a_list(stated)] or [stated]
    texts = [one for one in words if isinstance(one, str) and one.strip()][:10]
    if not texts:
        return None, ""
    means = [meaning(one).expression for one in texts]
    known = tuple(one for one in means if one)
    said = visible(shortened(", ".join(texts)), 200)
    return (joined(known, "OR") if len(known) == len(texts) else None), said


def scoped(names: Mapping[str, Any], scope: Scope, into: dict[str, tuple[Scope, Any]]) -> None:
    """Add the names of one table of a manifest; a component needed at runtime stays that."""
    for name, requirement in names.items():
        into.setdefault(name, (scope, requirement))
