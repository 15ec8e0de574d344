# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
r"""A tree: the paths of a revision, with the objects they name.

    100644 blob e69de29bb2d1d6434b8b29ae775ad8c2e48c5391       0\tpath\0

(`git ls-tree -r -z -l --full-tree ID`; an absent object's size reads BAD, a gitlink's `-`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Literal

from harvesters.errors import UnreadableError
from harvesters.git import objects, process
from harvesters.git.command import git
from harvesters.git.model import Entry, Mirror, Oid
from harvesters.git.task import MIB, CommandError, Limits

_KIND, _REGULAR = 0o170000, 0o100000
_LISTING = Limits(seconds=300, output=64 * MIB)


def entries(mirror: Mirror, commit: Oid) -> list[Entry]:
    """Return every path of the commit's tree, symbolic links and gitlinks too, in git's order."""
    task = git(mirror, ("ls-tree", "-r", "-z", "-l", "--full-tree", commit), limits=_LISTING)
    try:
        done = process.run(task)
    except CommandError as error:  # a few nested trees can name more paths than there are atoms
        raise UnreadableError(f"The tree of commit {commit} cannot be listed: {error}.") from error
    if done.code:
        raise UnreadableError(f"The tree of commit {commit} cannot be read: {done.complaint}")
    return [_entry(record) for record in done.out.split(b"\0") if record]


def count(mirror: Mirror, commit: Oid) -> int:
    """Return how many paths the commit's tree holds; UnreadableError where it cannot be listed."""
    task = git(mirror, ("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit), limits=_LISTING)
    return process.output(task).count(b"\0")


def blob_at(mirror: Mirror, commit: Oid, path: bytes) -> Oid | None:
    """Return the blob of a regular file at a commit; None where there is none, or the tree cannot be read."""
    task = git(
        mirror, ("ls-tree", "-z", "-l", "--full-tree", commit, "--", os.fsdecode(path)), limits=_LISTING
    )
    found = [_entry(record) for record in process.run(task).out.split(b"\0") if record]
    return next((one.oid for one in found if one.path == path and one.mode & _KIND == _REGULAR), None)


def blobs(mirror: Mirror, oids: Iterable[Oid], *, largest: int) -> Iterator[tuple[Oid, bytes | None]]:
    """Yield each blob's bytes, in order; None when it is absent, unreadable or larger than `largest`."""
    for header, content in objects.contents(mirror, oids, largest):
        yield header.oid, content if header.kind == "blob" else None


def blob(mirror: Mirror, oid: Oid, largest: int) -> bytes | None:
    """Return one blob's bytes, or None as `blobs` does."""
    return next(content for _, content in blobs(mirror, [oid], largest=largest))


def _entry(record: bytes) -> Entry:
    described, _, path = record.partition(b"\t")
    mode, kind, oid, size = described.split()
    known: Literal["blob", "commit"] = "commit" if kind == b"commit" else "blob"
    return Entry(int(mode, 8), known, Oid(oid.decode()), int(size) if size.isdigit() else None, path)
