# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Opening the register for a command: its connections are closed when the command ends, however it ends."""

from __future__ import annotations

import click

from registry.pipeline import register
from registry.settings import Settings


def open_register(settings: Settings, *, seed: bool = True) -> register.Register:
    """Return the open register; raises RegistryError where it cannot be used."""
    opened = register.open_register(settings, seed=seed)
    click.get_current_context().call_on_close(opened.engine.dispose)
    return opened
