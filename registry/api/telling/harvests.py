# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Harvests told: names of public repositories only, and no folder of the register's own machine."""

from __future__ import annotations

from collections.abc import Collection

from registry.api import addresses
from registry.api.shapes import harvests as shapes
from registry.api.showing import shown
from registry.custody.model import Harvest, Result
from registry.text import elsewhere


def harvest(one: Harvest, public: Collection[str]) -> shapes.Harvest:
    """Return one run; `public` are the names of public repositories in lower case."""
    asked = (name for name in one.asked if "/" not in name or name.lower() in public)
    return shapes.Harvest(
        id=one.id,
        kind=one.kind,
        asked=tuple(map(shown, asked)),
        started_at=one.started_at,
        finished_at=one.finished_at,
        calls=one.calls,
        failures=one.failures,
        results_address=f"{addresses.ROOT}/harvests/{one.id}/results",
    )


def result(one: Result) -> shapes.Result:
    """Return what one run found of one repository."""
    return shapes.Result(
        repository=one.repository,
        name=shown(one.name),
        outcome=one.outcome,
        message=elsewhere(shown(one.message)),
        problems=tuple(elsewhere(shown(problem)) for problem in one.problems),
        at=one.at,
        observation=one.observation,
    )
