# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A component: the part of a tree that is somebody else's, named by the place where it lies."""

from __future__ import annotations

from collections.abc import Collection


def component_places(paths: Collection[bytes], third_party: Collection[bytes]) -> dict[bytes, bytes]:
    """Return the place of each third-party path: the outermost folder that holds nothing else, or itself.

    A folder that only gathers components (`vendor`, `node_modules`) is stepped through once.
    """
    theirs = frozenset(third_party)
    mixed = {folder for path in paths if path not in theirs for folder in _folders(path)} | {b""}
    return {path: _place(path, mixed) for path in theirs}


_GATHERING = frozenset(
    {b"vendor", b"node_modules", b"bower_components", b"third_party", b"libraries", b"lib"}
)


def _place(path: bytes, mixed: set[bytes]) -> bytes:
    for folder in _folders(path):
        if folder not in mixed and folder.rpartition(b"/")[2].lower() not in _GATHERING:
            return folder
    return path


def _folders(path: bytes) -> list[bytes]:
    """The folders of a path, the outermost first."""
    parts = path.split(b"/")[:-1]
    return [b"/".join(parts[:count]) for count in range(1, len(parts) + 1)]
