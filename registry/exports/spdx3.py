# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""SPDX 3.0.1: an inventory as a graph of elements, in JSON-LD. Only this file knows SPDX's third model."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import spdx_python_model.bindings.v3_0_1 as model

from registry.errors import BadInputError
from registry.exports import words
from registry.exports.model import ExportedFile, Inventory


class _Graph:
    """The elements of one document, each with an address below the document's own."""

    def __init__(self, inventory: Inventory) -> None:
        self.base = words.namespace(inventory) + "#"
        self.objects = model.SHACLObjectSet()
        self.creation = model.CreationInfo(_id="_:creation", specVersion="3.0.1", created=inventory.read_at)
        self.licences: dict[str, Any] = {}
        self.listed: list[Any] = []
        self.objects.add(self.creation)

    def add(self, kind: Any, key: str, **facts: Any) -> Any:
        """Make an element and list it."""
        made = kind(_id=self.base + key, creationInfo=self.creation, **facts)
        self.objects.add(made)
        self.listed.append(made)
        return made

    def relate(self, one: Any, how: str, others: list[Any]) -> None:
        """State a relationship; one with nothing at its other end is left out."""
        if others:
            name = f"relationship-{len(self.listed)}"
            kind = getattr(model.RelationshipType, how)
            self.add(model.Relationship, name, from_=one, relationshipType=kind, to=others)

    def say(self, subject: Any, key: str, statement: str) -> None:
        """State something about an element."""
        kind = model.AnnotationType.other
        self.add(model.Annotation, key, annotationType=kind, subject=subject, statement=statement)

    def licence(self, expression: str) -> Any:
        """Return the element of an expression; one for each."""
        if expression not in self.licences:
            name = f"licence-{len(self.licences)}"
            made = self.add(
                model.simplelicensing_LicenseExpression, name, simplelicensing_licenseExpression=expression
            )
            self.licences[expression] = made
        return self.licences[expression]


def stream(inventory: Inventory, form: str = "json", *, validate: bool = False) -> Iterator[bytes]:
    """Return the document's pieces. The model refuses wrong values while it is built.

    Raises BadInputError for another form than JSON; with `validate` it is read back and its links checked.
    """
    if form != "json":
        msg = f"SPDX 3.0.1 is written as JSON only, not as {form}; choose --format json or --spdx-version 2.3"
        raise BadInputError(msg)
    pieces = _pieces_of(_objects(inventory))
    if not validate:
        return pieces
    whole = b"".join(pieces)
    _read_back(whole)
    return iter([whole])


def _pieces_of(objects: Any) -> Iterator[bytes]:
    """Yield one element a line, in the order of the model's own writer."""
    data = model.JSONLDSerializer().serialize_data(objects, force_at_graph=True)
    graph = data.pop("@graph")
    yield json.dumps(data).removesuffix("}").encode() + b', "@graph": ['
    for number, element in enumerate(graph):
        yield (b",\n" if number else b"\n") + json.dumps(element).encode()
    yield b"\n]}\n"


def _read_back(raw: bytes) -> None:
    found = model.SHACLObjectSet()
    model.JSONLDDeserializer().read(io.BytesIO(raw), found)
    missing = sorted(found.link())
    if missing:
        msg = f"the SPDX document names {missing[0]} and does not hold it"
        raise BadInputError(msg)


def _objects(inventory: Inventory) -> Any:
    graph = _Graph(inventory)
    agent = graph.add(model.SoftwareAgent, "register", name="os2-ownership-registry")
    graph.creation.createdBy.append(agent)
    root = _repository(graph, inventory)
    parts = {
        place: graph.add(model.software_Package, f"part-{number}", name=place)
        for number, place in enumerate(inventory.components, 1)
    }
    inside: dict[str | None, list[Any]] = {None: list(parts.values())}
    for number, one in enumerate(inventory.files, 1):
        if one.digests:
            inside.setdefault(one.component, []).append(_file(graph, number, one, inventory))
    for place, held in inside.items():
        graph.relate(root if place is None else parts[place], "contains", held)
    _dependencies(graph, inventory, root)
    _document(graph, inventory, root)
    return graph.objects


def _dependencies(graph: _Graph, inventory: Inventory, root: Any) -> None:
    """Each component that a manifest names, known by its package URL alone."""
    needed: dict[str, list[Any]] = {"dependsOn": [], "hasOptionalDependency": []}
    for number, one in enumerate(inventory.dependencies, 1):
        made = graph.add(
            model.software_Package,
            f"component-{number}",
            name=one.name,
            software_packageUrl=one.purl,
            comment=words.of_dependency(one),
        )
        if one.version:
            made.software_packageVersion = one.version
        graph.relate(made, "hasDeclaredLicense", [graph.licence(one.licence)] if one.licence else [])
        needed["hasOptionalDependency" if one.needed == "optional" else "dependsOn"].append(made)
    for how, others in needed.items():
        graph.relate(root, how, others)


def _document(graph: _Graph, inventory: Inventory, root: Any) -> None:
    core, software, licensing = (
        getattr(model.ProfileIdentifierType, name) for name in ("core", "software", "simpleLicensing")
    )
    listed = list(graph.listed)
    graph.add(
        model.SpdxDocument,
        "document",
        name=inventory.full_name,
        comment=words.ABOUT,
        rootElement=[root],
        element=listed,
        profileConformance=[core, software, licensing],
    )


def _repository(graph: _Graph, inventory: Inventory) -> Any:
    root = graph.add(
        model.software_Package,
        "repository",
        name=inventory.full_name,
        software_packageVersion=inventory.commit,
        software_downloadLocation=words.download(inventory) or "NOASSERTION",
        software_copyrightText=words.notices(inventory.own) or "NONE",
        summary=words.summary(inventory),
        comment="\n".join(filter(None, (words.why(inventory), words.left_out(inventory)))),
    )
    for how, said in (
        ("hasConcludedLicense", inventory.concluded),
        ("hasDeclaredLicense", inventory.declared),
    ):
        graph.relate(root, how, [graph.licence(said)] if said else [])
    graph.say(root, "standing", words.standing(inventory))
    return root


def _file(graph: _Graph, number: int, one: ExportedFile, inventory: Inventory) -> Any:
    assert one.digests is not None
    hashes = [
        model.Hash(algorithm=getattr(model.HashAlgorithm, name), hashValue=getattr(one.digests, name))
        for name in ("sha1", "sha256")
    ]
    made = graph.add(
        model.software_File,
        f"file-{number}",
        name="./" + one.name,
        verifiedUsing=hashes,
        software_copyrightText=words.notices([one]) or "NONE",
        comment=words.of_file(one),
    )
    graph.relate(made, "hasConcludedLicense", [graph.licence(one.concluded)] if one.concluded else [])
    graph.relate(made, "hasDeclaredLicense", [graph.licence(said) for said in one.stated])
    if one.title:
        graph.say(made, f"title-{number}", words.title_of(one.title, inventory))
    _pieces(graph, number, one, made, inventory)
    return made


def _pieces(graph: _Graph, number: int, one: ExportedFile, file: Any, inventory: Inventory) -> None:
    """The pieces of a file whose title differs, each with what is said of it."""
    made = []
    for place, piece in enumerate(one.pieces, 1):
        lines, span = (
            model.PositiveIntegerRange(beginIntegerRange=first, endIntegerRange=last)
            for first, last in (piece.lines, piece.span)
        )
        key = f"file-{number}-lines-{place}"
        snippet = graph.add(
            model.software_Snippet,
            key,
            name=f"./{one.name}, lines {piece.lines[0]} to {piece.lines[1]}",
            software_snippetFromFile=file,
            software_lineRange=lines,
            software_byteRange=span,
        )
        graph.say(snippet, f"title-{number}-{place}", words.title_of(piece.title, inventory))
        made.append(snippet)
    graph.relate(file, "contains", made)
