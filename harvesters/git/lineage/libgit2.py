# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""libgit2, as we use it: to read objects of our own mirrors and to compare two versions. Nothing else of it.

Only object databases are opened, ours or one in memory: no configuration, no refs, no place of this machine.
"""

from __future__ import annotations

from pygit2 import Blob, DiffHunk, GitError, Odb, OdbBackend, Oid, Repository, option
from pygit2.enums import DiffOption, ObjectType, Option

__all__ = [
    "Blob",
    "DiffHunk",
    "DiffOption",
    "GitError",
    "ObjectType",
    "Odb",
    "OdbBackend",
    "Oid",
    "Repository",
]

# ids are not computed again: what lies in a mirror came in through git's index-pack, which computed every one
option(Option.ENABLE_STRICT_HASH_VERIFICATION, False)
# packs are mapped piece by piece: a pack of gigabytes would else lie in memory as a whole before the walk ends
option(Option.SET_MWINDOW_SIZE, 8 << 20)
option(Option.SET_MWINDOW_MAPPED_LIMIT, 64 << 20)
