# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Crashes: a flow is broken off at some point, and what is left must hold and go on to the same end.

Two flows, as the register has them: a harvest (observations, facts, closings, personal values, a commit an
item, resumed where it stopped) and a checkpoint over it.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from registry.database import Sessions, open_engine, sessions
from registry.evidence import service, signing
from registry.evidence.model import Event
from registry.evidence.places import places
from registry.evidence.verification.model import Register, Verification
from registry.evidence.verification.run import verify
from tests.evidence.rows import COPIES, NOW, FactRow, PersonRow, create, fact, tables

ITEMS = 3
Flow = Callable[["Site", Callable[[int], None]], None]


@dataclass(frozen=True)
class Site:
    """A register in a folder, opened."""

    folder: Path
    engine: Engine
    factory: Sessions

    @property
    def register(self) -> Register:
        """The register as verification takes it."""
        data = self.folder / "data"
        return Register(self.factory, tables(), data / "blobs", places(data, {}), [COPIES])


@contextmanager
def opened(folder: Path) -> Iterator[Site]:
    """Open the register in a folder."""
    engine = open_engine(f"sqlite:///{folder / 'data' / 'register.sqlite'}")
    try:
        yield Site(folder, engine, sessions(engine))
    finally:
        engine.dispose()


def template(folder: Path) -> Path:
    """Make a register with a key and a few events, to be copied; returns its folder."""
    with opened(folder) as site:
        create(site.engine)
        signing.new_key(site.factory, site.register.places, "register.example/log", NOW)
        signing.checkpoint(site.factory, site.register.places, NOW)
    return folder


def harvest(site: Site, acknowledge: Callable[[int], None]) -> None:
    """Keep what was seen and record what follows from it, an item a transaction; go on where it stopped."""
    for number in range(ITEMS):
        with site.factory.begin() as session:
            if session.scalar(select(FactRow).where(FactRow.name == f"item {number}")) is not None:
                continue
            seen = service.Seen("item", str(number), "https://x.example", NOW, f"body {number}".encode())
            found = service.observe(session, site.register.blobs, seen)
            position = service.record(
                session, Event("invented.stated", f"item/{number}", {"seen": found.id}), NOW, [_fact(number)]
            )
            _conclude(session, number)
        acknowledge(position)


def _conclude(session: Any, number: int) -> None:
    before = session.scalar(select(FactRow).where(FactRow.name == f"item {number - 1}"))
    closes = [before] if before is not None else []
    person = PersonRow(name=f"Person {number}", email=None, role="author")
    event = Event("invented.named", f"person/{number}", personal={"by": f"Person {number}"})
    service.record(session, event, NOW, [person], closes=closes, salts=_salts(number))


def _fact(number: int) -> FactRow:
    return fact(f"item {number}")


def _salts(number: int) -> Callable[[int], bytes]:
    # not random here, so that two runs can be held against each other
    count = itertools.count()
    return lambda size: hashlib.sha256(f"{number}/{next(count)}".encode()).digest()[:size]


def checkpoint(site: Site, acknowledge: Callable[[int], None]) -> None:
    """Sign what is there."""
    signed = signing.checkpoint(site.factory, site.register.places, NOW)
    acknowledge(signed.size - 1)


def whole(site: Site, acknowledge: Callable[[int], None]) -> None:
    """A harvest and a checkpoint over it."""
    harvest(site, acknowledge)
    checkpoint(site, acknowledge)


def check(site: Site, acknowledged: list[int], root: bytes) -> None:
    """What is left holds, what was acknowledged is there, and the flow goes on to the same end."""
    left = verify(site.register)
    assert left.holds, left.damage
    assert left.size > max(acknowledged, default=-1), "an acknowledged event is lost"
    assert _undivided(site), "an item is half there"
    whole(site, lambda _: None)
    again = verify(site.register)
    assert again.holds, again.damage
    assert again.root == root, "the resumed run ended elsewhere"


def _undivided(site: Site) -> bool:
    with site.factory() as session:
        facts = len(session.scalars(select(FactRow.id)).all())
        return facts == len(session.scalars(select(PersonRow.id)).all())


def undisturbed(model: Path, folder: Path) -> Verification:
    """Run both flows through, undisturbed, on a copy of the model."""
    shutil.copytree(model, folder)
    with opened(folder) as site:
        whole(site, lambda _: None)
        return verify(site.register)


def kills(
    model: Path,
    folder: Path,
    flow: Flow,
    times: int,
    prepared: bool = False,
    say: Callable[[int], None] = lambda _: None,
) -> int:
    """Kill so many processes in the middle of `flow`; returns how many were begun for that.

    Only those count that had not ended by themselves; `say` is told how many there were after each one.
    """
    root = undisturbed(model, folder / "whole").root
    longest = _duration(model, folder / "timed", flow, prepared)
    done = 0
    for number in itertools.count(1):
        place = folder / f"kill-{number}"
        shutil.copytree(model, place)
        if prepared:
            with opened(place) as site:
                harvest(site, lambda _: None)
        ended, acknowledged = _killed(place, flow, random.uniform(0, longest))
        with opened(place) as site:
            check(site, acknowledged, root)
        shutil.rmtree(place)
        if not ended:
            done += 1
            say(done)
        longest *= 0.97 if ended else 1.01  # others use the machine, too: most runs are to be killed
        if done == times:
            return number
    raise AssertionError


def _duration(model: Path, folder: Path, flow: Flow, prepared: bool) -> float:
    shutil.copytree(model, folder)
    if prepared:
        with opened(folder) as site:
            harvest(site, lambda _: None)
    began = time.monotonic()
    _killed(folder, flow, 60)
    return time.monotonic() - began


def _killed(place: Path, flow: Flow, after: float) -> tuple[bool, list[int]]:
    def run(writing: int) -> None:
        with opened(place) as site:
            flow(site, lambda position: _tell(writing, position))

    return killed(run, after)


def killed(run: Callable[[int], None], after: float) -> tuple[bool, list[int]]:
    """Fork a process that runs `run`, kill it after so many seconds; whether it had ended, what it had told.

    `run` gets the descriptor to which it writes the numbers that it acknowledges.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(run, writing)
    os.close(writing)
    deadline = time.monotonic() + after
    ended = False
    while not ended and time.monotonic() < deadline:
        ended = os.waitpid(child, os.WNOHANG)[0] == child
        time.sleep(0.0005)
    if not ended:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        lines = pipe.read().split(b"\n")[:-1]
    return ended, [int(line) for line in lines]


def _tell(writing: int, position: int) -> None:
    os.write(writing, b"%d\n" % position)


def _child(run: Callable[[int], None], writing: int) -> None:
    code = 1
    try:
        run(writing)
        code = 0
    finally:
        os._exit(code)
