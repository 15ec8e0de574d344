# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading of declarations: papers that are evidence and move nothing."""

from __future__ import annotations

import yaml

from registry.agreements.model import Contributors, Declaration, Declares, Document, IdentityDeclared
from registry.ownership.reading import nodes
from registry.ownership.reading.papers import read_signature
from registry.ownership.reading.people import engagement_of
from registry.ownership.reading.register import Seen
from registry.ownership.reading.scopes import period, read_covers
from registry.ownership.reading.table import Table
from registry.parties.model import Basis, Engagement


def read_declaration(table: Table, seen: Seen) -> Declaration:
    """Read one of `agreements` that is a declaration. `by` may be a stranger: it counts for nothing."""
    table.text("kind")
    declares = table.choice("declares", Declares)
    signed = table.day("signed")
    identifier, by = table.text("id"), table.text("by")
    about: str | Engagement | Contributors | IdentityDeclared
    if declares is Declares.ENGAGEMENT:
        about = engagement_of(table, "engagement_kind", Basis.CONFIRMED, seen)
    elif declares is Declares.CONTRIBUTORS:
        about = _contributors(table, seen)
    elif declares is Declares.IDENTITY:
        about = IdentityDeclared(table.text("email").lower(), seen.person(table, "person"))
    else:
        about = table.text("agreement")
    recorded = about.recorded if isinstance(about, Engagement) else table.day_or_none("recorded")
    signature = read_signature(table)
    document = table.choice("document", Document, Document.HELD)
    table.close()
    return Declaration(identifier, by, declares, about, signed, signature, document, recorded)


def _contributors(table: Table, seen: Seen) -> Contributors:
    start, until = period(table)
    maker = seen.party(table, "maker") if table.has("maker") else None
    node = table.node("contributors")
    people = nodes.items(node, "contributors") if node is not None else []
    return Contributors(
        people=tuple(dict.fromkeys(_contributor(item, seen) for item in people)),
        covers=read_covers(table.node("covers"), seen),
        created_from=start,
        created_until=until,
        maker=maker,
    )


def _contributor(node: yaml.Node, seen: Seen) -> str:
    if isinstance(node, yaml.MappingNode):
        table = Table(node, "a contributor")
        address = table.text("email").lower()
        table.close()
        return address
    name = nodes.text(node, "contributors")
    return name.lower() if "@" in name else seen.natural(name, nodes.line(node), "contributors")
