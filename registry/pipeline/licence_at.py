# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The licence of any revision: what its tree says, from what is known of its blobs, and what was not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from harvesters.git import trees
from harvesters.git.model import Entry, Mirror, Oid
from registry.custody.model import Repository
from registry.licences import service as licences
from registry.licences.conclusions import conclude
from registry.licences.detection import detect
from registry.licences.history import Changed, Said, bears, changed, said_by
from registry.licences.model import Conclusion, Detection
from registry.licences.scopes import Surroundings
from registry.pipeline.contents import licence_places
from registry.pipeline.determined import Remembered
from registry.pipeline.licence_history import LARGEST
from registry.pipeline.revisions import Revision
from registry.provenance import service as provenance
from registry.provenance.intake import contents
from registry.provenance.intake.attribution import LARGEST as LARGEST_FILE
from registry.provenance.model import FileView, Origin, Root
from registry.provenance.origins import origins


@dataclass(frozen=True)
class At:
    """What the tree of a revision says: `files` have content, the head of the `unread` was never read.

    GitHub's own opinion is of today and no part of it.
    """

    revision: Revision
    conclusion: Conclusion
    said: Mapping[bytes, Said]
    files: int
    unread: frozenset[bytes]


@dataclass(frozen=True)
class Between:
    """Two revisions of one repository, and every file of which they say something else."""

    old: At
    new: At
    changes: tuple[Changed, ...]


def licence_at(
    session: Session, mirror: Mirror, repository: Repository, revision: Revision, *, whole: bool = False
) -> At:
    """Return the licence of a revision. Licence-bearing files are read; heads of others are taken as known.

    With `whole` every file is read, and what it says is kept; the session must then be one that may write.
    Raises HarvestError where git cannot list the tree.
    """
    entries = trees.entries(mirror, revision.commit)
    readable = [e for e in entries if e.kind == "blob" and e.size is not None and e.size <= LARGEST_FILE]
    places = licence_places(mirror, readable)
    found = licences.known_detections(session, places)
    missing = {path: key for path, key in places.items() if path not in found and (whole or bears(path))}
    new = _read(mirror, missing)
    if whole:
        licences.keep_detections(session, new)
    found |= {path: licences.moved(new[key], path) for path, key in missing.items() if key in new}
    around = Surroundings(frozenset(one.path for one in entries), _theirs(session, repository, entries))
    sources = [one for each in found.values() for one in each.sources]
    said = {path: words for path, each in found.items() if (words := said_by(each))}
    unread = frozenset(places.keys() - found.keys())
    return At(revision, conclude(sources, around), said, len(places), unread)


_SEEN: Remembered[At] = Remembered(64)


def licence_seen(session: Session, mirror: Mirror, repository: Repository, revision: Revision) -> At:
    """Return the same, found once for as long as nothing it rests on changes; it reads and never writes."""
    overrides = provenance.overrides(session, repository.id)
    present = provenance.snapshot(session, repository.id)
    key = (str(mirror.path), revision, present.id if present else 0, overrides)
    return _SEEN.get(key, lambda: licence_at(session, mirror, repository, revision))


def between(old: At, new: At) -> Between:
    """Return what changed from one revision to another; a path that one of them was not read for is left out."""
    unread = old.unread | new.unread
    there = ({path: said for path, said in one.said.items() if path not in unread} for one in (old, new))
    return Between(old, new, changed(*there))


def _read(mirror: Mirror, missing: Mapping[bytes, licences.Key]) -> dict[licences.Key, Detection]:
    paths: dict[Oid, dict[licences.Key, bytes]] = {}
    for path, key in missing.items():
        paths.setdefault(Oid(key[0]), {}).setdefault(key, path)
    return {
        key: detect(path, data)
        for oid, data in trees.blobs(mirror, sorted(paths), largest=LARGEST)
        if data is not None
        for key, path in paths[oid].items()
    }


def _theirs(session: Session, repository: Repository, entries: Sequence[Entry]) -> frozenset[bytes]:
    """The third parties' files of the tree, by the same rules as for the present; a person's word acts, too."""
    facts = contents.known_contents(session, {entry.oid for entry in entries if entry.kind == "blob"})
    views = [FileView(entry.path, entry.oid, facts.get(entry.oid)) for entry in entries]
    found = origins(
        views, Root(repository.owner, repository.name), provenance.overrides(session, repository.id)
    )
    return frozenset(path for path, one in found.items() if one.origin is Origin.THIRD_PARTY)
