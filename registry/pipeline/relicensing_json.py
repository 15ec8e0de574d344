# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Relicensing and refusals as JSON; the shape is stable, rules are told in both languages."""

from __future__ import annotations

from typing import Any

from registry.licences.relicensing.model import Step
from registry.licences.terms.output import DISCLAIMER, clause_json, text_json
from registry.pipeline.refusal import Refusal
from registry.pipeline.relicensing import FilePassage, Relicensing


def relicensing_json(found: Relicensing) -> dict[str, Any]:
    """Return the whole answer; files name the rules, which stand once beside them."""
    rules = {_id(step): step for one in found.files for step in one.passage.steps}
    return {
        "revision": found.revision,
        "target": found.target,
        "asked": found.asked,
        "as_of": found.as_of.isoformat(),
        "known": found.known.isoformat() if found.known else None,
        "assessed": found.assessed,
        "outcomes": {
            str(key): {"files": files, "lines": lines} for key, (files, lines) in found.counted().items()
        },
        "consent_of": [
            {"id": one.id, "name": one.name, "files": one.files, "lines": one.lines} for one in found.parties
        ],
        "rules": {key: _rule(step) for key, step in sorted(rules.items())},
        "files": [_file(one) for one in found.files],
        "disclaimer": text_json(DISCLAIMER),
    }


def refusal_json(found: Refusal) -> dict[str, Any]:
    """Return the files to rewrite, with their lines."""
    return {
        "parties": list(found.parties),
        "lines": found.lines,
        "unclear_files": found.unclear,
        "others_must_agree_too": found.left,
        "files": [
            {"path": one.path, "lines": one.lines, "of": one.of, "spans": [list(span) for span in one.spans]}
            for one in found.files
        ],
    }


def _id(step: Step) -> str:
    return f"{step.rule}:{step.inbound}:{step.target}"


def _file(one: FilePassage) -> dict[str, Any]:
    return {
        "path": one.path,
        "part": str(one.part),
        "work_type": str(one.work_type),
        "licence": one.passage.inbound,
        "effect": str(one.passage.effect),
        "rules": [_id(step) for step in one.passage.steps],
        "outcome": str(one.outcome),
        "lines": one.lines,
        "consent_of": dict(one.of),
        "lines_of_nobody_known": one.unknown,
        "limits": list(one.limits),
        "depends_on": one.depends_on,
        "assumed": one.assumed,
    }


def _rule(step: Step) -> dict[str, Any]:
    origin = step.origin
    return {
        "from": step.inbound,
        "to": step.target,
        "effect": str(step.effect),
        "why": text_json(step.why),
        "clauses": [clause_json(one) for one in step.clauses],
        "source": {"name": text_json(origin.name), "date": origin.day, "url": origin.url} if origin else None,
    }
