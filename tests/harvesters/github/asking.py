# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Asking the stand-in: a world, a client that asks it, and the time that both live in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from harvesters.github.access import Access, Surroundings
from harvesters.github.client import Client
from harvesters.items import Item
from registry.demo.standin import Account, Oddity, Repository, Running, Token, World, create_standin, running

TOKEN = "ghp_inventedInventedInvented0001"
ORGANISATION = "harbour-os"


@dataclass
class Time:
    """A clock that only moves when somebody sleeps, and remembers what was said meanwhile."""

    now: datetime = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)
    slept: list[float] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)

    def seconds(self) -> float:
        """Return the time as servers count it."""
        return self.now.timestamp()

    def around(self) -> Surroundings:
        """Return the surroundings of a client."""
        return Surroundings(clock=lambda: self.now, sleep=self.sleep, say=self.said.append)


@dataclass
class Asking:
    """A stand-in that runs, a folder of remembered answers, and everything that was kept."""

    served: Running
    folder: Path
    time: Time
    items: list[Item] = field(default_factory=list)

    @contextmanager
    def client(
        self,
        token: str | None = TOKEN,
        *,
        private: bool = False,
        longest_wait: float = 7200,
        timeout: int = 10,
    ) -> Iterator[Client]:
        """Give a client for as long as the block lasts."""
        access = Access(
            cache=self.folder,
            token=token,
            private=private,
            base=self.served.api,
            web=self.served.web,
            longest_wait=longest_wait,
            timeout=timeout,
        )
        with Client(access, self.items.append, self.time.around()) as client:
            yield client

    def show(self, world: World) -> None:
        """Let the world be another one from now on."""
        self.served.standin.world = world


@contextmanager
def asking(world: World, folder: Path) -> Iterator[Asking]:
    """Serve `world` for as long as the block lasts."""
    time = Time()
    with running(create_standin(world, time.seconds)) as served:
        yield Asking(served, folder, time)


def repositories(
    count: int, owner: str = ORGANISATION, first: int = 1000, forks: int = 0
) -> tuple[Repository, ...]:
    """Return so many repositories, the first `forks` of them forks of the last one."""
    return tuple(
        Repository(
            id=first + number,
            full_name=f"{owner}/part-{number}",
            created_at=f"20{10 + number % 10}-01-0{1 + number % 9}T00:00:00Z",
            fork=number < forks,
            parent=first + count - 1 if number < forks else None,
        )
        for number in range(count)
    )


def world(*more: Repository, oddities: tuple[Oddity, ...] = (), anonymous_limit: int = 60) -> World:
    """Return a world with one organisation, one person, one token that sees everything, and `more`."""
    people = (Account(7, ORGANISATION, administrators=("ada-harbour",)), Account(8, "ada-harbour", "User"))
    token = Token(TOKEN, "ada-harbour", sees=(ORGANISATION,))
    return World(people, more, (token,), oddities, anonymous_limit)
