# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An inventory: the components of one tree, each once, with every place that names it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from registry.licences.dependencies.model import (
    Component,
    Dependencies,
    Dependency,
    Listing,
    Said,
    Scope,
    Unread,
)
from registry.licences.dependencies.purls import parts, without_version

_WEIGHT = (Scope.RUNTIME, Scope.OPTIONAL, Scope.VENDORED, Scope.DEVELOPMENT, Scope.UNKNOWN)
_MOST_PLACES = 50


@dataclass
class _Gathered:
    """What the places say of one component so far."""

    places: list[Said] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    direct: list[bool | None] = field(default_factory=list)


def inventory(listings: Mapping[bytes, Listing], third_party: Collection[bytes] = ()) -> Dependencies:
    """Return the components that the listings of a tree name, by package URL.

    What a manifest asks for and the lock file beside it pins is one component. A third party's own manifest
    inside the tree names that party's package; what that asks for is not the tree's.
    """
    theirs = frozenset(third_party)
    own = {path: one for path, one in listings.items() if path not in theirs}
    gathered: dict[str, _Gathered] = {}
    ours = {without_version(one.own.purl) for one in own.values() if one.own}
    pinned = _pinned(own)
    for path in sorted(own):
        asked = _asked_beside(path, own)
        for one in own[path].named:
            if without_version(one.purl) not in ours:
                _gather(gathered, path, _settled(one, path, own, pinned, asked))
    for path in sorted(theirs & listings.keys()):
        package = listings[path].own
        if package is not None:
            _gather(gathered, path, replace(package, direct=None))
    return Dependencies(
        tuple(_component(url, gathered[url]) for url in sorted(gathered)),
        tuple(sorted(path for path, one in own.items() if one.named or one.problem)),
        tuple(Unread(p, one.problem, one.total) for p, one in sorted(listings.items()) if one.problem),
    )


def _pinned(own: Mapping[bytes, Listing]) -> dict[tuple[bytes, str], list[Dependency]]:
    """What the lock files of each folder pin, by name."""
    found: dict[tuple[bytes, str], list[Dependency]] = {}
    for path, listing in own.items():
        if listing.locks:
            for one in listing.named:
                found.setdefault((_folder(path), without_version(one.purl)), []).append(one)
    return found


def _asked_beside(path: bytes, own: Mapping[bytes, Listing]) -> dict[str, Dependency] | None:
    """What the manifests beside a lock file ask for, by name; None where there is none."""
    beside = [one for place, one in own.items() if _folder(place) == _folder(path) and not one.locks]
    if not own[path].locks or not any(one.named for one in beside):
        return None
    return {without_version(one.purl): one for listing in beside for one in listing.named}


def _settled(
    one: Dependency,
    path: bytes,
    own: Mapping[bytes, Listing],
    pinned: Mapping[tuple[bytes, str], list[Dependency]],
    asked: Mapping[str, Dependency] | None,
) -> Dependency:
    """Fill in what the files beside it tell: the version of what is asked for, who asks for what is pinned."""
    name = without_version(one.purl)
    if not own[path].locks:
        locked = _nearest(path, name, pinned)
        return replace(one, purl=_chosen(locked).purl) if locked and one.purl == name else one
    if asked is None:
        return one
    direct = one.direct if one.direct is not None else name in asked
    scope = asked[name].scope if one.scope is Scope.UNKNOWN and name in asked else one.scope
    return replace(one, direct=direct, scope=scope)


def _nearest(
    path: bytes, name: str, pinned: Mapping[tuple[bytes, str], list[Dependency]]
) -> list[Dependency]:
    """A workspace's lock file may lie in a folder above."""
    folder = _folder(path)
    while True:
        if found := pinned.get((folder, name)):
            return found
        if not folder:
            return []
        folder = _folder(folder)


def _chosen(locked: list[Dependency]) -> Dependency:
    """Of several versions of a name, the one that the lock file marks as asked for by the tree itself."""
    return next((one for one in locked if one.direct), locked[0]) if len(locked) > 1 else locked[0]


def _gather(gathered: dict[str, _Gathered], path: bytes, one: Dependency) -> None:
    entry = gathered.setdefault(one.purl, _Gathered())
    entry.places.append(Said(path, one.line, one.requirement, one.licence, one.said))
    entry.scopes.append(one.scope)
    entry.direct.append(one.direct)


def _component(url: str, entry: _Gathered) -> Component:
    ecosystem, name, version = parts(url)
    licences = tuple(
        dict.fromkeys(one.licence or one.text for one in entry.places if one.licence or one.text)
    )
    known = {one.licence for one in entry.places if one.licence}
    agreed = known.pop() if len(known) == 1 and len(licences) == 1 else None
    return Component(
        purl=url,
        ecosystem=ecosystem,
        name=name,
        version=version,
        scope=min(entry.scopes, key=_WEIGHT.index),
        direct=_direct(entry.direct),
        licence=agreed,
        licences=licences,
        places=tuple(entry.places[:_MOST_PLACES]),
    )


def _direct(said: Iterable[bool | None]) -> bool | None:
    told = [one for one in said if one is not None]
    return any(told) if told else None


def _folder(path: bytes) -> bytes:
    return path.rpartition(b"/")[0]
