# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""How many calls to GitHub a harvest takes, as the stand-in counts them."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from registry.demo.standin.app import create_standin
from registry.demo.standin.server import running
from registry.demo.standin.world import world_from
from registry.pipeline.github import Asked, harvest_github
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register, open_register
from registry.settings import Settings
from tests.builders import new_repository

REPOSITORIES = 500
_TOKEN = "a-token-of-the-bench"


def measure_calls() -> None:
    """Print the calls of a first harvest of 500 repositories and of a repeat, with a token and without."""
    with tempfile.TemporaryDirectory() as folder:
        git = new_repository(Path(folder) / "one.git")
        git.commit({"README.md": b"one\n"})
        for token in (_TOKEN, None):
            _measure(Path(folder), git.path, token)


def _measure(folder: Path, git: Path, token: str | None) -> None:
    standin = create_standin(world_from(_world(git)))
    with running(standin) as github:
        settings = Settings(
            database_url=f"sqlite:///{folder / f'{token}.sqlite'}",
            data=folder / f"data-{token}",
            github_token=token,
            github_url=github.api,
            github_web=github.web,
        )
        register = open_register(settings, seed=False)
        for which in ("first", "repeat"):
            standin.ledger.forget()
            _harvest(register)
            print(
                f"{REPOSITORIES} repositories, {'token' if token else 'no token'}, {which}: {standin.ledger.totals()}"
            )
        register.engine.dispose()


def _harvest(register: Register) -> None:
    there = replace(register)
    harvest_github(there, Asked(["demo-large"]), Wish(), lambda *_: None, lambda _: None)


def _world(git: Path) -> dict[str, object]:
    owner = {"id": 77, "login": "demo-large"}
    listed = [
        {
            "id": 1000 + number,
            "full_name": f"demo-large/part-{number:03}",
            "default_branch": "main",
            "created_at": "2020-01-01T00:00:00Z",
            "pushed_at": "2021-01-01T00:00:00Z",
            "fork": number % 5 == 0,
            "parent": 1001 if number % 5 == 0 else None,
            "git": str(git),
        }
        for number in range(REPOSITORIES)
    ]
    return {
        "accounts": [owner],
        "repositories": listed,
        "tokens": [{"token": _TOKEN, "login": "demo-large"}],
    }
