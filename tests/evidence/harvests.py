# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A harvest of a small real repository through the whole pipeline, broken off, and gone on with."""

from __future__ import annotations

import itertools
import random
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from registry.evidence.verification.model import Verification
from registry.evidence.verification.run import verify
from registry.pipeline.evidence import verified
from registry.pipeline.mirrors import harvest_git
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register, open_register
from registry.settings import read_settings
from tests.builders import new_repository
from tests.evidence.crashes import killed
from tests.evidence.faults import Fault, faulty
from tests.running import provenance

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
NAME = "eksempel/lille"


@dataclass(frozen=True)
class Place:
    """A data folder and a repository to harvest."""

    data: Path
    repository: Path

    @property
    def folder(self) -> Path:
        """The folder in which its files are opened."""
        return self.data

    def open(self) -> Register:
        """Open the register."""
        return open_register(read_settings({}, None, str(self.data)), lambda: NOW)

    def harvest(self, fault: Fault | None = None) -> None:
        """Harvest the repository, as the command does; one of its calls may fail."""
        register = self.open()
        try:
            if fault is None:
                harvest_git(register, str(self.repository), NAME, Wish(), lambda *_: None)
                return
            with faulty(register.engine, self.data, fault):
                harvest_git(register, str(self.repository), NAME, Wish(), lambda *_: None)
        finally:
            register.engine.dispose()

    def verify(self) -> Verification:
        """Hold the register against its log."""
        register = self.open()
        answer = verify(verified(register))
        register.engine.dispose()
        return answer

    def copy(self, data: Path) -> Place:
        """Return a copy of the register for the same repository."""
        shutil.copytree(self.data, data)
        return Place(data, self.repository)


def new_place(folder: Path) -> Place:
    """Make a register that holds no harvest yet, and a small repository with code, text and a licence."""
    repository = new_repository(folder / "eksempel+lille")
    repository.commit({"LICENSE": b"MPL-2.0\n", "main.py": b"print(1)\n"})
    repository.commit({"README.md": b"# Lille\n", "main.py": b"print(2)\n"})
    place = Place(folder / "data", repository.path)
    place.open().engine.dispose()
    return place


def check(place: Place, told: object) -> None:
    """What is left holds, and the harvest goes on to tell what an undisturbed one tells."""
    left = place.verify()
    assert left.holds, left.damage
    place.harvest()
    answer = place.verify()
    assert answer.holds, answer.damage
    assert provenance(place.data, NAME)["files"] == told


def kills(place: Place, folder: Path, times: int) -> int:
    """Kill so many harvests at random moments of their run; returns how many were begun for that."""
    whole = place.copy(folder / "whole")
    began = time.monotonic()
    whole.harvest()
    longest = time.monotonic() - began
    told, done = provenance(whole.data, NAME)["files"], 0
    for number in itertools.count(1):
        one = place.copy(folder / f"kill-{number}")
        ended, _ = killed(lambda _, at=one: at.harvest(), random.uniform(0, longest))  # type: ignore[misc]
        check(one, told)
        shutil.rmtree(one.data)
        done += not ended
        longest *= 0.97 if ended else 1.01
        if done == times:
            return number
    raise AssertionError


def every_fault(place: Place, folder: Path, error: int, step: int = 1) -> int:
    """Let call 1, 1 + step ... of a harvest fail until it passes; returns how many calls it makes."""
    whole = place.copy(folder / "whole")
    whole.harvest()
    told = provenance(whole.data, NAME)["files"]
    for number in itertools.count(1, step):
        one, fault = place.copy(folder / f"fault-{number}"), Fault(number, error)
        # the harvest may report the failure and go on, or end with it
        with suppress(Exception):
            one.harvest(fault)
        check(one, told)
        shutil.rmtree(one.data)
        if fault.armed:
            return number - 1
    raise AssertionError
