# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Closing plans told: which papers to get first, and what each must cover."""

from __future__ import annotations

from datetime import date

from registry.api.shapes import plans as shapes
from registry.api.showing import shown
from registry.api.telling.ownership import Telling, cure
from registry.ownership.facts import Asks, Facts
from registry.parties.model import Party, PartyKind
from registry.pipeline.planning import ClosingPlan, Part, PlanRow
from registry.pipeline.stated import NO_SOURCES


def plan(found: ClosingPlan, known: date | None) -> shapes.Plan:
    """Return a closing plan."""
    return shapes.Plan(
        asked=shown(found.asked, 200) or None,
        as_of=found.as_of,
        known=known,
        claimable=found.claimable,
        documented=found.documented,
        unreachable=found.unreachable,
        unforeseen=found.unforeseen,
        left_as_licensed=found.left_as_licensed,
        by_method=found.by_method,
        exact=found.exact,
        rows=tuple(map(_row, found.rows)),
    )


def _row(one: PlanRow) -> shapes.PlanRow:
    # a plan brings the names of those whom its papers name; nothing else is told of them
    named = {name: Party(name, PartyKind.OTHER, called) for name, called in one.names.items()}
    telling = Telling(Facts(asks=Asks(""), parties=named), NO_SOURCES)
    return shapes.PlanRow(
        papers=tuple(cure(each, telling) for each in one.papers),
        lines=one.lines,
        cumulative=one.cumulative,
        bound=one.bound,
        documented_after=float(one.share),
        schedule=tuple(map(_scheduled, one.schedule)),
    )


def _scheduled(one: Part) -> shapes.Scheduled:
    return shapes.Scheduled(
        repository=one.repository,
        name=shown(one.full_name),
        revision=one.revision,
        lines=one.lines,
        work_types=one.work_types,
        first_day=one.first_day,
        last_day=one.last_day,
        writers=tuple(shown(name, 200) for name in one.writers),
    )
