# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Looking across: what each repository has from another, found anew when a harvest has changed anything."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from harvesters.errors import HarvestError
from harvesters.git import objects
from harvesters.git.model import Mirror, Oid
from registry.custody.model import RepositoryId
from registry.pipeline.evidence import seal
from registry.pipeline.register import Register
from registry.provenance.copies import Copy, by_source
from registry.provenance.elsewhere import found_copies, keep_copies


def look_across(register: Register) -> None:
    """Find, compare by whole ids, and keep what each repository has from another."""
    with register.sessions.begin() as session:
        changed = [
            repository
            for repository, found in found_copies(session).items()
            if keep_copies(session, repository, _really_there(register, found))
        ]
        if changed:
            seal(session, changed, register.clock())


def _really_there(register: Register, found: Collection[Copy]) -> list[Copy]:
    """A sighting is found by a part of the blob's id: the other repository must hold the whole one."""
    kept = []
    for source, some in by_source(found).items():
        mirror = Mirror(register.mirror_path(RepositoryId(source)))
        there = _held(mirror, some)
        kept += [one for one in some if one.blob in there]
    return kept


def _held(mirror: Mirror, found: Sequence[Copy]) -> frozenset[bytes]:
    wanted = sorted({one.blob for one in found})
    try:
        headers = list(objects.headers(mirror, [Oid(blob.hex()) for blob in wanted]))
    except (HarvestError, OSError):
        return frozenset()  # its mirror is not at hand: nothing can be said, and nothing is
    return frozenset(bytes.fromhex(one.oid) for one in headers if one.kind == "blob")
