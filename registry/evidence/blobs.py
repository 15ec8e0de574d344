# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A blob: bytes kept under the SHA-256 of exactly those bytes, written once and checked at each reading."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from registry.errors import NotFoundError, RefusedError
from registry.evidence.canonical import digest
from registry.evidence.model import Digest


def blob_path(folder: Path, name: Digest) -> Path:
    """Return where the blob stands: two hex digits, then the rest."""
    return folder / name[:2] / name[2:]


def keep(folder: Path, data: bytes) -> Digest:
    """Keep `data` and return its digest; on the disk for good before this returns."""
    name = digest(data)
    target = blob_path(folder, name)
    if target.exists():
        return name
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).replace(target)
    _sync_folder(target.parent)
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


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
