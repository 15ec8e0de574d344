# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A look at the built demonstration on one day, in the words that the GitHub stand-in is told its world in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from registry.demo.build import Built, Seen

_GONE, _BLOCKED = 404, 451


def world(built: Built, day: date) -> dict[str, Any]:
    """Return accounts and repositories as they stood on `day`; what was deleted by then is not among them."""
    return {
        "accounts": [{"id": one.github_id, "login": one.login} for one in built.organisations],
        "repositories": [_repository(seen) for seen in built.on(day) if seen.status != _GONE],
    }


def _repository(seen: Seen) -> dict[str, Any]:
    told, built = seen.built.told, seen.built
    return {
        "id": seen.github_id,
        "full_name": f"{seen.owner}/{seen.name}",
        "former_names": [f"{owner}/{name}" for owner, name in seen.former],
        "private": told.private,
        "archived": seen.archived,
        "blocked": seen.status == _BLOCKED,
        "fork": built.fork_of is not None,
        "parent": built.fork_of,
        "description": told.description,
        "topics": list(told.topics),
        "default_branch": told.default_branch,
        "licence": told.licence,
        "has_wiki": told.has_wiki,
        "created_at": _moment(built.created),
        "pushed_at": _moment(built.pushed),
        "git": str(built.git),
        "wiki": str(built.wiki) if built.wiki else None,
    }


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
