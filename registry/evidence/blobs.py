# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A blob: bytes kept under the SHA-256 of exactly those bytes, written once and checked at each reading."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from registry.errors import NotFoundError, RefusedError
from registry.evidence import disk
from registry.evidence.canonical import digest
from registry.evidence.model import Digest

ASIDE = "bad"
"""The folder, beside those of the blobs, in which bytes stand that are not those they were named for."""


def blob_path(folder: Path, name: Digest) -> Path:
    """Return where the blob stands: two hex digits, then the rest."""
    return folder / name[:2] / name[2:]


def keep(folder: Path, data: bytes) -> Digest:
    """Keep `data` and return its digest; on the disk for good before this returns."""
    name = digest(data)
    target = blob_path(folder, name)
    if target.exists():
        if digest_at(target) == name:
            return name
        put_aside(folder, name)
    disk.write_durably(target, data)
    return name


def read(folder: Path, name: Digest) -> bytes:
    """Return the blob's bytes.

    Raises NotFoundError when it is not there, RefusedError when its bytes are not those it was named for.
    """
    try:
        data = blob_path(folder, name).read_bytes()
    except FileNotFoundError:
        msg = f"the evidence blob {name} is missing; restore it from a backup"
        raise NotFoundError(msg) from None
    if digest(data) != name:
        msg = f"the evidence blob {name} has been altered on the disk; restore it from a backup"
        raise RefusedError(msg)
    return data


def digest_at(path: Path) -> Digest:
    """Return the SHA-256 of a file's bytes, read in parts."""
    with path.open("rb") as file:
        return Digest(hashlib.file_digest(file, "sha256").hexdigest())


def put_aside(folder: Path, name: Digest) -> Path:
    """Move bytes that are not the blob's out of its place; they are kept to be looked at."""
    target = folder / ASIDE / f"{name}.{digest_at(blob_path(folder, name))[:16]}"
    disk.make_folder(target.parent)
    os.replace(blob_path(folder, name), target)  # noqa: PTH105
    disk.sync_folder(target.parent)
    disk.sync_folder(blob_path(folder, name).parent)
    return target
