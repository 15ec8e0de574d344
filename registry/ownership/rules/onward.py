# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rule 8, onward assignment: who acquired by agreement may pass on only what that agreement lets pass."""

from __future__ import annotations

from datetime import date

from registry.ownership.course import Course, Paper
from registry.ownership.rules.rule import Certainty, Rule

RULE = Rule(
    number="8",
    key="onward",
    da="Den, der har fået rettighederne ved aftale, må kun overdrage dem videre, når aftalen giver lov "
    "til det, eller "
    "når det er sædvanligt eller åbenbart forudsat.",
    en="Who acquired by agreement may assign onward only where that agreement allows it, or where it "
    "is usual or "
    "obviously presupposed.",
    source="Ophavsretsloven s. 56(2)",
    certainty=Certainty.USUAL,
)


def may_assign_onward(course: Course, day: date) -> bool:
    """Tell whether the holder can give onward on `day`; title acquired by law needs no grant."""
    if course.acquired is None:
        return True
    return any(paper.allows_onward(day) for paper in papers_of_step(course, course.acquired))


def papers_of_step(course: Course, number: int) -> list[Paper]:
    """Return the paper of a step and those that later confirmed it."""
    moved = course.steps[number].paper
    confirming = [paper for step, _, paper in course.confirms if step == number]
    return [moved, *confirming] if moved is not None else confirming
