# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Writing of SPDX 2.3: element by element, so that a document of any size is never in memory as a whole.

Each element is turned into its form by spdx-tools' own converters and writers. What the library does only for
whole documents, and in the square of their size, is the order of the elements, and that is here.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import xmltodict
import yaml
from rdflib import URIRef
from spdx_tools.spdx.jsonschema.annotation_converter import AnnotationConverter
from spdx_tools.spdx.jsonschema.document_converter import DocumentConverter
from spdx_tools.spdx.jsonschema.file_converter import FileConverter
from spdx_tools.spdx.jsonschema.package_converter import PackageConverter
from spdx_tools.spdx.jsonschema.relationship_converter import RelationshipConverter
from spdx_tools.spdx.jsonschema.snippet_converter import SnippetConverter
from spdx_tools.spdx.model.document import Document
from spdx_tools.spdx.model.file import File
from spdx_tools.spdx.model.package import Package
from spdx_tools.spdx.model.snippet import Snippet
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document
from spdx_tools.spdx.writer.rdf.annotation_writer import add_annotation_to_graph
from spdx_tools.spdx.writer.rdf.creation_info_writer import add_creation_info_to_graph
from spdx_tools.spdx.writer.rdf.extracted_licensing_info_writer import add_extracted_licensing_info_to_graph
from spdx_tools.spdx.writer.rdf.file_writer import add_file_to_graph
from spdx_tools.spdx.writer.rdf.package_writer import add_package_to_graph
from spdx_tools.spdx.writer.rdf.relationship_writer import add_relationship_to_graph
from spdx_tools.spdx.writer.rdf.snippet_writer import add_snippet_to_graph
from spdx_tools.spdx.writer.tagvalue import tagvalue_writer
from spdx_tools.spdx.writer.tagvalue.annotation_writer import write_annotation
from spdx_tools.spdx.writer.tagvalue.file_writer import write_file
from spdx_tools.spdx.writer.tagvalue.package_writer import write_package
from spdx_tools.spdx.writer.tagvalue.snippet_writer import write_snippet

from registry.errors import RegistryError
from registry.exports import rdf, spdx2
from registry.exports.model import Inventory

FORMATS = ("json", "tag-value", "yaml", "xml", "rdf")
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_DOCUMENT: Any = DocumentConverter()  # type: ignore[no-untyped-call]
_FILE: Any = FileConverter()  # type: ignore[no-untyped-call]
_SNIPPET: Any = SnippetConverter()  # type: ignore[no-untyped-call]
_PACKAGE: Any = PackageConverter()  # type: ignore[no-untyped-call]

Section = tuple[str, Iterable[dict[str, Any]]]
"""A list of the document by its name in JSON, and its elements."""


def stream(inventory: Inventory, form: str = "json") -> Iterator[bytes]:
    """Yield the document in one of FORMATS, piece by piece; the same inventory gives the same bytes."""
    for piece in _WRITERS[form](inventory):
        yield piece.encode()


def validate(inventory: Inventory) -> None:
    """Hold the document against SPDX's own validator; raises RegistryError where that finds something."""
    problems = validate_full_spdx_document(spdx2.document(inventory))
    if problems:
        msg = f"the SPDX document of {inventory.full_name} is not valid: {problems[0].validation_message}"
        raise RegistryError(msg)


def _json(inventory: Inventory) -> Iterator[str]:
    head = json.dumps(_head(inventory), indent=1)
    yield head.removesuffix("\n}")
    for name, elements in _sections(inventory):
        yield f',\n "{name}": ['
        for number, one in enumerate(elements):
            yield (",\n  " if number else "\n  ") + json.dumps(one)
        yield "\n ]"
    yield "\n}\n"


def _yaml(inventory: Inventory) -> Iterator[str]:
    yield yaml.dump(_head(inventory), Dumper=_DUMPER)
    for name, elements in _sections(inventory):
        yield f"{name}:\n"
        for one in elements:
            yield yaml.dump([one], Dumper=_DUMPER)


def _xml(inventory: Inventory) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n<Document>\n'
    for key, value in _head(inventory).items():
        yield _xml_element(key, value)
    for name, elements in _sections(inventory):
        for one in elements:
            yield _xml_element(name, one)
    yield "</Document>\n"


def _xml_element(name: str, value: object) -> str:
    every = value if isinstance(value, list) else [value]
    told = (xmltodict.unparse({name: one}, full_document=False, pretty=True) for one in every)
    return "".join(f"{one}\n" for one in told)


def _head(inventory: Inventory) -> dict[str, Any]:
    """Return what stands before the lists, without the lists."""
    bare = Document(spdx2.creation(inventory), extracted_licensing_info=spdx2.references(inventory))
    found: dict[str, Any] = _DOCUMENT.convert(bare)
    return found


def _sections(inventory: Inventory) -> Iterator[Section]:
    """Yield the lists of the document in the one order; one without elements is left out."""
    near = Document(spdx2.creation(inventory))
    relations = (
        *spdx2.relationships(inventory),
        *(spdx2.contained(inventory, one) for one in spdx2.listed(inventory)),
    )
    yield "packages", (_package(one, inventory, near) for one, _ in spdx2.packages(inventory))
    files = spdx2.listed(inventory)
    if files:
        yield (
            "files",
            (
                _with_said(_FILE, spdx2.file(*one), spdx2.file_annotations(one, inventory), near)
                for one in files
            ),
        )
    if any(one.pieces for _, one in files):
        pieces = (piece for one in files for piece in spdx2.snippets(one, inventory))
        yield "snippets", (_with_said(_SNIPPET, one, [said], near) for one, said in pieces)
    yield "relationships", (RelationshipConverter().convert(one) for one in relations)


def _package(one: Package, inventory: Inventory, near: Document) -> dict[str, Any]:
    said = [spdx2.standing(inventory)] if one.spdx_id == spdx2.ROOT else []
    return _with_said(_PACKAGE, one, said, near)


def _with_said(
    converter: Any, element: Package | File | Snippet, said: list[Any], near: Document
) -> dict[str, Any]:
    """Return an element with its own annotations: the converter alone would look through all of them."""
    found: dict[str, Any] = converter.convert(element, near)
    if said:
        found["annotations"] = [AnnotationConverter().convert(one) for one in said]
    return found


def _tag_value(inventory: Inventory) -> Iterator[str]:
    """A file lies in the package that it follows, and a snippet in its file."""
    bare = Document(
        spdx2.creation(inventory),
        extracted_licensing_info=spdx2.references(inventory),
        relationships=[*spdx2.relationships(inventory)],
    )
    yield _told(tagvalue_writer.write_document, bare)
    for package, held in spdx2.packages(inventory):
        yield _told(write_package, _fenced(package))
        for one in held:
            yield _told(write_file, _fenced(spdx2.file(*one)))
            for piece, _ in spdx2.snippets(one, inventory):
                yield _told(write_snippet, _fenced(piece))
    for said in spdx2.every_annotation(inventory):
        yield _told(write_annotation, said)


def _told(write: Callable[..., None], element: object) -> str:
    out = io.StringIO()
    write(element, out)
    return out.getvalue() + "\n"


def _fenced(element: Any) -> Any:
    """A text of one line could be read back as a date or a checksum; one that ends in a line break is fenced."""
    if isinstance(element.copyright_text, str):
        element.copyright_text += "\n"
    return element


def _rdf(inventory: Inventory) -> Iterator[str]:
    yield rdf.head()
    about = spdx2.creation(inventory)
    space = about.document_namespace
    document = URIRef(f"{space}#{about.spdx_id}")
    yield from rdf.written(rdf.said_by(add_creation_info_to_graph, about))
    for one in spdx2.references(inventory):
        yield from rdf.written(rdf.said_by(add_extracted_licensing_info_to_graph, one, document, space))
    for write, element in _elements(inventory):
        yield from rdf.written(rdf.said_by(write, element, space, {}))
    yield rdf.foot()


def _elements(inventory: Inventory) -> Iterator[tuple[Callable[..., None], Any]]:
    """Yield each element of a graph with its writer: packages, what holds what, files with all that is said of them."""
    for package, _ in spdx2.packages(inventory):
        yield add_package_to_graph, package
    yield add_annotation_to_graph, spdx2.standing(inventory)
    for relation in spdx2.relationships(inventory):
        yield add_relationship_to_graph, relation
    for one in spdx2.listed(inventory):
        yield add_file_to_graph, spdx2.file(*one)
        yield add_relationship_to_graph, spdx2.contained(inventory, one)
        for said in spdx2.file_annotations(one, inventory):
            yield add_annotation_to_graph, said
        for piece, about in spdx2.snippets(one, inventory):
            yield add_snippet_to_graph, piece
            yield add_annotation_to_graph, about


_WRITERS: dict[str, Callable[[Inventory], Iterator[str]]] = {
    "json": _json,
    "tag-value": _tag_value,
    "yaml": _yaml,
    "xml": _xml,
    "rdf": _rdf,
}
