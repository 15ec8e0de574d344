# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A folder's signs: what a folder, or one above it, tells about the origin of everything in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from registry.provenance.model import FileView, Sign
from registry.provenance.ours import Ours
from registry.provenance.places import DEEPEST, is_place
from registry.provenance.rules.names import LICENCE_NAME, MANIFESTS, OUTPUT, OWN_FOLDERS, STAMPED
from registry.provenance.rules.trees import TREES, Tree

_COPIES = 20  # of one well-known system in one tree


class Folders:
    """The signs of every folder of one tree, each folder asked once."""

    def __init__(self, files: Sequence[FileView], ours: Ours) -> None:
        self._ours = ours
        self._stated: dict[bytes, list[Sign]] = defaultdict(list)
        self._own: set[bytes] = set()
        self._signs: dict[bytes, tuple[Sign, ...]] = {b"": ()}
        for file in files:
            self._state(file)
        self._trees = _trees(files)

    def signs(self, path: bytes) -> tuple[Sign, ...]:
        """Return the signs of the folders above the file at `path`."""
        return self._above(_folder(path)) + tuple(
            Sign("tree", top, tree.name)
            for top, tree in self._trees
            if path.startswith(top) and _covers(tree, path[len(top) :].decode("utf-8", "replace"))
        )

    def _above(self, folder: bytes) -> tuple[Sign, ...]:
        # from the top down without recursion: a hostile path has thousands of folders
        parts = folder.split(b"/", DEEPEST)[:DEEPEST]
        folder = b"/".join(parts)
        known = len(folder)
        while folder[:known] not in self._signs:
            known = max(folder.rfind(b"/", 0, known), 0)
        for depth in range(folder[:known].count(b"/") + (known > 0), len(parts)):
            here = b"/".join(parts[: depth + 1])
            self._signs[here] = self._here(here, self._signs[b"/".join(parts[:depth])])
        return self._signs[folder]

    def _here(self, folder: bytes, above: tuple[Sign, ...]) -> tuple[Sign, ...]:
        names = folder.decode("utf-8", "replace").lower().rsplit("/", 3)[-3:]
        if folder in self._own or self._ours.is_name(names[-1]):
            return tuple(
                sign for sign in self._stated[folder] if sign.family == "release" and folder not in self._own
            )
        if names[-1] in OWN_FOLDERS:
            above = tuple(sign for sign in above if sign.family != "place")
        place = (Sign("place", folder),) if is_place(names) else ()
        output = (Sign("output", folder),) if OUTPUT.search(names[-1]) else ()
        return above + place + output + tuple(self._stated.get(folder, ()))

    def _state(self, file: FileView) -> None:
        folder, name = _folder(file.path), file.path.rpartition(b"/")[2].decode("utf-8", "replace")
        facts = file.facts
        if not facts or not folder:
            return
        if STAMPED.search(name) and any(mark.startswith("release:") for mark in facts.marks):
            self._stated[folder].append(Sign("release", folder))
        if (
            LICENCE_NAME.search(name)
            and "licence:text" in facts.marks
            and file.blob not in self._ours.licences
        ):
            self._state_licence(folder, facts.notices)
        if name.lower() in MANIFESTS and facts.package:
            self._state_package(folder, facts.package, facts.upstream)

    def _state_licence(self, folder: bytes, notices: tuple[str, ...]) -> None:
        if folder.lower().endswith(b"licenses"):
            return
        foreign = notices and not any(map(self._ours.is_holder, notices))
        if foreign or not notices:
            self._stated[folder].append(Sign("licence" if foreign else "component", folder))

    def _state_package(self, folder: bytes, package: str, upstream: str) -> None:
        if self._ours.is_package(package) or self._ours.is_name(upstream):
            self._own.add(folder)
        elif upstream:
            self._stated[folder].append(Sign("package", folder, upstream))
        else:
            self._stated[folder].append(Sign("component", folder, package))


def _folder(path: bytes) -> bytes:
    return path.rpartition(b"/")[0]


def _trees(files: Sequence[FileView]) -> list[tuple[bytes, Tree]]:
    paths = {file.path for file in files}
    found = []
    for tree in TREES:
        first, *others = map(str.encode, tree.markers)
        tops = [path[: -len(first)] for path in paths if path == first or path.endswith(b"/" + first)]
        found += [
            (top, tree) for top in sorted(tops)[:_COPIES] if all(top + other in paths for other in others)
        ]
    return found


def _covers(tree: Tree, path: str) -> bool:
    return any(path.startswith(part) if part.endswith("/") else path == part for part in tree.covers)
