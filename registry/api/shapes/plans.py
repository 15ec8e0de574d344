# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shapes of a closing plan: the papers that would close the gaps, and what each must cover."""

from __future__ import annotations

from datetime import date

from registry.api.shapes.ownership import Cure
from registry.api.shapes.shape import Shape
from registry.provenance.model import WorkType


class Scheduled(Shape):
    """What a paper must cover of one repository; `writers` signed the lines."""

    repository: int
    name: str
    revision: str
    lines: int
    work_types: tuple[WorkType, ...]
    first_day: date
    last_day: date
    writers: tuple[str, ...]


class PlanRow(Shape):
    """One paper, or several that only work together; no plan of as many papers exceeds `bound`."""

    papers: tuple[Cure, ...]
    lines: int
    cumulative: int
    bound: int
    documented_after: float
    schedule: tuple[Scheduled, ...]


class Plan(Shape):
    """The papers that would close the gaps, the most lines first."""

    asked: str | None
    as_of: date
    known: date | None
    claimable: int
    documented: int
    unreachable: int
    unforeseen: int
    left_as_licensed: int
    by_method: int
    exact: bool
    rows: tuple[PlanRow, ...]
