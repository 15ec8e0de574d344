# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A register with a repository and a facts file that a test writes as it needs it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from registry.custody import service as custody
from registry.custody.model import RepositoryFacts
from registry.pipeline.register import Register

HEAD = b"""set: %s
asks: {party: havn}
parties:
  havn: {kind: association, name: Havnens Forening, founded: 2010-01-01}
  kaj: {kind: company, name: Kaj Kode ApS}
  alma: {kind: person, name: Alma Eksempel}
  bo: {kind: person, name: Bo Eksempel}
"""
PEOPLE = b"""engagements:
  - {person: alma, party: kaj, kind: employee, from: 2010-01-01, basis: confirmed}
identities:
  - {email: alma@example.org, person: alma, basis: confirmed}
"""
PAPER = b"""agreements:
  - id: gave
    kind: donation
    assignors: [kaj]
    assignee: havn
    signed: 2012-01-01
    covers: {repositories: [havn/kaj]}
    rights: full
    signature: proper
    document: held
"""
FACTS = HEAD % b"proeve" + PEOPLE + PAPER


def at(register: Register, day: str) -> Register:
    """Return the register as it is on a day, at noon."""
    moment = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
    return replace(register, clock=lambda: moment)


def sight(register: Register, name: str, github_id: int, day: str) -> int:
    """Let GitHub show a repository under a name on a day."""
    owner, _, short = name.partition("/")
    there = at(register, day)
    with register.sessions.begin() as session:
        seen = custody.Sight(github_id, owner, short, RepositoryFacts(), None)
        return custody.sight_on_github(session, seen, there.clock())


def written(folder: Path, data: bytes) -> Path:
    """Write a facts file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "facts.yaml"
    path.write_bytes(data)
    return path
