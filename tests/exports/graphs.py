# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Two graphs of one inventory: as it is written here piece by piece, and as spdx-tools writes the whole document."""

from __future__ import annotations

import io

from rdflib import Graph
from rdflib.compare import to_isomorphic
from spdx_tools.spdx.writer.rdf import rdf_writer

from registry.exports import service as exports
from registry.exports import spdx2
from registry.exports.model import Inventory


def own_graph(found: Inventory) -> Graph:
    """The graph that is read from our bytes; names of nodes without address do not count."""
    return to_isomorphic(Graph().parse(data=b"".join(exports.spdx(found, "2.3", "rdf")), format="xml"))


def library_graph(found: Inventory) -> Graph:
    """The graph that is read from spdx-tools' bytes."""
    raw = io.BytesIO()
    rdf_writer.write_document_to_stream(spdx2.document(found), raw, validate=False, drop_duplicates=False)
    return to_isomorphic(Graph().parse(data=raw.getvalue(), format="xml"))
