# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What was known of GitHub before it was asked again: the repositories under a login, and one by its name."""

from __future__ import annotations

from registry.custody import service as custody
from registry.custody.model import Repository, Visibility
from registry.pipeline.register import Register


def seen_at(register: Register, login: str) -> list[Repository]:
    """Return the repositories that GitHub showed under a login, and showed there the last time it was asked."""
    return [
        one
        for one in _on_github(register)
        if one.owner.lower() == login.lower() and one.visibility is Visibility.VISIBLE
    ]


def seen_as(register: Register, name: str) -> Repository | None:
    """Return the repository that GitHub showed under this name."""
    bearers = [one for one in _on_github(register) if one.full_name.lower() == name.lower()]
    return bearers[0] if bearers else None


def _on_github(register: Register) -> list[Repository]:
    with register.sessions() as session:
        return [one for one in custody.repositories(session, private=True) if one.github_id is not None]
