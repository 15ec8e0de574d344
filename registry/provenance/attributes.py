# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An attribute: what a pushed `.gitattributes` says of paths. A claim by whoever may push, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from registry.globs import compile_glob

_WORDS = {"linguist-vendored": "vendored", "linguist-generated": "generated"}
_STATED = re.compile(r"^(-|!)?(linguist-vendored|linguist-generated)(?:=(\w+))?$")
_MOST_LINES, _LONGEST = 2000, 2000


@dataclass(frozen=True)
class Attribute:
    """One statement: the files that `glob` describes are (`True`) or are not what `claim` says."""

    glob: str
    claim: str
    stated: bool


def attributes(folder: bytes, data: bytes) -> tuple[Attribute, ...]:
    """Return what the `.gitattributes` in `folder` (empty: the root) says of vendored and generated files."""
    found = []
    for line in data.decode("utf-8", "surrogateescape").split("\n")[:_MOST_LINES]:
        pattern, *words = line[:_LONGEST].split() or [""]
        if not words or pattern.startswith(("#", "[attr]", "!")):
            continue
        glob = _glob(folder.decode("utf-8", "surrogateescape"), pattern)
        for match in filter(None, map(_STATED.match, words)):
            stated = not match[1] and (match[3] or "true").lower() != "false"
            found.append(Attribute(glob, _WORDS[match[2]], stated))
    return tuple(found)


def claims(stated: Iterable[Attribute], path: bytes) -> frozenset[str]:
    """Return what `stated` (outer folders first) claims of the file at `path`; the last statement counts."""
    answer = {said.claim: said.stated for said in stated if compile_glob(said.glob).matches(path)}
    return frozenset(claim for claim, is_so in answer.items() if is_so)


def _glob(folder: str, pattern: str) -> str:
    # gitattributes(5): a pattern with a slash is anchored in its folder, one without matches at any depth
    anchored = "/" in pattern
    inside = f"{folder}/" if folder else ""
    return inside + pattern.lstrip("/") if anchored else f"{inside}**/{pattern}"
