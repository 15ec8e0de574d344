# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The register: its settings, its database and its clock, opened and brought up to date."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from registry.custody import service as custody
from registry.database import Sessions, open_engine, sessions
from registry.errors import RegistryError, cause_of
from registry.evidence.places import places
from registry.evidence.signing import guarded
from registry.governance import service as governance
from registry.migrations import migrate
from registry.settings import Settings

MIRRORS = "pipeline.mirrors"
"""In `session.info`: the folder of our mirrors, for what only git can tell of a stored commit."""

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Register:
    """An open register. `clock` gives the present in UTC."""

    settings: Settings
    engine: Engine
    sessions: Sessions
    clock: Clock

    def mirror_path(self, repository: int) -> Path:
        """Return the folder of a repository's own mirror."""
        return mirror_path(self.settings.mirrors, repository)


def mirror_path(mirrors: Path, repository: int) -> Path:
    """Return the folder of a repository's own mirror."""
    return mirrors / f"{repository:06}.git"


def now() -> datetime:
    """Return the present in UTC."""
    return datetime.now(UTC)


def open_register(settings: Settings, clock: Clock = now, *, seed: bool = True) -> Register:
    """Open the register, bring its tables up to date, and seed a new one with OS2's own.

    Raises RegistryError, in one sentence, when the folder or the database cannot be used.
    """
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        engine = open_engine(settings.database_url)
        with (settings.data / "opening.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # two that open a new register at once: the second finds it made
            fresh = migrate(engine)
            register = _opened(settings, engine, clock)
            if fresh and seed:
                _seed(register)
    except OSError as error:
        msg = f"the data folder {settings.data} cannot be used: {error.strerror}; choose another with --data"
        raise RegistryError(msg) from error
    except SQLAlchemyError as error:
        msg = f"the database cannot be used: {cause_of(error)}"
        raise RegistryError(msg) from error
    return register


def _opened(settings: Settings, engine: Engine, clock: Clock) -> Register:
    made = sessions(engine)
    made.configure(info={MIRRORS: settings.mirrors})
    factory = guarded(made, places(settings.data, os.environ))
    return Register(settings, engine, factory, clock)


def _seed(register: Register) -> None:
    with register.sessions.begin() as session:
        for organisation in custody.seeded():
            custody.state(session, organisation, register.clock())
        for product in governance.seeded():
            governance.state(session, product, register.clock())
