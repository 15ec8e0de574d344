# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading of contributions, and of the question."""

from __future__ import annotations

from typing import Any

import yaml

from registry.ownership.facts import Asks, Contribution
from registry.ownership.reading.mistakes import FactsError, shown
from registry.ownership.reading.register import Seen
from registry.ownership.reading.scopes import read_authors
from registry.ownership.reading.table import Table
from registry.provenance.model import Origin, WorkType


def read_asks(node: yaml.Node | None, seen: Seen) -> Asks:
    """Read `asks`: the party and the two days."""
    if node is None:
        raise FactsError(1, "asks", "expected `asks` with the party that is asked about")
    table = Table(node, "asks")
    asks = Asks(seen.party(table, "party"), table.day_or_none("as_of"), table.day_or_none("known"))
    table.close()
    return asks


def read_contribution(node: yaml.Node, seen: Seen) -> Contribution:
    """Read one of `contributions`."""
    table = Table(node, "a contribution")
    identifier = table.text("id")
    seen.new("contribution", identifier, table.line_of("id"))
    contribution = Contribution(
        id=identifier,
        repository=table.text("repository"),
        path=table.text("path"),
        work_type=table.choice("work_type", WorkType),
        authors=read_authors(table.node("authors"), "authors", seen),
        day=table.day("date"),
        lines=table.count("lines"),
        **_of_what_kind(table, seen),
    )
    table.close()
    if contribution.generated_from or contribution.depends_on:
        seen.place(contribution, table.line)
    return contribution


def _of_what_kind(table: Table, seen: Seen) -> dict[str, Any]:
    return {
        "origin": table.choice("origin", Origin, Origin.ORIGINAL),
        "bulk": table.flag("bulk", default=False),
        "delivered_by": _party_or_none(table, "delivered_by", seen),
        "maker": _party_or_none(table, "maker", seen),
        "published": table.day_or_none("published"),
        "renewed": table.day_or_none("renewed"),
        "generated_from": _ids(table, "generated_from"),
        "depends_on": _ids(table, "depends_on"),
        "ai_assisted": table.flag("ai_assisted", default=False),
        "author_doubtful": table.flag("author_doubtful", default=False),
        "reachable_from": frozenset(table.names("reachable_from") or ()),
        "recorded": table.day_or_none("recorded"),
    }


def check_generated(contributions: tuple[Contribution, ...], seen: Seen) -> None:
    """Refuse a generated work made from what is not told of, or, by some way round, from itself."""
    named = [one for one in contributions if one.generated_from or one.depends_on]
    made_from = {one.id: one.generated_from for one in named}
    ids = {one.id for one in contributions} if named else set()
    for one in named:
        for source in one.generated_from + one.depends_on:
            if source not in ids:
                expected = f"expected the id of a contribution, found {shown(source)}"
                raise FactsError(seen.where(one), "generated_from", expected)
        _refuse_circle(one, made_from, seen)


def _refuse_circle(one: Contribution, made_from: dict[str, tuple[str, ...]], seen: Seen) -> None:
    waiting, met = list(one.generated_from), set[str]()
    while waiting:
        source = waiting.pop()
        if source == one.id:
            raise FactsError(seen.where(one), "generated_from", "expected no contribution made from itself")
        if source not in met:
            met.add(source)
            waiting += made_from.get(source, ())


def _party_or_none(table: Table, field: str, seen: Seen) -> str | None:
    return seen.party(table, field) if table.has(field) else table.name_or_none(field)


def _ids(table: Table, field: str) -> tuple[str, ...]:
    if table.has(field):
        node = table.node(field)
        if isinstance(node, yaml.ScalarNode):
            return (str(node.value),)
        return tuple(str(item.value) for item in node.value) if isinstance(node, yaml.SequenceNode) else ()
    return ()
