# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Decided: a conclusion as persons have settled it; what the sources say stays beside it, untouched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from registry.licences.decisions import NO_LICENCE, DecidedPart, Decision, DecisionKind
from registry.licences.model import Conclusion, Light, Reason
from registry.licences.policy import within_policy


def concluded_by(decided: Iterable[Decision], part: DecidedPart, day: date) -> Decision | None:
    """Return the person's conclusion of a part that holds on a day."""
    return next(
        (
            one
            for one in decided
            if one.kind is DecisionKind.CONCLUSION and one.part is part and one.holds(day)
        ),
        None,
    )


def settled(concluded: Conclusion, decided: Iterable[Decision], day: date) -> Conclusion:
    """Return the conclusion with a person's in place of the register's own; contradictions and sources stay.

    Where the sources contradict a person's word the light is not green.
    """
    every = tuple(decided)
    code = concluded_by(every, DecidedPart.CODE, day)
    documents = concluded_by(every, DecidedPart.DOCUMENTATION, day)
    if documents is not None:
        concluded = replace(concluded, documentation=_expression(documents))
    if code is None:
        return concluded
    expression = _expression(code)
    follows = concluded.documentation is None or concluded.documentation == concluded.concluded
    return replace(
        concluded,
        concluded=expression,
        reason=Reason.DECIDED if expression else Reason.NONE,
        light=_light(expression, concluded),
        documentation=expression if follows and documents is None else concluded.documentation,
    )


def _expression(decision: Decision) -> str | None:
    return None if decision.expression == NO_LICENCE else decision.expression


def _light(expression: str | None, concluded: Conclusion) -> Light:
    if expression is None:
        return Light.RED
    return Light.YELLOW if concluded.contradictions or not within_policy(expression) else Light.GREEN
