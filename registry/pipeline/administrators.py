# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Administrators: who administers an organisation, where a member's token shows it. How many is kept, not who."""

from __future__ import annotations

from harvesters.github.administrators import observe_administrators
from harvesters.github.client import Client
from harvesters.github.model import NotObserved
from registry.custody import service as custody
from registry.custody.model import Administrators
from registry.pipeline.harvest import Run
from registry.pipeline.items import Shelf


def keep_administrators(run: Run, client: Client, shelf: Shelf, login: str) -> None:
    """Ask GitHub and keep the answer; who they are stands in the evidence alone. Raises HarvestError."""
    seen = observe_administrators(client, login)
    count, reason = (None, seen.reason) if isinstance(seen, NotObserved) else (len(seen.accounts), "")
    with run.register.sessions.begin() as session:
        observation = shelf.keep(session, None)
        now = run.register.clock()
        custody.sight_administrators(session, Administrators(login, count, reason, now, observation))
