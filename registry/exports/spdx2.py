# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""SPDX 2.3: an inventory as the elements of a document of the format's second generation.

Only here, in its components and in its writing (`spdx2_writing`) is spdx-tools known.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from license_expression import LicenseExpression, get_spdx_licensing
from spdx_tools.spdx.model.actor import Actor, ActorType
from spdx_tools.spdx.model.annotation import Annotation, AnnotationType
from spdx_tools.spdx.model.checksum import Checksum, ChecksumAlgorithm
from spdx_tools.spdx.model.document import CreationInfo, Document
from spdx_tools.spdx.model.extracted_licensing_info import ExtractedLicensingInfo
from spdx_tools.spdx.model.file import File
from spdx_tools.spdx.model.package import Package, PackageVerificationCode
from spdx_tools.spdx.model.relationship import Relationship, RelationshipType
from spdx_tools.spdx.model.snippet import Snippet
from spdx_tools.spdx.model.spdx_no_assertion import SpdxNoAssertion
from spdx_tools.spdx.model.spdx_none import SpdxNone

from registry.exports import words
from registry.exports.model import ExportedDependency, ExportedFile, ExportedPiece, Inventory
from registry.exports.spdx2_dependencies import dependency_package, dependency_relationship
from registry.licences.expressions import identifiers

spdx_licensing = get_spdx_licensing()
ROOT = "SPDXRef-Repository"
_REGISTER = Actor(ActorType.TOOL, "os2-ownership-registry")

Listed = tuple[str, ExportedFile]
"""A file with its reference in the document."""


def document(inventory: Inventory) -> Document:
    """Return the whole document, as the library has it."""
    files = listed(inventory)
    return Document(
        creation(inventory),
        packages=[package for package, _ in packages(inventory)],
        files=[file(*one) for one in files],
        snippets=[each for one in files for each, _ in snippets(one, inventory)],
        relationships=[*relationships(inventory), *(contained(inventory, one) for one in files)],
        annotations=[*every_annotation(inventory)],
        extracted_licensing_info=references(inventory),
    )


def listed(inventory: Inventory) -> list[Listed]:
    """Return the files whose bytes were at hand, each with its reference."""
    return [(f"SPDXRef-File-{n}", one) for n, one in enumerate(inventory.files, 1) if one.digests]


def packages(inventory: Inventory) -> Iterator[tuple[Package, list[Listed]]]:
    """Yield each package with the files that lie in it: the repository, third-party parts, named components."""
    within: dict[str | None, list[Listed]] = {}
    for ref, one in listed(inventory):
        within.setdefault(one.component, []).append((ref, one))
    yield _repository(inventory), within.get(None, [])
    for place, ref in _parts(inventory).items():
        yield _part(inventory, place, ref), within.get(place, [])
    for ref, named in _named(inventory):
        yield dependency_package(ref, named, _expression(named.licence)), []


def relationships(inventory: Inventory) -> Iterator[Relationship]:
    """Yield how the packages hang together; which files they hold is `contained`."""
    yield Relationship("SPDXRef-DOCUMENT", RelationshipType.DESCRIBES, ROOT)
    for ref in _parts(inventory).values():
        yield Relationship(ROOT, RelationshipType.CONTAINS, ref)
    for ref, named in _named(inventory):
        yield dependency_relationship(ROOT, ref, named)


def contained(inventory: Inventory, one: Listed) -> Relationship:
    """Return which package a file lies in."""
    holder = ROOT if one[1].component is None else _parts(inventory)[one[1].component]
    return Relationship(holder, RelationshipType.CONTAINS, one[0])


def every_annotation(inventory: Inventory) -> Iterator[Annotation]:
    """Yield what is said of the title: of the repository, of each file, of each snippet."""
    yield standing(inventory)
    for one in listed(inventory):
        yield from file_annotations(one, inventory)
        yield from (said for _, said in snippets(one, inventory))


def standing(inventory: Inventory) -> Annotation:
    """Return what is said of the repository as a whole."""
    return annotation(inventory, ROOT, words.standing(inventory))


def annotation(inventory: Inventory, ref: str, said: str) -> Annotation:
    """Return what is said of one element."""
    when = inventory.read_at.replace(tzinfo=None)
    return Annotation(ref, AnnotationType.OTHER, _REGISTER, when, said)


def file_annotations(one: Listed, inventory: Inventory) -> list[Annotation]:
    """Return what is said of a file's title; nothing where it is not assessed."""
    ref, held = one
    return [annotation(inventory, ref, words.title_of(held.title, inventory))] if held.title else []


def snippets(one: Listed, inventory: Inventory) -> Iterator[tuple[Snippet, Annotation]]:
    """Yield the pieces of a file whose title differs, each with what is said of it."""
    ref, held = one
    for number, piece in enumerate(held.pieces, 1):
        name = f"{ref}-Lines-{number}"
        made = Snippet(
            name,
            ref,
            piece.span,
            line_range=piece.lines,
            license_concluded=_expression(held.concluded),
            license_info_in_snippet=[SpdxNoAssertion()],
            copyright_text=_copyright(held, piece) or SpdxNoAssertion(),
            name=f"./{held.name}, lines {piece.lines[0]} to {piece.lines[1]}",
        )
        yield made, annotation(inventory, name, words.title_of(piece.title, inventory))


def creation(inventory: Inventory) -> CreationInfo:
    """Return who wrote the document, and of what day it is: that on which the tree was read."""
    return CreationInfo(
        spdx_version="SPDX-2.3",
        spdx_id="SPDXRef-DOCUMENT",
        name=inventory.full_name,
        document_namespace=words.namespace(inventory),
        creators=[_REGISTER],
        created=inventory.read_at.replace(tzinfo=None),
        document_comment=words.ABOUT,
    )


def _repository(inventory: Inventory) -> Package:
    return Package(
        ROOT,
        inventory.full_name,
        words.download(inventory) or SpdxNoAssertion(),
        version=inventory.commit,
        license_declared=_expression(inventory.declared),
        license_concluded=_expression(inventory.concluded),
        license_comment=words.why(inventory),
        summary=words.summary(inventory),
        comment=words.left_out(inventory) or None,
        **_contents(inventory.own),
    )


def _part(inventory: Inventory, place: str, ref: str) -> Package:
    files = inventory.components[place]
    return Package(
        ref,
        place,
        SpdxNoAssertion(),
        license_declared=SpdxNoAssertion(),
        license_concluded=_expression(words.common(files)),
        comment="A third party's part of the tree, under its own licence.",
        **_contents(files),
    )


def _contents(files: Iterable[ExportedFile]) -> dict[str, Any]:
    listed = [one for one in files if one.digests]
    if not listed:
        return {"files_analyzed": False, "copyright_text": SpdxNoAssertion()}
    sums = sorted(one.digests.sha1 for one in listed if one.digests)
    code = hashlib.sha1("".join(sums).encode(), usedforsecurity=False).hexdigest()
    stated = sorted({said for one in listed for said in one.stated})
    return {
        "verification_code": PackageVerificationCode(code),
        "license_info_from_files": [*_symbols(stated)] or [SpdxNone()],
        "copyright_text": words.notices(listed) or SpdxNone(),
    }


def file(ref: str, one: ExportedFile) -> File:
    """Return a file; its bytes were at hand."""
    assert one.digests is not None
    return File(
        "./" + one.name,
        ref,
        [
            Checksum(ChecksumAlgorithm.SHA1, one.digests.sha1),
            Checksum(ChecksumAlgorithm.SHA256, one.digests.sha256),
        ],
        license_concluded=_expression(one.concluded),
        license_info_in_file=[*_symbols(one.stated)] or [SpdxNone()],
        license_comment=f"decided by: {one.rule}",
        copyright_text=words.notices([one]) or SpdxNone(),
        comment=words.of_file(one),
    )


@lru_cache(maxsize=10_000)
def _expression(text: str | None) -> LicenseExpression | SpdxNoAssertion:
    """What neither SPDX's list nor the document itself explains is asserted of nothing."""
    known = text and all(map(_is_known, _names(text)))
    return spdx_licensing.parse(text) if text and known else SpdxNoAssertion()


def _symbols(expressions: Iterable[str]) -> list[LicenseExpression]:
    """Each licence once: what stands in a file is a list of licences and no expression."""
    single = dict.fromkeys(name for text in expressions for name in _names(text) if _is_known(name))
    return [spdx_licensing.parse(name) for name in single]


def _is_known(name: str) -> bool:
    single = name.split(" WITH ")
    return all(part in spdx_licensing.known_symbols or part.startswith("LicenseRef-") for part in single)


@lru_cache(maxsize=10_000)
def _names(text: str) -> tuple[str, ...]:
    return tuple(str(symbol) for symbol in spdx_licensing.license_symbols(text, decompose=False))


def references(inventory: Inventory) -> list[ExtractedLicensingInfo]:
    """Return the licences that are on no list and are named in the document."""
    every = {one.concluded for one in inventory.files} | {
        said for one in inventory.files for said in one.stated
    }
    every |= {inventory.concluded, inventory.declared, *(one.licence for one in inventory.dependencies)}
    own = sorted(
        {name for text in every if text for name in identifiers(text) if name.startswith("LicenseRef-")}
    )
    return [ExtractedLicensingInfo(name, words.UNKNOWN_TEXT, license_name=name) for name in own]


def _parts(inventory: Inventory) -> dict[str, str]:
    return {place: f"SPDXRef-Part-{n}" for n, place in enumerate(inventory.components, 1)}


def _named(inventory: Inventory) -> Iterator[tuple[str, ExportedDependency]]:
    return ((f"SPDXRef-Component-{n}", one) for n, one in enumerate(inventory.dependencies, 1))


def _copyright(held: ExportedFile, piece: ExportedPiece) -> str:
    """The notices that stand in the piece itself."""
    first, last = piece.lines
    return words.notice_lines(one for one in held.notices if first <= one.line <= last)
