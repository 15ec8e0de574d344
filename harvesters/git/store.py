# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A mirror: our own bare copy of a repository, with our own configuration, and the only one git runs in."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from harvesters.errors import SourceError, shown
from harvesters.git.model import DETACHED, Mirror, Refs

_CONFIG = b"[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n"
_NO_BRANCH = b"ref: refs/heads/main\n"


def open_mirror(path: Path) -> Mirror:
    """Return the mirror at `path`, made empty if there is none; its configuration is always ours."""
    (path / "objects" / "pack").mkdir(parents=True, exist_ok=True)
    (path / "objects" / "info").mkdir(exist_ok=True)
    (path / "refs").mkdir(exist_ok=True)
    if not _same(path / "config", _CONFIG):
        replace_file(path / "config", _CONFIG)
    if not (path / "HEAD").exists():
        replace_file(path / "HEAD", _NO_BRANCH)
    return Mirror(path.absolute())


@contextlib.contextmanager
def locked(mirror: Mirror) -> Iterator[None]:
    """Hold the mirror for writing; somebody else who writes is told so, and nothing waits."""
    name = shown(mirror.path.name)
    try:
        with (mirror.path / "os2-lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _sweep(mirror)
            yield
    except BlockingIOError:
        raise SourceError(f"Another harvest is writing the mirror {name}: wait until it has ended.") from None
    except OSError as error:
        raise SourceError(f"The mirror {name} could not be written: {error.strerror}.") from error


def write_refs(mirror: Mirror, refs: Refs) -> None:
    """Make the mirror's refs exactly these, all at once: readers see the old ones or the new ones."""
    names = sorted(name for name in refs.tips if name != DETACHED)
    lines = (b"%s %s\n" % (refs.tips[name].encode(), name) for name in names)
    replace_file(mirror.path / "packed-refs", b"# pack-refs with: sorted \n", lines)
    replace_file(mirror.path / "HEAD", _head(refs))


def replace_file(path: Path, content: bytes, further: Iterable[bytes] = ()) -> None:
    """Put a file in place whole: after a crash there is the old one or the new one."""
    beside = path.with_name(path.name + ".new")
    with beside.open("wb") as file:
        file.write(content)
        file.writelines(further)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _head(refs: Refs) -> bytes:
    if refs.head == DETACHED:
        return refs.tips[DETACHED].encode() + b"\n"
    return b"ref: " + refs.head + b"\n" if refs.head else _NO_BRANCH


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _sweep(mirror: Mirror) -> None:
    # what a harvest that was killed left lying; nobody else writes while we hold the lock
    for left in mirror.path.glob("os2-shell-*"):
        shutil.rmtree(left, ignore_errors=True)
    for left in mirror.path.glob("objects/pack/tmp_*"):
        left.unlink(missing_ok=True)
