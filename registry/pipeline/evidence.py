# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The whole register as evidence takes it: every table of every stage, its files, and the places of its log."""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from registry.evidence import sealing
from registry.evidence.backup import Site
from registry.evidence.checkpoint import Checkpoint
from registry.evidence.erasure import Shelf
from registry.evidence.places import Places, places
from registry.evidence.sealing import Cut, Sealed
from registry.evidence.signing import checkpoint
from registry.evidence.verification.model import Register as Verified
from registry.migrations.tables import METADATA
from registry.pipeline.register import Register
from registry.settings import Settings

TITLES = "ownership_titles"
_BY_REPOSITORY = (
    *(
        f"provenance_{name}"
        for name in (
            *("files", "lines", "shares", "activity", "roots", "sightings", "copies", "documents"),
            *("main_lines", "edits", "growth"),
            *("differences", "other_shares", "rollups", "own_revisions"),
        )
    ),
    "licences_history",
    TITLES,
)
_GROWING = (
    "licences_detections",
    "licences_listings",
    *(f"provenance_{name}" for name in ("blobs", "commits", "counts", "texts")),
)


def _sealed() -> tuple[Sealed, ...]:
    tables = METADATA.tables
    return (
        *(Sealed(tables[name], tables[name].c.repository_id, Cut.BY_VALUE) for name in _BY_REPOSITORY),
        *(Sealed(tables[name], tables[name].c.id, Cut.BY_NUMBER) for name in _GROWING),
    )


SEALED = _sealed()
"""The tables that are not logged row by row: the log holds the digests of their parts."""

DERIVED = tuple(one.derived() for one in SEALED)
"""How verification looks at them."""


def seal(session: Session, repositories: Collection[int], now: datetime) -> int:
    """Put the digests of the derived tables into the log, in the transaction that read these repositories."""
    parts = frozenset(map(str, repositories))
    return sealing.seal(session, SEALED, now, dict.fromkeys(_BY_REPOSITORY, parts))


def seal_titles(session: Session, repositories: Collection[int], now: datetime) -> int:
    """Put the digests of titles in short into the log, in the transaction that keeps those of these repositories."""
    only = [one for one in SEALED if one.table.name == TITLES]
    return sealing.seal(session, only, now, {TITLES: frozenset(map(str, repositories))})


def places_of(settings: Settings) -> Places:
    """Return where the register's log, its key and its checkpoint kept apart stand."""
    return places(settings.data, os.environ)


def sign(register: Register) -> Checkpoint | None:
    """Sign the log as it stands, where the register has a key; None where it has none yet."""
    there = places_of(register.settings)
    return checkpoint(register.sessions, there, register.clock()) if there.key.exists() else None


def verified(register: Register) -> Verified:
    """Return the register as verification takes it."""
    settings = register.settings
    tables = METADATA.sorted_tables
    return Verified(register.sessions, tables, settings.blobs, places_of(settings), DERIVED)


def shelf(register: Register) -> Shelf:
    """Return the register as erasing and scrubbing take it."""
    settings = register.settings
    return Shelf(register.sessions, METADATA.sorted_tables, settings.blobs, places_of(settings))


def site(register: Register) -> Site:
    """Return the register as backup and restore take it."""
    settings = register.settings
    return Site(
        register.engine, METADATA.sorted_tables, settings.blobs, settings.mirrors, places_of(settings)
    )
