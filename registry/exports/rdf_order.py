# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""RDF in order: a graph has no order, so that its XML comes out differently each time; here it gets one.

Everything with an address stands at the top, by its address; what has none stands once, where it is used.
"""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
}


def in_order(content: bytes) -> bytes:
    """Return RDF/XML that we wrote with the same statements in the one order."""
    for prefix, address in _PREFIXES.items():
        ElementTree.register_namespace(prefix, address)
    root = ElementTree.fromstring(content)  # noqa: S314 - our own writing, from a moment ago
    tops: list[Element] = []
    for node in root:
        _settle(node, tops)
    root[:] = sorted(tops, key=_key)
    root.text = None
    ElementTree.indent(root)
    ordered: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return ordered + b"\n"


def _settle(node: Element, tops: list[Element]) -> None:
    """Order what is said of a node; one with an address goes to the top and leaves its address behind."""
    node.attrib.pop(f"{_RDF}nodeID", None)  # a made-up name, and nothing else refers to it
    node.text = node.tail = None
    for said in node:
        said.tail = None
        for other in list(said):
            said.text = None
            _settle(other, tops)
            if address := other.get(f"{_RDF}about"):
                said.remove(other)
                said.set(f"{_RDF}resource", address)
    node[:] = sorted(node, key=_key)
    if node.get(f"{_RDF}about"):
        tops.append(node)


def _key(one: Element) -> tuple[str, bytes]:
    return one.get(f"{_RDF}about", ""), ElementTree.tostring(one)
