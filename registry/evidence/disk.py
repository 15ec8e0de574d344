# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The disk: files that are whole or not there, and on the disk for good before a function returns."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from registry.errors import RefusedError

TEMPORARY = ".new-"
"""What the names of unfinished files begin with; a crash may leave one, and it means nothing."""


def write_durably(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Put `data` at `path`: write beside it, sync, rename, sync the folder."""
    make_folder(path.parent)
    temporary = path.parent / f"{TEMPORARY}{secrets.token_hex(8)}"
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        try:
            _write_all(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(temporary, path)  # noqa: PTH105 - every call to the disk stands in this module by name
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise
    sync_folder(path.parent)


def write_once(path: Path, data: bytes) -> None:
    """Put `data` at `path`, where nothing else may ever stand; raises RefusedError when something does."""
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        write_durably(path, data)
        return
    if there != data:
        msg = f"{path} holds other bytes than were written there; run `os2-registry verify` and restore it"
        raise RefusedError(msg)


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """Make a folder and those above it, on the disk for good."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        os.mkdir(folder, mode)  # noqa: PTH102
    sync_folder(folder.parent)


def remove_durably(path: Path) -> None:
    """Remove a file, if it is there."""
    with suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the disk know the folder's names."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock at `path` alone; the system lets go of it when the process ends, however it ends."""
    make_folder(path.parent)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _write_all(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
