# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Ours: the names by which a repository calls itself, so that its own parts are not taken for others'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from registry.provenance.model import FileView, Root

_PARTS = re.compile(r"[^a-z0-9]+")
_YEARS = re.compile(r"\(c\)|©|copyright|all rights reserved|spdx-filecopyrighttext|[\d,–-]+", re.IGNORECASE)
_SHORTEST_NAME = 5  # a repository called "docs" does not own every package with docs in its name


@dataclass(frozen=True)
class Ours:
    """Names that mean "our own" in one tree: of the repository, of its root's packages, of its root's notices."""

    names: frozenset[str]
    prefixes: tuple[str, ...]
    holders: frozenset[str]
    licences: frozenset[str]

    def is_name(self, name: str) -> bool:
        """Tell whether a package, folder or owner called `name` is one of ours."""
        parts = [part for part in _PARTS.split(name.lower()) if part]
        return any(part in self.names or part.startswith(self.prefixes) for part in (*parts, "".join(parts)))

    def is_holder(self, notice: str) -> bool:
        """Tell whether a copyright line names one of ours."""
        return holder(notice) in self.holders or self.is_name(notice)


def ours(files: Iterable[FileView], root: Root) -> Ours:
    """Return the names of ours that `root` and the files directly in the root tell."""
    top = [file for file in files if b"/" not in file.path and file.facts]
    packages = [
        file.facts.package.split("/")[0].lstrip("@") for file in top if file.facts and file.facts.package
    ]
    upstreams = [file.facts.upstream.split("/")[0] for file in top if file.facts and file.facts.upstream]
    names = {"".join(_PARTS.split(name.lower())) for name in (root.owner, root.name, *packages, *upstreams)}
    return Ours(
        names=frozenset(name for name in names if len(name) >= _SHORTEST_NAME),
        prefixes=tuple(name.lower() for name in root.own),
        holders=frozenset(holder(notice) for file in top if file.facts for notice in file.facts.notices)
        - {""},
        licences=frozenset(file.blob for file in top),
    )


def holder(notice: str) -> str:
    """Return who a copyright line names, without years and signs, for comparing."""
    return " ".join(_PARTS.split(_YEARS.sub(" ", notice.lower()))).strip()
