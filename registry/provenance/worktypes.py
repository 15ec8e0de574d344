# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Work types: which kind of work a file is, by the table of rules, or by what a person decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from registry.provenance.content import ContentFacts
from registry.provenance.model import Override, WorkTypeAnswer
from registry.provenance.overrides import decided
from registry.provenance.rules.work_types import ROWS, Row


@dataclass(frozen=True)
class _Looks:
    """A file as the rows ask for it."""

    name: str
    stem: str
    ending: str
    folders: frozenset[str]
    kind: str
    marks: frozenset[str]


def work_type(path: bytes, facts: ContentFacts | None, overrides: Sequence[Override] = ()) -> WorkTypeAnswer:
    """Return the work type of the file at `path`; `facts` is None where its content was not read."""
    if override := decided(path, [o for o in overrides if o.work_type]):
        assert override.work_type
        return WorkTypeAnswer(override.work_type, "override", override.words())
    looks = _looks(path, facts)
    row = next(row for row in ROWS if _fits(row, looks))
    return WorkTypeAnswer(row.answer, row.id, row.reason)


def _looks(path: bytes, facts: ContentFacts | None) -> _Looks:
    *folders, name = path.decode("utf-8", "replace").lower().split("/")
    name = name.lstrip(".")
    stem, dot, ending = name.rpartition(".")
    return _Looks(
        name=name,
        stem=stem,
        ending=ending if dot else "",
        folders=frozenset(folders),
        kind=facts.kind if facts else "",
        marks=frozenset(facts.marks) if facts else frozenset(),
    )


def _fits(row: Row, looks: _Looks) -> bool:
    return not (
        (row.endings and looks.ending not in row.endings)
        or (row.names and (looks.stem if row.endings else looks.name) not in row.names)
        or (row.folders and row.folders.isdisjoint(looks.folders))
        or (row.kind and row.kind != looks.kind)
        or (row.mark and row.mark not in looks.marks)
    )
