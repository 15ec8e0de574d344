# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A GitHub on loopback, a register that harvests from it, and what the register then knows."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from registry.custody import service as custody
from registry.custody.model import Holding, Keeper, Organisation, Outcome
from registry.custody.model import Repository as Known
from registry.demo.standin import Account, Repository, Running, Token, World, create_standin, running
from registry.pipeline.github import Asked, harvest_github
from registry.pipeline.harvest import Report
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register
from tests.running import register

TOKEN = "ghp_inventedInventedInvented0001"
ORG = "havnen"
QUAY = f"{ORG}/kaj"


@dataclass
class Place:
    """A stand-in and a register; time moves a day with each harvest."""

    served: Running
    register: Register
    now: datetime

    def show(self, *repositories: Repository, **more: Any) -> None:
        """Let GitHub be so from now on."""
        self.served.standin.world = world(*repositories, **more)

    def harvest(self, *, token: str | None = TOKEN, **asked: Any) -> Report:
        """Harvest, by default the organisation, with a token."""
        self.now += timedelta(days=1)
        settings = replace(self.register.settings, github_token=token)
        there = replace(self.register, settings=settings, clock=lambda: self.now)
        wanted = Asked(**(asked or {"organisations": [ORG]}), longest_wait=0)
        return harvest_github(there, wanted, Wish(), lambda *_: None, lambda _: None)

    def outcomes(self, **asked: Any) -> dict[str, Outcome]:
        """Harvest, and return each repository's outcome."""
        return {one.name: one.outcome for one in self.harvest(**asked).results}

    def known(self, *, private: bool = True) -> dict[str, Known]:
        """Return the repositories that the register knows, by name."""
        with self.register.sessions() as session:
            return {one.full_name: one for one in custody.repositories(session, private=private)}

    def holdings(self, name: str) -> tuple[Holding, ...]:
        """Return the custody rows of a repository."""
        with self.register.sessions() as session:
            return custody.holdings(session, self.known()[name].id)

    def stated(self) -> Organisation:
        """Return what is stated of the organisation."""
        with self.register.sessions() as session:
            return next(one for one in custody.organisations(session) if one.login == ORG)

    def count(self, table: str) -> int:
        """Return how many rows a table holds."""
        with self.register.engine.connect() as connection:
            return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() or 0)

    def calls(self) -> dict[str, Any]:
        """Return what the stand-in was asked since the last time that this was called."""
        with urllib.request.urlopen(self.served.web + "/_standin/calls") as answer:
            said: dict[str, Any] = json.load(answer)
        request = urllib.request.Request(self.served.web + "/_standin/calls", method="DELETE")
        urllib.request.urlopen(request).close()
        return said


def world(*repositories: Repository, **more: Any) -> World:
    """Return a world with one organisation, a stranger, a token that sees everything, and these."""
    accounts = (Account(7, ORG), Account(8, "fremmed", "User"), Account(9, "fjorden"))
    told = {"accounts": accounts, "tokens": (Token(TOKEN, "fremmed", sees=(ORG,)),)}
    return World(**{**told, "repositories": repositories, **more})


@contextmanager
def place(folder: Path) -> Iterator[Place]:
    """Serve an empty GitHub, with a register in which the organisation is stated to be OS2's."""
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    with (
        running(create_standin(world())) as served,
        register(folder / "data", github_url=served.api, github_web=served.web) as opened,
    ):
        with opened.sessions.begin() as session:
            custody.state(session, Organisation(ORG, None, Keeper.OS2, "a test", configured=True), now)
        yield Place(served, opened, now)
