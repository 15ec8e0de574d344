# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What a facts file says, each fact with its line: what an import compares with what the register holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from registry.agreements.model import Agreement, Declaration
from registry.agreements.service import Papers
from registry.errors import BadInputError
from registry.ownership.facts import Facts
from registry.ownership.reading import nodes
from registry.ownership.reading.file import read_file
from registry.ownership.reading.mistakes import FactsError, shown
from registry.parties.service import People
from registry.parties.stating import Told
from registry.provenance.cpr import count
from registry.text import visible

LONGEST_ID = 200
_KEPT_AS_WRITTEN = ("licence", "decision")


@dataclass(frozen=True)
class Said:
    """One facts file: its set, the question's party, its title, and every fact with its place."""

    set_name: str
    asked: str
    title: str
    people: People
    papers: Papers

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its papers."""
        told: list[Told[Any]] = [*self.papers.agreements, *self.papers.declarations]
        return frozenset(one.fact.id for one in told)


def read_said(data: bytes) -> Said:
    """Read a facts file for the register; a mistake is told with line and field, a CPR number is refused."""
    refuse_cpr(data, "the facts file")
    file = read_file(data)
    facts, top = file.facts, _Top(data)
    _check_set(file.set_name, top)
    if facts.contributions:
        expected = "expected no contributions: in the register, what was written comes from the harvest"
        raise FactsError(top.line("contributions"), "contributions", expected)
    _check_ids(facts, top)
    name = file.set_name
    return Said(name, facts.asks.party, facts.title, _people(facts, name, top), _papers(facts, name, top))


def refuse_cpr(data: bytes, what: str) -> None:
    """Refuse an upload that holds a CPR number: it is never stored."""
    if count(data):
        msg = f"{what} holds what looks like a CPR number, which is never stored; take it out and try again"
        raise BadInputError(msg)


class _Top:
    """The composed file once more: where each fact stands, and what papers say beside the facts."""

    def __init__(self, data: bytes) -> None:
        self._fields = {
            key: (key_node, value) for key, key_node, value in nodes.pairs(nodes.compose(data), "")
        }

    def line(self, field: str) -> int:
        """Return the line of a field."""
        return nodes.line(self._fields[field][0]) if field in self._fields else 1

    def lines(self, field: str) -> list[int]:
        """Return the line of each member of a list."""
        return [nodes.line(item) for item in self._items(field)]

    def keys(self, field: str) -> dict[str, int]:
        """Return the line of each key of a mapping."""
        if field not in self._fields or nodes.is_null(self._fields[field][1]):
            return {}
        return {key: nodes.line(node) for key, node, _ in nodes.pairs(self._fields[field][1], field)}

    def papers(self) -> dict[str, tuple[int, Mapping[str, Any]]]:
        """Return by id the line of each paper, and what it says that is kept as written."""
        found: dict[str, tuple[int, Mapping[str, Any]]] = {}
        for item in self._items("agreements"):
            entries = {key: value for key, _, value in nodes.pairs(item, "agreements")}
            more = {key: _plain(entries[key]) for key in _KEPT_AS_WRITTEN if key in entries}
            found[str(entries["id"].value)] = nodes.line(item), more
        return found

    def _items(self, field: str) -> list[yaml.Node]:
        node = self._fields[field][1] if field in self._fields else None
        return [] if node is None or nodes.is_null(node) else nodes.items(node, field)


def _check_set(name: str, top: _Top) -> None:
    if not name or len(name) > 100 or visible(name) != name:
        expected = (
            "expected `set: NAME`, at most 100 plain characters: an import replaces what its set said before"
        )
        raise FactsError(top.line("set"), "set", expected)


def _check_ids(facts: Facts, top: _Top) -> None:
    for name, line in (*top.keys("parties").items(), *((one, at) for one, (at, _) in top.papers().items())):
        if len(name) > LONGEST_ID or visible(name) != name:
            raise FactsError(
                line, "id", f"expected an id of at most {LONGEST_ID} plain characters, found {shown(name)}"
            )
    for one, line in zip(facts.identities, top.lines("identities"), strict=True):
        if len(one.email) > 320 or len(one.github_id) > 50:
            raise FactsError(
                line, "email", "expected an address of at most 320 characters, an account of at most 50"
            )
    for domain, line in zip(facts.domains, top.lines("domains"), strict=True):
        if len(domain.domain) > 255:
            raise FactsError(line, "domain", "expected a domain of at most 255 characters")


def _people(facts: Facts, name: str, top: _Top) -> People:
    def told(found: Iterable[Any], lines: Iterable[int]) -> tuple[Told[Any], ...]:
        return tuple(Told(one, name, line, {}, {}) for one, line in zip(found, lines, strict=True))

    return People(
        told(facts.parties.values(), top.keys("parties").values()),
        told(facts.successions, top.lines("successions")),
        told(facts.engagements, top.lines("engagements")),
        told(facts.identities, top.lines("identities")),
        told(facts.domains, top.lines("domains")),
    )


def _papers(facts: Facts, name: str, top: _Top) -> Papers:
    lines = top.papers()
    agreements: list[Told[Agreement]] = [
        Told(one, name, lines[one.id][0], {}, lines[one.id][1]) for one in facts.agreements
    ]
    declarations: list[Told[Declaration]] = [
        Told(one, name, lines[one.id][0], {}, {}) for one in facts.declarations
    ]
    claims = zip(facts.claims, top.lines("claims"), strict=True)
    return Papers(
        tuple(agreements), tuple(declarations), tuple(Told(one, name, line, {}, {}) for one, line in claims)
    )


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    return [_plain(one) for one in node.value] if isinstance(node, yaml.SequenceNode) else str(node.value)
