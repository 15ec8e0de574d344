# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""SPDX 2.3: an inventory as a document of the format's second generation. Only here and in its components is spdx-tools known."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
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
from spdx_tools.spdx.model.spdx_no_assertion import SpdxNoAssertion
from spdx_tools.spdx.model.spdx_none import SpdxNone
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document
from spdx_tools.spdx.writer.json import json_writer
from spdx_tools.spdx.writer.rdf import rdf_writer
from spdx_tools.spdx.writer.tagvalue import tagvalue_writer
from spdx_tools.spdx.writer.xml import xml_writer
from spdx_tools.spdx.writer.yaml import yaml_writer

from registry.errors import RegistryError
from registry.exports import words
from registry.exports.model import ExportedFile, Inventory
from registry.exports.rdf_order import in_order
from registry.exports.spdx2_dependencies import dependency_package, dependency_relationship
from registry.licences.expressions import identifiers

spdx_licensing = get_spdx_licensing()
FORMATS = ("json", "tag-value", "yaml", "xml", "rdf")
_TEXT_WRITERS: dict[str, Any] = {
    "json": json_writer,
    "yaml": yaml_writer,
    "xml": xml_writer,
}
_ROOT = "SPDXRef-Repository"
_REGISTER = Actor(ActorType.TOOL, "os2-ownership-registry")


def document(inventory: Inventory) -> Document:
    """Return the document."""
    listed = [(f"SPDXRef-File-{n}", one) for n, one in enumerate(inventory.files, 1) if one.digests]
    parts = {place: f"SPDXRef-Part-{n}" for n, place in enumerate(inventory.components, 1)}
    named = [(f"SPDXRef-Component-{n}", one) for n, one in enumerate(inventory.dependencies, 1)]
    packages = [_repository(inventory), *(_part(inventory, place, ref) for place, ref in parts.items())]
    packages += [dependency_package(ref, one, _expression(one.licence)) for ref, one in named]
    relationships = [Relationship("SPDXRef-DOCUMENT", RelationshipType.DESCRIBES, _ROOT)]
    relationships += [Relationship(_ROOT, RelationshipType.CONTAINS, ref) for ref in parts.values()]
    for ref, one in listed:
        holder = _ROOT if one.component is None else parts[one.component]
        relationships.append(Relationship(holder, RelationshipType.CONTAINS, ref))
    relationships += [dependency_relationship(_ROOT, ref, one) for ref, one in named]
    return Document(
        _creation(inventory),
        packages=packages,
        files=[_file(ref, one) for ref, one in listed],
        relationships=relationships,
        annotations=[_annotation(inventory)],
        extracted_licensing_info=_references(inventory),
    )


def write(inventory: Inventory, form: str = "json", *, validate: bool = False) -> bytes:
    """Return the document's bytes in one of FORMATS; the same inventory gives the same bytes.

    Raises RegistryError when `validate` is asked for and SPDX's own validator finds something.
    """
    made = document(inventory)
    if validate:
        problems = validate_full_spdx_document(made)
        if problems:
            msg = f"the SPDX document of {inventory.full_name} is not valid: {problems[0].validation_message}"
            raise RegistryError(msg)
    if form == "rdf":
        raw = io.BytesIO()
        rdf_writer.write_document_to_stream(made, raw, validate=False, drop_duplicates=False)
        return in_order(raw.getvalue())
    out = io.StringIO()
    if form == "tag-value":
        _fence(made)
        tagvalue_writer.write_document_to_stream(made, out, validate=False, drop_duplicates=False)
    else:
        _TEXT_WRITERS[form].write_document_to_stream(made, out, validate=False, drop_duplicates=False)
    return out.getvalue().encode()


def _fence(made: Document) -> None:
    """A text of one line could be read back as a date or a checksum; one that ends in a line break is fenced."""
    elements: tuple[File | Package, ...] = (*made.files, *made.packages)
    for element in elements:
        if isinstance(element.copyright_text, str):
            element.copyright_text += "\n"


def _creation(inventory: Inventory) -> CreationInfo:
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
        _ROOT,
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


def _file(ref: str, one: ExportedFile) -> File:
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


def _annotation(inventory: Inventory) -> Annotation:
    said = words.standing(inventory)
    when = inventory.read_at.replace(tzinfo=None)
    return Annotation(_ROOT, AnnotationType.OTHER, _REGISTER, when, said)


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


def _names(text: str) -> list[str]:
    return [str(symbol) for symbol in spdx_licensing.license_symbols(text, decompose=False)]


def _references(inventory: Inventory) -> list[ExtractedLicensingInfo]:
    every = {one.concluded for one in inventory.files} | {
        said for one in inventory.files for said in one.stated
    }
    every |= {inventory.concluded, inventory.declared, *(one.licence for one in inventory.dependencies)}
    own = sorted(
        {name for text in every if text for name in identifiers(text) if name.startswith("LicenseRef-")}
    )
    return [ExtractedLicensingInfo(name, words.UNKNOWN_TEXT, license_name=name) for name in own]
