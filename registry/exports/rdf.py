# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""RDF/XML piece by piece: what the library says of one element, as it says it, without a graph of the whole.

spdx-tools' writers put statements into a graph; here they put them into a list of one element at a time. A graph
indexes each statement three times, and its XML is in no order; here the order is that of the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from rdflib import DOAP, RDF, RDFS, BNode, Literal, URIRef
from rdflib.term import Node

_PREFIXES = {
    "http://spdx.org/rdf/terms#": "spdx",
    "http://www.w3.org/2009/pointers#": "ptr",
    str(RDF): "rdf",
    str(RDFS): "rdfs",
    str(DOAP): "doap",
}
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKED = re.compile(f"[&<>\r]|{_NO_XML.pattern}")
_ENTITIES = {"\r": "&#13;"}  # a line end that XML would read as another one

Statement = tuple[Node, URIRef, Node]
"""Of what, which property, and its value."""


class Statements(list[Statement]):
    """What a writer of the library says; it takes this for the graph that it adds to."""

    def add(self, said: Statement) -> None:
        """Keep a statement."""
        self.append(said)


def said_by(write: Callable[..., Any], *told: Any) -> Statements:
    """Return what a writer of the library says of an element: it is called as `write(element, graph, ...)`."""
    element, *more = told
    said = Statements()
    write(element, said, *more)
    return said


def head() -> str:
    """Return how a document begins."""
    spaces = "".join(f'\n  xmlns:{prefix}="{space}"' for space, prefix in _PREFIXES.items())
    return f'<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF{spaces}>\n'


def foot() -> str:
    """Return how it ends."""
    return "</rdf:RDF>\n"


def written(said: Sequence[Statement]) -> Iterator[str]:
    """Yield an XML element for each thing with an address; what has none stands where it is used."""
    about: dict[Node, list[tuple[URIRef, Node]]] = {}
    for subject, name, value in said:
        about.setdefault(subject, []).append((name, value))
    for subject in about:
        if isinstance(subject, URIRef):
            yield _thing(subject, about, "  ")


def _thing(subject: Node, about: dict[Node, list[tuple[URIRef, Node]]], indent: str) -> str:
    """An element that is called after the first type of its subject, with all that is said of it."""
    said = list(about.get(subject, ()))
    kind = next((value for name, value in said if name == RDF.type and isinstance(value, URIRef)), None)
    if kind is not None:
        said.remove((RDF.type, kind))
    tag = _tag(kind) if kind is not None else "rdf:Description"
    address = f" rdf:about={quoteattr(subject)}" if isinstance(subject, URIRef) else ""
    inner = "".join(_property(name, value, about, indent + "  ") for name, value in said)
    return f"{indent}<{tag}{address}>\n{inner}{indent}</{tag}>\n"


def _property(name: URIRef, value: Node, about: dict[Node, list[tuple[URIRef, Node]]], indent: str) -> str:
    tag = _tag(name)
    if isinstance(value, BNode):
        return f"{indent}<{tag}>\n{_thing(value, about, indent + '  ')}{indent}</{tag}>\n"
    if isinstance(value, URIRef):
        return f"{indent}<{tag} rdf:resource={quoteattr(value)}/>\n"
    text = str(value)
    if _MARKED.search(text):
        text = escape(_NO_XML.sub("\ufffd", text), _ENTITIES)
    kind = value.datatype if isinstance(value, Literal) else None
    told = f" rdf:datatype={quoteattr(kind)}" if kind else ""
    return f"{indent}<{tag}{told}>{text}</{tag}>\n"


@cache
def _tag(name: URIRef) -> str:
    """The short name of a property or a type: the library uses those of five vocabularies."""
    space, local = next((one, name[len(one) :]) for one in _PREFIXES if name.startswith(one))
    assert _NAME.fullmatch(local), name
    return f"{_PREFIXES[space]}:{local}"
