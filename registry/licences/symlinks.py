# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A symlink: a licence file that is only another path; followed inside the tree, never out of it."""

from __future__ import annotations

from collections.abc import Mapping

_LONGEST_CHAIN = 10


def resolve_symlink(path: bytes, links: Mapping[bytes, bytes]) -> bytes | None:
    """Return the path that the symlink at `path` ends at, or None: out of the tree, a loop, or absolute.

    `links` holds the target text of every symlink of the tree; folders that are symlinks are followed, too.
    """
    for _ in range(_LONGEST_CHAIN):
        step = _first_link(path, links)
        if step is None:
            return path
        link, rest = step
        target = _joined(link.rpartition(b"/")[0], links[link])
        if target is None:
            return None
        path = b"/".join(filter(None, (target, rest)))
    return None


def _first_link(path: bytes, links: Mapping[bytes, bytes]) -> tuple[bytes, bytes] | None:
    parts = path.split(b"/")
    for count in range(1, len(parts) + 1):
        start = b"/".join(parts[:count])
        if start in links:
            return start, b"/".join(parts[count:])
    return None


def _joined(folder: bytes, target: bytes) -> bytes | None:
    if target.startswith(b"/") or b"\0" in target or len(target) > 4096:
        return None
    parts = folder.split(b"/") if folder else []
    for part in target.split(b"/"):
        if part == b"..":
            if not parts:
                return None
            parts.pop()
        elif part not in {b"", b"."}:
            parts.append(part)
    return b"/".join(parts)
