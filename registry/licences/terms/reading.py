# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading the written terms: one YAML file a licence or family, the sentences in common in `phrases.yaml`.

A family member may build on another file (`extends`) where the licence texts are equal; `only` names the
members that a sentence is about. Whether each cited clause opens in each text as written is tested.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from registry.licences.terms.model import Clause, Column, Columns, LicenceTerms, Statement, Text, Use
from registry.licences.terms.names import clause_name, licence_name

Raw = Mapping[str, Any]
_PARTS = ("clauses", "statements", "always", "uses")


@cache
def every_licence() -> Mapping[str, LicenceTerms]:
    """Return the terms of every licence that has them, by SPDX identifier."""
    found = {}
    for name in _file_names():
        raw = _family(name)
        for identifier in raw["licences"]:
            found[identifier] = _licence(identifier, raw)
    return dict(sorted(found.items(), key=lambda pair: pair[0].lower()))


def _file_names() -> list[str]:
    folder = resources.files("registry.licences.terms") / "data"
    names = sorted(entry.name for entry in folder.iterdir())
    return [name.removesuffix(".yaml") for name in names if name.endswith(".yaml") and name != "phrases.yaml"]


@cache
def _file(name: str) -> Raw:
    folder = resources.files("registry.licences.terms") / "data"
    loaded: Raw = yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8"))
    return loaded


def _family(name: str) -> Raw:
    """Return a file laid over the one it builds on; what it leaves out of that one is named in `without`."""
    own = _file(name)
    if "extends" not in own:
        return own
    base, without = _family(own["extends"]), own.get("without", {})
    joined = dict(own)
    for part in _PARTS:
        kept = {key: value for key, value in base[part].items() if key not in without.get(part, ())}
        joined[part] = kept | own.get(part, {})
    joined.setdefault("style", base.get("style"))
    return joined


def _licence(identifier: str, raw: Raw) -> LicenceTerms:
    clauses = {key: _clause(key, value, raw) for key, value in raw["clauses"].items()}
    statements = {
        key: _statement(key, value, clauses)
        for key, value in raw["statements"].items()
        if identifier in value.get("only", (identifier,))
    }
    uses = {use: _columns(raw["uses"][use], raw.get("always", {}), statements) for use in Use}
    return LicenceTerms(identifier, licence_name(identifier), uses, tuple(clauses.values()))


def _clause(key: str, value: str | Mapping[str, str], raw: Raw) -> Clause:
    if isinstance(value, str):
        return Clause(key, clause_name(key, raw.get("style") or "section"), value)
    return Clause(key, Text(value["da"], value["en"]), value["opening"])


def _statement(key: str, value: Raw, clauses: Mapping[str, Clause]) -> Statement:
    words = value if "da" in value else _file("phrases")[key]
    return Statement(key, Text(words["da"], words["en"]), tuple(clauses[cite] for cite in value["cites"]))


def _columns(use: Raw, always: Raw, statements: Mapping[str, Statement]) -> Columns:
    return {
        column: tuple(
            statements[key]
            for key in dict.fromkeys([*use.get(column, ()), *always.get(column, ())])
            if key in statements
        )
        for column in Column
    }
