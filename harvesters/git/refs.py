# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A ref: a name for a commit. Read as text from a git directory's files, without running git in it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from harvesters.errors import SourceError, shown
from harvesters.git.model import DETACHED, Mirror, Oid, Problem, Refs

_LARGEST_TEXT = 512 << 20
_MOST_REFS = 1_000_000
_MOST_PROBLEMS = 100
_LINE = re.compile(rb"^([0-9a-f]{40}|[0-9a-f]{64}) (refs/(?:heads|tags)/.*)$", re.MULTILINE)
_ILLEGAL = re.compile(rb"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|/\.|\.lock(?:/|$)|[/.]$")


@dataclass
class RefText:
    """What the files of a git directory say about its refs, with what was left out and why."""

    tips: dict[bytes, Oid] = field(default_factory=dict)
    head: bytes | None = None
    problems: list[Problem] = field(default_factory=list)
    left_out: int = 0
    _same: dict[str, Oid] = field(default_factory=dict)

    def take(self, name: bytes, value: bytes) -> None:
        """Keep a tip if its name and value are legal, else say why not."""
        if len(value) == 64:
            raise SourceError("The repository uses SHA-256 object ids, which the register cannot read yet.")
        if _ILLEGAL.search(name):
            self.refuse(name, f"The ref {shown(name)} has a name that git forbids; it was left out.")
        elif len(self.tips) >= _MOST_REFS and name not in self.tips:
            self.left_out += 1
        else:
            text = value.decode("ascii")
            self.tips[name] = self._same.setdefault(text, Oid(text))  # many refs, fewer commits

    def refuse(self, what: bytes, reason: str) -> None:
        """Keep a problem; beyond a hundred they are only counted."""
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(Problem(what, reason))
        else:
            self.left_out += 1

    def close(self) -> None:
        """Say how many were left out beyond the bounds."""
        if self.left_out:
            reason = f"{self.left_out} further refs were left out: more than a harvest takes."
            self.problems.append(Problem(None, reason))

    def refs(self) -> Refs:
        """Return what was understood."""
        return Refs(self.head if self.head in self.tips else None, self.tips)


def read_refs(mirror: Mirror) -> Refs:
    """Return the branches and tags of our mirror."""
    return read_text(mirror.path).refs()


def read_text(folder: Path) -> RefText:
    """Read HEAD, packed-refs and refs/ of any git directory; links that lead elsewhere are not followed."""
    found = RefText()
    for match in _LINE.finditer(read_bounded(folder / "packed-refs", _LARGEST_TEXT)):
        found.take(match[2], match[1])
    symbolic: dict[bytes, bytes] = {}
    for name, text in _loose(folder, found):
        _loose_ref(found, symbolic, name, text)
    for name, target in symbolic.items():
        if target in found.tips:
            found.tips[name] = found.tips[target]
    _read_head(folder, found)
    found.close()
    return found


def take_announced(said: bytes) -> RefText:
    r"""Return what a server says of its refs: `ID\tNAME` lines of `git ls-remote --symref`."""
    found = RefText()
    detached = b""
    for line in said.split(b"\n"):
        value, _, name = line.partition(b"\t")
        if value.startswith(b"ref: ") and name == b"HEAD":
            found.head = value[5:]
        elif name == b"HEAD":
            detached = value
        elif _LINE.fullmatch(value + b" " + name) and not name.endswith(b"^{}"):
            found.take(name, value)
    if detached and found.head is None:
        found.take(DETACHED, detached)
        found.head = DETACHED
    found.close()
    return found


def read_bounded(path: Path, largest: int) -> bytes:
    """Return a regular file's bytes, nothing when there is none; links and pipes are not opened."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return b""
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise SourceError(
            f"{shown(path.name)} of the repository cannot be read: {error.strerror}."
        ) from error
    if len(content) > largest:
        raise SourceError(f"{shown(path.name)} of the repository is larger than {largest} bytes: refused.")
    return content


def _loose_ref(found: RefText, symbolic: dict[bytes, bytes], name: bytes, text: bytes) -> None:
    value = text.strip()
    if value.startswith(b"ref:"):
        symbolic[name] = value[4:].strip()
    elif re.fullmatch(rb"[0-9a-f]{40}|[0-9a-f]{64}", value):
        found.take(name, value)
    else:
        found.refuse(name, f"The ref {shown(name)} names no object; it was left out.")


def _read_head(folder: Path, found: RefText) -> None:
    text = read_bounded(folder / "HEAD", 1 << 16).strip()
    if text.startswith(b"ref:"):
        found.head = text[4:].strip()
    elif re.fullmatch(rb"[0-9a-f]{40}|[0-9a-f]{64}", text):
        found.take(DETACHED, text)
        found.head = DETACHED


def _loose(folder: Path, found: RefText) -> Iterator[tuple[bytes, bytes]]:
    base = os.fsencode(folder)
    for space in (b"refs/heads", b"refs/tags"):
        if (folder / "refs").is_symlink():
            return
        for root, folders, files in os.walk(os.path.join(base, space)):  # noqa: PTH118 - bytes
            folders.sort()
            if os.path.islink(root):  # noqa: PTH114 - bytes
                folders.clear()
                continue
            for file in sorted(files):
                path = os.path.join(root, file)  # noqa: PTH118 - bytes
                name = path[len(base) + 1 :]
                if os.path.islink(path):  # noqa: PTH114 - bytes
                    found.refuse(name, f"The ref {shown(name)} is a symbolic link; it was left out.")
                elif not file.endswith(b".lock"):
                    yield name, read_bounded(Path(os.fsdecode(path)), 1 << 16)
