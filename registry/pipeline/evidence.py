# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The whole register as evidence takes it: every table of every stage, its files, and the places of its log."""

from __future__ import annotations

import os

from registry.evidence.backup import Site
from registry.evidence.erasure import Shelf
from registry.evidence.places import Places, places
from registry.evidence.verification.model import Derived
from registry.evidence.verification.model import Register as Verified
from registry.migrations.tables import METADATA
from registry.pipeline.register import Register
from registry.settings import Settings

DERIVED: tuple[Derived, ...] = ()
"""The tables that are not logged row by row, and how each is verified."""


def places_of(settings: Settings) -> Places:
    """Return where the register's log, its key and its checkpoint kept apart stand."""
    return places(settings.data, os.environ)


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
