# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Contents: each blob of a tree is read once, by everybody who wants to know something of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from harvesters.git import trees
from harvesters.git.model import Entry, Mirror, Oid
from registry.licences import service as licences
from registry.licences.dependencies.model import Listing
from registry.licences.dependencies.reading import list_components, listing_class
from registry.licences.detection import detect
from registry.licences.model import Detection
from registry.licences.name_classes import name_class
from registry.licences.symlinks import resolve_symlink
from registry.provenance.attributes import Attribute, attributes, claims
from registry.provenance.content import ContentFacts, inspect
from registry.provenance.intake import contents
from registry.provenance.intake.attribution import LARGEST
from registry.provenance.intake.tracing import Progress

_SYMLINK = 0o120000
_MOST_LINKS = 2000
_ATTRIBUTES = b".gitattributes"


@dataclass(frozen=True)
class Contents:
    """What the blobs of a tree tell: content facts by blob, licence facts and pushed claims by path."""

    facts: Mapping[Oid, ContentFacts]
    licences: Mapping[bytes, Detection]
    claims: Mapping[bytes, frozenset[str]]


@dataclass
class _Wanted:
    """Who wants to read a blob: for its content facts, and for its licence facts under which names."""

    inspect: bool = False
    named: dict[str, bytes] = field(default_factory=dict)  # name class -> a path of that class
    listed: set[str] = field(default_factory=set)  # kinds of list as which its components are wanted


@dataclass
class _New:
    """What new blobs tell."""

    facts: dict[Oid, ContentFacts] = field(default_factory=dict)
    found: dict[licences.Key, Detection] = field(default_factory=dict)
    listed: dict[licences.Key, Listing] = field(default_factory=dict)


def read_contents(session: Session, mirror: Mirror, entries: Sequence[Entry], progress: Progress) -> Contents:
    """Return what the blobs tell; those that the register does not know are read, and kept on the way."""
    readable = [e for e in entries if e.kind == "blob" and e.size is not None and e.size <= LARGEST]
    files = [entry for entry in readable if entry.mode != _SYMLINK]
    facts = contents.known_contents(session, {entry.oid for entry in readable})
    places = licence_places(mirror, readable)
    found = licences.known_detections(session, places)
    wanted = _wanted(readable, facts, places, found)
    _want_listings(session, files, wanted)
    new = _read(mirror, wanted, progress)
    contents.keep_contents(session, new.facts)
    licences.keep_detections(session, new.found)
    licences.keep_listings(session, new.listed)
    fresh = licences.known_detections(session, {p: k for p, k in places.items() if p not in found})
    return Contents(facts | new.facts, found | fresh, _claims(mirror, files))


def licence_places(mirror: Mirror, readable: Sequence[Entry]) -> dict[bytes, licences.Key]:
    """Return under which blob and class of name each path is read; a symbolic link under its target's blob."""
    by_path = {entry.path: entry for entry in readable}
    links = [entry for entry in readable if entry.mode == _SYMLINK][:_MOST_LINKS]
    targets = _targets(mirror, links)
    places = {}
    for path, entry in by_path.items():
        target = by_path.get(resolve_symlink(path, targets) or b"") if entry.mode == _SYMLINK else entry
        if target is not None and target.mode != _SYMLINK:
            places[path] = (str(target.oid), name_class(path)[:100])
    return places


def _targets(mirror: Mirror, links: Sequence[Entry]) -> dict[bytes, bytes]:
    texts = dict(trees.blobs(mirror, [link.oid for link in links], largest=4096)) if links else {}
    return {link.path: text for link in links if (text := texts.get(link.oid)) is not None}


def _wanted(
    readable: Iterable[Entry],
    facts: Mapping[Oid, ContentFacts],
    places: Mapping[bytes, licences.Key],
    found: Mapping[bytes, Detection],
) -> dict[Oid, _Wanted]:
    wanted: dict[Oid, _Wanted] = {}
    for entry in readable:
        if entry.oid not in facts:
            wanted.setdefault(entry.oid, _Wanted()).inspect = True
    for path, (blob, named) in places.items():
        if path not in found:
            wanted.setdefault(Oid(blob), _Wanted()).named.setdefault(named, path)
    return wanted


def _want_listings(session: Session, files: Sequence[Entry], wanted: dict[Oid, _Wanted]) -> None:
    """Add the manifests and lock files whose components the register does not know yet."""
    keys = {(str(entry.oid), kind) for entry in files if (kind := listing_class(entry.path))}
    for blob, kind in keys - licences.listed(session, keys):
        wanted.setdefault(Oid(blob), _Wanted()).listed.add(kind)


def _read(mirror: Mirror, wanted: Mapping[Oid, _Wanted], progress: Progress) -> _New:
    new = _New()
    for done, (oid, data) in enumerate(trees.blobs(mirror, sorted(wanted), largest=LARGEST), start=1):
        if data is not None:
            if wanted[oid].inspect:
                new.facts[oid] = inspect(data)
            for named, path in wanted[oid].named.items():
                new.found[str(oid), named] = detect(path, data)
            for kind in wanted[oid].listed:
                new.listed[str(oid), kind] = list_components(kind, data)
        progress("read", done, len(wanted))
    return new


def _claims(mirror: Mirror, files: Sequence[Entry]) -> dict[bytes, frozenset[str]]:
    """Return what pushed .gitattributes claim of paths, outer folders first."""
    stated = [entry for entry in files if entry.path.rpartition(b"/")[2] == _ATTRIBUTES]
    stated.sort(key=lambda entry: entry.path.count(b"/"))
    said: list[Attribute] = []
    for entry in stated[:100]:
        data = trees.blob(mirror, entry.oid, largest=100_000)
        said += attributes(entry.path.rpartition(b"/")[0], data or b"")
    if not said:
        return {}
    return {entry.path: found for entry in files if (found := claims(said, entry.path))}
