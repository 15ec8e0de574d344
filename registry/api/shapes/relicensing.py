# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shapes of relicensing: what another licence takes, file by file."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import WithJsonSchema

from registry.api.shapes.licences import Clause, SaidBy, Text
from registry.api.shapes.shape import Shape
from registry.licences.file_conclusions import Part
from registry.licences.relicensing.model import Effect
from registry.pipeline.relicensing import Outcome
from registry.provenance.model import WorkType


class Sum(Shape):
    """Files and lines of which the same becomes."""

    outcome: Outcome
    files: int
    lines: int


class Agreeing(Shape):
    """Somebody who must agree, in how many files and for how many lines."""

    id: str
    name: str
    files: int
    lines: int


class Rule(Shape):
    """A rule for the way from one licence to another, with its clauses and who says so; null: the texts do."""

    id: str
    inbound: str
    outbound: str
    effect: Effect
    why: Text
    clauses: tuple[Clause, ...]
    source: SaidBy | None


class Needed(Shape):
    """The lines of a file for which somebody must agree."""

    id: str
    lines: int


class FileRelicensed(Shape):
    """One file. `assumed`: its licence opens the way, but no paper shows that its holders gave it so."""

    path: str
    part: Annotated[Part, WithJsonSchema({"type": "string", "enum": list(Part)})]
    work_type: WorkType
    licence: str
    effect: Effect
    rules: tuple[str, ...]
    outcome: Outcome
    lines: int
    consent_of: tuple[Needed, ...]
    lines_of_nobody_known: int
    limits: tuple[str, ...]
    depends_on: bool
    assumed: bool


class Relicensing(Shape):
    """Whose consent another licence takes and whose it does not; sums of all files, and a part of the files."""

    repository: int
    commit: str
    target: str
    asked: str
    as_of: date
    known: date | None
    assessed: bool
    sums: tuple[Sum, ...]
    consent_of: tuple[Agreeing, ...]
    rules: tuple[Rule, ...]
    items: tuple[FileRelicensed, ...]
    next: str | None
    disclaimer: Text
