# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Where facts come from: the sets that state them and the documents that the register holds, as known on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from registry.agreements import service as agreements
from registry.agreements.service import Held
from registry.parties import service as parties
from registry.parties.stating import Told
from registry.pipeline.determined import Remembered, memory


@dataclass(frozen=True)
class Source:
    """A set of facts: its name, and the number of the evidence that is the file which states it."""

    name: str
    observation: int


@dataclass(frozen=True)
class Sources:
    """What stands behind facts: the documents held by their paper, and who states what.

    `stated` is by the ids of engagements, successions and papers; `sets` are all sets, by name.
    """

    documents: Mapping[str, Held]
    stated: Mapping[str, Source]
    sets: tuple[Source, ...]

    def behind(self, name: str) -> int | None:
        """Return the evidence behind a fact by its id: its document, else the file that states it; None for no fact."""
        source = self.documents.get(name) or self.stated.get(name)
        return source.observation if source else None


NO_SOURCES = Sources({}, {}, ())
"""Behind facts that nobody stated."""

_SOURCES: Remembered[Sources] = Remembered(16)


def sources(session: Session, known: date | None = None) -> Sources:
    """Return what stands behind the facts that were recorded by the end of a day (None: by now)."""
    at = parties.position_on(session, known or date.max)
    place = memory(session)
    return _SOURCES.get((place, at), lambda: _sources(session, at))


def _sources(session: Session, at: int) -> Sources:
    said = parties.statements(session, at)
    sets = {one.set_name: Source(one.set_name, one.observation) for one in said}
    people, papers = parties.people(session, at), agreements.papers(session, at)
    told: tuple[Told[Any], ...] = (
        *people.engagements, *people.successions, *papers.agreements, *papers.declarations
    )  # fmt: skip
    stated = {one.fact.id: sets[one.set_name] for one in told}
    return Sources(agreements.documents(session, at), stated, tuple(sets.values()))
