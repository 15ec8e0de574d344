# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Components: what a repository's present names of third parties' components, from the lists that were read."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from registry.licences import service as licences
from registry.licences.dependencies.inventory import inventory
from registry.licences.dependencies.model import Dependencies, Listing
from registry.licences.dependencies.reading import listing_class
from registry.licences.model import Note
from registry.provenance import service as provenance
from registry.provenance.model import Origin
from registry.provenance.snapshot import File, Skip

_NO_CONTENT = frozenset({Skip.SYMLINK, Skip.SUBMODULE, Skip.EMPTY, Skip.LFS_POINTER})


def components(session: Session, repository: int) -> Dependencies:
    """Return the inventory of the commit that was read last; a list that could not be had is named as not read."""
    return components_of(session, provenance.files(session, repository))


def components_of(session: Session, files: Iterable[File]) -> Dependencies:
    """Return the inventory of these files of a tree."""
    lists = {
        one.path: (one, kind)
        for one in files
        if one.skip not in _NO_CONTENT and (kind := listing_class(one.path)) is not None
    }
    found = licences.known_listings(session, {path: (one.blob, kind) for path, (one, kind) in lists.items()})
    absent = {path: Listing(problem=Note.ABSENT) for path in lists.keys() - found.keys()}
    theirs = [path for path, (one, _) in lists.items() if one.origin == Origin.THIRD_PARTY]
    return inventory(found | absent, theirs)
