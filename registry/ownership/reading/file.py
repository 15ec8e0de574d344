# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A facts file: the bytes of one YAML document in the form of the worked cases, read into facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import yaml

from registry.agreements.model import Agreement, Declaration
from registry.collector import resting
from registry.ownership.facts import Facts
from registry.ownership.reading import nodes, people, works
from registry.ownership.reading.contradictions import refuse_contradictions
from registry.ownership.reading.evidence import read_declaration
from registry.ownership.reading.mistakes import FactsError, shown
from registry.ownership.reading.papers import is_declaration, read_agreement, read_claim
from registry.ownership.reading.register import Seen
from registry.ownership.reading.table import Table

_Fact = TypeVar("_Fact")


@dataclass(frozen=True)
class FactsFile:
    """What a file says: the facts, the name of its set, and where each fact stands."""

    facts: Facts
    set_name: str
    seen: Seen


def read_facts(data: bytes) -> Facts:
    """Read a facts file; a mistake raises `FactsError` with the line, the field and what was expected."""
    return read_file(data).facts


def read_file(data: bytes) -> FactsFile:
    """Read a facts file with its set's name and the places of its facts.

    What is composed holds no circles, so the collector rests meanwhile: it would look at every node again.
    """
    with resting():
        return _read(data)


def _read(data: bytes) -> FactsFile:
    top = Table(nodes.compose(data), "a facts file")
    seen = Seen()
    parties = people.read_parties(top.node("parties"), seen)
    agreements, declarations = _papers(top, seen)
    facts = Facts(
        asks=works.read_asks(top.node("asks"), seen),
        title=top.text_or("title"),
        parties=parties,
        successions=_each(top, "successions", people.read_succession, seen),
        engagements=_each(top, "engagements", people.read_engagement, seen),
        identities=_each(top, "identities", people.read_identity, seen),
        domains=_each(top, "domains", people.read_domain, seen),
        agreements=agreements,
        declarations=declarations,
        claims=_each(top, "claims", read_claim, seen),
        contributions=_each(top, "contributions", works.read_contribution, seen),
    )
    set_name = top.text_or("set")
    for expectation in ("expect", "shares"):
        top.node(expectation)
    top.close()
    works.check_generated(facts.contributions, seen)
    refuse_contradictions(facts, seen)
    return FactsFile(facts, set_name, seen)


def _each(top: Table, field: str, read: Callable[[yaml.Node, Seen], _Fact], seen: Seen) -> tuple[_Fact, ...]:
    node = top.node(field)
    return () if node is None else tuple(read(item, seen) for item in nodes.items(node, field))


def _papers(top: Table, seen: Seen) -> tuple[tuple[Agreement, ...], tuple[Declaration, ...]]:
    node = top.node("agreements")
    agreements: list[Agreement] = []
    declarations: list[Declaration] = []
    about: list[tuple[Declaration, int]] = []
    for item in nodes.items(node, "agreements") if node is not None else ():
        table = Table(item, "an agreement")
        if is_declaration(table.peek("kind")):
            declaration = read_declaration(table, seen)
            declarations.append(declaration)
            about.append((declaration, table.line_of("agreement")))
            name = declaration.id
        else:
            agreement = read_agreement(table, seen)
            agreements.append(agreement)
            name = agreement.id
        _take_id(name, table, seen)
    for declaration, line in about:
        if isinstance(declaration.about, str) and f"paper {declaration.about}" not in seen.lines:
            raise FactsError(
                line, "agreement", f"expected the id of a paper, found {shown(declaration.about)}"
            )
    return tuple(agreements), tuple(declarations)


def _take_id(name: str, table: Table, seen: Seen) -> None:
    seen.new("paper", name, table.line_of("id"))
    if name in seen.parties:
        also = seen.lines[f"party {name}"]
        raise table.mistake("id", "expected an id that no party has: ids are one namespace", also)
