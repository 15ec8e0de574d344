# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Composer: what composer.json asks for, and what composer.lock pins, with the licences that it carries."""

from __future__ import annotations

import re
from typing import Any

from registry.licences.dependencies.model import Found, Scope
from registry.licences.dependencies.values import (
    a_list,
    a_text,
    an_object,
    declared,
    dependency,
    lines_of,
    parsed,
    scoped,
)

_PLATFORM = re.compile(r"(?:php|hhvm|php-64bit|php-ipv6|(?:ext|lib)-[\w-]{1,80}|composer(?:-[a-z-]{1,40})?)")


def composer_json(text: str) -> Found:
    """Read a composer.json; what the language itself must have (`php`, `ext-json`) is no component."""
    package, lines = parsed(text), lines_of(text)
    name = a_text(package.get("name"))
    own = dependency("composer", name, a_text(package.get("version")), scope=Scope.VENDORED)
    own = declared(own, package.get("license"))
    found = Found(own=own if name else None)
    names: dict[str, tuple[Scope, Any]] = {}
    scoped(an_object(package.get("require")), Scope.RUNTIME, names)
    scoped(an_object(package.get("require-dev")), Scope.DEVELOPMENT, names)
    for asked, (scope, requirement) in names.items():
        one = dependency(
            "composer",
            asked,
            requirement=requirement,
            scope=scope,
            direct=True,
            line=lines.get(asked, 1),
        )
        if one and not _PLATFORM.fullmatch(asked.lower()):
            found.named.append(one)
    return found


def composer_lock(text: str) -> Found:
    """Read a composer.lock."""
    lock, lines = parsed(text), lines_of(text)
    found = Found(locks=True)
    for key, scope in (("packages", Scope.RUNTIME), ("packages-dev", Scope.DEVELOPMENT)):
        for entry in map(an_object, a_list(lock.get(key))):
            name = a_text(entry.get("name"))
            version, stated = a_text(entry.get("version")), entry.get("license")
            one = declared(
                dependency("composer", name, version, scope=scope, line=lines.get(name, 1)), stated
            )
            if one:
                found.named.append(one)
    return found
