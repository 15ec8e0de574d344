# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The output: what is known of a repository's licence in the shape of `licences --json`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.licences.decisions import Decision
from registry.licences.history import Changed, Point, Said
from registry.licences.model import Conclusion, Contradiction, Kind, Place, Source
from registry.licences.policy_check import Check
from registry.licences.statements import statements
from registry.licences.values import Grant, Value, Values
from registry.text import path_text


@dataclass(frozen=True)
class Told:
    """What the document tells of: the conclusion (with a person's in it), policy, values and history."""

    repository: str
    commit: str
    conclusion: Conclusion
    policy: Check
    values: Values
    history: tuple[Point, ...] = ()


def told_json(told: Told) -> dict[str, Any]:
    """Return the whole document; a contradiction says of each place which licence stands there, too."""
    found = told.conclusion
    return to_json(found, told.repository, told.commit) | {
        "light": found.light.value,
        "reason": found.reason.value,
        "documentation": found.documentation,
        "third_party": [_source(source) for source in found.third_party],
        "values": _values(told.values),
        "contradictions": [_contradiction(found, one) for one in found.contradictions],
        "policy": policy_json(told.policy),
        "history": [point_json(one) for one in told.history],
    }


def _contradiction(found: Conclusion, one: Contradiction) -> dict[str, Any]:
    return {
        "expressions": list(one.expressions),
        "places": [_place(place) for place in one.places],
        "said": [
            _place(each.place) | {"kind": each.kind.value, "expression": each.expression}
            for each in statements(found, one)
        ],
    }


def to_json(conclusion: Conclusion, repository: str, commit: str) -> dict[str, Any]:
    """Return the document; a source that stands in no file (GitHub's) has neither path nor line."""
    return {
        "repository": repository,
        "commit": commit,
        "concluded": conclusion.concluded,
        "sources": [_source(source) for source in (*conclusion.sources, *conclusion.third_party)],
        "contradictions": [
            {"expressions": list(one.expressions), "places": [_place(place) for place in one.places]}
            for one in conclusion.contradictions
        ],
    }


def _source(source: Source) -> dict[str, Any]:
    nowhere = source.kind is Kind.GITHUB
    return {
        "kind": source.kind.value,
        "path": None if nowhere else path_text(source.path),
        "line": None if nowhere else source.line,
        "expression": source.expression,
        "text": source.text,
    }


def _place(place: Place) -> dict[str, Any]:
    nowhere = not place.path
    return {"path": None if nowhere else path_text(place.path), "line": None if nowhere else place.line}


def policy_json(check: Check) -> dict[str, Any]:
    """Return the policy check of a day."""
    return {
        "verdict": check.verdict.value,
        "day": check.day.isoformat(),
        "findings": [
            {
                "point": one.point.value,
                "part": one.part.value,
                "expression": one.expression or None,
                "decision": decision_json(one.decision) if one.decision else None,
            }
            for one in check.findings
        ],
        "exceptions_not_in_force": [decision_json(one) for one in check.lapsed],
    }


def decision_json(one: Decision) -> dict[str, Any]:
    """Return a decision with who, when and why."""
    return {
        "number": one.number,
        "kind": one.kind.value,
        "part": one.part.value,
        "expression": one.expression,
        "from": one.first.isoformat(),
        "until": _day(one.last),
        "by": one.by,
        "reason": one.reason,
        "recorded": _day(one.day),
    }


def point_json(one: Point) -> dict[str, Any]:
    """Return a point of the history; `commits` wrote what `commit` brought to the main line."""
    return {
        "commit": one.commit,
        "commits": list(one.commits),
        "turned": one.turned,
        "concluded": one.concluded,
        "documentation": one.documentation,
        "reason": one.reason.value,
        "changes": changes_json(one.changes),
    }


def changes_json(changes: Iterable[Changed]) -> list[dict[str, Any]]:
    """Return what files said before and after; null where the file was not there."""
    return [
        {
            "path": path_text(one.path),
            "moved_from": None if one.was is None else path_text(one.was),
            "before": _said(one.before),
            "after": _said(one.after),
        }
        for one in changes
    ]


def _said(said: Said | None) -> list[dict[str, Any]] | None:
    if said is None:
        return None
    return [{"kind": one.kind.value, "expression": one.expression, "notes": list(one.notes)} for one in said]


def _values(found: Values) -> dict[str, Any]:
    return {
        "declared": [_value(one) for one in found.declared],
        "detected": [_value(one) for one in found.detected],
        "concluded_by_person": {
            "code": decision_json(found.code) if found.code else None,
            "documentation": decision_json(found.documentation) if found.documentation else None,
        },
        "granted": [_grant(one) for one in found.granted],
    }


def _value(one: Value) -> dict[str, Any]:
    return {"expression": one.expression, "places": one.places, "first": _place(one.first)}


def _grant(one: Grant) -> dict[str, Any]:
    return {
        "paper": one.paper,
        "kind": one.kind,
        "by": list(one.by),
        "to": one.to or None,
        "licence": one.said or None,
        "expression": one.expression,
        "from": one.since.isoformat(),
        "until": _day(one.until),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
