# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Relicensing told: the way of each file to another licence, with the rules that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from registry.api.paging import Part
from registry.api.shapes import licences as terms
from registry.api.shapes import relicensing as shapes
from registry.api.showing import shown, shown_path
from registry.licences.relicensing.model import Step
from registry.licences.terms.compatibility import Origin
from registry.licences.terms.model import Text
from registry.licences.terms.output import DISCLAIMER, clause_json
from registry.pipeline.relicensing import FilePassage, Relicensing
from registry.text import path_bytes


def relicensing(found: Relicensing, part: Part[FilePassage]) -> shapes.Relicensing:
    """Return the whole answer with a part of its files; rules stand once, and only those of these files."""
    return shapes.Relicensing(
        repository=found.repository,
        commit=found.revision,
        target=found.target,
        asked=shown(found.asked, 200),
        as_of=found.as_of,
        known=found.known,
        assessed=found.assessed,
        sums=tuple(
            shapes.Sum(outcome=outcome, files=files, lines=lines)
            for outcome, (files, lines) in found.counted().items()
        ),
        consent_of=tuple(
            shapes.Agreeing(id=shown(one.id), name=shown(one.name), files=one.files, lines=one.lines)
            for one in found.parties
        ),
        rules=_rules(step for one in part.members for step in one.passage.steps),
        items=tuple(map(_file, part.members)),
        next=part.following,
        disclaimer=_text(DISCLAIMER),
    )


def _file(one: FilePassage) -> shapes.FileRelicensed:
    return shapes.FileRelicensed(
        path=shown_path(path_bytes(one.path)),
        part=one.part,
        work_type=one.work_type,
        licence=one.passage.inbound,
        effect=one.passage.effect,
        rules=tuple(map(_id, one.passage.steps)),
        outcome=one.outcome,
        lines=one.lines,
        consent_of=tuple(shapes.Needed(id=shown(party), lines=lines) for party, lines in one.of.items()),
        lines_of_nobody_known=one.unknown,
        limits=tuple(map(shown, one.limits)),
        depends_on=one.depends_on,
        assumed=one.assumed,
    )


def _rules(steps: Iterable[Step]) -> tuple[shapes.Rule, ...]:
    by_id = {_id(step): step for step in steps}
    return tuple(
        shapes.Rule(
            id=name,
            inbound=step.inbound,
            outbound=step.target,
            effect=step.effect,
            why=_text(step.why),
            clauses=tuple(terms.Clause.model_validate(clause_json(each)) for each in step.clauses),
            source=_said_by(step.origin) if step.origin else None,
        )
        for name, step in sorted(by_id.items())
    )


def _id(step: Step) -> str:
    return f"{step.rule}:{step.inbound}:{step.target}"


def _said_by(origin: Origin) -> terms.SaidBy:
    return terms.SaidBy.model_validate(
        {"name": _text(origin.name), "date": origin.day or None, "url": origin.url}
    )


def _text(one: Text) -> terms.Text:
    return terms.Text(da=one.da, en=one.en)
