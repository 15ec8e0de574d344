# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shapes of harvests: when the register looked, and what it found of each repository."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import WithJsonSchema

from registry.api.shapes.shape import Shape
from registry.custody.model import Outcome


class Harvest(Shape):
    """One run. `asked` are organisations and public repositories; none: all that are configured, or private ones.

    `finished_at` and `calls` are null while it runs, or where it was broken off.
    """

    id: int
    kind: str
    asked: tuple[str, ...]
    started_at: datetime
    finished_at: datetime | None
    calls: int | None
    failures: int
    results_address: str


class Harvests(Shape):
    """A part of the latest runs, latest first."""

    items: tuple[Harvest, ...]
    next: str | None


class Result(Shape):
    """What one run found of one repository; `repository` null: of none that is known."""

    repository: int | None
    name: str
    outcome: Annotated[Outcome, WithJsonSchema({"type": "string", "enum": list(Outcome)})]
    message: str
    problems: tuple[str, ...]
    at: datetime
    observation: int | None


class Results(Shape):
    """A part of what one run found, latest first; private repositories are left out."""

    harvest: int
    items: tuple[Result, ...]
    next: str | None
