# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Ours: the names by which a repository calls itself, so that its own parts are not taken for others'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from registry.provenance.model import FileView, Root
from registry.provenance.places import in_place

_PARTS = re.compile(r"[^a-z0-9]+")
_YEARS = re.compile(r"\(c\)|©|(spdx-file)?copyright(text)?|all rights reserved|[\d,–-]+", re.IGNORECASE)
_JAVA = re.compile(rb"(?:^|/)(?:java|kotlin)/((?:org|com|net|io|dk|eu)/[^/]+)/")
_OFTEN, _LONGEST = 2, 400
_SHORTEST_NAME = 5  # a repository called "docs" does not own every package with docs in its name


@dataclass(frozen=True)
class Ours:
    """What means "our own" in one tree: names, prefixes of names, holders of notices, licences."""

    names: frozenset[str]
    prefixes: tuple[str, ...]
    holders: frozenset[str]
    licences: frozenset[str]
    namespace: bytes

    def is_name(self, name: str) -> bool:
        """Tell whether a package, folder or owner called `name` is one of ours."""
        parts = [part for part in _PARTS.split(name[:_LONGEST].lower()) if part]
        return any(part in self.names or part.startswith(self.prefixes) for part in (*parts, "".join(parts)))

    def is_package(self, name: str) -> bool:
        """Tell whether a package is ours; a Maven package belongs to its group, however it is called."""
        group, colon, artefact = name.partition(":")
        return self.is_name(group or artefact if colon else name)

    def is_holder(self, notice: str) -> bool:
        """Tell whether a copyright line names one of ours."""
        return holder(notice) in self.holders or self.is_name(notice)


def ours(files: Sequence[FileView], root: Root) -> Ours:
    """Return the names of ours that `root` and the tree itself tell."""
    top = [file for file in files if b"/" not in file.path]
    manifests = [file.facts for file in top if file.facts and file.facts.package]
    vendors = (
        part.split("/")[0].lstrip("@") for facts in manifests for part in (facts.package, facts.upstream)
    )
    names = {"".join(_PARTS.split(name.lower())) for name in (root.owner, root.name, *vendors)}
    return Ours(
        names=frozenset(name for name in names if len(name) >= _SHORTEST_NAME),
        prefixes=tuple(name.lower() for name in root.own),
        holders=_holders(files),
        licences=frozenset(file.blob for file in top),
        namespace=_main_namespace(files),
    )


def namespace(path: bytes) -> bytes:
    """Return the first two parts of the Java namespace of the file at `path`, or nothing."""
    match = _JAVA.search(path)
    return match[1] if match else b""


def holder(notice: str) -> str:
    """Return who a copyright line names, without years and signs, for comparing."""
    return " ".join(_PARTS.split(_YEARS.sub(" ", notice.lower()))).strip()


def _holders(files: Sequence[FileView]) -> frozenset[str]:
    # who is named in the root, or more than once outside the places for others' components: a supplier's own
    # headers stand all over its work
    counted: Counter[str] = Counter()
    for file in files:
        folder = file.path.rpartition(b"/")[0]
        if file.facts and file.facts.notices and not in_place(folder):
            named = {holder(line) for line in file.facts.notices} - {""}
            counted.update(dict.fromkeys(named, 1 if folder else _OFTEN))
    return frozenset(name for name, count in counted.items() if count >= _OFTEN)


def _main_namespace(files: Sequence[FileView]) -> bytes:
    counted = Counter(found for file in files if (found := namespace(file.path)))
    return counted.most_common(1)[0][0] if counted else b""
