# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The text of a file: its bytes, from the register's own mirror."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from harvesters.errors import HarvestError
from harvesters.git import trees
from harvesters.git.model import Mirror, Oid
from registry.settings import Settings

LARGEST = 8 * 1024 * 1024


def text(settings: Settings, repository: int, blob: str) -> bytes | None:
    """Return the bytes of a blob; None where the mirror does not hold it or it is larger than LARGEST."""
    folder = settings.mirrors / f"{repository:06}.git"
    if not folder.is_dir():
        return None
    return trees.blob(Mirror(folder), Oid(blob), LARGEST)


def blob_at(settings: Settings, repository: int, commit: str, path: bytes) -> str:
    """Return the blob of a regular file at a commit; "" where the mirror does not tell it."""
    folder = settings.mirrors / f"{repository:06}.git"
    try:
        return (trees.blob_at(Mirror(folder), Oid(commit), path) or "") if folder.is_dir() else ""
    except HarvestError:
        return ""


def each(settings: Settings, repository: int, blobs: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
    """Yield the bytes of many blobs one after the other; None as `text` says. Nothing where no mirror is."""
    folder = settings.mirrors / f"{repository:06}.git"
    if folder.is_dir():
        yield from trees.blobs(Mirror(folder), map(Oid, blobs), largest=LARGEST)
