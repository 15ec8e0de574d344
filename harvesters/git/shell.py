# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A shell: a clean git directory of ours around the objects of a foreign one.

A foreign git directory is code: its configuration, hooks, alternates, grafts, replacements and indexes can
make git run programs, read other places or see another history. None of that is linked in: only packs, their
indexes and loose objects, each a regular file. Whatever lies about its id is found out on the way into our
mirror, where index-pack computes every id anew.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from harvesters.errors import SourceError, shown
from harvesters.git.model import Mirror
from harvesters.git.store import open_mirror

_PACK = re.compile(r"pack-[0-9a-f]{40}\.(pack|idx)")
_FAN = re.compile(r"[0-9a-f]{2}")
_LOOSE = re.compile(r"[0-9a-f]{38}")
_MOST_LOOSE = 2_000_000


def git_directory(folder: Path) -> Path:
    """Return the git directory at `folder`, `folder/repo` or their `.git`; SourceError when there is none."""
    for place in (folder, folder / "repo", folder / "repo" / ".git", folder / ".git"):
        if place.name == ".git" and (place.is_symlink() or place.is_file()):
            raise SourceError(
                f"{shown(str(place))} points to a git directory elsewhere: name that directory itself."
            )
        if _is_git_directory(place):
            return _readable_kind(place)
    if not folder.is_dir():
        raise SourceError(f"{shown(str(folder))} is not a folder: name a git directory.")
    raise SourceError(f"{shown(str(folder))} is not a git directory: it holds no HEAD and no objects.")


@contextlib.contextmanager
def opened(mirror: Mirror, source: Path) -> Iterator[Mirror]:
    """Hold a shell around the objects of `source`, inside our mirror's folder, and remove it afterwards."""
    place = Path(tempfile.mkdtemp(prefix="os2-shell-", dir=mirror.path))
    try:
        shell = open_mirror(place)
        for file in object_files(source):
            link = place / "objects" / file.relative_to(source / "objects")
            link.parent.mkdir(exist_ok=True)
            link.symlink_to(file)
        yield shell
    finally:
        shutil.rmtree(place, ignore_errors=True)


def object_files(source: Path) -> Iterator[Path]:
    """Yield the packs, their indexes and the loose objects of a git directory: regular files only."""
    for folder in _folders(source / "objects"):
        pattern = _PACK if folder.name == "pack" else _LOOSE
        for number, entry in enumerate(os.scandir(folder)):
            if number > _MOST_LOOSE:
                raise SourceError(f"{shown(str(source))} holds too many loose objects: repack it first.")
            if pattern.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                yield Path(entry.path)


def _folders(objects: Path) -> list[Path]:
    if objects.is_symlink():
        return []
    return sorted(
        Path(entry.path)
        for entry in os.scandir(objects)
        if (entry.name == "pack" or _FAN.fullmatch(entry.name)) and entry.is_dir(follow_symlinks=False)
    )


def _is_git_directory(place: Path) -> bool:
    try:
        return stat.S_ISREG((place / "HEAD").lstat().st_mode) and (place / "objects").is_dir()
    except OSError:
        return False


def _readable_kind(place: Path) -> Path:
    if (place / "reftable").exists():
        raise SourceError(f"{shown(str(place))} keeps its refs as a reftable, which cannot be read yet.")
    if (place / "commondir").exists():
        raise SourceError(f"{shown(str(place))} is a linked work tree: name the main git directory.")
    return place.absolute()
