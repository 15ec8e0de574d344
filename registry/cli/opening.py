# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Opening the register for a command: its connections are closed when the command ends, however it ends."""

from __future__ import annotations

import click
from sqlalchemy.orm import Session

from registry.custody import service as custody
from registry.custody.model import Repository
from registry.errors import NotFoundError
from registry.pipeline import register
from registry.provenance import service as provenance
from registry.provenance.snapshot import Snapshot
from registry.settings import Settings


def open_register(settings: Settings, *, seed: bool = True) -> register.Register:
    """Return the open register; raises RegistryError where it cannot be used."""
    opened = register.open_register(settings, seed=seed)
    click.get_current_context().call_on_close(opened.engine.dispose)
    return opened


def last_read(session: Session, full_name: str) -> tuple[Repository, Snapshot]:
    """Return a repository and what was read of it last; raises NotFoundError where there is none of either."""
    repository = custody.by_name(session, full_name)
    read = provenance.snapshot(session, repository.id)
    if read is None:
        msg = f"{repository.full_name} holds nothing that was read; harvest it first"
        raise NotFoundError(msg)
    return repository, read
