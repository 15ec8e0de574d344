# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Collecting: the inventory of one repository, from the register and the bytes of its own mirror."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from registry.custody.model import Repository
from registry.errors import NotFoundError, RefusedError
from registry.exports.components import component_places
from registry.exports.model import (
    NOT_ASSESSED,
    Digests,
    ExportedDependency,
    ExportedFile,
    ExportedNotice,
    ExportedPiece,
    Inventory,
)
from registry.exports.titles import NO_TITLE, FileTitle, file_titles, pieces_of
from registry.governance import service as governance
from registry.governance.model import Product
from registry.licences import service as licences
from registry.licences.dependencies.model import Component
from registry.licences.detection import detect
from registry.licences.expressions import joined
from registry.licences.file_conclusions import FileConclusion, conclude_files
from registry.licences.model import Conclusion, Detection, Kind, Source
from registry.licences.name_classes import name_class
from registry.licences.scopes import Surroundings, scoped
from registry.ownership.answers import State
from registry.pipeline import ownership, texts
from registry.pipeline.components import components_of
from registry.provenance import service as provenance
from registry.provenance.snapshot import File, Skip, Snapshot
from registry.settings import Settings
from registry.text import mask_addresses, visible, visible_path

_NO_BYTES = frozenset({Skip.SYMLINK, Skip.SUBMODULE, Skip.UNREADABLE})
_MOST_PLACES = 5
_IN_FILE = frozenset({Kind.HEADER, Kind.LICENCE_FILE})


@dataclass(frozen=True)
class _Read:
    """What was read of the tree, by path (digests by blob)."""

    digests: Mapping[str, Digests]
    found: Mapping[bytes, Detection]
    concluded: Mapping[bytes, FileConclusion]
    places: Mapping[bytes, bytes]
    pieces: Mapping[bytes, tuple[ExportedPiece, ...]]


def collect(
    session: Session, settings: Settings, repository: Repository, day: date, *, private: bool = False
) -> Inventory:
    """Return the inventory of the commit read last, with the state of title on `day`.

    Raises RefusedError for a private repository that was not asked for, NotFoundError where nothing was read.
    """
    present, concluded = _present(session, repository, day, private=private)
    files = provenance.files(session, repository.id, lines=True)
    titles = file_titles(session, repository.id, day, files)
    read, around = _read(session, settings, repository, files, titles)
    sources = [source for one in read.found.values() for source in one.sources]
    products = _products(session, repository.full_name)
    return Inventory(
        number=repository.id,
        full_name=visible(repository.full_name),
        private=repository.private,
        commit=present.commit,
        read_at=present.read_at.replace(microsecond=0),
        concluded=concluded.concluded,
        reason=str(concluded.reason),
        documentation=concluded.documentation,
        declared=_declared(sources, around),
        as_of=day,
        files=tuple(_file(one, read, titles.get(one.path, NO_TITLE)) for one in files),
        domains=_domains(session, repository.id),
        products=tuple(visible(one.name_da) for one in products),
        organisation=next((visible(one) for each in products if (one := each.contact_organisation)), ""),
        title=_title(session, repository.id, day),
        url=repository.state.facts.url if repository.state else "",
        dependencies=tuple(map(_dependency, components_of(session, files).components)),
    )


def _present(
    session: Session, repository: Repository, day: date, *, private: bool
) -> tuple[Snapshot, Conclusion]:
    """Return what was read last and what its licence was concluded to be; raises what `collect` raises."""
    if repository.private and not private:
        msg = f"{repository.full_name} is private and is exported only when asked for with --private"
        raise RefusedError(msg)
    present = provenance.snapshot(session, repository.id)
    kept = licences.conclusion(session, repository.id)
    if present is None or kept is None:
        msg = f"{repository.full_name} holds nothing that was read (empty, or not harvested yet); harvest it first"
        raise NotFoundError(msg)
    return present, kept.on(day)


def _dependency(one: Component) -> ExportedDependency:
    return ExportedDependency(
        purl=one.purl,
        name=visible(one.name),
        version=visible(one.version),
        needed=one.scope.value,
        direct=one.direct,
        licence=one.licence,
        places=tuple(f"{visible_path(place.path)}:{place.line}" for place in one.places[:_MOST_PLACES]),
    )


def _title(session: Session, repository: int, day: date) -> str:
    """Return the state of title in a sentence: shares with their day, or that no paper is registered."""
    found = ownership.answers(session, repository, day)
    whole = found.lines.all
    if not found.assessed or not whole.claimable:
        return NOT_ASSESSED
    documented = whole.by_state.get(State.DOCUMENTED, 0)
    return (
        f"{documented} of {whole.claimable} claimable lines documented as held by {found.asked}, as of "
        f"{day.isoformat()}; others are claimed, disputed, another's or unknown: see the register"
    )


def _read(
    session: Session,
    settings: Settings,
    repository: Repository,
    files: Sequence[File],
    titles: Mapping[bytes, FileTitle],
) -> tuple[_Read, Surroundings]:
    with_bytes = [one for one in files if one.skip not in _NO_BYTES]
    keys = {one.path: (one.blob, name_class(one.path)[:100]) for one in with_bytes}
    found = licences.known_detections(session, keys)
    paths = frozenset(one.path for one in files)
    theirs = frozenset(one.path for one in files if one.origin == "third_party")
    around = Surroundings(paths, theirs, repository.state.facts.licence if repository.state else None)
    digests: dict[str, Digests] = {}
    pieces: dict[bytes, tuple[ExportedPiece, ...]] = {}
    for path, blob, data in _bytes_read(settings, repository.id, with_bytes):
        digests.setdefault(blob, _digests(data))
        if path not in found:  # today's detector has not read it yet
            found[path] = detect(path, data)
        pieces[path] = pieces_of(data, titles.get(path, NO_TITLE).runs)
    sources = [source for one in found.values() for source in one.sources]
    read = _Read(digests, found, conclude_files(sources, around), component_places(paths, theirs), pieces)
    return read, around


def _bytes_read(
    settings: Settings, repository: int, files: Sequence[File]
) -> Iterator[tuple[bytes, str, bytes]]:
    """Yield path, blob and bytes of each file at hand: no more than the largest is ever in memory."""
    paths: dict[str, list[bytes]] = {}
    for one in files:
        paths.setdefault(one.blob, []).append(one.path)
    for blob, data in texts.each(settings, repository, sorted(paths)):
        if data is not None:
            yield from ((path, blob, data) for path in paths[blob])


def _digests(data: bytes) -> Digests:
    return Digests(hashlib.sha1(data, usedforsecurity=False).hexdigest(), hashlib.sha256(data).hexdigest())


def _file(one: File, read: _Read, title: FileTitle) -> ExportedFile:
    found = read.found.get(one.path, Detection())
    concluded = read.concluded[one.path]
    place = read.places.get(one.path)
    digests = read.digests.get(one.blob) if one.skip not in _NO_BYTES else None
    stated = dict.fromkeys(s.expression for s in found.sources if s.kind in _IN_FILE and s.expression)
    return ExportedFile(
        name=visible_path(one.path),
        digests=digests,
        left_out="" if digests else _left_out(one),
        concluded=concluded.expression,
        rule=str(concluded.rule),
        stated=tuple(stated),
        notices=tuple(ExportedNotice(notice.line, _said(notice.text)) for notice in found.notices),
        work_type=one.work_type,
        origin=one.origin,
        unattributed=str(one.skip or ""),
        component=None if place is None else visible_path(place),
        title=title.said,
        pieces=read.pieces.get(one.path, ()) if digests else (),
        holder=title.holder,
        plain=visible_path(one.path).encode() == one.path,
    )


def _said(text: str) -> str:
    return mask_addresses(visible(text), "(address not shown)")


def _left_out(one: File) -> str:
    if one.skip in _NO_BYTES:
        return str(one.skip)
    return "the register's mirror does not hold it, or it is larger than 8 MiB"


def _declared(sources: Sequence[Source], around: Surroundings) -> str | None:
    """What the sources that speak of the whole tree name, joined; the register concludes nothing here."""
    whole = scoped(tuple(sources), around).whole
    said = sorted({source.expression for source in whole if source.expression})
    return joined(tuple(said), "AND") if said else None


def _domains(session: Session, repository: int) -> tuple[str, ...]:
    """Mail domains of at least two authors: a domain of one may be a person's own name."""
    wrote = [share.author.domain for share in provenance.shares(session, repository) if share.author.domain]
    return tuple(sorted(visible(domain) for domain, count in Counter(wrote).items() if count > 1))


def _products(session: Session, full_name: str) -> list[Product]:
    wanted = full_name.lower()
    return [
        product
        for product in governance.products(session)
        if any(part.full_name.lower() == wanted for part in product.parts)
    ]
